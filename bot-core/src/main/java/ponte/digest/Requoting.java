package ponte.digest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

  /** A quote of a message as it reads now, and the whole sentence that it is of. */
  record Again(Quote quote, Analysis.Sentence sentence) {}

  /**
   * The sentence of the message as it reads now that has most of the words that were quoted; empty
   * where none that fits is about the same.
   *
   * @param fits whether a sentence still says what its line is for
   */
  Optional<Again> again(Quote quote, Message message, Predicate<Analysis.Sentence> fits) {
    var sentences = sentences(message);
    return best(quote, sentences.stream().filter(fits).toList())
        .or(() -> best(quote, pairs(sentences).stream().filter(fits).toList()))
        .map(sentence -> new Again(cut(quote, message, sentence), sentence));
  }

  /** What a message says, in each language it may be in. */
  List<Analysis.Sentence> sentences(Message message) {
    return nlp
        .language(message.text().searchable())
        .map(List::of)
        .orElse(List.of(Language.values()))
        .stream()
        .flatMap(
            language ->
                cleaner.sentences(message.text(), language).stream()
                    .map(sentence -> new Analysis.Sentence(sentence, language, nlp)))
        .toList();
  }

  /** Each sentence with the next one: what was quoted may have been two. */
  private static List<Analysis.Sentence> pairs(List<Analysis.Sentence> sentences) {
    var pairs = new ArrayList<Analysis.Sentence>();
    for (int i = 1; i < sentences.size(); i++) {
      if (sentences.get(i - 1).language() == sentences.get(i).language()) {
        pairs.add(sentences.get(i - 1).then(sentences.get(i)));
      }
    }
    return pairs;
  }

  private static Optional<Analysis.Sentence> best(Quote quote, List<Analysis.Sentence> sentences) {
    var was = new HashSet<>(words(quote.text()));
    Analysis.Sentence best = null;
    double most = LEAST_SHARED;
    for (var sentence : sentences) {
      var shared = shared(was, new HashSet<>(words(sentence.quote().text())));
      if (best == null ? shared >= most : shared > most) {
        best = sentence;
        most = shared;
      }
    }
    return Optional.ofNullable(best);
  }

  /** As long as before; but a condition is not cut off from what it binds. */
  private Quote cut(Quote quote, Message message, Analysis.Sentence sentence) {
    var whole = redaction.redact(sentence.quote().text());
    var cut = Clip.after(words(quote.text()).size() + MORE_WORDS, whole);
    var cues = Cues.in(sentence.language());
    boolean binds =
        cues.count(Cue.CONDITION, whole.searchable()) > cues.count(Cue.CONDITION, cut.searchable());
    return Quote.of(message, binds ? whole : cut);
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
