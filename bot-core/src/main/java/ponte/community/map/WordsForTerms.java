package ponte.community.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.expert.OwnTopics;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** Puts terms into the words in which people speak of them: nouns, as most write them. */
final class WordsForTerms {

  private static final int READ = 12;
  private static final int PHRASES = 4;
  private static final int LETTERS = 3;
  private static final int LONGEST = 24;

  /** An Italian verb with the pronouns that hang on it, which taggers take for a noun. */
  private static final Pattern VERB =
      Pattern.compile(
          "\\p{L}{3,}[aei]r(l[oaie]|gli|(me|te|se|ce|ve|glie)(l[oaie]|ne))",
          Pattern.CASE_INSENSITIVE);

  private final Nlp nlp;
  private final Set<String> names;
  private final UnaryOperator<PersonId> person;

  /**
   * @param names terms that name people
   * @param person whose an account is: all of one person's give the same
   */
  WordsForTerms(Nlp nlp, Set<String> names, UnaryOperator<PersonId> person) {
    this.nlp = nlp;
    this.names = names;
    this.person = person;
  }

  /** Words for the first terms that have some; no two share a term. */
  List<String> of(List<String> terms, GroupTalk.Said said, int limit) {
    var words = new ArrayList<String>();
    var told = new HashSet<String>();
    for (var term : terms) {
      if (words.size() < limit && !told.contains(term) && !names.contains(term)) {
        word(term, said.with(term))
            .ifPresent(
                word -> {
                  words.add(word);
                  told.addAll(nlp.terms(word, Language.ENGLISH));
                  told.addAll(nlp.terms(word, Language.ITALIAN));
                });
      }
    }
    return words;
  }

  private Optional<String> word(String term, List<Message> messages) {
    var text =
        messages.reversed().stream().limit(READ).map(each -> each.text().searchable()).toList();
    var language = nlp.language(String.join("\n", text)).orElse(Language.ENGLISH);
    var sentences =
        text.stream()
            .flatMap(each -> nlp.sentences(each).stream())
            .filter(each -> nlp.terms(each, language).contains(term))
            .toList();
    return nlp.keyPhrases(sentences, language, each -> each.equals(term) ? 2 : 1, PHRASES).stream()
        .filter(phrase -> nlp.terms(phrase.text(), language).contains(term))
        .map(phrase -> common(phrase.text(), term, language, messages))
        .filter(word -> word.length() <= LONGEST && !OwnTopics.isDate(word))
        .filter(word -> language != Language.ITALIAN || !VERB.matcher(word).matches())
        .filter(word -> word.chars().filter(Character::isLetter).count() >= LETTERS)
        .filter(word -> nlp.terms(word, language).stream().noneMatch(names::contains))
        .findFirst();
  }

  /** The phrase where enough people say it, otherwise the one word of it. */
  private String common(String phrase, String term, Language language, List<Message> messages) {
    var whole = phrase.toLowerCase(Locale.ROOT);
    var people =
        messages.stream()
            .filter(each -> each.text().searchable().toLowerCase(Locale.ROOT).contains(whole))
            .map(Message::author)
            .map(person)
            .distinct()
            .count();
    if (people >= GroupTalk.FEWEST) {
      return phrase;
    }
    for (var word : phrase.split("\\s+")) {
      if (nlp.terms(word, language).contains(term)) {
        return word;
      }
    }
    return phrase;
  }
}
