package ponte.bench.load;

import java.util.List;

/** What people ask about under load. */
final class LoadTopics {

  private static final List<String> TOPICS =
      List.of("broker", "release", "certificato", "nightly build", "disk");

  private LoadTopics() {}

  /** The topic of a question. */
  static String of(long number) {
    return TOPICS.get((int) (number % TOPICS.size()));
  }

  static String question(long number) {
    return "who knows about " + of(number) + "?";
  }
}
