package ponte.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ponte.archive.Archive;
import ponte.archive.Found;
import ponte.archive.Shape;
import ponte.archive.Sought;
import ponte.archive.Sought.StandIn;
import ponte.archive.Spelling;
import ponte.conversation.Audience;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * A topic that is asked, its words, and what those who ask may see of the words people use.
 *
 * <p>All that is learned here is learned from what they may see, at the moment when they ask:
 * nothing is kept, so nothing can tell of what was hidden, deleted or taken back.
 */
final class Asked {

  /** So many conversations tell whether two words are said together. */
  private static final int SOME = 10;

  private static final double ALL_OF_IT = 0.99;

  /** A topic of fewer words may be in either language, whatever it looks like. */
  private static final int WORDS_THAT_TELL = 5;

  private final Archive archive;
  private final Audience audience;
  private final Nlp nlp;
  private final List<Language> languages;
  private final List<String> words;
  private final Map<String, Long> mentions = new HashMap<>();
  private final List<StandIn> standIns = new ArrayList<>();

  Asked(String topic, Language otherwise, Archive archive, Audience audience, Nlp nlp) {
    this.archive = archive;
    this.audience = audience;
    this.nlp = nlp;
    var language = nlp.language(topic).orElse(otherwise);
    this.words =
        nlp.words(topic, language).stream()
            .filter(word -> !nlp.terms(word, language).isEmpty())
            .toList();
    this.languages =
        words.size() < WORDS_THAT_TELL ? List.of(language, other(language)) : List.of(language);
  }

  Nlp nlp() {
    return nlp;
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

  /** In how many conversations words come up. */
  long mentions(String words) {
    return mentions.computeIfAbsent(words, it -> archive.mentions(it, audience));
  }

  List<Spelling> spellings(Shape shape, Language language, int limit) {
    return archive.spellings(shape, language, audience, limit);
  }

  /** Whether two things are said in one conversation. */
  boolean areSaidTogether(String one, String other) {
    return archive.search(Sought.exactly(one + " " + other), audience, SOME).stream()
        .anyMatch(found -> found.coverage() > ALL_OF_IT);
  }

  /** What is said in the conversations that are most about a word. */
  List<String> saidAbout(String word, int conversations) {
    var found =
        archive.search(Sought.exactly(word), audience, conversations).stream()
            .map(Found::conversation)
            .toList();
    var said = archive.conversations(found, audience);
    return found.stream()
        .flatMap(conversation -> said.getOrDefault(conversation, List.of()).stream())
        .filter(filed -> filed.message().isTalk())
        .map(filed -> filed.message().text().searchable())
        .toList();
  }

  /** In how many conversations a word is spelled in this way. */
  long spelled(String word, Language language) {
    return spellings(Shape.anyOf(Set.of(lower(word))), language, 1).stream()
        .mapToLong(Spelling::conversations)
        .sum();
  }

  /** Takes other words for one of the topic's where they are in use and not taken yet. */
  void standIn(String word, String other, Language language, double worth) {
    if (!lower(word).equals(lower(other)) && mentions(other) > 0) {
      var terms = nlp.terms(other, language);
      var taken =
          standIns.stream()
              .filter(each -> each.word().equals(word) && each.language() == language)
              .anyMatch(each -> nlp.terms(each.other(), language).equals(terms));
      if (!taken) {
        standIns.add(new StandIn(word, other, language, worth));
      }
    }
  }

  void standIn(String word, String other, double worth) {
    for (var language : Language.values()) {
      standIn(word, other, language, worth);
    }
  }

  boolean hasStandIn(String word) {
    return standIns.stream().anyMatch(each -> each.word().equals(word));
  }

  List<StandIn> standIns() {
    return List.copyOf(standIns);
  }
}
