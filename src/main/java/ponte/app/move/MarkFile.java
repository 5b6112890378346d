package ponte.app.move;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import ponte.app.move.MoveRefusedException.Reason;
import ponte.archive.Holdings;

/**
 * How far one archive was copied to another one: four lines, which are a format, a checksum, the
 * archives and the mark itself. Where it is damaged, or of other archives, copying begins anew,
 * which changes nothing that was copied already.
 *
 * @param archives tells both from any others, one line
 */
record MarkFile(Path path, String archives) {

  private static final String FORMAT = "ponte-reindex 1";

  /**
   * Where the next part begins.
   *
   * @param damaged is told where what is there cannot be used
   */
  String read(Runnable damaged) {
    try {
      var lines = Files.readAllLines(path);
      if (lines.size() == 4 && lines.equals(lines(lines.get(2), lines.get(3)))) {
        return lines.get(2).equals(archives) ? lines.get(3) : Holdings.BEGINNING;
      }
      damaged.run();
    } catch (NoSuchFileException e) {
      // Nothing was copied yet.
    } catch (MalformedInputException e) {
      damaged.run();
    } catch (IOException e) {
      throw new MoveRefusedException(Reason.FILE_NOT_READABLE, told(e), e);
    }
    return Holdings.BEGINNING;
  }

  void write(String end) {
    try {
      Files.createDirectories(Objects.requireNonNull(path.toAbsolutePath().getParent()));
      var next = path.resolveSibling(path.getFileName() + ".next");
      Files.write(next, lines(archives, end));
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new MoveRefusedException(Reason.FILE_NOT_WRITABLE, told(e), e);
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new MoveRefusedException(Reason.FILE_NOT_WRITABLE, told(e), e);
    }
  }

  private String told(IOException failure) {
    return path + ": " + failure.getMessage();
  }

  private static List<String> lines(String archives, String end) {
    var sum = new CRC32();
    sum.update((archives + "\n" + end).getBytes(StandardCharsets.UTF_8));
    return List.of(FORMAT, Long.toHexString(sum.getValue()), archives, end);
  }
}
