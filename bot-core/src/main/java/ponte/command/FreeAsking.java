package ponte.command;

import java.util.Optional;
import java.util.regex.Matcher;
import ponte.nlp.Language;

/**
 * Who-knows questions as people of one language put them when they choose other words than those
 * that most do. What asks is taken off; where the rest cannot be a topic it is left alone.
 */
final class FreeAsking {

  private final Phrasebook book;
  private final Doubt doubt;

  FreeAsking(Language language) {
    this.book = Phrasebook.of(language);
    this.doubt = Doubt.in(language);
  }

  /** The topic; empty where a line does not ask so. */
  Optional<Written> of(Written line) {
    return book.phrases("who-knows-freely").stream()
        .map(phrase -> phrase.matcher(line.folded()))
        .filter(Matcher::matches)
        .map(match -> line.cut(match.start("topic"), match.end("topic")))
        .filter(topic -> !doubt.isNone(topic))
        .findFirst();
  }
}
