package ponte.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.app.Demo;
import ponte.app.Replica;
import ponte.app.backup.BackupDoor;
import ponte.app.backup.Backups;
import ponte.bot.Answer;
import ponte.bot.Asker;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.TimeSpan;
import ponte.nlp.Language;
import ponte.store.Partition;
import ponte.store.Write;

/** A backup of a server that is at work, and what comes of it elsewhere. */
class BackupCommandsTest {

  private static final Partition NOTES = new Partition("note", "all");
  private static final Instant NOW = Demo.CLOCK.instant();
  private static final int ALL = 99_999;
  private static final TimeSpan ALWAYS =
      new TimeSpan(Instant.EPOCH, NOW.plus(Duration.ofDays(366)));

  private final Path folder;
  private final Path data;
  private final Path restored;
  private final String file;

  BackupCommandsTest(@TempDir Path folder) {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.restored = folder.resolve("restored");
    this.file = folder.resolve("ponte.zip").toString();
  }

  @Test
  void refusesABackupWithNothingInIt() throws Exception {
    var made = backedUp(null);

    assertThat(made.exitCode()).isEqualTo(PonteCommand.NO_DATA);
    assertThat(made.out()).isEmpty();
    assertThat(made.err()).contains("by a snapshot", "Nothing was written.");
    assertThat(Path.of(file)).doesNotExist();
  }

  @Test
  void saysThatMessagesAreNotInABackup() throws Exception {
    var made = backedUp(BackupCommandsTest::someState);

    assertThat(made.exitCode()).isZero();
    assertThat(made.out()).contains("The messages lie in OpenSearch and are not in the file");
  }

