package ponte.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;

class SlackExportTest {

  private static final WorkspaceId TEAM = new WorkspaceId("T0BBTKD4ASF");

  @TempDir private Path folder = Path.of("");

  private SlackExport open(Map<String, String> files) throws IOException {
    return SlackExport.open(Exports.zip(folder.resolve("export.zip"), files), Limits.DEFAULT);
  }

  private static String message(String ts, String text) {
    return "{\"type\":\"message\",\"user\":\"U061A3E0G\",\"text\":\"%s\",\"ts\":\"%s\"}"
        .formatted(text, ts);
  }

  private static List<String> texts(SlackExport export) {
    return Exports.events(export).stream()
        .map(event -> ((Talk.Posted) event).content().text().searchable())
        .toList();
  }

  @Test
  void readsPeopleWithWhatTheirProfilesSay() throws IOException {
    try (var export = open(Exports.of())) {
      assertThat(export.people())
          .containsExactly(
              new Person(
                  new PersonId(TEAM, "U061A3E0G"),
                  "Javier",
                  "javier",
                  "Data engineer",
                  "javier@example.org",
                  ZoneId.of("Europe/Rome"),
                  Language.ITALIAN,
                  Standing.ACTIVE),
              new Person(
                  new PersonId(TEAM, "U061A5N1G"),
                  "Neeraj T",
                  "neeraj",
                  "",
                  null,
                  ZoneId.of("Etc/UTC"),
                  null,
                  Standing.ACTIVE),
              new Person(
                  new PersonId(TEAM, "U061A1R2R"),
                  "Micah S",
                  "micah",
                  "",
                  null,
                  ZoneId.of("Etc/UTC"),
                  null,
                  Standing.LEFT),
              new Person(
                  new PersonId(TEAM, "U0BOT"),
                  "Stand-up",
                  "standup",
                  "",
                  null,
                  ZoneId.of("Etc/UTC"),
                  null,
                  Standing.BOT));
    }
  }

  @Test
  void takesGuestsAsGuests() throws IOException {
    var files = Exports.of();
    files.put(
        "users.json",
        """
        [{"id": "U1", "name": "one", "is_restricted": true},
         {"id": "U2", "name": "two", "is_restricted": true, "deleted": true}]
        """);

    try (var export = open(files)) {
      assertThat(export.people())
          .extracting(Person::standing)
          .containsExactly(Standing.GUEST, Standing.LEFT);
    }
  }

  @Test
  void readsChannelsAndTheirMembers() throws IOException {
    try (var export = open(Exports.of())) {
      var general = new ChannelId(TEAM, "C061GEN");

      assertThat(export.channels())
          .containsExactly(
              new Channel(general, "general", Visibility.PUBLIC, "all of us", "talk", false));
      assertThat(export.members(general))
          .contains(Set.of(new PersonId(TEAM, "U061A3E0G"), new PersonId(TEAM, "U061A5N1G")));
    }
  }

  @Test
  void readsWhatSlackEscapesInNamesAndTopics() throws IOException {
    var files = Exports.of();
    files.put(
        "users.json",
        """
        [{"id": "U1", "real_name": "Ada &amp; Co", "profile": {"title": "R&amp;D"}}]
        """);
    files.put(
        "channels.json",
        """
        [{"id": "C1", "name": "one", "topic": {"value": "a &lt; b, see <https://x.org|docs>"}}]
        """);

    try (var export = open(files)) {
      assertThat(export.people())
          .extracting(Person::name, Person::title)
          .containsExactly(tuple("Ada & Co", "R&D"));
      assertThat(export.channels()).extracting(Channel::topic).containsExactly("a < b, see docs");
    }
  }

  @Test
  void keepsPrivateChannelsPrivateAndNeverReadsDirectMessages() throws IOException {
    var files = Exports.of(message("1433558696.000004", "for all"));
    files.put(
        "groups.json",
        """
        [{"id": "G1", "name": "board", "is_archived": true, "members": ["U061A3E0G"]},
         {"id": "G2", "name": "mpdm-javier--neeraj-1", "is_mpim": true, "members": []}]
        """);
    files.put("dms.json", "[{\"id\": \"D1\", \"members\": [\"U061A3E0G\", \"U061A5N1G\"]}]");
    files.put("mpims.json", "this is never read");
    files.put("board/2015-06-06.json", "[" + message("1433558697.000004", "for the board") + "]");
    files.put("D1/2015-06-06.json", "[" + message("1433558698.000004", "for you") + "]");
    files.put(
        "mpdm-javier--neeraj-1/2015-06-06.json",
        "[" + message("1433558699.000004", "for us two") + "]");

    try (var export = open(files)) {
      assertThat(export.channels())
          .extracting(Channel::name, Channel::visibility, Channel::archived)
          .containsExactly(
              tuple("general", Visibility.PUBLIC, false), tuple("board", Visibility.PRIVATE, true));
      assertThat(texts(export)).containsExactly("for all", "for the board");
      assertThat(export.messages()).isEqualTo(2);
    }
  }

