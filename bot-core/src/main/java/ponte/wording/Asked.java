package ponte.wording;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import ponte.archive.Shape;
import ponte.archive.Sought.StandIn;
import ponte.archive.Spelling;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** A topic that is asked, its words, and what stands in for them by what is known of their use. */
final class Asked {

  /** A topic of fewer words may be in either language, whatever it looks like. */
  private static final int WORDS_THAT_TELL = 5;

  private final Usage usage;
  private final Nlp nlp;
  private final List<Language> languages;
  private final List<String> words;
  private final Map<Language, Map<String, List<String>>> translations =
      new EnumMap<>(Language.class);
  private final List<StandIn> standIns = new ArrayList<>();
  private final Set<String> unsettled = new HashSet<>();

  Asked(String topic, Language otherwise, Usage usage, Nlp nlp) {
    this.usage = usage;
    this.nlp = nlp;
    var language = nlp.language(topic).orElse(otherwise);
    this.words =
        nlp.words(topic, language).stream()
            .filter(word -> !nlp.terms(word, language).isEmpty())
            .toList();
    this.languages =
        words.size() < WORDS_THAT_TELL ? List.of(language, other(language)) : List.of(language);
  }

  /** Reads what stands in for the words, anew until all is known that it takes. */
  Asked settled(Consumer<Asked> reading) {
    return usage.read(
        () -> {
          standIns.clear();
          unsettled.clear();
          reading.accept(this);
          return this;
        });
  }

  Nlp nlp() {
    return nlp;
  }

  /** What the other language has for words of this one, by the dictionary. */
  List<String> translations(String words, Language language) {
    return translations
        .computeIfAbsent(language, _ -> new HashMap<>())
        .computeIfAbsent(words, each -> nlp.translations(each, language));
  }

  /** The words that say something, in order, as they were typed. */
  List<String> words() {
    return words;
  }

  /** The languages the topic may be in, the likelier first. */
  List<Language> languages() {
    return languages;
  }

  static Language other(Language language) {
    return switch (language) {
      case ENGLISH -> Language.ITALIAN;
      case ITALIAN -> Language.ENGLISH;
    };
  }

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** How people use the words. */
  Usage usage() {
    return usage;
  }

  /** Whether words are known to come up. */
  boolean isSaid(String words) {
    return usage.mentions(words).filter(often -> often > 0).isPresent();
  }

  /** Whether words are known not to come up. */
  boolean isNeverSaid(String words) {
    return usage.mentions(words).filter(often -> often == 0).isPresent();
  }

  /** Whether somebody is known to have spelled a word in this way, in whatever language. */
  boolean isWritten(String word) {
    var written = false;
    for (var language : Language.values()) {
      written |= spelled(word, language).filter(often -> often > 0).isPresent();
    }
    return written;
  }

  /** In how many conversations a word is spelled in this way; empty while it is not known. */
  Optional<Long> spelled(String word, Language language) {
    return usage
        .spellings(Shape.anyOf(Set.of(lower(word))), language, 1)
        .map(found -> found.stream().mapToLong(Spelling::conversations).sum());
  }

  /** Takes other words for one of the topic's where they are in use and not taken yet. */
  void standIn(String word, String other, Language language, double worth) {
    if (lower(word).equals(lower(other))) {
      return;
    }
    if (isSaid(other)) {
      var terms = nlp.terms(other, language);
      var taken =
          standIns.stream()
              .filter(each -> each.word().equals(word) && each.language() == language)
              .anyMatch(each -> nlp.terms(each.other(), language).equals(terms));
      if (!taken) {
        standIns.add(new StandIn(word, other, language, worth));
      }
    } else if (!isNeverSaid(other)) {
      leaveOpen(word);
    }
  }

  void standIn(String word, String other, double worth) {
    for (var language : Language.values()) {
      standIn(word, other, language, worth);
    }
  }

  /** Whether something stands in for a word will be known only once more is looked up. */
  void leaveOpen(String word) {
    unsettled.add(word);
  }

  /** Whether nothing is known to stand in for a word, and nothing may turn out to. */
  boolean lacksStandIn(String word) {
    return !unsettled.contains(word)
        && standIns.stream().noneMatch(each -> each.word().equals(word));
  }

  List<StandIn> standIns() {
    return List.copyOf(standIns);
  }
}
