package ponte.seeding;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.RichText.Span;
import ponte.digest.Questions;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nlp.QuestionSign;

/**
 * Tells whether a question still waits for colleagues, when it is proposed and again when it is
 * posted. Whether somebody answered is told as for who asked it. Stricter than there, what its
 * asker came back with takes it off, too: who tells more than that they wait has mostly found
 * something, and a channel that is asked for help then is asked in vain.
 */
final class StillOpen {

  /** What is added so soon belongs to the question. */
  private static final Duration AFTERTHOUGHT = Duration.ofMinutes(10);

  /** In fewer words people say that they wait, and tell nothing. */
  private static final int FEWEST_WORDS = 8;

  private final Questions questions;
  private final Directory directory;
  private final Nlp nlp;

  StillOpen(Questions questions, Directory directory, Nlp nlp) {
    this.questions = questions;
    this.directory = directory;
    this.nlp = nlp;
  }

  /** The question as it reads now, if it stands open by all that is known of it. */
  Optional<Message> of(MessageId opening) {
    return Stream.of(questions.of(opening))
        .flatMap(
            state ->
                state instanceof Questions.State.Open(var question)
                    ? Stream.of(question)
                    : Stream.<Message>empty())
        .filter(question -> question.id().equals(opening))
        .filter(question -> !questions.isOver(question.id()))
        .filter(
            question -> questions.talk(opening).stream().noneMatch(each -> ends(each, question)))
        .findFirst();
  }

  private boolean ends(Message said, Message question) {
    return directory.accounts().areOne(said.author(), question.author())
        && said.at().isAfter(question.at().plus(AFTERTHOUGHT))
        && !asks(said)
        && (shows(said) || said.text().prose().strip().split("\\s+").length >= FEWEST_WORDS);
  }

  private boolean asks(Message said) {
    var text = said.text().prose();
    var language = nlp.language(text, List.of(), Language.ENGLISH);
    return text.contains("?")
        || nlp.sentences(text).stream()
            .anyMatch(sentence -> nlp.question(sentence, language) != QuestionSign.NONE);
  }

  /** Whether it has code or a link. */
  private static boolean shows(Message said) {
    return said.text().spans().stream()
        .anyMatch(
            span ->
                span instanceof Span.Link
                    || span instanceof Span.MessageLink
                    || span instanceof Span.Code
                    || span instanceof Span.CodeBlock);
  }
}
