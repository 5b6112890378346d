package ponte.digest;

import ponte.consent.Redaction;
import ponte.digest.Digest.Decision;
import ponte.digest.Digest.Discussion;
import ponte.digest.Digest.Headline;
import ponte.digest.Digest.Quote;

/** Turns what was chosen into what is shown: quotes cut to length. */
final class Quoting {

  private static final Redaction REDACTION = new Redaction();

  private final DigestRules.Lines rules;

  Quoting(DigestRules.Lines rules) {
    this.rules = rules;
  }

  Discussion discussion(Draft draft) {
    var outcome = draft.outcome();
    return new Discussion(
        draft.talk().id(),
        headline(draft),
        outcome == null ? null : outcome(outcome),
        draft.solved(),
        draft.extent().people(),
        draft.extent().messages().size(),
        draft.talk().isWholeThread());
  }

  /** A decision and what it was about; no other sentence of that conversation is its outcome. */
  Decision decision(Decided decided) {
    var about = discussion(decided.in());
    var quote = outcome(decided.line());
    return new Decision(
        quote,
        new Discussion(
            about.conversation(),
            about.headline(),
            null,
            about.solved(),
            about.people(),
            about.messages(),
            about.isThread()));
  }

  Quote headline(Line line) {
    return cut(line, rules.headlineWords());
  }

  Quote outcome(Line line) {
    return cut(line, rules.outcomeWords());
  }

  /** Half a secret is not known for one: it is hidden before anything is cut. */
  static Quote cut(Line line, int words) {
    return Quote.of(line.message(), Clip.after(words, REDACTION.redact(line.quote().text())));
  }

  private Headline headline(Draft draft) {
    var line = draft.opening().line();
    var opening = headline(line);
    return draft.opening().question() ? new Headline.Asked(opening) : new Headline.About(opening);
  }
}
