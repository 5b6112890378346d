package ponte.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.digest.Digest.Quote;
import ponte.listening.RecurringQuestion;
import ponte.listening.Risk;
import ponte.reply.InWords;

/**
 * Questions that keep coming back, and topics that hardly anybody answers for.
 *
 * @param names says whom a quote mentions
 * @param risks null: they are not for this reader
 */
public record QuestionsPage(
    Reader reader, InWords names, List<RecurringQuestion> questions, @Nullable List<Risk> risks) {

  public QuestionsPage {
    questions = List.copyOf(questions);
    risks = risks == null ? null : List.copyOf(risks);
  }

  /** What somebody said, in words alone. */
  public String words(Quote quote) {
    return names.of(quote.text()).strip();
  }
}
