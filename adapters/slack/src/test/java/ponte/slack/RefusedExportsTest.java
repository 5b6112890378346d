package ponte.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.nlp.Language;
import ponte.platform.SourceUnreadableException;
import ponte.reply.Texts;

/** Archives that are broken or mean harm: each is told what is wrong with it, in both languages. */
class RefusedExportsTest {

  private static final String MESSAGE =
      "{\"type\": \"message\", \"user\": \"U061A3E0G\", \"text\": \"hi\", \"ts\":"
          + " \"1433558696.000004\"}";

  private static final Limits SMALL =
      new Limits(10, 20_000, 50_000, 20, 5_000, 4_000, 2_000, 20, 5);

  @TempDir private Path folder = Path.of("");

  private Path zip(Map<String, String> files) throws IOException {
    return Exports.zip(folder.resolve("acme.zip"), files);
  }

  private static Map<String, String> with(String name, String content) {
    var files = Exports.of(MESSAGE);
    files.put(name, content);
    return files;
  }

  private static void assertRefused(Path export, String reason, String... details) {
    assertRefused(export, Limits.DEFAULT, reason, details);
  }

  private static void assertRefused(Path export, Limits limits, String reason, String... details) {
    assertThatThrownBy(() -> SlackExport.open(export, limits).close())
        .isInstanceOfSatisfying(
            SourceUnreadableException.class,
            refused -> {
              assertThat(refused.situation()).isEqualTo("import." + reason);
              assertThat(refused.details()).containsExactly((Object[]) details);
              for (var language : Language.values()) {
                assertThat(Texts.in(language).say(refused.situation(), refused.details()))
                    .contains(details)
                    .doesNotContain("{");
              }
            });
  }

