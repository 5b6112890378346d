package ponte.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.slack.Refusal.MESSAGE;
import static ponte.slack.Refusal.SMALL;
import static ponte.slack.Refusal.assertRefused;
import static ponte.slack.Refusal.with;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives and folders that are broken or mean harm, before a word in them is looked at. */
class RefusedFilesTest {

  @TempDir private Path folder = Path.of("");

  private Path zip(Map<String, String> files) throws IOException {
    return Exports.zip(folder.resolve("acme.zip"), files);
  }

  @Test
  void refusesWhatIsNotThere() {
    var nowhere = folder.resolve("nowhere.zip");

    assertRefused(nowhere, "not-there", nowhere.toString());
  }

  @Test
  void refusesWhatIsNoZip() throws IOException {
    assertRefused(
        Files.writeString(folder.resolve("letter.txt"), "Dear all,"), "not-a-zip", "letter.txt");
  }

  @Test
  void refusesWhatIsEmpty() throws IOException {
    assertRefused(Files.createFile(folder.resolve("a.zip")), "empty", "a.zip");
    assertRefused(Files.createDirectory(folder.resolve("b")), "empty", "b");
    assertRefused(zip(Map.of()), "empty", "acme.zip");
  }

  @Test
  void refusesAZipThatWasCutOff() throws IOException {
    var whole = Files.readAllBytes(zip(Exports.of(MESSAGE)));
    var half = new byte[whole.length / 2];
    System.arraycopy(whole, 0, half, 0, half.length);

    assertRefused(Files.write(folder.resolve("half.zip"), half), "damaged-zip", "half.zip");
  }

