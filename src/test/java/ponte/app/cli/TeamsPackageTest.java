package ponte.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Command;
import ponte.command.Grammar;
import ponte.command.Understanding;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.teams.graph.Permissions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The package by which Ponte is added to Teams, as an administrator builds it. */
class TeamsPackageTest {

  private static final String ID = "11111111-2222-3333-4444-555555555555";
  private static final String[] CALL = {
    "teams-package",
    "--app-id",
    ID,
    "--organisation",
    "Acme \"Rossi\" & C.",
    "--website",
    "https://www.example.org",
    "--out"
  };

  private Ran said = new Ran(-1, "", "");

  @TempDir private Path directory = Path.of("");

  @Test
  void holdsToThePublishedSchema() throws IOException {
    var files = built();

    assertThat(problems("MicrosoftTeams.schema.json", text(files, "manifest.json"))).isEmpty();
    assertThat(problems("MicrosoftTeams.Localization.schema.json", text(files, "it.json")))
        .isEmpty();
  }

  @Test
  void wouldNotPassTheSchemaWithSomethingWrong() throws IOException {
    var wrong = text(built(), "manifest.json").replace("groupChat", "corridor");

    assertThat(problems("MicrosoftTeams.schema.json", wrong)).isNotEmpty();
  }

  @Test
  void isTheAdministratorsOwn() throws IOException {
    var manifest = json(built(), "manifest.json");

    assertThat(manifest.toString()).doesNotContain("${");
    assertThat(manifest.path("id").stringValue("")).isEqualTo(ID);
    assertThat(manifest.at("/bots/0/botId").stringValue("")).isEqualTo(ID);
    assertThat(manifest.at("/composeExtensions/0/botId").stringValue("")).isEqualTo(ID);
    assertThat(manifest.at("/webApplicationInfo/id").stringValue("")).isEqualTo(ID);
    assertThat(manifest.at("/developer/name").stringValue("")).isEqualTo("Acme \"Rossi\" & C.");
    assertThat(said.out()).contains("ponte-teams.zip", "Upload");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void offersCommandsAsPonteUnderstandsThem(Language language) throws IOException {
    var files = built();
    var anna = language == Language.ITALIAN ? "Anna per kafka" : "Anna about kafka";

    assertThat(understood(files, language, 0, null, anna))
        .containsExactly(
            new Command.Help(),
            new Command.WhoKnows("kafka"),
            new Command.Digest("infra", new Command.Period.Usual()),
            new Command.Schedules(),
            new Command.Home(),
            new Command.MyData(),
            new Command.IntroduceNamed("Anna", "kafka"));
    assertThat(understood(files, language, 1, "infra", anna))
        .containsExactly(
            new Command.Help(),
            new Command.WhoKnows("kafka"),
            new Command.Digest("infra", new Command.Period.Usual()));
  }

  /** What the titles of a list mean, completed where they are to be. */
  private static List<Command> understood(
      Map<String, byte[]> files, Language language, int list, @Nullable String here, String anna)
      throws IOException {
    var italian = json(files, "it.json");
    var titles =
        stream(json(files, "manifest.json").at("/bots/0/commandLists/" + list + "/commands"))
            .map(command -> command.path("title").stringValue(""))
            .toList();
    var grammar = new Grammar(Nlp.shared());
    var place = new Grammar.Place(List.of("infra"), here, LocalDate.of(2026, 3, 11));
    var commands = new ArrayList<Command>();
    for (int i = 0; i < titles.size(); i++) {
      var key = "bots[0].commandLists[" + list + "].commands[" + i + "].title";
      var title = language == Language.ITALIAN ? italian.path(key).stringValue("") : titles.get(i);
      var asksForPerson = title.startsWith("introduce") || title.startsWith("presentami");
      var typed =
          asksForPerson
              ? title + anna
              : title.endsWith("#")
                  ? title + "infra"
                  : title.endsWith(" ") ? title + "kafka" : title;
      assertThat(grammar.understand(typed, language, place))
          .as(typed)
          .isInstanceOfSatisfying(
              Understanding.Understood.class, meant -> commands.add(meant.command()));
    }
    return commands;
  }

  @Test
  void isTheSameFileEachTime() throws IOException {
    built();
    var first = Files.readAllBytes(file());

    built();

    assertThat(Files.readAllBytes(file())).isEqualTo(first);
  }

  @Test
  void asksTeamsForWhatPonteReadsAndForNothingElse() throws IOException {
    var permissions =
        stream(json(built(), "manifest.json").at("/authorization/permissions/resourceSpecific"))
            .map(permission -> permission.path("name").stringValue(""))
            .toList();

    assertThat(permissions).isEqualTo(Permissions.OF_TEAM);
  }

  @Test
  void namesTheCommandsThatPonteAnswers() throws IOException {
    var invokes =
        Files.readString(
            Path.of("..", "adapters", "teams", "src/main/java/ponte/teams/live/Invokes.java"));

    var commands = stream(json(built(), "manifest.json").at("/composeExtensions/0/commands"));

    assertThat(commands.map(command -> command.path("id").stringValue("")))
        .hasSize(2)
        .allSatisfy(id -> assertThat(invokes).contains("\"" + id + "\""));
  }

  @Test
  void saysInItalianAllThatItSaysInEnglish() throws IOException {
    var files = built();
    var said = new ArrayList<String>();
    collect(json(files, "manifest.json"), "", said);
    var translated = json(files, "it.json").propertyNames();

    assertThat(translated).containsAll(said);
    assertThat(translated).hasSize(said.size() + 1);
  }

  @ParameterizedTest
  @CsvSource({"color.png, 192", "outline.png, 32"})
  void hasIconsOfTheSizesThatTeamsWants(String name, int size) throws IOException {
    built();
    try (var zip = new ZipFile(file().toFile());
        var image = zip.getInputStream(zip.getEntry(name))) {
      var icon = Objects.requireNonNull(ImageIO.read(image));

      assertThat(icon.getWidth()).isEqualTo(size);
      assertThat(icon.getHeight()).isEqualTo(size);
      assertThat((icon.getRGB(0, 0) >>> 24) == 0).isEqualTo(name.equals("outline.png"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--website http://www.example.org",
        "--website www.example.org",
        "--organisation " + "aaaaaaaaaabbbbbbbbbbccccccccccddd",
        "--app-id ponte",
        "--package-version 1",
        "--out missing/ponte.zip"
      })
  void refusesWhatTeamsWouldRefuse(String wrong) {
    var words = new ArrayList<>(List.of(CALL));
    words.add(file().toString());
    var option = wrong.split(" ");
    int at = words.indexOf(option[0]);
    if (at < 0) {
      words.addAll(List.of(option));
    } else {
      words.set(at + 1, option[1]);
    }

    assertThat(run(words).exitCode()).isEqualTo(PonteCommand.BAD_CALL);
    assertThat(file()).doesNotExist();
  }

  /** The texts that are shown to people, by the names that a translation gives them. */
  private static void collect(JsonNode node, String path, List<String> into) {
    if (path.matches(
        "(name|description)\\.(short|full)|.*commands\\[\\d]\\.(title|description)"
            + "|.*parameters\\[\\d]\\.(title|description)")) {
      into.add(path);
    }
    if (node.isObject()) {
      node.properties()
          .forEach(
              each ->
                  collect(
                      each.getValue(),
                      path.isEmpty() ? each.getKey() : path + "." + each.getKey(),
                      into));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), path + "[" + i + "]", into);
    }
  }

  private Path file() {
    return directory.resolve("ponte-teams.zip");
  }

  private Map<String, byte[]> built() throws IOException {
    var words = new ArrayList<>(List.of(CALL));
    words.add(file().toString());
    said = run(words);
    assertThat(said.exitCode()).as(said.err()).isZero();
    var files = new TreeMap<String, byte[]>();
    try (var zip = new ZipFile(file().toFile())) {
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return files;
  }

  private static Ran run(List<String> words) {
    return Ran.of(words.toArray(String[]::new));
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
  }

  private static JsonNode json(Map<String, byte[]> files, String name) {
    return new JsonMapper().readTree(text(files, name));
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.values().spliterator(), false);
  }

  /** Where its rules come from is said beside the schema. */
  private static List<?> problems(String schema, String json) throws IOException {
    try (var file = TeamsPackageTest.class.getResourceAsStream("/microsoft/" + schema)) {
      var published = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      // In JavaScript's patterns a backspace may be written so, in Java's not.
      var readable = published.replace("\\\\f\\\\b\\\\v", "\\\\f\\\\x08\\\\v");
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
          .getSchema(readable, InputFormat.JSON)
          .validate(json, InputFormat.JSON);
    }
  }
}
