package ponte.digest;

import java.util.List;
import ponte.consent.Redaction;
import ponte.digest.Digest.Decision;
import ponte.digest.Digest.Discussion;
import ponte.digest.Digest.Headline;
import ponte.digest.Digest.Quote;
import ponte.nlp.KeyPhrase;
import ponte.nlp.Nlp;
import ponte.nlp.Rarity;

/** Turns what was chosen into what is shown: quotes cut to length, phrases that name a topic. */
final class Quoting {

  /** Sentences further down seldom tell the topic any more. */
  private static final int SENTENCES_FOR_PHRASES = 60;

  /** Names of variables are shorter, and tell nothing. */
  private static final int LETTERS_OF_A_PHRASE = 3;

  private static final Redaction REDACTION = new Redaction();

  private final Nlp nlp;
  private final DigestRules.Lines rules;
  private final Rarity rarity;

  Quoting(Nlp nlp, DigestRules.Lines rules, Rarity rarity) {
    this.nlp = nlp;
    this.rules = rules;
    this.rarity = rarity;
  }

  Discussion discussion(Draft draft) {
    var outcome = draft.outcome();
    return new Discussion(
        draft.talk().id(),
        headline(draft),
        outcome == null ? null : outcome(outcome),
        draft.solved(),
        draft.within().participants(),
        draft.within().messages().size());
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
            about.messages()));
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
    return draft.opening().question()
        ? new Headline.Asked(opening)
        : new Headline.About(phrases(draft), opening);
  }

  private List<String> phrases(Draft draft) {
    var language = draft.opening().line().language();
    var sentences =
        draft.lines().stream()
            .filter(line -> line.language() == language)
            .limit(SENTENCES_FOR_PHRASES)
            .map(line -> line.sentence().groups())
            .toList();
    return nlp.keyPhrases(sentences, rarity, 2 * rules.phrases()).stream()
        .map(KeyPhrase::text)
        .filter(phrase -> phrase.chars().filter(Character::isLetter).count() >= LETTERS_OF_A_PHRASE)
        .limit(rules.phrases())
        .toList();
  }
}
