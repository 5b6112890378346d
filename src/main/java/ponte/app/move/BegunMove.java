package ponte.app.move;

import java.time.Instant;
import java.util.Optional;
import ponte.store.Codec;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.StoreUnavailableException;
import ponte.store.Write;

/**
 * The note in a store that not all of a file is in it yet: nobody may work with it before.
 *
 * @param checksum of the file
 */
record BegunMove(String checksum, Instant at) {

  private static final Key KEY = new Partition("move", "state").key("begun");

  static Optional<BegunMove> in(Records records) {
    return records.find(KEY).map(note -> Codec.read(note.content(), BegunMove.class));
  }

  /** Notes it in an empty store. */
  void begin(Records records) {
    if (!records.write(Write.create(KEY, Codec.write(this)))) {
      throw new StoreUnavailableException("another import of state has just been begun", null);
    }
  }

  static void end(Records records) {
    records.find(KEY).ifPresent(note -> records.remove(note.key(), note.version()));
  }
}
