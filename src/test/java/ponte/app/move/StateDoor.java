package ponte.app.move;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** A file of export-state that somebody changed: it is read whole, or refused with a reason. */
public final class StateDoor implements Consumer<byte[]> {

  private static final int GZIP = 0x1f;

  private final Path file;
  private long read;

  public StateDoor() {
    try {
      file = Files.createTempFile("state", ".gz");
      file.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many things were in whole files. */
  public long read() {
    return read;
  }

  /** What is not compressed is the text that would be. */
  @Override
  public void accept(byte[] input) {
    try (var out = Files.newOutputStream(file)) {
      if (input.length > 0 && input[0] == GZIP) {
        out.write(input);
      } else {
        try (var zipped = new GZIPOutputStream(out)) {
          zipped.write(input);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      read += new MovingFile(file).read(Objects::requireNonNull).things();
    } catch (MoveRefusedException refused) {
      Objects.requireNonNull(refused.reason());
    }
  }
}