  @Test
  void refusesAFileWhoseBytesWereChanged() throws IOException {
    var path = folder.resolve("stored.zip");
    var content = ("[" + MESSAGE + "]").getBytes(StandardCharsets.UTF_8);
    try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (var file : with(Exports.DAY, "").entrySet()) {
        var entry = new ZipEntry(file.getKey());
        zip.putNextEntry(file.getKey().equals(Exports.DAY) ? stored(entry, content) : entry);
        zip.write(
            file.getKey().equals(Exports.DAY)
                ? content
                : file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    var bytes = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    Files.writeString(path, bytes.replace("\"hi\"", "\"ho\""), StandardCharsets.ISO_8859_1);

    assertRefused(path, "damaged-file", Exports.DAY);
  }

  private static ZipEntry stored(ZipEntry entry, byte[] content) {
    var checksum = new CRC32();
    checksum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    return entry;
  }

  @Test
  void refusesAnEncryptedZip() throws IOException {
    assertRefused(
        HostileZip.at(zip(Exports.of(MESSAGE)), Exports.DAY).encrypted(), "encrypted", "acme.zip");
  }

  @Test
  void refusesAWayOfPackingThatJavaDoesNotKnow() throws IOException {
    var deflate64 = 9;

    assertRefused(
        HostileZip.at(zip(Exports.of(MESSAGE)), Exports.DAY).withMethod(deflate64),
        "compression",
        "acme.zip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.json",
        "/etc/passwd",
        "general/../../evil.json",
        "..",
        "general\\..\\evil.json",
        "C:/evil.json",
        "c:evil.json"
      })
  void refusesPathsThatLeadOut(String path) throws IOException {
    assertRefused(zip(with(path, "[]")), "unsafe-path", path);
    assertThat(folder).isDirectoryNotContaining("glob:**evil*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "general//2015-06-06.json",
        "./general/2015-06-06.json",
        "general/./2015-06-06.json"
      })
  void refusesAPathTwice(String path) throws IOException {
    assertRefused(zip(with(path, "[]")), "same-path", path);
  }

  @Test
  void refusesNamesThatDifferOnlyInHowAccentsAreWritten() throws IOException {
    var files = with("caff\u00e8/2015-06-06.json", "[]");
    files.put("caffe\u0300/2015-06-06.json", "[]");

    assertRefused(zip(files), "same-path", "caffe\u0300/2015-06-06.json");
  }

  @Test
  void refusesLinksInAFolder() throws IOException {
    var secret = Files.writeString(folder.resolve("secret.json"), "[]");
    var export = Exports.folder(folder.resolve("unpacked"), Exports.of(MESSAGE));
    Files.createSymbolicLink(export.resolve("general/2015-06-07.json"), secret);

    assertRefused(export, "link", "general/2015-06-07.json");
  }

  @Test
  void refusesLinkedFolders() throws IOException {
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    var export = Exports.folder(folder.resolve("unpacked"), Exports.of(MESSAGE));
    Files.createSymbolicLink(export.resolve("random"), elsewhere);

    assertRefused(export, "link", "random");
  }

  @ParameterizedTest
  @ValueSource(strings = {Exports.DAY, "users.json", "padding.bin"})
  void refusesAFileOfTwoGigabytesBeforeReadingIt(String name) throws IOException {
    var export = zip(with(name, "[]"));

    assertRefused(
        HostileZip.at(export, name).withSize(2L * 1024 * 1024 * 1024 - 1),
        "file-too-large",
        name,
        "512 MB");
  }

  @Test
  void refusesAFileThatUnpacksToMuchMoreThanItWeighs() throws IOException {
    assertRefused(
        zip(with(Exports.DAY, "[" + " ".repeat(15_000) + "]")), SMALL, "bomb", Exports.DAY);
  }

  @Test
  void refusesAFileThatHidesHowMuchItUnpacksTo() throws IOException {
    var export = zip(with(Exports.DAY, "[" + " ".repeat(15_000) + "]"));

    assertRefused(HostileZip.at(export, Exports.DAY).withSize(100), SMALL, "bomb", Exports.DAY);
  }

  @Test
  void refusesFilesThatTogetherUnpackToMuchMoreThanTheyWeigh() throws IOException {
    var files = Exports.of(MESSAGE);
    for (int day = 1; day < 7; day++) {
      files.put("general/2015-06-1%d.json".formatted(day), "[" + " ".repeat(4_900) + "]");
    }
    var limits = new Limits(100, 20_000, 50_000, 10, 5_000, 4_000, 2_000, 20, 5);

    assertRefused(zip(files), limits, "bomb", "acme.zip");
  }

  @Test
  void refusesMoreThanTheLimitsAllow() throws IOException {
    var twenty = Exports.of(MESSAGE);
    for (int day = 10; day < 30; day++) {
      twenty.put("general/2015-06-%d.json".formatted(day), "[]");
    }
    var crowd = new StringBuilder("[{\"id\": \"U0\"}");
    for (int i = 1; i < 9; i++) {
      crowd.append(",{\"id\": \"U").append(i).append("\"}");
    }
    var sixty = Exports.of(MESSAGE);
    for (int day = 1; day < 5; day++) {
      sixty.put("general/2015-06-1%d.json".formatted(day), "x".repeat(15_000));
    }

    assertRefused(zip(twenty), SMALL, "too-many-files", "10");
    assertRefused(Exports.folder(folder.resolve("twenty"), twenty), SMALL, "too-many-files", "10");
    assertRefused(zip(with("users.json", crowd + "]")), SMALL, "too-many-people", "5");
    assertRefused(Exports.folder(folder.resolve("sixty"), sixty), SMALL, "too-large", "50000 B");
    assertRefused(
        Exports.folder(folder.resolve("large"), with("x.bin", "x".repeat(20_001))),
        SMALL,
        "file-too-large",
        "x.bin",
        "20000 B");
  }

  @Test
  void refusesAListOfMillionsOfFilesBeforeReadingIt() throws IOException {
    var bytes = ByteBuffer.allocate(102).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(0, 0x04034b50);
    bytes.putInt(4, 0x06064b50).putLong(4 + 32, 5_000_000);
    bytes.putInt(60, 0x07064b50).putLong(60 + 8, 4);
    bytes.putInt(80, 0x06054b50).putShort(80 + 10, (short) 0xFFFF);

    assertRefused(
        Files.write(folder.resolve("many.zip"), bytes.array()), "too-many-files", "1000000");
  }

  @Test
  void showsNamesSoThatTheyHarmNoTerminal() throws IOException {
    var name = "../\u001b[31m" + "x".repeat(300);

    assertRefused(zip(with(name, "")), "unsafe-path", "../\uFFFD[31m" + "x".repeat(192) + "…");
  }

  @Test
  void letsGoOfARefusedFile() throws IOException {
    var export = zip(with(Exports.DAY, "oops"));

    assertRefused(export, "malformed-json", Exports.DAY, "1");

    Files.delete(export);
    assertThat(folder).isEmptyDirectory();
  }
}
