package ponte.expert;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Sought.StandIn;
import ponte.nlp.Inflection;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.wording.OtherWords;
import ponte.wording.Wording;

/** A topic and its terms, as each language's reader would take them. */
final class Topic {

  private final Wording wording;
  private final Language language;
  private final Nlp nlp;
  private final KnownTerms known;
  private final Map<Language, Set<String>> terms = new EnumMap<>(Language.class);
  private final Set<String> gist;
  private @Nullable List<Other> otherWords;

  /**
   * @param otherwise the language of the topic where it does not tell
   * @param known the terms of the topics that others spoke of
   */
  Topic(Wording wording, Language otherwise, Nlp nlp, KnownTerms known) {
    this.wording = wording;
    this.language = nlp.language(wording.topic()).orElse(otherwise);
    this.nlp = nlp;
    this.known = known;
    for (var each : Language.values()) {
      terms.put(each, Set.copyOf(nlp.terms(wording.subject(), each)));
    }
    this.gist = wording.isAllGist() ? terms() : termsOf(wording.gist());
  }

  Wording wording() {
    return wording;
  }

  /** Whether nothing of it is beside the point. */
  boolean isAllGist() {
    return wording.isAllGist();
  }

  /** The same, all of which is wanted. */
  Topic whole() {
    return isAllGist() ? this : new Topic(wording.whole(), language, nlp, known);
  }

  Nlp nlp() {
    return nlp;
  }

  /** The topic's own. */
  Language language() {
    return language;
  }

  /** The terms in the topic's own language. */
  Set<String> terms() {
    return terms(language);
  }

  /** Those of which enough has to come up in what is about the topic, in its gist's language. */
  Set<String> gist() {
    return gist;
  }

  /** The terms of other words, in the language they are in, or else in the topic's. */
  Set<String> termsOf(String text) {
    return Set.copyOf(nlp.terms(text, nlp.language(text).orElse(language)));
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
    var common = common(wording.subject(), terms(otherLanguage), other, said, otherLanguage);
    for (var standIn : wording.standIns()) {
      if (standIn.language() == otherLanguage && isSaid(standIn, other, said)) {
        common.add(own(standIn.word(), otherLanguage));
      }
    }
    return common.size();
  }

  /**
   * What texts have of the topic's words, each as it was asked.
   *
   * @param itself those in a form of theirs
   * @param otherwise those for which there is another word
   * @param alike those of which there is no more than the stem, as "access" of "accessibility"
   */
  record Had(Set<String> itself, Set<String> otherwise, Set<String> alike) {

    /** How many of the words are there, in whatever way. */
    int meant() {
      var meant = new HashSet<>(itself);
      meant.addAll(otherwise);
      return meant.size();
    }

    /** Whether of a word there is the stem and nothing else. */
    boolean isMistaken() {
      return alike.stream().anyMatch(word -> !itself.contains(word) && !otherwise.contains(word));
    }
  }

  /** What texts have of its words. */
  Had had(Collection<String> texts) {
    var had = new Had(new HashSet<>(), new HashSet<>(), new HashSet<>());
    texts.forEach(text -> read(text, had));
    return had;
  }

  private void read(String text, Had had) {
    var textLanguage = nlp.language(text).orElse(language);
    var said = Set.copyOf(nlp.terms(text, textLanguage));
    var common = common(wording.subject(), terms(textLanguage), text, said, textLanguage);
    for (var word : words()) {
      var own = nlp.terms(word, textLanguage);
      if (!own.isEmpty() && common.containsAll(own)) {
        had.itself().add(word);
      } else if (!own.isEmpty() && said.containsAll(own)) {
        had.alike().add(word);
      }
    }
    wording.standIns().stream()
        .filter(standIn -> standIn.language() == textLanguage)
        .filter(standIn -> isSaid(standIn, text, said))
        .forEach(standIn -> had.otherwise().add(standIn.word()));
  }

  /** The words that say something. */
  List<String> words() {
    return nlp.words(wording.subject(), language).stream()
        .filter(word -> !nlp.terms(word, language).isEmpty())
        .distinct()
        .toList();
  }

  private boolean isSaid(StandIn standIn, String text, Set<String> said) {
    var wanted = Set.copyOf(nlp.terms(standIn.other(), standIn.language()));
    return common(standIn.other(), wanted, text, said, standIn.language()).size() == wanted.size();
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
   * earlier one, or other words for them, or most of both are the same.
   */
  boolean isAbout(String earlier) {
    var own = terms();
    var others = new HashSet<>(known.of(earlier, language));
    if (others.isEmpty() || own.isEmpty()) {
      return wording.subject().equalsIgnoreCase(earlier);
    }
    return isMostOf(own, others) || isMostOf(own, meant(earlier, others));
  }

  private static boolean isMostOf(Set<String> own, Set<String> others) {
    var common = new HashSet<>(own);
    common.retainAll(others);
    var all = own.size() + others.size() - common.size();
    return common.size() == others.size() || common.size() >= SAME * all;
  }

  /**
   * The terms of an earlier topic with this topic's own for what only is another word for them.
   *
   * @param terms of the earlier topic
   */
  private Set<String> meant(String earlier, Set<String> terms) {
    var replaced = new HashSet<String>();
    var own = new HashSet<String>();
    for (var spoken : Language.values()) {
      var said = Set.copyOf(known.of(earlier, spoken));
      for (var other : otherWords()) {
        if (other.language() == spoken && said.containsAll(other.terms())) {
          own.add(other.own());
          replaced.addAll(behind(earlier, other.terms(), spoken));
        }
      }
    }
    for (var word : nlp.words(earlier, language)) {
      var counted = OtherWords.counted(word);
      if (counted != null && terms().contains(counted)) {
        own.add(counted);
        replaced.addAll(nlp.terms(word, language));
      }
    }
    var meant = new HashSet<>(terms);
    meant.removeAll(replaced);
    terms.stream().filter(terms()::contains).forEach(meant::add);
    meant.addAll(own);
    return meant;
  }

  /** In the topic's own language, the terms of the words that are these in another. */
  private Set<String> behind(String text, Set<String> wanted, Language other) {
    var behind = new HashSet<String>();
    for (var word : nlp.words(text, language)) {
      if (nlp.terms(word, other).stream().anyMatch(wanted::contains)) {
        behind.addAll(nlp.terms(word, language));
      }
    }
    return behind;
  }

  /** What people say for its words, and what they might. */
  private List<Other> otherWords() {
    var found = otherWords;
    if (found == null) {
      found =
          Stream.concat(
                  wording.standIns().stream(),
                  OtherWords.of(wording.subject(), language, nlp).stream())
              .map(this::other)
              .filter(other -> !other.terms().isEmpty())
              .distinct()
              .toList();
      otherWords = found;
    }
    return found;
  }

  private Other other(StandIn standIn) {
    return new Other(
        own(standIn.word(), language),
        Set.copyOf(nlp.terms(standIn.other(), standIn.language())),
        standIn.language());
  }

  /** A term of the topic's own, and those that mean it in a language. */
  private record Other(String own, Set<String> terms, Language language) {}

  /** From this share of common terms on, two questions are about the same. */
  private static final double SAME = 0.6;
}
