package ponte.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import ponte.opensearch.Statistics.Spoken;

/** What a term is worth by what was counted. */
class StatisticsTest {

  @Test
  void makesRareTermsWorthMoreThanThoseOfEachConversation() {
    var spoken = new Spoken(9, 90);

    assertThat(spoken.rarityInFull(1)).isCloseTo(Math.log(20.0 / 3), within(1e-9));
    assertThat(spoken.rarityInFull(9)).isCloseTo(Math.log(20.0 / 19), within(1e-9));
  }

  /** OpenSearch refuses a search with a score below zero. */
  @Test
  void makesNoTermWorthLessThanNothingThoughItWasCountedWhereMoreWasAlreadyThere() {
    assertThat(new Spoken(1, 1).rarity(4)).isPositive();
  }
}
