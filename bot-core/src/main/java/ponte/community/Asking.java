package ponte.community;

import java.util.stream.Stream;
import ponte.conversation.Message;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nlp.QuestionSign;

/** Whether a message asks something, by its first sentences, in either language. */
final class Asking {

  /** What comes later is a pasted log, or no question that anybody would find. */
  private static final int READ = 600;

  private final Nlp nlp;

  Asking(Nlp nlp) {
    this.nlp = nlp;
  }

  boolean test(Message message) {
    var text = message.text().searchable();
    var read = text.substring(0, Math.min(READ, text.length()));
    return nlp.sentences(read).stream()
        .anyMatch(
            sentence ->
                Stream.of(Language.values())
                    .anyMatch(language -> nlp.question(sentence, language) != QuestionSign.NONE));
  }
}