  @Test
  void bringsTheSameAnswersElsewhereFromAServerThatGoesOnWriting() throws Exception {
    Answer asked;
    Message early;
    Message late;
    PersonId forgotten;
    int before;
    try (var ponte = Demo.loaded(Demo.export(), data)) {
      var channel = ponte.directory().channels(ponte.directory().everybody()).getFirst().id();
      var leaver = said(ponte, channel).getLast().author();
      forgotten = leaver;
      var others =
          said(ponte, channel).stream().filter(each -> !each.author().equals(leaver)).toList();
      early = others.getFirst();
      late = others.getLast();
      ponte.archive().apply(List.of(deleted(early)));
      ponte.archive().forget(leaver, NOW);
      asked = ask(ponte);
      var door = new BackupDoor(data, ponte.backups());
      door.start();
      try (var writer = new Writer(ponte, late)) {
        before = writer.begun();
        var made = Ran.of("backup", file, "--data", data.toString());

        assertThat(made.err()).isEmpty();
        assertThat(made.exitCode()).isZero();
        assertThat(made.out()).startsWith(file + " is written, ");
      } finally {
        door.stop();
      }
      ponte.archive().apply(List.of(deleted(late)));
    }
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(Path.of(file)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    var back = Ran.of("restore", file, "--data", restored.toString());

    assertThat(back.exitCode()).isZero();
    assertThat(back.out()).startsWith(restored + " is as it was on ");
    try (var ponte = Replica.open(restored, Demo.SETTINGS, Demo.CLOCK)) {
      assertThat(ask(ponte)).isEqualTo(asked);
      assertThat(ponte.records().list(NOTES, "", ALL)).hasSizeGreaterThanOrEqualTo(before);
      var channel = early.id().channel();
      assertThat(said(ponte, channel).stream().filter(each -> each.id().value().startsWith("late")))
          .hasSizeGreaterThanOrEqualTo(before);
      // What was deleted before does not come back, not even when the platform tells it again;
      ponte.archive().apply(List.of(new Talk.Posted(new EventId("again"), early)));
      assertThat(found(ponte, early)).isFalse();
      assertThat(said(ponte, channel)).noneMatch(each -> each.author().equals(forgotten));
      // what was deleted after is as it was: the documents say how long to keep a backup.
      assertThat(found(ponte, late)).isTrue();
    }
    assertBacksUpWhereNoServerIsAndSaysWhyNot();
  }

  private void assertBacksUpWhereNoServerIsAndSaysWhyNot() throws IOException {
    var other = folder.resolve("other.zip").toString();
    var words = Files.writeString(folder.resolve("words"), "words").toString();

    assertThat(Ran.of("backup", other, "--data", folder.resolve("none").toString()).exitCode())
        .isEqualTo(PonteCommand.NO_DATA);
    try (var _ = Replica.open(restored, Demo.SETTINGS, Demo.CLOCK)) {
      assertThat(Ran.of("backup", other, "--data", restored.toString()).err())
          .contains("in use by another process");
    }
    assertThat(Ran.of("backup", other, "--data", restored.toString()).exitCode()).isZero();
    var again = Ran.of("backup", other, "--data", restored.toString());
    var inTheWay = Shell.ITALIAN.ran("restore", other, "--data", restored.toString());

    assertThat(again.exitCode()).isEqualTo(PonteCommand.BAD_CALL);
    assertThat(again.err()).contains("is there already: name a new file.");
    assertThat(inTheWay.exitCode()).isEqualTo(PonteCommand.NO_DATA);
    assertThat(inTheWay.err()).contains("c'è già qualcosa");
    assertThat(Ran.of("restore", words, "--data", folder.resolve("new").toString()).exitCode())
        .isEqualTo(PonteCommand.BAD_FILE);
  }

  private static Answer ask(Replica ponte) {
    return ponte
        .bot()
        .reply(
            new Asker(null, ponte.directory().everybody(), Language.ENGLISH, ZoneOffset.UTC),
            "who knows about kafka?",
            "test");
  }

  private static List<Message> said(Replica ponte, ChannelId channel) {
    return ponte.archive().read(channel, ALWAYS, ALL, Audience.of(channel)).stream()
        .map(filed -> filed.message())
        .toList();
  }

  private static boolean found(Replica ponte, Message message) {
    return ponte.archive().find(message.id(), Audience.of(message.id().channel())).isPresent();
  }

  private static Talk deleted(Message message) {
    return new Talk.Deleted(new EventId("gone " + message.id()), message.id(), NOW);
  }

  /** By a server whose messages lie elsewhere. */
  private Ran backedUp(@Nullable Consumer<Path> state) throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve("replica"), "one");
    var door = new BackupDoor(data, new Backups(data, state, null, Demo.CLOCK));
    door.start();
    try {
      return Ran.of("backup", file, "--data", data.toString());
    } finally {
      door.stop();
    }
  }

  private static void someState(Path copy) {
    try (var zip = new ZipOutputStream(Files.newOutputStream(copy))) {
      zip.putNextEntry(new ZipEntry("state"));
      zip.write(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes notes and messages, one after the other, until it is closed. */
  private static final class Writer implements AutoCloseable {

    private final AtomicInteger written = new AtomicInteger();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final CountDownLatch begun = new CountDownLatch(20);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CompletableFuture<Void> writing;

    Writer(Replica ponte, Message like) {
      writing =
          CompletableFuture.runAsync(
              () -> {
                while (!stop.get()) {
                  var n = written.get();
                  ponte.records().write(Write.create(NOTES.key("note " + n), "1"));
                  ponte.archive().apply(List.of(late(like, n)));
                  written.incrementAndGet();
                  begun.countDown();
                }
              },
              thread);
    }

    /** How many there were at a moment at which some were. */
    int begun() throws InterruptedException {
      begun.await();
      return written.get();
    }

    private static Talk late(Message like, int n) {
      var id = new MessageId(like.id().channel(), "late" + n);
      return new Talk.Posted(
          new EventId("late " + n),
          new Message(
              id,
              like.author(),
              like.kind(),
              NOW.plusSeconds(n),
              null,
              RichText.plain("note " + n),
              List.of(),
              List.of(),
              NOW.plusSeconds(n)));
    }

    @Override
    public void close() {
      stop.set(true);
      writing.join();
      thread.close();
    }
  }
}