  @Test
  void takesAChannelThatEitherListCallsPrivateAsPrivate() throws IOException {
    var files = Exports.of();
    files.put(
        "channels.json",
        """
        [{"id": "C1", "name": "one", "is_private": true}, {"id": "C2", "name": "two"}]
        """);
    files.put("groups.json", "[{\"id\": \"C2\", \"name\": \"two\"}]");

    try (var export = open(files)) {
      assertThat(export.channels())
          .extracting(Channel::visibility)
          .containsOnly(Visibility.PRIVATE);
      assertThat(export.members(new ChannelId(TEAM, "C1"))).isEmpty();
    }
  }

  @Test
  void findsItsWayPastAFolderAroundEverythingAndWhatOthersLeftBehind() throws IOException {
    var files = new LinkedHashMap<String, String>();
    Exports.of(message("1433558696.000004", "hello"))
        .forEach((name, content) -> files.put("Acme Slack export/" + name, content));
    files.put("__MACOSX/Acme Slack export/._users.json", "rubbish");
    files.put("Acme Slack export/.DS_Store", "rubbish");
    files.put("Acme Slack export/general/.DS_Store", "rubbish");
    files.put("Acme Slack export/general/canvas_in_the_conversation.json", "rubbish");
    files.put("Acme Slack export/integration_logs.json", "rubbish");
    files.put("Acme Slack export/canvases.json", "rubbish");
    files.put("Acme Slack export/notes.txt", "rubbish");
    files.put("Acme Slack export/nobody-knows/2015-06-06.txt", "rubbish");

    try (var export = open(files)) {
      assertThat(texts(export)).containsExactly("hello");
    }
  }

  @Test
  void leavesFoldersAloneThatAreNoChannelsOrHoldNoMessage() throws IOException {
    var unread = "[" + message("1433558697.000004", "unread") + "]";
    var files = Exports.of(message("1433558696.000004", "hello"));
    files.put("dms.json", "[{\"id\": \"D1\", \"members\": [\"U061A3E0G\"]}]");
    files.put("D1/2015-06-06.json", unread);
    files.put("mpims.json", "[{\"id\": \"G1\", \"name\": \"we-three\"}]");
    files.put("we-three/2015-06-06.json", unread);
    files.put("file_conversations.json", "[{\"id\": \"C7\", \"name\": \"plan of june\"}]");
    files.put("plan of june/2015-06-06.json", unread);
    files.put("D024BE91L/2015-06-06.json", unread);
    files.put("mpdm-javier--neeraj--micah-1/2015-06-06.json", unread);
    files.put("FC:F024BE91L:plan/2015-06-06.json", unread);
    files.put("quiet/2015-06-06.json", "[]");
    files.put("files/plan.json", "rubbish");

    try (var export = open(files)) {
      assertThat(texts(export)).containsExactly("hello");
    }
  }

  @Test
  void readsAZipWhoseNamesStartWithADot() throws IOException {
    var files = new LinkedHashMap<String, String>();
    Exports.of(message("1433558696.000004", "hello"))
        .forEach((name, content) -> files.put("./" + name, content));

    try (var export = open(files)) {
      assertThat(texts(export)).containsExactly("hello");
    }
  }

  @Test
  void readsAFolderAsItReadsAZip() throws IOException {
    var files = Exports.of(message("1433558696.000004", "hello"));
    files.put(".DS_Store", "rubbish");
    Exports.folder(folder.resolve("unpacked"), files);

    try (var export = SlackExport.open(folder.resolve("unpacked"), Limits.DEFAULT)) {
      assertThat(texts(export)).containsExactly("hello");
    }
  }

  @Test
  void findsAFolderWhoseAccentsCameOffTheirLetters() throws IOException {
    var files = Exports.of();
    files.put("channels.json", "[{\"id\": \"C1\", \"name\": \"caff\u00e8\"}]");
    files.put("caffe\u0300/2015-06-06.json", "[" + message("1433558696.000004", "un caffè?") + "]");

    try (var export = open(files)) {
      assertThat(texts(export)).containsExactly("un caffè?");
    }
  }

