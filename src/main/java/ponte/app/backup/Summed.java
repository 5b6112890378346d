package ponte.app.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ponte.app.backup.Contents.Part;

/** A stream that can say, at its end, what was in it. */
final class Summed extends FilterInputStream {

  private final MessageDigest sum;
  private long bytes;

  Summed(InputStream in) {
    super(in);
    try {
      sum = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** All that was read, as a part of this name. */
  Part part(String name) {
    return new Part(name, bytes, HexFormat.of().formatHex(sum.digest()));
  }

  @Override
  public int read() throws IOException {
    var one = super.read();
    if (one >= 0) {
      sum.update((byte) one);
      bytes++;
    }
    return one;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    var count = super.read(buffer, from, length);
    if (count > 0) {
      sum.update(buffer, from, count);
      bytes += count;
    }
    return count;
  }
}
