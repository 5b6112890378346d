package ponte.seeding;

import java.time.Duration;
import java.util.List;

/** Answers that their askers were content with, to questions that can be understood by others. */
final class GoodAnswers implements Source {

  private static final Duration MOST = Duration.ofDays(21);
  private static final int FEWEST_TERMS = 4;
  private static final int FEWEST_WORDS = 8;

  @Override
  public List<Proposal> in(Scene scene) {
    return scene
        .told()
        .filter(told -> told.standing() == Told.Standing.ANSWERED)
        .filter(told -> told.at().isAfter(scene.now().minus(MOST)))
        .filter(told -> told.asked().size() >= FEWEST_TERMS)
        .flatMap(
            told -> {
              var answer = told.outcome();
              return answer == null
                      || WaitingQuestions.words(answer.text()).split("\\s+").length < FEWEST_WORDS
                  ? java.util.stream.Stream.<Proposal>empty()
                  : java.util.stream.Stream.of(
                      new Proposal(
                          told.channel(),
                          new Reason.Answered(told.opening().message(), answer.message()),
                          WaitingQuestions.words(told.opening().text()),
                          0.8 + 0.15 * Math.min(5, told.people().size())));
            })
        .toList();
  }
}
