package ponte.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswersUnderLoadTest {

  private final Answers answers = new Answers();

  @Test
  void aWordOfPatienceIsNoAnswer() {
    answers.asked("D1", "broker", 0);

    answers.posted("D1", "One moment");
    answers.posted("D2", "Nobody found for broker");
    assertThat(answers.all()).isFalse();

    answers.posted("D1", "Nobody found for broker");
    assertThat(answers.all()).isTrue();
  }

  @Test
  void whoAsksAgainBeforeTheAnswerWaitsForBoth() {
    answers.asked("D1", "broker", 0);
    answers.asked("D1", "disk", 0);
    answers.asked("D1", "disk", 1);

    answers.posted("D1", "Nobody found for disk");
    answers.posted("D1", "Nobody found for broker");
    assertThat(answers.all()).isFalse();

    answers.posted("D1", "Nobody found for disk");
    assertThat(answers.all()).isTrue();
  }
}
