package ponte.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.app.Demo;
import ponte.app.Replica;
import ponte.archive.Extent;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.nlp.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line from end to end, on the demo workspace. */
@TestInstance(Lifecycle.PER_CLASS)
class CommandLineTest {

  private Path data = Path.of("");
  private Path empty = Path.of("");
  private Ran imported = new Ran(-1, "", "");

  @BeforeAll
  void importTheDemo(@TempDir Path directory) {
    data = directory.resolve("data");
    empty = directory;
    imported = ran("import", Demo.folder().toString(), "-q");
  }

  @Test
  void saysWhatItImported() {
    try (var export = Demo.export()) {
      assertThat(imported.out())
          .isEqualToIgnoringNewLines(
              String.format(
                  Locale.ENGLISH,
                  "%,d messages, %d people, %d channels in %s",
                  export.messages(),
                  export.people().size(),
                  export.channels().size(),
                  data));
    }
    assertThat(imported.exitCode()).isZero();
    assertThat(imported.err()).isEmpty();
  }

  @Test
  void changesNothingByImportingTwice() {
    var before = extent();

    var again = ran("import", Demo.folder().toString(), "--quiet");

    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains(Demo.folder() + " was loaded before and has not changed");
    assertThat(before.messages()).isGreaterThan(1_400);
    assertThat(extent()).isEqualTo(before);
  }

  @Test
  void countsNoMessageWhereThereIsNone(@TempDir Path quiet) throws IOException {
    Files.writeString(quiet.resolve("users.json"), "[{\"id\": \"U1\", \"team_id\": \"T1\"}]");
    Files.writeString(quiet.resolve("channels.json"), "[{\"id\": \"C1\", \"name\": \"lab\"}]");
    var here = quiet.resolve("data");

    var inEnglish = ranOn(here, "import", quiet.toString(), "-q");

    assertThat(inEnglish.out()).startsWith("0 messages, 1 person, 1 channel in ");
  }

  @Test
  void namesWhoKnowsInEnglish() {
    var asked = ran("ask", "who", "knows", "about", "kafka?");

    assertThat(asked.exitCode()).isZero();
    assertThat(asked.out())
        .contains("Who knows about “kafka”", "Dario, Backend lead, data streaming")
        .containsPattern("http://localhost:8080/archive/T0DEMOSOLF/C0DEMO\\d+/[\\d.]+#message")
        .doesNotContain("{0}");
    assertThat(asked.err()).isEmpty();
  }

  @Test
  void answersInTheLanguageOfTheQuestion() {
    var asked = ran("ask", "chi sa di detrazioni?");

    assertThat(asked.exitCode()).isZero();
    assertThat(asked.out()).contains("Chi sa di «detrazioni»", "Marco, Incentivi e normativa");
  }

