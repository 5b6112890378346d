package ponte.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameQuestionTest {

  private static final String LONG =
      "Since the upgrade of last week the consumers of the billing topic fall behind every night "
          + "between two and four, and the only thing that helps is to reset their offsets by hand. "
          + "Does anybody know whether that is the compaction, and how the offsets can be reset "
          + "without stopping all of the consumers at once? The dashboards show nothing unusual.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          How do we reset offsets? | how do we reset offsets
          Perché non va?           | perche' non va
          A "quoted" question?     | a quoted   question
          """)
  void isItselfWithoutCaseAccentsAndMarks(String one, String other) {
    assertThat(SameQuestion.areOne(one, other)).isTrue();
    assertThat(SameQuestion.areOne(other, one)).isTrue();
  }

  @Test
  void isItselfWhereALongOneWasCutAnywhere() {
    for (var end = 100; end <= LONG.length(); end += 10) {
      assertThat(SameQuestion.areOne(LONG.substring(0, end).strip() + "…", LONG))
          .as("cut at " + end)
          .isTrue();
    }
  }

  @Test
  void isItselfWithAGreetingAndAFewOtherWords() {
    var again = "Hi all, quick question. " + LONG.replace("by hand", "manually") + " Thanks!";

    assertThat(SameQuestion.areOne(LONG, again)).isTrue();
    assertThat(SameQuestion.areOne(again, LONG)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          How do we reset offsets?                | How do we reset offsets of Kafka?
          How do we reset offsets?                | How do we keep offsets?
          …                                       | …
          """)
  void isAnotherWhereAShortOneHasOtherWords(String one, String other) {
    assertThat(SameQuestion.areOne(one, other)).isFalse();
  }

  @Test
  void isAnotherWhereALongOneIsAboutTheSameInOtherWords() {
    var other =
        "The billing topic has consumers that fall behind at night since we upgraded it. Is the "
            + "compaction at fault, and is there a way of setting offsets back while they go on?";

    assertThat(SameQuestion.areOne(LONG, other)).isFalse();
  }

  @Test
  void tellsTopicsApartThatDifferInSignsAlone() {
    assertThat(SameQuestion.folded(" Citt\u00e0  e\tPaesi")).isEqualTo("citta e paesi");
    assertThat(SameQuestion.folded("C++")).isNotEqualTo(SameQuestion.folded("C#"));
  }
}
