package ponte.consent;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Records;
import ponte.store.Write;

/**
 * When people are not to be disturbed, as their platforms tell it: of each account by itself, since
 * none knows of the others.
 */
final class Undisturbed {

  private final Records records;

  Undisturbed(Records records) {
    this.records = records;
  }

  /** What was once kept among a person's wishes. */
  private record Wishes(@Nullable DoNotDisturb doNotDisturb) {}

  /** What was told under a key; what was told earlier counts no more. */
  void tell(Key key, DoNotDisturb time) {
    while (true) {
      var old = records.find(key);
      if (old.map(Undisturbed::read).filter(known -> known.told().isAfter(time.told())).isPresent()
          || records.write(
              new Write(
                  key, Codec.write(time), old.map(Document::version).orElse(0L), null, null))) {
        return;
      }
    }
  }

  /**
   * @param wishes where it was kept before it had a place of its own
   */
  Optional<DoNotDisturb> find(Key key, Key wishes) {
    return records
        .find(key)
        .map(Undisturbed::read)
        .or(
            () ->
                records
                    .find(wishes)
                    .map(document -> Codec.read(document.content(), Wishes.class).doNotDisturb()));
  }

  private static DoNotDisturb read(Document document) {
    return Codec.read(document.content(), DoNotDisturb.class);
  }
}
