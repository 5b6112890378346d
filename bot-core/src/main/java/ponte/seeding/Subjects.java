package ponte.seeding;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.consent.WrittenNames;
import ponte.conversation.Message;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nlp.QuestionSign;

/**
 * Names in a few words of theirs what questions are about. It is told anew from the messages
 * whenever it is shown, and kept nowhere: with the message goes what it says.
 */
final class Subjects {

  private static final int PHRASES = 6;
  private static final int MOST_WORDS = 4;
  private static final int FEWEST_LETTERS = 4;

  /** How much a word of everyday language tells, against one that few use. */
  private static final double EVERYDAY = 0.5;

  /** What stands in code and formulas is no word for anything. */
  private static final Pattern CODE = Pattern.compile("[(){}<>=|;\\\\\\[\\]`]|->|::|__");

  private final Nlp nlp;
  private final Supplier<WrittenNames> names;

  /**
   * @param names of colleagues, of whom no subject is
   */
  Subjects(Nlp nlp, Supplier<WrittenNames> names) {
    this.nlp = nlp;
    this.names = names;
  }

  /** What all of these ask about; empty where no words of all of them name it. */
  Optional<String> of(List<Message> questions) {
    if (questions.isEmpty()) {
      return Optional.empty();
    }
    var language = language(questions);
    var shared = shared(questions, language);
    var asked = questions.stream().flatMap(each -> asked(each, language)).toList();
    return nlp
        .keyPhrases(asked, language, term -> shared.contains(term) ? rarity(term) : 0, PHRASES)
        .stream()
        .map(phrase -> phrase.text().strip())
        .filter(phrase -> isSubject(phrase, shared, language))
        .filter(phrase -> !names.get().areIn(phrase))
        .findFirst();
  }

  /** The terms that are in the words of all of these. */
  Set<String> shared(List<Message> questions, Language language) {
    var shared = new HashSet<>(nlp.terms(questions.getFirst().text().prose(), language));
    questions.forEach(each -> shared.retainAll(nlp.terms(each.text().prose(), language)));
    return shared;
  }

  /** The terms of what a message asks. */
  Set<String> asking(Message message, Language language) {
    return asked(message, language)
        .flatMap(sentence -> nlp.terms(sentence, language).stream())
        .collect(Collectors.toSet());
  }

  Set<String> terms(String subject, Language language) {
    return Set.copyOf(nlp.terms(subject, language));
  }

  Language language(List<Message> questions) {
    var text = String.join(" ", questions.stream().map(each -> each.text().prose()).toList());
    return nlp.language(text, List.of(), Language.ENGLISH);
  }

  /** The sentences that ask, without what is said only to ask; all where none does. */
  private Stream<String> asked(Message message, Language language) {
    var sentences = nlp.sentences(message.text().prose());
    var asking =
        sentences.stream()
            .filter(each -> nlp.question(each, language) != QuestionSign.NONE)
            .map(each -> nlp.subject(each, language))
            .toList();
    return (asking.isEmpty() ? sentences : asking).stream();
  }

  private boolean isSubject(String phrase, Set<String> shared, Language language) {
    var words = phrase.split("\\s+");
    return words.length <= MOST_WORDS
        && phrase.chars().filter(Character::isLetter).count() >= FEWEST_LETTERS
        && !CODE.matcher(phrase).find()
        && shared.containsAll(nlp.terms(phrase, language))
        && (words.length > 1 || !nlp.isEveryday(phrase));
  }

  private double rarity(String term) {
    return nlp.isEveryday(term) ? EVERYDAY : 1;
  }
}
