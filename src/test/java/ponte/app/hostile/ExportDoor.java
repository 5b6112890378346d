package ponte.app.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ponte.platform.SourceUnreadableException;
import ponte.slack.Limits;
import ponte.slack.SlackExport;

/** Exports that somebody made up: they are read whole, or refused with a reason for people. */
final class ExportDoor implements Consumer<byte[]> {

  private static final String[] FILES = {
    "users.json", "channels.json", "general/2015-06-06.json", "dms.json"
  };

  private static final String[] GOOD = {
    "[{\"id\":\"U1\",\"team_id\":\"T1\",\"name\":\"ada\",\"profile\":{\"real_name\":\"Ada\"}}]",
    "[{\"id\":\"C1\",\"name\":\"general\",\"members\":[\"U1\"]}]",
    "[{\"type\":\"message\",\"user\":\"U1\",\"text\":\"hello\",\"ts\":\"1433559319.000002\"}]",
    "[]"
  };

  private final boolean zips;
  private final Path file;

  private ExportDoor(boolean zips) {
    this.zips = zips;
    try {
      this.file = Files.createTempFile("export", ".zip");
      file.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first byte says which file of an export the rest is. */
  static ExportDoor ofFiles() {
    return new ExportDoor(false);
  }

  /** All of it is the zip. */
  static ExportDoor ofZips() {
    return new ExportDoor(true);
  }

  @Override
  public void accept(byte[] input) {
    try {
      Files.write(file, zips ? input : zipped(input));
      try (var export = SlackExport.open(file, Limits.DEFAULT)) {
        export.people();
        for (var channel : export.channels()) {
          export.members(channel.id());
          export.history(channel.id(), batch -> batch.forEach(Objects::requireNonNull));
        }
      }
    } catch (SourceUnreadableException refused) {
      if (refused.situation().isBlank()) {
        throw new AssertionError("refused without a reason", refused);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] zipped(byte[] input) throws IOException {
    var which = input.length == 0 ? 0 : Math.floorMod(input[0], FILES.length);
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < FILES.length; i++) {
        zip.putNextEntry(new ZipEntry(FILES[i]));
        zip.write(
            i == which && input.length > 0
                ? Arrays.copyOfRange(input, 1, input.length)
                : GOOD[i].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
