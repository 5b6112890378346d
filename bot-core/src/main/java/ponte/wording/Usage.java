package ponte.wording;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import ponte.archive.Archive;
import ponte.archive.Found;
import ponte.archive.Shape;
import ponte.archive.Shaped;
import ponte.archive.Sought;
import ponte.archive.Spelling;
import ponte.conversation.Audience;
import ponte.nlp.Language;

/**
 * How people use words, as those see it who ask, at the moment when they ask: it is not kept for
 * anybody else, so nothing can tell of what was hidden, deleted or taken back.
 *
 * <p>A reading asks for one word after the other, and an archive may be far away. So what is not
 * known yet is only noted, and looked up together when the reading is through; then it is read anew
 * until all is known that it asks for. Nothing may be concluded from what is not known: else it
 * asks for more than it needs.
 */
final class Usage {

  /** So many conversations tell whether two words are said together. */
  private static final int SOME = 10;

  private static final double ALL_OF_IT = 0.99;

  private final Archive archive;
  private final Audience audience;
  private final Map<String, Long> mentions = new HashMap<>();
  private final Map<Shaped, List<Spelling>> spellings = new HashMap<>();
  private final Map<String, Boolean> together = new HashMap<>();
  private final Map<Language, Map<String, List<Acronyms.Meaning>>> explained = new HashMap<>();
  private final Set<String> notedWords = new HashSet<>();
  private final Set<Shaped> notedShapes = new HashSet<>();

  Usage(Archive archive, Audience audience) {
    this.archive = archive;
    this.audience = audience;
  }

  /**
   * What is read once all is known that it asks for.
   *
   * @param reading gives the same whenever it is told the same
   */
  <T> T read(Supplier<T> reading) {
    var read = reading.get();
    while (!notedWords.isEmpty() || !notedShapes.isEmpty()) {
      lookUp();
      read = reading.get();
    }
    return read;
  }

  private void lookUp() {
    var found = archive.vocabulary(notedWords, notedShapes, audience);
    mentions.putAll(found.mentions());
    spellings.putAll(found.spellings());
    notedWords.clear();
    notedShapes.clear();
  }

  /** In how many conversations words come up; empty while it is not known. */
  Optional<Long> mentions(String words) {
    var known = Optional.ofNullable(mentions.get(words));
    if (known.isEmpty()) {
      notedWords.add(words);
    }
    return known;
  }

  /** The words of a shape, the commonest first; empty while they are not known. */
  Optional<List<Spelling>> spellings(Shape shape, Language language, int limit) {
    var shaped = new Shaped(shape, language, limit);
    var known = Optional.ofNullable(spellings.get(shaped));
    if (known.isEmpty()) {
      notedShapes.add(shaped);
    }
    return known;
  }

  /** Whether two things are said in one conversation. */
  boolean areSaidTogether(String one, String other) {
    return together.computeIfAbsent(
        one + " " + other,
        both ->
            archive.search(Sought.exactly(both), audience, SOME).stream()
                .anyMatch(found -> found.coverage() > ALL_OF_IT));
  }

  /**
   * What a word is short for, as it is explained; that is read once.
   *
   * @param language of what does not tell its own
   */
  List<Acronyms.Meaning> explained(
      String word, Language language, Supplier<List<Acronyms.Meaning>> reading) {
    return explained
        .computeIfAbsent(language, _ -> new HashMap<>())
        .computeIfAbsent(word, _ -> reading.get());
  }

  /** What is said in the conversations that are most about a word. */
  List<String> saidAbout(String word, int conversations) {
    var found =
        archive.search(Sought.exactly(word), audience, conversations).stream()
            .map(Found::conversation)
            .toList();
    var read = archive.conversations(found, audience);
    return found.stream()
        .flatMap(conversation -> read.getOrDefault(conversation, List.of()).stream())
        .filter(filed -> filed.message().isTalk())
        .map(filed -> filed.message().text().searchable())
        .toList();
  }
}
