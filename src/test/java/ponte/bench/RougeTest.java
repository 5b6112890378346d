package ponte.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RougeTest {

  private static final double EXACT = 1e-9;

  @Test
  void countsWordsPairsAndTheLongestCommonSequence() {
    var rouge = Rouge.of("police killed the gunman", List.of("police kill the gunman today"));

    assertThat(rouge.one()).isCloseTo(2 * 4 / 9.0, within(EXACT));
    assertThat(rouge.two()).isCloseTo(2 * 3 / 7.0, within(EXACT));
    assertThat(rouge.longest()).isCloseTo(2 * 4 / 9.0, within(EXACT));
  }

  @Test
  void countsOrderInTheSequenceOnly() {
    var rouge = Rouge.of("the gunman kill police", List.of("police kill the gunman"));

    assertThat(rouge.one()).isEqualTo(1);
    assertThat(rouge.two()).isCloseTo(2 * 1 / 6.0, within(EXACT));
    assertThat(rouge.longest()).isCloseTo(2 * 2 / 8.0, within(EXACT));
  }

  @Test
  void countsAWordAsOftenAsTheReferenceHasIt() {
    var rouge = Rouge.of("the the the", List.of("the cat"));

    assertThat(rouge.one()).isCloseTo(2 * 1 / 5.0, within(EXACT));
    assertThat(rouge.two()).isZero();
  }

  @Test
  void stemsLongWordsAloneAndTakesSignsForSpaces() {
    assertThat(Rouge.words("#Person1#: We're RELATING; his caresses, ties"))
        .containsExactly("person1", "we", "re", "relat", "his", "caress", "ti");
  }

  @Test
  void takesTheBestReferenceForEachMeasure() {
    var rouge = Rouge.of("a b c d", List.of("a c b d", "x a b y"));

    assertThat(rouge.one()).isEqualTo(1);
    assertThat(rouge.two()).isCloseTo(2 * 1 / 6.0, within(EXACT));
    assertThat(rouge.longest()).isCloseTo(2 * 3 / 8.0, within(EXACT));
  }

  @Test
  void givesNothingForNothing() {
    assertThat(Rouge.of("", List.of("a"))).isEqualTo(new Rouge(0, 0, 0));
    assertThat(Rouge.of("!", List.of(""))).isEqualTo(new Rouge(0, 0, 0));
  }
}
