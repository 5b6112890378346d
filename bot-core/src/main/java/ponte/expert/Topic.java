package ponte.expert;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.wording.Wording;

/** A topic and its terms, as each language's reader would take them. */
final class Topic {

  private final Wording wording;
  private final Language language;
  private final Nlp nlp;
  private final Map<Language, Set<String>> terms = new EnumMap<>(Language.class);

  /** A topic in its own words only. */
  Topic(String text, Language otherwise, Nlp nlp) {
    this(Wording.asTyped(text), otherwise, nlp);
  }

  /**
   * @param otherwise the language of the topic where it does not tell
   */
  Topic(Wording wording, Language otherwise, Nlp nlp) {
    this.wording = wording;
    this.language = nlp.language(wording.topic()).orElse(otherwise);
    this.nlp = nlp;
    for (var each : Language.values()) {
      terms.put(each, Set.copyOf(nlp.terms(wording.topic(), each)));
    }
  }

  Wording wording() {
    return wording;
  }

  /** The terms in the topic's own language. */
  Set<String> terms() {
    return terms(language);
  }

  private Set<String> terms(Language language) {
    return Objects.requireNonNull(terms.get(language));
  }

  /**
   * How many of the topic's terms another text has or has something for, whatever language that is
   * in. Stems find more than forms of the same word; what is found here is told as a reason, so
   * those only count.
   */
  int overlap(String other) {
    var otherLanguage = nlp.language(other).orElse(language);
    var said = Set.copyOf(nlp.terms(other, otherLanguage));
    var common = common(wording.topic(), terms(otherLanguage), other, said, otherLanguage);
    for (var standIn : wording.standIns()) {
      if (standIn.language() == otherLanguage) {
        var wanted = Set.copyOf(nlp.terms(standIn.other(), otherLanguage));
        if (common(standIn.other(), wanted, other, said, otherLanguage).size() == wanted.size()) {
          common.add(own(standIn.word(), otherLanguage));
        }
      }
    }
    return common.size();
  }

  /** The topic's term that a word is; itself where it has none in this language. */
  private String own(String word, Language language) {
    return nlp.terms(word, language).stream().findFirst().orElse(word);
  }

  private Set<String> common(
      String text, Set<String> terms, String other, Set<String> said, Language language) {
    var common = new HashSet<>(terms);
    common.retainAll(said);
    if (!common.isEmpty()) {
      var own = forms(text, common, language);
      var others = forms(other, common, language);
      common.removeIf(term -> !haveOneForm(own.get(term), others.get(term)));
    }
    return common;
  }

  /** The words of a text behind these terms; of an identifier with a term in it, the term. */
  private Map<String, Set<String>> forms(String of, Set<String> terms, Language language) {
    var forms = new HashMap<String, Set<String>>();
    for (var word : nlp.words(of, language)) {
      var form = word.toLowerCase(Locale.ROOT);
      for (var term : nlp.terms(word, language)) {
        if (terms.contains(term)) {
          var written = form.chars().allMatch(Character::isLetter) ? form : term;
          forms.computeIfAbsent(term, _ -> new HashSet<>()).add(written);
        }
      }
    }
    return forms;
  }

  private static boolean haveOneForm(@Nullable Set<String> own, @Nullable Set<String> others) {
    return own == null
        || others == null
        || own.stream().anyMatch(one -> others.stream().anyMatch(it -> Inflection.same(one, it)));
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
      return wording.topic().equalsIgnoreCase(earlier);
    }
    var all = own.size() + others.size() - common.size();
    return common.size() == others.size() || common.size() >= SAME * all;
  }

  /** From this share of common terms on, two questions are about the same. */
  private static final double SAME = 0.6;
}
