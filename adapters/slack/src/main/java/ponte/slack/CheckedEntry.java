package ponte.slack;

import static ponte.slack.Refusals.refusal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * A file of a zip that is held to what the zip says of it: its checksum, and its size as far as the
 * limits go. The JDK looks at neither when it unpacks one.
 */
final class CheckedEntry extends FilterInputStream {

  private final ZipEntry entry;
  private final Limits limits;
  private final CRC32 checksum = new CRC32();
  private long read;

  CheckedEntry(InputStream in, ZipEntry entry, Limits limits) {
    super(in);
    this.entry = entry;
    this.limits = limits;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    if (count < 0) {
      if (entry.getCrc() >= 0 && entry.getCrc() != checksum.getValue()) {
        throw new ZipException("checksum of " + entry.getName() + " is wrong");
      }
      return count;
    }
    checksum.update(bytes, from, count);
    read += count;
    if (read > limits.fileBytes()) {
      throw refusal("file-too-large", entry.getName(), Refusals.size(limits.fileBytes()));
    }
    if (limits.isBomb(read, entry.getCompressedSize())) {
      throw refusal("bomb", entry.getName());
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 8192)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
