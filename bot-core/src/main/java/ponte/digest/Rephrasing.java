package ponte.digest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ponte.consent.Redaction;
import ponte.conversation.RichText.Span;
import ponte.digest.Digest.Quote;
import ponte.nlp.Nlp;

/**
 * Has the quotes of a digest rephrased, and lets pass only what says nothing else.
 *
 * <p>Only whole sentences of words alone are given away: none in which a secret was hidden, a
 * person is spoken to, or something stands that must stay as it is. What was found is remembered,
 * so that a digest reads the same again; in memory alone, and the oldest is forgotten first.
 */
final class Rephrasing {

  /** Shorter ones need no other words; longer ones are no sentences. */
  private static final int SHORTEST = 40;

  private static final int LONGEST = 400;

  /** A digest has fewer lines that are read first. */
  private static final int MOST = 40;

  private static final int REMEMBERED = 2_000;

  private final Rewriter rewriter;
  private final Traceable traceable;
  private final Redaction redaction = new Redaction();
  private final Map<String, Optional<String>> known = new Remembered();

  Rephrasing(Rewriter rewriter, Nlp nlp) {
    this.rewriter = rewriter;
    this.traceable = new Traceable(nlp);
  }

  /** Other words for some of these quotes, by the sentence that they stand for. */
  Map<String, String> of(Set<Quote> quotes) {
    if (rewriter == Rewriter.NONE) {
      return Map.of();
    }
    var wanted = new TreeSet<String>();
    quotes.stream().flatMap(quote -> sentence(quote).stream()).forEach(wanted::add);
    var found = new HashMap<String, String>();
    synchronized (known) {
      wanted.removeIf(sentence -> recalled(sentence, found));
    }
    var asked = wanted.stream().limit(MOST).toList();
    if (!asked.isEmpty()) {
      remember(rewriter.rewrite(asked), asked, found);
    }
    return Map.copyOf(found);
  }

  private boolean recalled(String sentence, Map<String, String> found) {
    var before = known.get(sentence);
    if (before == null) {
      return false;
    }
    before.ifPresent(words -> found.put(sentence, words));
    return true;
  }

  /** A sentence that was not answered is asked for again; one that was answered badly is not. */
  private void remember(
      Map<String, String> answers, List<String> asked, Map<String, String> found) {
    synchronized (known) {
      for (var sentence : asked) {
        var answer = answers.get(sentence);
        if (answer != null) {
          var words = Optional.of(answer.strip()).filter(each -> isOther(each, sentence));
          known.put(sentence, words);
          words.ifPresent(each -> found.put(sentence, each));
        }
      }
    }
  }

  private boolean isOther(String words, String sentence) {
    return !words.equals(sentence)
        && traceable.saysNothingElse(words, sentence)
        && redaction.redact(words).equals(words);
  }

  /** The words of a quote, where they may be given away. */
  static Optional<String> sentence(Quote quote) {
    var words = new StringBuilder();
    for (var span : quote.text().spans()) {
      if (!(span instanceof Span.Plain(var plain))) {
        return Optional.empty();
      }
      words.append(plain);
    }
    var sentence = words.toString().strip();
    var whole =
        sentence.length() >= SHORTEST
            && sentence.length() <= LONGEST
            && !sentence.endsWith("…")
            && !sentence.contains("\n")
            && !sentence.contains(Redaction.MARK);
    return whole ? Optional.of(sentence) : Optional.empty();
  }

  private static final class Remembered extends LinkedHashMap<String, Optional<String>> {

    private static final long serialVersionUID = 1;

    Remembered() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
      return size() > REMEMBERED;
    }
  }
}
