package ponte.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BotFiguresTest {

  @Test
  void takesTheMedianOfEachFigure() {
    assertThat(BotFigures.median(rounds(3, 900, 1))).isEqualTo(figures(3));
    assertThat(BotFigures.median(rounds(4, 900, 1, 2))).isEqualTo(figures(3));
  }

  @Test
  void saysHowManyTimesAsMuchOneHas() {
    assertThat(figures(6).over(figures(2), "/ other").split("[ |]+"))
        .containsExactly(
            "/", "other", "3.00", "3.00", "3.00", "3.00", "3.00", "3.00", "3.00", "3.00");
  }

  private static List<BotFigures> rounds(double... figures) {
    return DoubleStream.of(figures).mapToObj(BotFiguresTest::figures).toList();
  }

  private static BotFigures figures(double each) {
    var times = new BotFigures.Times(each, each);
    return new BotFigures(each, each, times, times, each, each);
  }
}
