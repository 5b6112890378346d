package ponte.wording;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.archive.Sought.StandIn;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * What may be said for the words of a topic whether or not anybody says it: the other language's
 * words by the dictionary, and long words with their middle letters counted.
 *
 * <p>It tells what people wish from what they do not where nobody may look at what is said.
 */
public final class OtherWords {

  /** Of a longer topic the first words: every word says little there. */
  private static final int MOST_WORDS = 16;

  /** The dictionary's longest entries. */
  private static final int LONGEST = 4;

  private OtherWords() {}

  /** Other words for those of a topic, which may be in either language. */
  public static List<StandIn> of(String topic, Language language, Nlp nlp) {
    var all =
        nlp.words(topic, language).stream()
            .filter(word -> !nlp.terms(word, language).isEmpty())
            .limit(MOST_WORDS)
            .toList();
    var standIns = new ArrayList<StandIn>();
    for (var from = 0; from < all.size(); from++) {
      for (var until = from + 1; until <= Math.min(all.size(), from + LONGEST); until++) {
        translated(all.subList(from, until), nlp, standIns);
      }
      var word = all.get(from);
      var counted = counted(word);
      if (counted != null) {
        for (var each : Language.values()) {
          standIns.add(new StandIn(word, counted, each, 1));
        }
      }
    }
    return List.copyOf(standIns);
  }

  private static void translated(List<String> words, Nlp nlp, List<StandIn> standIns) {
    for (var language : Language.values()) {
      for (var translation : nlp.translations(String.join(" ", words), language)) {
        words.forEach(
            word -> standIns.add(new StandIn(word, translation, Asked.other(language), 1)));
      }
    }
  }

  /** A long word with its middle letters counted, k8s for kubernetes; null: nobody counts them. */
  public static @Nullable String counted(String word) {
    return Numeronyms.counted(Asked.lower(word));
  }
}
