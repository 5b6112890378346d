package ponte.expert;

import java.util.Comparator;
import java.util.List;
import ponte.archive.Found;

/**
 * Puts conversations that have the whole of a short topic before those that have a part of it.
 *
 * <p>BM25 adds up what each word is worth, and many conversations about the commoner half of a
 * topic outvote the few about both: whoever asks for "GDPR for the mobile app" would be sent to
 * whoever speaks of the GDPR most.
 */
final class Whole {

  private static final Comparator<Found> MOST_RELEVANT_FIRST =
      Comparator.comparingDouble(Found::score).reversed().thenComparing(Found::conversation);

  private Whole() {}

  static List<Found> first(List<Found> found) {
    return found.stream()
        .map(
            each ->
                new Found(
                    each.conversation(),
                    each.score() * each.coverage() * each.coverage(),
                    each.coverage(),
                    each.parts()))
        .sorted(MOST_RELEVANT_FIRST)
        .toList();
  }
}
