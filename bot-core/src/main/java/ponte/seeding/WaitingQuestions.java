package ponte.seeding;

import java.time.Duration;
import java.util.List;
import ponte.conversation.RichText;

/** Questions to the room that have waited for some days and can still be answered. */
final class WaitingQuestions implements Source {

  private static final Duration LEAST = Duration.ofDays(2);
  private static final Duration MOST = Duration.ofDays(28);

  /** A shorter one cannot be understood by those who were not there, a longer one is not read. */
  private static final int FEWEST_TERMS = 3;

  private static final int MOST_CHARACTERS = 320;

  @Override
  public List<Proposal> in(Scene scene) {
    return scene
        .told()
        .filter(told -> told.standing() == Told.Standing.WAITING)
        .filter(told -> told.at().isBefore(scene.now().minus(LEAST)))
        .filter(told -> told.at().isAfter(scene.now().minus(MOST)))
        .filter(told -> told.asked().size() >= FEWEST_TERMS)
        .filter(told -> words(told.opening().text()).length() <= MOST_CHARACTERS)
        .map(
            told ->
                new Proposal(
                    told.channel(),
                    new Reason.Waiting(told.opening().message(), told.at()),
                    words(told.opening().text()),
                    worth(told, scene)))
        .toList();
  }

  /** Newer ones can still help who asked. */
  private static double worth(Told told, Scene scene) {
    var age = Duration.between(told.at(), scene.now());
    return 1 + 0.5 * (1 - (double) age.toHours() / MOST.toHours());
  }

  static String words(RichText text) {
    return text.searchable().strip();
  }
}
