package ponte.expert;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ponte.archive.Filed;
import ponte.archive.Found;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.nlp.QuestionSign;

/**
 * What was said in a conversation that was found, oldest first.
 *
 * @param all with what programs said
 * @param ofPeople without that
 */
record Talk(Found found, List<Message> all, List<Message> ofPeople) {

  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?…]+(?=\\s|$)|(?<=[^.!?…\\s])(?:\\n|$)");

  static Talk of(Found found, List<Filed> filed) {
    var all = filed.stream().map(Filed::message).toList();
    return new Talk(found, all, all.stream().filter(Message::isTalk).toList());
  }

  List<Message> of(Collection<PersonId> accounts) {
    return ofPeople.stream().filter(message -> accounts.contains(message.author())).toList();
  }

  /** All of it; nothing where how it began is gone, so that nobody knows since when one waited. */
  List<Message> sinceItsOpening() {
    return all.isEmpty() || !all.getFirst().id().equals(found.conversation()) ? List.of() : all;
  }

  /**
   * Whether somebody answered a question about the topic here: who opened it asked, and they said
   * more than thanks.
   *
   * @param accounts all accounts of that person
   */
  boolean isAnsweredBy(Collection<PersonId> accounts, Found.Part part, Topic about) {
    return isAsked(about)
        && concernsOthers(accounts, part, about)
        && of(accounts).stream()
            .anyMatch(each -> !isQuestion(each) && Substance.isIn(text(each), about.nlp()));
  }

  /**
   * Whether the topic is not only this person's here: somebody else, or a program, speaks of it or
   * thanked them, or what they say has a word of what the others say. To drop a word where
   * something else is asked shows nothing.
   */
  boolean concernsOthers(Collection<PersonId> accounts, Found.Part part, Topic about) {
    var others = all.stream().filter(message -> !accounts.contains(message.author())).toList();
    return part.thanks() > 0
        || others.stream().anyMatch(message -> about.overlap(text(message)) > 0)
        || !Collections.disjoint(terms(of(accounts), about), terms(others, about));
  }

  private static Set<String> terms(List<Message> said, Topic about) {
    return said.stream()
        .map(Talk::text)
        .flatMap(text -> about.termsOf(text).stream())
        .collect(Collectors.toSet());
  }

  /** Whether who opened it asked, a program among them; not known where the opening is gone. */
  private boolean isAsked(Topic about) {
    if (!found.opened()) {
      return all.stream()
          .filter(message -> message.id().equals(found.conversation()))
          .anyMatch(opening -> asks(opening, about));
    }
    var opener = found.parts().getFirst();
    return opener.questions() > 0
        || ofPeople.stream().limit(1).anyMatch(opening -> asks(opening, about));
  }

  private static boolean asks(Message message, Topic about) {
    var text = text(message);
    var nlp = about.nlp();
    var language = nlp.language(text).orElse(about.language());
    return nlp.sentences(text).stream()
        .anyMatch(sentence -> nlp.question(sentence, language) != QuestionSign.NONE);
  }

  /** Whether half of a message's sentences and more ask. */
  static boolean isQuestion(Message message) {
    var text = text(message).strip();
    var ends = SENTENCE_END.matcher(text).results().map(MatchResult::group).toList();
    var asking = ends.stream().filter(end -> end.indexOf('?') >= 0).count();
    return asking > 0 && 2 * asking >= ends.size();
  }

  static String text(Message message) {
    return message.text().searchable();
  }
}