  @Test
  void tellsScriptsThatNobodyWasFound() {
    var asked = ran("ask", "who knows about OCPP?");

    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.out()).contains("Nobody found for “OCPP”");
  }

  @Test
  void proposesWhatOneCouldTypeWhereItDidNotUnderstand() {
    var asked = ran("ask", "hello");

    assertThat(asked.exitCode()).isZero();
    assertThat(asked.out()).contains("You can ask me, for example:", "- digest #", "- help");
  }

  @Test
  void saysHowAFormIsPutInWords() {
    var asked = ran("ask", "pause", "--as", "Niall");

    assertThat(asked.exitCode()).isZero();
    assertThat(asked.out()).contains("- pause until <date>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Niall",
        "NIALL",
        "niall.brogan",
        "@niall.brogan",
        "Niall Brogan",
        "U0DEMO02",
        "T0DEMOSOLF/U0DEMO02"
      })
  void answersAsAPersonWhoIsNamed(String name) {
    var digest = digestOfDirezione("--as", name);

    assertThat(digest.exitCode()).as(digest.err()).isZero();
    assertThat(digest.out()).contains("Digest of #direzione");
  }

  @Test
  void showsAPrivateChannelToNobodyElse() {
    assertThat(digestOfDirezione().out()).contains("You can open no channel named #direzione");
    assertThat(digestOfDirezione()).isEqualTo(digestOfDirezione("--as", "Aoife"));
    assertThat(digestOfDirezione().exitCode()).isEqualTo(1);
  }

  @Test
  void actsForNobodyByAPartOfTheirName() {
    var asked = ran("ask", "help", "--as", "gi");

    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.out()).isEmpty();
    assertThat(asked.err())
        .contains("Nobody here is called gi. Did you mean: ")
        .contains("Giulio (T0DEMOSOLF/U0DEMO07)", "Gianni (T0DEMOSOLF/U0DEMO29)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nia", "Nial", "niall.brogn", "@nialll", "Niall Brogann"})
  void offersWhoeverIsMeant(String name) {
    var digest = digestOfDirezione("--as", name);

    assertThat(digest.exitCode()).isEqualTo(2);
    assertThat(digest.out()).isEmpty();
    assertThat(digest.err())
        .contains("Nobody here is called " + name + ". Did you mean: ")
        .contains("Niall (T0DEMOSOLF/U0DEMO02)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "@", "."})
  void needsANameToActForSomebody(String name) {
    var asked = ran("ask", "help", "--as", name);

    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err()).contains("--as needs a name, a handle or an id.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nobody Inparticular", "Pietro Amerio", "Sentinella"})
  void knowsNoPersonWhoIsNotThere(String name) {
    var asked = ran("ask", "help", "--as", name);

    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err()).contains("Nobody here is called " + name);
  }

  @Test
  void writesPeopleAndTheirEvidenceAsJson() {
    var asked = ran("ask", "who knows about kafka?", "--json", "--as", "Niall");

    var people = blocks(asked, "person");
    assertThat(people).isNotEmpty();
    assertThat(people.getFirst().path("name").asString()).isEqualTo("Dario");
    assertThat(people)
        .allSatisfy(
            person -> {
              assertThat(person.path("id").asString()).startsWith("T0DEMOSOLF/U");
              assertThat(person.path("reasons")).isNotEmpty();
              assertThat(person.path("evidence")).isNotEmpty();
              assertThat(person.path("evidence").get(0).path("links").get(0).asString())
                  .startsWith("/archive/T0DEMOSOLF/C");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "markdown, # Digest of",
    "md,       # Digest of",
    "html,     <table role=",
    "json,     ponte-digest/1",
    "eml,      multipart/alternative",
    "text,     '- “'"
  })
  void writesADigestInAFormat(String format, String part) {
    var digest =
        ran(
            "digest",
            "dev-backend",
            "--from",
            "2026-10-01",
            "--to",
            "2026-10-14",
            "--format",
            format);

    assertThat(digest.exitCode()).as(digest.err()).isZero();
    assertThat(digest.out()).contains(part);
  }

  @Test
  void writesADigestThatKeepsToItsDescription() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Demo.root().resolve("src/docs/digest.schema.json")));
    var digest =
        ran("digest", "dev-backend", "--from", "2026-10-01", "--to", "2026-10-14", "--format=json");

    assertThat(schema.validate(digest.out(), InputFormat.JSON)).isEmpty();
    assertThat(JsonMapper.shared().readTree(digest.out()).path("lines")).isNotEmpty();
  }

  @Test
  void writesADigestToAFileWhoseEndingSaysTheFormat(@TempDir Path folder) throws IOException {
    var file = folder.resolve("october.md");

    var digest =
        ran(
            "digest",
            "dev-backend",
            "--from",
            "2026-10-01",
            "--to",
            "2026-10-14",
            "-o",
            file.toString());

    assertThat(digest.exitCode()).as(digest.err()).isZero();
    assertThat(digest.out()).contains(file.toString());
    assertThat(Files.readString(file)).startsWith("# Digest of \\#dev-backend");
  }

  @ParameterizedTest
  @CsvSource({"--format, pdf", "-o, digest.docx", "--output, digest"})
  void knowsNoOtherFormat(String option, String value) {
    var digest = ran("digest", "dev-backend", option, value);

    assertThat(digest.exitCode()).isEqualTo(2);
    assertThat(digest.err()).contains("is no format of a digest", "markdown");
  }

  @Test
  void writesADigestOfSomeDays() {
    var digest =
        ran("digest", "#dev-backend", "--from", "2026-10-01", "--to", "2026-10-14", "--json");

    assertThat(digest.exitCode()).isZero();
    assertThat(blocks(digest, "heading"))
        .singleElement()
        .satisfies(
            heading ->
                assertThat(heading.path("text").asString())
                    .isEqualTo("Digest of #dev-backend, 1 October 2026 to 14 October 2026"));
    assertThat(blocks(digest, "list"))
        .flatExtracting(list -> List.copyOf(list.path("items").values()))
        .isNotEmpty()
        .allSatisfy(item -> assertThat(item.path("links")).isNotEmpty());
  }

  @Test
  void takesTheWeekThatEndsWithTheLastDay() {
    var week = ran("digest", "dev-backend", "--to", "2026-10-14");

    assertThat(week.out()).startsWith("Digest of #dev-backend, 8 October 2026 to 14 October 2026");
  }

  @Test
  void refusesDaysInTheWrongOrder() {
    var digest = ran("digest", "dev-backend", "--from", "2026-10-14", "--to", "2026-10-01");

    assertThat(digest.exitCode()).isEqualTo(2);
    assertThat(digest.err()).contains("The first day 2026-10-14 is after the last day 2026-10-01");
  }

  @Test
  void saysOfSeveralChannelsWhichOneThereIsNot() {
    var digest = ran("digest", "dev-backend", "generael");

    assertThat(digest.exitCode()).isEqualTo(1);
    assertThat(digest.out())
        .contains("no channel named #generael. Did you mean", "- digest #dev-backend #generale");
  }

  @Test
  void asksWhoMissedSomething() {
    var digest = ran("digest", "--mine");

    assertThat(digest.exitCode()).isEqualTo(2);
    assertThat(digest.err()).contains("--mine needs --as NAME");
  }

  @Test
  void proposesTheChannelThatWasMeant() {
    var digest = ran("digest", "dev-bakend");

    assertThat(digest.exitCode()).isEqualTo(1);
    assertThat(digest.out())
        .contains("no channel named #dev-bakend. Did you mean", "- digest #dev-backend");
  }

  @ParameterizedTest
  @CsvSource({"ask who", "digest generale"})
  void saysThatNothingWasImportedYet(String command) {
    var words = command.split(" ");
    var missing = empty.resolve("missing");

    var ran = ranOn(missing, words);
    var ranOnNothing = ranOn(empty, words);

    assertThat(ran.exitCode()).isEqualTo(4);
    assertThat(ran.err()).contains("There is nothing in " + missing + " yet");
    assertThat(missing).doesNotExist();
    assertThat(ranOnNothing.exitCode()).isEqualTo(4);
    assertThat(empty).isDirectoryNotContaining("glob:**.mv");
  }

  @Test
  void refusesWhatIsNoExportAndHasNothingAfterwards() throws IOException {
    var notes = Files.writeString(empty.resolve("notes.zip"), "no zip");
    var fresh = empty.resolve("fresh");

    var refused = ranOn(fresh, "import", notes.toString(), "-q");

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("notes.zip is neither a zip file nor a folder");
    assertThat(ranOn(fresh, "ask", "help").exitCode()).isEqualTo(4);
  }

  @Test
  void refusesADirectoryThatAnotherPonteUses() {
    try (var ponte = open()) {
      var asked = ran("ask", "help");

      assertThat(ponte.archive()).isNotNull();
      assertThat(asked.exitCode()).isEqualTo(4);
      assertThat(asked.err()).contains("The data cannot be used").hasLineCount(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask", "digest generale --from yesterday", "serve", "--nonsense", ""})
  void tellsScriptsThatTheWordsAreWrong(String words) {
    var ran =
        ran(Stream.of(words.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new));

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("Usage: ponte");
  }

  @ParameterizedTest
  @CsvSource({
    "'',       Exit codes:,       Codici di uscita:",
    "import,   Loads a Slack export, Carica un export di Slack",
    "ask,      Asks what you would type, Chiede quello che scriveresti",
    "digest,   Prints what channels talked about, Scrive di che cosa hanno parlato dei canali",
    "export-state, Writes all that Ponte keeps,     Scrive in un file tutto",
    "import-state, Loads what export-state wrote,   Carica in un archivio di stato vuoto",
    "reindex,      Copies all messages to another,  Copia tutti i messaggi in un altro",
    "dead-letters, Shows what was given up,         Mostra ciò a cui si è rinunciato",
    "forget-workspace, Removes all that Ponte keeps, Elimina tutto ciò che Ponte conserva",
    "backup, Writes all that lies in the data directory, Scrive in un file tutto quello che sta",
    "restore, Puts a backup into an empty data directory, Mette una copia di sicurezza in",
    "doctor, Checks this deployment, Controlla questa installazione"
  })
  void explainsEachCommandInBothLanguages(String command, String english, String italian) {
    var words = Stream.of(command, "--help").filter(word -> !word.isEmpty()).toArray(String[]::new);

    var inEnglish = Ran.of(words);
    var inItalian = Shell.ITALIAN.ran(words);

    assertThat(inEnglish.exitCode()).isZero();
    assertThat(inEnglish.out())
        .contains(english, "Show this help and leave.")
        .doesNotContain(italian, "${");
    assertThat(inItalian.exitCode()).isZero();
    assertThat(inItalian.out())
        .contains(italian, "Mostra questo aiuto ed esce.")
        .doesNotContain(english, "${");
  }

  @ParameterizedTest
  @CsvSource({"en-IE,ENGLISH", "it-CH,ITALIAN", "fr-FR,ENGLISH"})
  void speaksTheLanguageOfTheMachineWhereItCan(Locale machine, Language spoken) {
    assertThat(PonteCommand.language(machine)).isEqualTo(spoken);
  }

  @Test
  void complainsInItalian() {
    assertThat(Shell.ITALIAN.ran("ask", "aiuto", "--as", "gi", "--data", data.toString()).err())
        .contains("Qui nessuno si chiama gi. Forse intendevi: ");
    assertThat(
            Shell.ITALIAN
                .ran("import", empty.resolve("nowhere").toString(), "--data", data.toString())
                .err())
        .contains("Non esiste nessun file o cartella");
  }

  @ParameterizedTest
  @CsvSource({
    "ask,                              Missing: WORDS,        Manca: WORDS",
    "aks kafka,                        Did you mean: ask,     Forse intendevi: ask",
    "digest infra --until 2026-03-02,  Unknown: --until,      Sconosciuto: --until",
    "digest infra --to 1 --to 2,       1 is no day,           1 non è un giorno",
    "ask a --as b --as c,              --as is given twice,   --as compare due volte"
  })
  void saysInBothLanguagesWhatIsWrongWithTheWords(String call, String english, String italian) {
    var inEnglish = Ran.of(call.split(" "));
    var inItalian = Shell.ITALIAN.ran(call.split(" "));

    assertThat(inEnglish.exitCode()).isEqualTo(2);
    assertThat(inEnglish.err()).contains(english, "Usage:");
    assertThat(inItalian.exitCode()).isEqualTo(2);
    assertThat(inItalian.err()).contains(italian, "Uso:").doesNotContain("Usage:");
  }

  @ParameterizedTest
  @CsvSource({
    "ask,    '',   There is nothing in this question, In questa domanda non c'è niente",
    "ask,    ' ',  There is nothing in this question, In questa domanda non c'è niente",
    "digest, '',   Say which channel,                 Indica quale canale",
    "digest, '#',  Say which channel,                 Indica quale canale",
    "digest, '# ', Say which channel,                 Indica quale canale"
  })
  void saysInBothLanguagesThatNothingWasAsked(
      String command, String words, String english, String italian) {
    var inEnglish = ran(command, words);
    var inItalian = Shell.ITALIAN.ran(onData(data, command, words));

    assertThat(inEnglish.exitCode()).isEqualTo(2);
    assertThat(inEnglish.err()).contains(english).doesNotContain("Exception");
    assertThat(inItalian.exitCode()).isEqualTo(2);
    assertThat(inItalian.err()).contains(italian).doesNotContain("Exception");
  }

  @Test
  void saysThatADataDirectoryCannotBeMade() throws IOException {
    var file = Files.writeString(empty.resolve("file"), "no directory");

    var refused = ranOn(file.resolve("data"), "import", Demo.folder().toString(), "-q");

    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.err())
        .startsWith("The data cannot be used: ")
        .contains("data cannot be made")
        .doesNotContain("\tat ");
  }

  @Test
  void tellsHowADayIsWritten() {
    var digest = ran("digest", "generale", "--from", "yesterday");

    assertThat(digest.exitCode()).isEqualTo(2);
    assertThat(digest.err())
        .contains("yesterday is no day. Write it as 2026-03-02.")
        .doesNotContain("Exception");
  }

  private Ran digestOfDirezione(String... more) {
    var words =
        new ArrayList<>(
            List.of("digest", "direzione", "--from", "2026-10-01", "--to", "2026-10-30"));
    words.addAll(List.of(more));
    return ran(words.toArray(String[]::new));
  }

  private Ran ran(String... words) {
    return ranOn(data, words);
  }

  private static Ran ranOn(Path data, String... words) {
    return Ran.of(words.length == 0 ? words : onData(data, words));
  }

  private static String[] onData(Path data, String... words) {
    return Stream.concat(Stream.of(words), Stream.of("--data", data.toString()))
        .toArray(String[]::new);
  }

  private static List<JsonNode> blocks(Ran ran, String type) {
    var blocks = new ArrayList<JsonNode>();
    for (var block : JsonMapper.shared().readTree(ran.out()).path("blocks")) {
      if (Objects.equals(block.path("type").asString(), type)) {
        blocks.add(block);
      }
    }
    return blocks;
  }

  private Replica open() {
    return Replica.open(data, Demo.SETTINGS, Demo.CLOCK);
  }

  private Extent extent() {
    try (var ponte = open();
        var export = Demo.export()) {
      return ponte
          .archive()
          .extent(
              new Audience(
                  export.channels().stream()
                      .map(Channel::id)
                      .collect(java.util.stream.Collectors.toSet())));
    }
  }
}
