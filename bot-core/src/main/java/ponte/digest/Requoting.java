package ponte.digest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ponte.consent.Redaction;
import ponte.conversation.Message;
import ponte.conversation.RichText;
import ponte.digest.Digest.Quote;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** Quotes a message again that was edited since. */
final class Requoting {

  /** A sentence that shares less with what was quoted says something else. */
  private static final double LEAST_SHARED = 0.5;

  /** Room for a word or two that came in. */
  private static final int MORE_WORDS = 5;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private final Nlp nlp;
  private final Cleaner cleaner;
  private final Redaction redaction = new Redaction();

  Requoting(Nlp nlp) {
    this.nlp = nlp;
    this.cleaner = new Cleaner(nlp);
  }

  /**
   * The sentence of the message as it reads now that has most of the words that were quoted; empty
   * where none is about the same.
   */
  Optional<Quote> again(Quote quote, Message message) {
    var was = new HashSet<>(words(quote.text()));
    var language = nlp.language(message.text().searchable()).orElse(Language.ENGLISH);
    Quotable best = null;
    double most = LEAST_SHARED;
    for (var sentence : cleaner.sentences(message.text(), language)) {
      var shared = shared(was, new HashSet<>(words(sentence.text())));
      if (best == null ? shared >= most : shared > most) {
        best = sentence;
        most = shared;
      }
    }
    return Optional.ofNullable(best)
        .map(
            now ->
                Quote.of(
                    message,
                    Clip.after(
                        words(quote.text()).size() + MORE_WORDS, redaction.redact(now.text()))));
  }

  /** How much of what was quoted is in a sentence, 0 to 1. */
  private static double shared(Set<String> was, Set<String> sentence) {
    return was.isEmpty()
        ? 1
        : (double) was.stream().filter(sentence::contains).count() / was.size();
  }

  static List<String> words(RichText text) {
    return WORD.matcher(text.searchable().toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
