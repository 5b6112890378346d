package ponte.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.app.Replica;
import ponte.app.Settings;
import ponte.consent.Audit;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Partition;
import ponte.store.State;
import ponte.store.Write;

/** What an administrator does on the command line. */
class AdministrationTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Path folder;
  private final Path data;

  AdministrationTest(@TempDir Path folder) {
    this.folder = folder;
    this.data = folder.resolve("data");
  }

  @Test
  void tellsWhoDidWhatKindOfThingPageByPage() {
    assertThat(Ran.of("audit", "--data", data.toString()).exitCode())
        .isEqualTo(PonteCommand.NO_DATA);
    try (var state = Replica.openState(data, Settings.fromEnvironment(), Clock.systemUTC())) {
      var audit = new Audit(state.records(), Duration.ofDays(1), Clock.systemUTC());
      audit.note(Audit.Deed.TOO_OLD_REMOVED, "T1/C1", 42);
      audit.note(Audit.Deed.OPTED_OUT, new PersonId(new WorkspaceId("T1"), "U1"));
    }

    var all = Ran.of("audit", "--data", data.toString());
    var one = Ran.of("audit", "--limit", "1", "--data", data.toString());

    assertThat(all.out())
        .contains("42 messages were removed: too old · Ponte · T1/C1", "opted out · a person (")
        .doesNotContain("U1");
    assertThat(one.out()).contains("an administrator · audit", "--after \"");
    assertThat(Ran.of("audit", "--limit", "0", "--data", data.toString()).exitCode())
        .isEqualTo(PonteCommand.BAD_CALL);
  }

  /** As in a container, where the settings alone say where everything lies. */
  @ParameterizedTest
  @ValueSource(strings = {"audit", "dead-letters", "export-state FILE"})
  void findsTheDataWhereTheSettingsSayThatItIs(String command) {
    buried("look/a");

    var ran =
        Shell.ENGLISH
            .with("ponte.data", data)
            .ran(command.replace("FILE", folder.resolve("file").toString()).split(" "));

    assertThat(ran.exitCode()).as(ran.err()).isNotEqualTo(PonteCommand.NO_DATA);
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void movesStateFromOneDirectoryToAnother() {
    buried("look/a", "look/b");
    var file = folder.resolve("state.gz").toString();

    var exported = Ran.of("export-state", file, "-q", "--data", data.toString());
    var other = folder.resolve("other").toString();
    var imported = Ran.of("import-state", file, "-q", "--data", other);

    assertThat(exported.exitCode()).isZero();
    assertThat(exported.out()).startsWith("4 things written to " + file);
    assertThat(imported.exitCode()).isZero();
    assertThat(imported.out()).startsWith("4 things loaded from " + file);
    assertThat(Ran.of("dead-letters", "--data", other).out()).contains("look/a", "look/b");
  }

  @Test
  void saysInBothLanguagesWhyStateIsNotMoved() throws IOException {
    buried("look/a");
    var words = Files.writeString(folder.resolve("words"), "words").toString();
    var file = folder.resolve("state.gz").toString();
    Ran.of("export-state", file, "-q", "--data", data.toString());

    assertSaid(
        3,
        "was not written by ponte export-state",
        "non è stato scritto da",
        "import-state",
        words);
    assertSaid(3, "cannot be read", "non si può leggere", "import-state", words + "x");
    assertSaid(4, "something in the store already", "c'è già qualcosa", "import-state", file);
    assertSaid(2, "is there already", "esiste già", "export-state", file);
    assertSaid(3, "cannot be written", "non si può scrivere", "export-state", words + "/state.gz");
    try (var _ = Replica.openState(data, Settings.fromEnvironment(), Clock.systemUTC())) {
      assertSaid(
          4, "in use by another process", "in use by another process", "export-state", file + "2");
    }
    assertThat(Ran.of("export-state", file + "2", "--data", words + "y").exitCode()).isEqualTo(4);
  }

  @Test
  void showsWhatWasGivenUpAndLetsItBeTriedAgain() {
    buried("look/a", "look/b", "look/c");

    assertThat(letters("").out())
        .contains("slack-errands: Not read from the platform (3)", "- look/b")
        .contains("tried once", "missing_scope");
    assertThat(letters("", "replay", "slack-errands", "look/b").out())
        .contains("1 is tried again.");
    assertThat(letters("", "list").out()).contains("look/a").doesNotContain("look/b");
    assertThat(letters("", "replay", "slack-errands", "look/b").exitCode()).isEqualTo(1);
    assertThat(letters("", "replay", "slack-errands", "--all").out())
        .contains("2 are tried again.");
    assertThat(letters("").out()).contains("Nothing was given up.");
    withState(
        state ->
            assertThat(state.queue().lease("slack-errands", 9, MINUTE))
                .extracting(lease -> lease.entry().key())
                .containsExactly("look/b", "look/a", "look/c"));
  }

  @Test
  void asksBeforeItDiscards() {
    buried("look/a", "look/b", "look/c");

    for (var answer : List.of("", "no\n", "yes\n")) {
      var refused = letters(answer, "discard", "slack-errands", "--all");
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).contains("Type slack-errands to discard it", "nothing was changed");
    }
    assertThat(letters("").out()).contains("(3)");

    assertThat(letters("slack-errands\n", "discard", "slack-errands", "look/a").out())
        .contains("1 is gone for good.");
    assertThat(letters("", "discard", "slack-errands", "--all", "--yes").out())
        .contains("2 are gone for good.");
    assertThat(letters("").out()).contains("Nothing was given up.");
  }

  @Test
  void needsOneKeyOrAll() {
    buried("look/a");

    for (var way : List.of("replay", "discard")) {
      assertThat(letters("", way, "slack-errands").exitCode()).isEqualTo(2);
      assertThat(letters("", way, "slack-errands", "look/a", "--all").err())
          .contains("Give the key of one, or --all.");
    }
    assertThat(letters("").out()).contains("(1)");
  }

  @Test
  void leadsToTheConsoleWhileAServerRuns() {
    buried("look/a");

    try (var _ = Replica.openState(data, Settings.fromEnvironment(), Clock.systemUTC())) {
      var asked = letters("", "replay", "slack-errands", "--all");

      assertThat(asked.exitCode()).isEqualTo(4);
      assertThat(asked.err())
          .contains("in use by another process", "http://localhost:8080/dead-letters");
    }
  }

  private static Entry reply(WorkspaceId workspace) {
    var to = new Destination.InChannel(new ChannelId(workspace, "C1"));
    return new Entry(
        "outbox",
        "",
        "reply to " + workspace,
        Codec.write(
            new Outgoing(
                "reply", to, new Reply(Language.ENGLISH, List.of(new Block.Heading("News"))))),
        Instant.EPOCH);
  }

  @Test
  void forgetsAWorkspaceAfterAQuestion() throws IOException {
    imports("T1");
    imports("T2");
    withState(
        state -> {
          for (var workspace : List.of("T1", "T2", "T11")) {
            state
                .records()
                .write(Write.create(new Partition("slack-delivery", workspace).key("a"), ""));
            state.queue().add(List.of(reply(new WorkspaceId(workspace))));
          }
        });

    var refused = Ran.typing("T2\n", "forget-workspace", "T1", "--data", data.toString());
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("Type T1 to remove it", "nothing was changed");
    var unknown = Ran.of("forget-workspace", "T3", "--yes", "--data", data.toString());
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).contains("There is no workspace T3 here, but: T1, T2");

    var forgotten = Ran.typing("T1\n", "forget-workspace", "T1", "--data", data.toString());

    assertThat(forgotten.exitCode()).isZero();
    assertThat(forgotten.out()).contains("T1 is forgotten.");
    withState(
        state -> {
          try (var everything = state.everything()) {
            assertThat(everything.map(Object::toString).filter(each -> each.contains("Partition")))
                .anyMatch(each -> each.contains("owner=T2]"))
                .anyMatch(each -> each.contains("owner=T11]"))
                .noneMatch(each -> each.contains("owner=T1]") || each.contains("owner=T1/"));
          }
          assertThat(state.queue().lease("outbox", 9, Duration.ofMinutes(1)))
              .extracting(lease -> lease.entry().key())
              .containsExactly("reply to T2", "reply to T11");
        });
    assertThat(Ran.of("forget-workspace", "T1", "--yes", "--data", data.toString()).exitCode())
        .isEqualTo(1);
    assertThat(
            Shell.ITALIAN.typing("T2\n", "forget-workspace", "T2", "--data", data.toString()).out())
        .contains("T2 è dimenticato.");
  }

  private void imports(String workspace) throws IOException {
    var export = Files.createDirectories(folder.resolve("export of " + new WorkspaceId(workspace)));
    Files.writeString(
        export.resolve("users.json"),
        "[{\"id\": \"U1\", \"team_id\": \"" + workspace + "\", \"name\": \"ada\"}]");
    Files.writeString(export.resolve("channels.json"), "[{\"id\": \"C1\", \"name\": \"lab\"}]");
    assertThat(Ran.of("import", export.toString(), "-q", "--data", data.toString()).err())
        .isEmpty();
  }

  private void buried(String... keys) {
    withState(
        state -> {
          for (var key : keys) {
            state.queue().add(List.of(new Entry("slack-errands", "", key, "{}", Instant.EPOCH)));
            var lease = state.queue().lease("slack-errands", key, MINUTE).orElseThrow();
            state.queue().bury(lease, "missing_scope");
          }
        });
  }

  private void withState(Consumer<State> use) {
    try (var state = Replica.openState(data, Settings.fromEnvironment(), Clock.systemUTC())) {
      use.accept(state);
    }
  }

  private void assertSaid(int exitCode, String english, String italian, String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("-q", "--data", data.toString()));
    var inEnglish = Ran.of(all.toArray(String[]::new));
    var inItalian = Shell.ITALIAN.ran(all.toArray(String[]::new));

    assertThat(inEnglish.exitCode()).isEqualTo(exitCode);
    assertThat(inEnglish.err()).contains(english).doesNotContain("\tat ");
    assertThat(inItalian.err()).contains(italian);
    assertThat(inEnglish.out() + inItalian.out()).isEmpty();
  }

  private Ran letters(String typed, String... words) {
    var all = new ArrayList<>(List.of("dead-letters"));
    all.addAll(List.of(words));
    all.addAll(List.of("--data", data.toString()));
    return Ran.typing(typed, all.toArray(String[]::new));
  }
}
