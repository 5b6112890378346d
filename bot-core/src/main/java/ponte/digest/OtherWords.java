package ponte.digest;

import java.util.Map;
import java.util.Optional;
import ponte.digest.Digest.Quote;

/** What may stand for a quote. */
@FunctionalInterface
interface OtherWords {

  /** Quotes stand for themselves. */
  OtherWords NONE = _ -> Optional.empty();

  /**
   * Those that were found.
   *
   * @param found by the sentence that they stand for
   */
  static OtherWords among(Map<String, String> found) {
    return quote ->
        Rephrasing.sentence(quote).flatMap(sentence -> Optional.ofNullable(found.get(sentence)));
  }

  /** The words to be read in place of a quote; empty: it stands. */
  Optional<String> of(Quote quote);
}
