package ponte.slack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the end of a zip says about the whole: asked before the JDK reads the list of all files into
 * memory.
 *
 * @param files how many files there are
 */
record ZipEnd(long files) {

  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int LOCATOR_64_LENGTH = 20;

  /** Empty where there is no end to be found: it is no zip, or not a whole one. */
  static Optional<ZipEnd> find(Path path) throws IOException {
    try (var file = Files.newByteChannel(path)) {
      var length = (int) Math.min(file.size(), END_LENGTH + LONGEST_COMMENT + LOCATOR_64_LENGTH);
      var tail = read(file, file.size() - length, length);
      for (int at = length - END_LENGTH; at >= 0; at--) {
        if (tail.getInt(at) == END) {
          return Optional.of(new ZipEnd(files(file, tail, at)));
        }
      }
      return Optional.empty();
    }
  }

  private static long files(SeekableByteChannel file, ByteBuffer tail, int end) throws IOException {
    int locator = end - LOCATOR_64_LENGTH;
    if (locator >= 0 && tail.getInt(locator) == LOCATOR_64) {
      long at = tail.getLong(locator + 8);
      if (at >= 0 && at + 56 <= file.size()) {
        var end64 = read(file, at, 56);
        if (end64.getInt(0) == END_64) {
          return end64.getLong(32);
        }
      }
    }
    return Short.toUnsignedInt(tail.getShort(end + 10));
  }

  private static ByteBuffer read(SeekableByteChannel file, long from, int length)
      throws IOException {
    var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.position(from);
    while (bytes.hasRemaining() && file.read(bytes) >= 0) {
      // the rest of a short read
    }
    return bytes;
  }
}
