package ponte.slack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rewrites what the list at the end of a zip says about one of its files. */
final class HostileZip {

  private static final int ENTRY = 0x02014b50;
  private static final int FLAGS = 8;
  private static final int METHOD = 10;
  private static final int SIZE = 24;
  private static final int NAME_LENGTH = 28;
  private static final int NAME = 46;

  private final Path zip;
  private final ByteBuffer bytes;
  private final int entry;

  private HostileZip(Path zip, String name) throws IOException {
    this.zip = zip;
    this.bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
    this.entry = find(name);
  }

  static HostileZip at(Path zip, String name) throws IOException {
    return new HostileZip(zip, name);
  }

  private int find(String name) {
    for (int at = 0; at + NAME < bytes.limit(); at++) {
      if (bytes.getInt(at) == ENTRY) {
        var found = new byte[bytes.getShort(at + NAME_LENGTH)];
        bytes.get(at + NAME, found);
        if (new String(found, StandardCharsets.UTF_8).equals(name)) {
          return at;
        }
      }
    }
    throw new IllegalArgumentException("no file " + name);
  }

  Path withSize(long size) throws IOException {
    bytes.putInt(entry + SIZE, (int) size);
    return write();
  }

  Path encrypted() throws IOException {
    bytes.putShort(entry + FLAGS, (short) (bytes.getShort(entry + FLAGS) | 1));
    return write();
  }

  Path withMethod(int method) throws IOException {
    bytes.putShort(entry + METHOD, (short) method);
    return write();
  }

  private Path write() throws IOException {
    return Files.write(zip, bytes.array());
  }
}
