package ponte.nlp;

import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.CharArraySet;

/** The words that say nothing about a topic. */
final class StopWords {

  private static final CharArraySet ENGLISH = folded(Language.ENGLISH);
  private static final CharArraySet ITALIAN = folded(Language.ITALIAN);

  private StopWords() {}

  /** Folded as the terms are. */
  static CharArraySet of(Language language) {
    return switch (language) {
      case ENGLISH -> ENGLISH;
      case ITALIAN -> ITALIAN;
    };
  }

  /** As they are written. */
  static List<String> written(Language language) {
    return WordList.read(language.name().toLowerCase(Locale.ROOT) + ".stop.txt");
  }

  private static CharArraySet folded(Language language) {
    var words = written(language).stream().map(Folding::fold).toList();
    return CharArraySet.unmodifiableSet(new CharArraySet(words, false));
  }
}
