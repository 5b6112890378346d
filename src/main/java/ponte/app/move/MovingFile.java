package ponte.app.move;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import ponte.app.move.MoveRefusedException.Reason;
import ponte.store.Codec;
import ponte.store.Stored;

/**
 * A file with all that a state held: a line that names the format, a line of JSON for each thing in
 * the order in which it is to be loaded, and a last line with their number and checksum, without
 * which the file is not whole. All of it is compressed.
 *
 * <p>It is written for its owner's eyes only, under its name once it is whole.
 */
record MovingFile(Path path) {

  private static final String FORMAT = "ponte-state ";
  private static final int VERSION = 1;
  private static final String END = "end ";

  /**
   * What a whole file is.
   *
   * @param things how many are in it
   * @param checksum of all of them
   */
  record Seal(long things, String checksum) {}

  /** Writes all of it; a file that is there is left alone. */
  Seal write(Stream<Stored> everything) {
    if (Files.exists(path)) {
      throw new MoveRefusedException(Reason.FILE_EXISTS, path.toString(), null);
    }
    try {
      var folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
      // Temporary files are readable by their owner only.
      var unfinished = Files.createTempFile(folder, ".ponte-state", ".part");
      try {
        var seal = write(everything, unfinished);
        Files.move(unfinished, path);
        return seal;
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (FileAlreadyExistsException e) {
      throw new MoveRefusedException(Reason.FILE_EXISTS, path.toString(), e);
    } catch (IOException | UncheckedIOException e) {
      throw new MoveRefusedException(Reason.FILE_NOT_WRITABLE, path + ": " + e.getMessage(), e);
    }
  }

  private static Seal write(Stream<Stored> everything, Path unfinished) throws IOException {
    try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      var zipped = new GZIPOutputStream(Channels.newOutputStream(channel));
      var lines = new BufferedWriter(new OutputStreamWriter(zipped, StandardCharsets.UTF_8));
      var sum = new Sum();
      lines.write(FORMAT + VERSION + "\n");
      // An iterator would hold a whole topic at once.
      everything.forEachOrdered(
          stored -> {
            var line = Codec.write(stored);
            sum.add(line);
            writeLine(lines, line);
          });
      var seal = sum.seal();
      lines.write(END + seal.things() + " " + seal.checksum() + "\n");
      lines.flush();
      zipped.finish();
      channel.force(true);
      return seal;
    }
  }

  private static void writeLine(BufferedWriter lines, String line) {
    try {
      lines.write(line);
      lines.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads all of it.
   *
   * @param to is given each thing before the end of the file was seen
   * @throws MoveRefusedException if it is not whole
   */
  Seal read(Consumer<Stored> to) {
    var isOurs = false;
    try (var in = Files.newInputStream(path);
        var lines =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(in), StandardCharsets.UTF_8.newDecoder()))) {
      checkFormat(lines.readLine());
      isOurs = true;
      var sum = new Sum();
      while (true) {
        var line = lines.readLine();
        if (line == null) {
          throw refused(Reason.DAMAGED, null);
        }
        if (line.startsWith(END)) {
          var seal = sum.seal();
          var whole = line.equals(END + seal.things() + " " + seal.checksum());
          if (!whole || lines.readLine() != null) {
            throw refused(Reason.DAMAGED, null);
          }
          return seal;
        }
        sum.add(line);
        to.accept(stored(line));
      }
    } catch (EOFException | CharacterCodingException e) {
      throw refused(Reason.DAMAGED, e);
    } catch (ZipException e) {
      throw refused(isOurs ? Reason.DAMAGED : Reason.NO_STATE, e);
    } catch (IOException e) {
      throw new MoveRefusedException(Reason.FILE_NOT_READABLE, path + ": " + e.getMessage(), e);
    }
  }

  private void checkFormat(@Nullable String first) {
    if (first == null || !first.matches(FORMAT + "\\d{1,9}")) {
      throw refused(Reason.NO_STATE, null);
    }
    if (Integer.parseInt(first.substring(FORMAT.length())) > VERSION) {
      throw refused(Reason.NEWER, null);
    }
  }

  private Stored stored(String line) {
    try {
      return Codec.read(line, Stored.class);
    } catch (IllegalArgumentException e) {
      throw refused(Reason.DAMAGED, e);
    }
  }

  private MoveRefusedException refused(Reason reason, @Nullable Throwable cause) {
    return new MoveRefusedException(reason, path.toString(), cause);
  }

  /** The number and the checksum of lines. */
  private static final class Sum {

    private final MessageDigest digest;
    private long lines;

    Sum() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    void add(String line) {
      digest.update(line.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      lines++;
    }

    Seal seal() {
      return new Seal(lines, HexFormat.of().formatHex(digest.digest()));
    }
  }
}
