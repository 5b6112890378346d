package ponte.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureWordsTest {

  @Test
  void leaveOutWhatAFailureQuotes() {
    assertThat(FailureWords.of("topic is 'the merger', must be 1 to 200 characters"))
        .isEqualTo("topic is “…”, must be 1 to 200 characters");
    assertThat(FailureWords.of("cannot read {\"text\":\"the merger\"}"))
        .isEqualTo("cannot read “…”");
    assertThat(FailureWords.of("the person's lease ran out, and that isn't good"))
        .isEqualTo("the person's lease ran out, and that isn't good");
  }

  @Test
  void keepWhereItHappenedAndWhy() {
    var cause = new IllegalStateException("no value \"the merger\"");
    var failure = new IllegalArgumentException("for ada@example.org", cause);

    var told = FailureWords.of(failure);

    assertThat(told.toString()).startsWith("java.lang.IllegalArgumentException: for ");
    assertThat(told.getStackTrace()).isEqualTo(failure.getStackTrace());
    assertThat(told.getCause()).hasToString("java.lang.IllegalStateException: no value “…”");
  }

  @Test
  void endWhereCausesGoRound() {
    var one = new IllegalStateException("one");
    one.initCause(new IllegalStateException("two", one));

    assertThat(FailureWords.of(one)).hasToString("java.lang.IllegalStateException: one");
  }
}