  @Test
  void takesTheListOfAWholeOrganisation() throws IOException {
    var files = Exports.of(message("1433558696.000004", "hello"));
    files.remove("users.json");
    files.put("org_users.json", Exports.USERS);

    try (var export = open(files)) {
      assertThat(export.people()).hasSize(4);
    }
  }

  @Test
  void tellsAChannelFromItsFirstMessageToItsLastInBatches() throws IOException {
    var files = Exports.of();
    for (int day = 1; day <= 3; day++) {
      var messages = new ArrayList<String>();
      for (int i = 0; i < 600; i++) {
        messages.add(message("%d.%06d".formatted(1_433_000_000 + day * 86_400, i), "m"));
      }
      files.put("general/2015-06-0%d.json".formatted(day), messages.toString());
    }
    files.remove(Exports.DAY);
    var batches = new ArrayList<Integer>();
    var times = new ArrayList<Instant>();

    try (var export = open(files)) {
      export.history(
          export.channels().getFirst().id(),
          batch -> {
            batches.add(batch.size());
            batch.forEach(talk -> times.add(talk.at()));
          });
    }

    assertThat(batches).containsExactly(1000, 800);
    assertThat(times).hasSize(1800).isSorted();
  }

  @Test
  void putsADayInOrderAndTellsAMessageOnce() throws IOException {
    var files =
        Exports.of(
            message("1433558696.000004", "first"),
            message("1433558699.000004", "third"),
            message("1433558697.000004", "second"),
            message("1433558696.000004", "first again"));

    try (var export = open(files)) {
      assertThat(texts(export)).containsExactly("first", "second", "third");
      assertThat(export.messages()).isEqualTo(3);
    }
  }

  @Test
  void knowsUpToWhenItTells() throws IOException {
    try (var export =
        open(
            Exports.of(
                Exports.payload("edited"), message("1433558700.000004", "before the edit")))) {
      assertThat(export.asOf()).isEqualTo(Instant.parse("2015-06-06T02:45:50Z"));
    }
  }

  @Test
  void takesTheTeamMostPeopleBelongTo() throws IOException {
    var files = Exports.of();
    files.put(
        "users.json",
        """
        [{"id": "U1", "team_id": "T9"}, {"id": "U2", "team_id": "T1"}, {"id": "U3", "team_id": "T1"}]
        """);

    try (var export = open(files)) {
      assertThat(export.workspace()).isEqualTo(new WorkspaceId("T1"));
    }
  }

  @Test
  void takesTheTeamOfTheMessagesWherePeopleNameNone() throws IOException {
    var files = Exports.of(Exports.payload("message"));
    files.put("users.json", "[{\"id\": \"U061A3E0G\"}]");

    try (var export = open(files)) {
      assertThat(export.workspace()).isEqualTo(TEAM);
    }
  }

  @Test
  void namesAWorkspaceWithoutATeamByItsChannels() throws IOException {
    var files = Exports.of();
    files.put("users.json", "[]");
    var other = Exports.of(message("1433558696.000004", "something more"));
    other.put("users.json", "[]");

    var names = new ArrayList<WorkspaceId>();
    for (var content : List.of(files, other)) {
      try (var export = open(content)) {
        names.add(export.workspace());
      }
    }

    assertThat(names.getFirst().value()).matches("export-[0-9a-f]{12}");
    assertThat(names.getLast()).isEqualTo(names.getFirst());
  }

  @Test
  void tellsHowFarItHasCome() throws IOException {
    var seen = new ArrayList<String>();
    var zip = Exports.zip(folder.resolve("export.zip"), Exports.of());

    SlackExport.open(
            zip, Limits.DEFAULT, (place, done, total) -> seen.add(place + " " + done + "/" + total))
        .close();

    assertThat(seen).containsExactly("general 1/1");
  }

  @Test
  void refusesChannelsOfAnotherWorkspace() throws IOException {
    try (var export = open(Exports.of())) {
      var foreign = new ChannelId(new WorkspaceId("T9"), "C061GEN");

      assertThatThrownBy(() -> export.members(foreign))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("T9/C061GEN");
    }
  }

  @Test
  void letsGoOfTheFileWhenItIsClosed() throws IOException {
    var export = open(Exports.of(message("1433558696.000004", "hello")));

    export.close();

    assertThatThrownBy(() -> Exports.events(export)).isInstanceOf(RuntimeException.class);
    Files.delete(folder.resolve("export.zip"));
    assertThat(folder).isEmptyDirectory();
  }
}
