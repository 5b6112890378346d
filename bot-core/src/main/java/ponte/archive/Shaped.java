package ponte.archive;

import ponte.nlp.Language;

/**
 * Words of a shape that people may have written in a language: to be found in an archive.
 *
 * @param limit most words to find, at least 1
 */
public record Shaped(Shape shape, Language language, int limit) {

  public Shaped {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is " + limit + ", must be 1 or more");
    }
  }
}
