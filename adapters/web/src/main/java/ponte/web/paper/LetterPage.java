package ponte.web.paper;

import ponte.digest.Edition;
import ponte.reply.Texts;

/** A digest as a page that travels. */
public record LetterPage(Edition edition, Pointers pointers) {

  /** A text of the pages, in the digest's language. */
  public String say(String situation, Object... values) {
    return Texts.of("ponte.web.texts", edition.language()).say(situation, values);
  }

  /** The first words, which mail programs show beside the title. */
  public String preview() {
    return edition.notes().isEmpty()
        ? edition.title()
        : new Words(pointers).of(edition.notes().getFirst());
  }
}
