package ponte.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.app.Demo;
import ponte.app.Replica;
import ponte.bot.Answer;
import ponte.bot.Asker;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.slack.Limits;
import ponte.slack.SlackExport;
import ponte.store.Entry;

/**
 * What versions before kept is read by this one: backups of a small workspace, one of each version
 * that changed what is stored, made by the test below when the version was released. They are never
 * made anew.
 */
class OlderDataTest {

  private static final WorkspaceId WORKSPACE = new WorkspaceId("T1");
  private static final PersonId ADA = new PersonId(WORKSPACE, "U1");

  /** What is wanted of Ponte in it, of many kinds. */
  private static final List<String> WISHES =
      List.of(
          "follow kafka every week",
          "add topic postgres",
          "hide topic payroll",
          "quiet hours 19:00-08:00",
          "introduce me to colleagues",
          "alert me about trends every week");

  private static final String QUESTION = "who knows about kafka?";

  @ParameterizedTest
  @ValueSource(strings = "0.1.zip")
  void bringsBackWhatAVersionBeforeKept(String version, @TempDir Path folder) throws IOException {
    var backup = folder.resolve(version);
    try (var kept = Objects.requireNonNull(getClass().getResourceAsStream(version))) {
      Files.copy(kept, backup);
    }

    new Restoring(folder.resolve("data")).from(new BackupFile(backup));

    try (var ponte = Replica.open(folder.resolve("data"), Demo.SETTINGS, Demo.CLOCK)) {
      assertThat(ponte.directory().people()).hasSize(3);
      assertThat(said(ponte, QUESTION)).contains("Bob Rossi", "consumer");
      assertThat(said(ponte, "export my data"))
          .contains(
              "\"known\":[\"postgres\"]",
              "\"hidden\":[\"payroll\"]",
              "\"from\":\"19:00:00\"",
              "\"topic\":\"kafka\",\"pace\":\"WEEKLY\"",
              "\"subject\":\"TRENDS\"",
              "\"INTRODUCTIONS\":\"WELCOME\"",
              "see the consumer notes.");
      assertThat(ponte.deadLetters().piles())
          .singleElement()
          .satisfies(pile -> assertThat(pile.topic()).isEqualTo("outbox"));
    }
  }

  /** Run once for a version, with {@code -Dponte.write-older-data=FILE}. */
  @Test
  @EnabledIfSystemProperty(named = "ponte.write-older-data", matches = ".+")
  void makesTheBackupOfAVersion(@TempDir Path folder) throws IOException {
    try (var ponte =
        Demo.loaded(SlackExport.open(export(folder), Limits.DEFAULT), folder.resolve("data"))) {
      WISHES.forEach(wish -> said(ponte, wish));
      ponte.queue().add(List.of(new Entry("outbox", "", "one", "{}", Demo.CLOCK.instant())));
      ponte
          .queue()
          .bury(
              ponte.queue().lease("outbox", "one", Duration.ofMinutes(1)).orElseThrow(),
              "channel_not_found");
      new BackupFile(Path.of(System.getProperty("ponte.write-older-data")))
          .write(ponte.backups()::writeTo);
    }
  }

  private static String said(Replica ponte, String words) {
    return answer(ponte, words).reply().toString();
  }

  private static Answer answer(Replica ponte, String words) {
    return ponte
        .bot()
        .reply(
            new Asker(ADA, ponte.directory().audienceOf(ADA), Language.ENGLISH, ZoneOffset.UTC),
            words,
            "test");
  }

  private static Path export(Path folder) throws IOException {
    var export = Files.createDirectories(folder.resolve("export"));
    Files.writeString(
        export.resolve("users.json"),
        """
        [{"id":"U1","team_id":"T1","name":"ada","real_name":"Ada Bianchi","tz":"Europe/Rome","profile":{"email":"ada@example.org"}},
         {"id":"U2","team_id":"T1","name":"bob","real_name":"Bob Rossi","tz":"Europe/Rome","profile":{"email":"bob@example.org"}},
         {"id":"U3","team_id":"T1","name":"eve","real_name":"Eve Verdi","tz":"Europe/Rome","profile":{"email":"eve@example.org"}}]""");
    Files.writeString(
        export.resolve("channels.json"),
        "[{\"id\":\"C1\",\"name\":\"dev\",\"members\":[\"U1\",\"U2\",\"U3\"]}]");
    Files.writeString(
        Files.createDirectory(export.resolve("dev")).resolve("2026-11-20.json"),
        """
        [{"type":"message","user":"U1","ts":"1795160000.000100","text":"Why does the kafka consumer lag?","thread_ts":"1795160000.000100"},
         {"type":"message","user":"U2","ts":"1795160100.000100","text":"The kafka consumer has too few partitions, add some and restart the consumer.","thread_ts":"1795160000.000100","reactions":[{"name":"white_check_mark","users":["U1"],"count":1}]},
         {"type":"message","user":"U3","ts":"1795163600.000100","text":"How do I reset a kafka consumer offset?","thread_ts":"1795163600.000100"},
         {"type":"message","user":"U2","ts":"1795163700.000100","text":"Stop the kafka consumer and use the reset tool for its offset.","thread_ts":"1795163600.000100"},
         {"type":"message","user":"U1","ts":"1795170000.000100","text":"I asked kafka experts for a partition plan, see the consumer notes."}]""");
    return export;
  }
}
