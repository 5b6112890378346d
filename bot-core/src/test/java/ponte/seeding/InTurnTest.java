package ponte.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InTurnTest {

  private static List<Integer> channels(int many) {
    return IntStream.range(0, many).boxed().toList();
  }

  @Test
  void fewAreAllRead() {
    assertThat(InTurn.of(channels(30), 20_000)).isEqualTo(channels(30));
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 40, 100, 800})
  void ofManyTheLatestAreReadEachDayAndEveryOtherWithinSomeDays(int many) {
    var read = new HashSet<Integer>();
    int days = (many - 15 + 14) / 15;
    for (long day = 20_000; day < 20_000 + days; day++) {
      var today = InTurn.of(channels(many), day);
      assertThat(today).hasSize(30).doesNotHaveDuplicates().containsAll(channels(15));
      read.addAll(today);
    }
    assertThat(read).containsExactlyInAnyOrderElementsOf(channels(many));
  }
}
