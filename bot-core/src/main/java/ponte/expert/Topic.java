package ponte.expert;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** A topic and its terms, as each language's reader would take them. */
final class Topic {

  private final String text;
  private final Language language;
  private final Nlp nlp;
  private final Map<Language, Set<String>> terms = new EnumMap<>(Language.class);

  /**
   * @param otherwise the language of the topic where it does not tell
   */
  Topic(String text, Language otherwise, Nlp nlp) {
    this.text = text;
    this.language = nlp.language(text).orElse(otherwise);
    this.nlp = nlp;
    for (var each : Language.values()) {
      terms.put(each, Set.copyOf(nlp.terms(text, each)));
    }
  }

  String text() {
    return text;
  }

  /** The terms in the topic's own language. */
  Set<String> terms() {
    return terms(language);
  }

  private Set<String> terms(Language language) {
    return Objects.requireNonNull(terms.get(language));
  }

  /** How many of the topic's terms another text has, whatever language that is in. */
  int overlap(String other) {
    var otherLanguage = nlp.language(other).orElse(language);
    var common = new HashSet<>(nlp.terms(other, otherLanguage));
    common.retainAll(terms(otherLanguage));
    return common.size();
  }

  /**
   * Whether what was said about {@code earlier} holds for this topic: it has all words of the
   * earlier one, or most of both are the same.
   */
  boolean isAbout(String earlier) {
    var own = terms();
    var others = Set.copyOf(nlp.terms(earlier, language));
    var common = new HashSet<>(own);
    common.retainAll(others);
    if (others.isEmpty() || own.isEmpty()) {
      return text.equalsIgnoreCase(earlier);
    }
    var all = own.size() + others.size() - common.size();
    return common.size() == others.size() || common.size() >= SAME * all;
  }

  /** From this share of common terms on, two questions are about the same. */
  private static final double SAME = 0.6;
}