  @Test
  void saysItInTheWordsOfAPerson() throws IOException {
    var day = "[\n" + MESSAGE + ",\n{\"ts\": oops}\n]";
    var export = zip(with(Exports.DAY, day));

    assertThatThrownBy(() -> SlackExport.open(export, Limits.DEFAULT).close())
        .isInstanceOfSatisfying(
            SourceUnreadableException.class,
            refused -> {
              assertThat(Texts.in(Language.ENGLISH).say(refused.situation(), refused.details()))
                  .isEqualTo(
                      "general/2015-06-06.json is not valid JSON at line 3."
                          + " Download the export from Slack again, or repair this file.");
              assertThat(Texts.in(Language.ITALIAN).say(refused.situation(), refused.details()))
                  .isEqualTo(
                      "general/2015-06-06.json non è JSON valido alla riga 3."
                          + " Scarica di nuovo l'esportazione da Slack o correggi questo file.");
            });
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
  @ValueSource(strings = {"users.json", "channels.json"})
  void refusesAnExportWithoutItsLists(String list) throws IOException {
    var files = Exports.of(MESSAGE);
    files.remove(list);

    assertRefused(zip(files), "missing-file", list, "acme.zip");
    assertRefused(
        Exports.folder(folder.resolve("unpacked"), files), "missing-file", list, "unpacked");
  }

  @Test
  void refusesAZipOfSomethingElse() throws IOException {
    assertRefused(
        zip(Map.of("holiday/beach.jpg", "sand")), "missing-file", "users.json", "acme.zip");
  }

  @Test
  void refusesSeveralExportsAtOnce() throws IOException {
    var files = new LinkedHashMap<String, String>();
    for (var top : new String[] {"may/", "june/"}) {
      Exports.of(MESSAGE).forEach((name, content) -> files.put(top + name, content));
    }

    assertRefused(zip(files), "several-exports", "acme.zip", "may/", "june/");
  }

  @Test
  void refusesAnExportWithoutChannels() throws IOException {
    assertRefused(zip(with("channels.json", "[]")), "no-channels", "channels.json");
  }

  @Test
  void refusesChannelsThatCannotBeToldApart() throws IOException {
    var channels = "[{\"id\": \"C1\", \"name\": \"dev\"}, {\"id\": \"C2\", \"name\": \"dev\"}]";

    assertRefused(zip(with("channels.json", channels)), "same-channel", "dev", "C1", "C2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          users.json                =>  =>  1
          users.json                => [{"id": "U1"} => 1
          channels.json             => [{"id": "C1",}] => 1
          general/2015-06-06.json   => [] [] => 1
          general/2015-06-06.json   => [{"ts": "1433558696.000004", "text": "half a mess => 1
          general/2015-06-06.json   => <html>Sign in to Slack</html> => 1
          """)
  void refusesMalformedJson(String file, String content, String line) throws IOException {
    assertRefused(zip(with(file, content == null ? "" : content)), "malformed-json", file, line);
  }

  @Test
  void refusesMalformedUtf8() throws IOException {
    var export = Exports.folder(folder, Exports.of(MESSAGE));
    Files.write(
        folder.resolve(Exports.DAY),
        "[{\"ts\": \"1433558696.000004\", \"text\": \"caff\u00e8\"}]"
            .getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(export, "malformed-json", Exports.DAY, "1");
  }

  @ParameterizedTest
  @CsvSource({"users.json", "channels.json", Exports.DAY})
  void refusesWhatIsNoList(String file) throws IOException {
    assertRefused(zip(with(file, "{\"ok\": false}")), "not-a-list", file);
  }

  @ParameterizedTest
  @CsvSource({"users.json", "channels.json", Exports.DAY})
  void refusesEntriesThatAreNoObjects(String file) throws IOException {
    assertRefused(zip(with(file, "[\n\"hello\"]")), "not-an-object", file, "1", "2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"id\": 7}", "{\"id\": \"\"}", "{\"id\": \"../U1\"}"})
  void refusesPeopleAndChannelsWithoutAnId(String entry) throws IOException {
    assertRefused(zip(with("users.json", "[" + entry + "]")), "no-id", "users.json", "1", "1");
    assertRefused(
        zip(with("channels.json", "[" + entry + "]")), "no-id", "channels.json", "1", "1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\": \"when?\"}",
        "{\"ts\": \"yesterday\"}",
        "{\"ts\": 1433558696.000004}",
        "{\"ts\": \"-1433558696.000004\"}",
        "{\"ts\": \"1433558696.\"}",
        "{\"ts\": \"99999999999999999999.000004\"}"
      })
  void refusesMessagesWithoutATime(String message) throws IOException {
    assertRefused(
        zip(with(Exports.DAY, "[" + MESSAGE + ",\n" + message + "]")),
        "no-ts",
        Exports.DAY,
        "2",
        "2");
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
  void refusesListsThatLieTooDeepInEachOther() throws IOException {
    var deep = "[\n{\"ts\": \"1433558696.000004\", \"x\": %s%s}]";

    assertRefused(
        zip(with(Exports.DAY, deep.formatted("[".repeat(1000), "]".repeat(1000)))),
        "too-deep",
        Exports.DAY,
        "2");
    assertRefused(
        zip(with(Exports.DAY, "[".repeat(100_000))), "not-an-object", Exports.DAY, "1", "1");
  }

  @Test
  void refusesTextsAndEntriesThatAreTooLong() throws IOException {
    var text = "[{\"ts\": \"1433558696.000004\", \"subtype\": \"%s\"}]";
    var message = "[{\"ts\": \"1433558696.000004\", \"text\": \"%s\"}]";
    var export = folder.resolve("unpacked");

    assertRefused(
        Exports.folder(export, with(Exports.DAY, text.formatted("x".repeat(3000)))),
        SMALL,
        "text-too-long",
        Exports.DAY,
        "1");
    assertRefused(
        Exports.folder(export, with(Exports.DAY, message.formatted("x".repeat(6000)))),
        SMALL,
        "entry-too-large",
        Exports.DAY,
        "1",
        "4000 B");
  }

  @Test
  void refusesADayWithoutOrderThatIsTooLargeToBePutInOrder() throws IOException {
    var padding = "x".repeat(1_000_000);
    var day = new StringBuilder("[" + MESSAGE);
    for (int i = 0; i < 17; i++) {
      day.append(",{\"ts\": \"143355800%02d.0\", \"text\": \"%s\"}".formatted(20 - i, padding));
    }
    var export = Exports.folder(folder, with(Exports.DAY, day + "]"));

    assertRefused(export, "unordered-day", Exports.DAY);
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
