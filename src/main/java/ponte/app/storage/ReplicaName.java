package ponte.app.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import ponte.store.StoreUnavailableException;

/** The name of a replica, which it keeps with its data: two never have the same. */
public record ReplicaName(String value) {

  private static final String FILE = "replica";

  /** Whether a replica has its data here. */
  public static boolean isIn(Path data) {
    return Files.exists(data.resolve(FILE));
  }

  /**
   * The name of the replica whose data lie here; it gets one where it has none.
   *
   * @throws StoreUnavailableException if the directory cannot be read or written
   */
  public static ReplicaName in(Path data) {
    var file = data.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, UUID.randomUUID().toString());
      }
      var name = Files.readString(file).strip();
      if (name.isEmpty()) {
        throw new StoreUnavailableException(file + " is damaged: it is empty; delete it", null);
      }
      return new ReplicaName(name);
    } catch (IOException e) {
      throw new StoreUnavailableException(file + " cannot be read or written: " + e, e);
    }
  }
}
