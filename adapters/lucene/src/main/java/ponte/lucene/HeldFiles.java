package ponte.lucene;

import java.nio.file.Path;
import java.util.List;

/**
 * Files of an archive that stay as they are until they are let go of.
 *
 * @param files in the order of their names
 * @param end what lets go of them
 */
public record HeldFiles(List<Path> files, Runnable end) implements AutoCloseable {

  public HeldFiles {
    files = List.copyOf(files);
  }

  @Override
  public void close() {
    end.run();
  }
}
