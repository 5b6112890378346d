package ponte.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ponte.slack.Refusal.MESSAGE;
import static ponte.slack.Refusal.SMALL;
import static ponte.slack.Refusal.assertRefused;
import static ponte.slack.Refusal.with;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.nlp.Language;
import ponte.platform.SourceUnreadableException;
import ponte.reply.Texts;

/** Exports whose files do not hold what Slack writes. */
class RefusedContentTest {

  @TempDir private Path folder = Path.of("");

  private Path zip(Map<String, String> files) throws IOException {
    return Exports.zip(folder.resolve("acme.zip"), files);
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

  @Test
  void refusesMessagesOfAChannelThatIsNotListed() throws IOException {
    assertRefused(
        zip(with("secret-plans/2015-06-06.json", "[" + MESSAGE + "]")),
        "unlisted-folder",
        "secret-plans",
        "channels.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          users.json                =>  =>  1
          users.json                => [{"id": "U1"} => 1
          channels.json             => [{"id": "C1",}] => 1
          users.json                => { => 1
          general/2015-06-06.json   => ["hello", => 1
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

  @Test
  void refusesListsThatLieTooDeepInEachOther() throws IOException {
    var deep = "[\n{\"ts\": \"1433558696.000004\", \"x\": %s%s}]";

    assertRefused(
        zip(with(Exports.DAY, deep.formatted("[".repeat(1000), "]".repeat(1000)))),
        "too-deep",
        Exports.DAY,
        "2");
    assertRefused(zip(with(Exports.DAY, "[".repeat(200_000))), "too-deep", Exports.DAY, "1");
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
}
