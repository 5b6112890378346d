package ponte.digest;

import java.util.Optional;
import ponte.digest.Digest.Quote;

/** What may stand for a quote. */
@FunctionalInterface
interface OtherWords {

  /** Quotes stand for themselves. */
  OtherWords NONE = _ -> Optional.empty();

  /** The words to be read in place of a quote; empty: it stands. */
  Optional<String> of(Quote quote);
}
