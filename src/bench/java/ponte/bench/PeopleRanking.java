package ponte.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.expert.Experts.Ranked;

/** A way to say who will answer a question, from what was said before it. */
interface PeopleRanking {

  /** The first so many names count. */
  int NAMES = 10;

  Comparator<Ranked> BEST_FIRST =
      Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::person);

  String name();

  /** Takes in what was said, in order; the archive has it already. */
  void heard(List<Message> talk);

  /**
   * The people who may answer, all of them, best first, without the asker.
   *
   * @param words the question in plain words
   */
  List<Ranked> rank(AskedQuestion question, String words);

  /** The names of a scoring. */
  static List<Ranked> best(Map<PersonId, Double> scores, PersonId asker) {
    return scores.entrySet().stream()
        .filter(score -> !score.getKey().equals(asker))
        .map(score -> new Ranked(score.getKey(), score.getValue()))
        .sorted(BEST_FIRST)
        .toList();
  }
}
