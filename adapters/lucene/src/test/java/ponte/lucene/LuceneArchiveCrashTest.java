package ponte.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.archive.Archive;
import ponte.archive.Conversations;
import ponte.archive.Extent;
import ponte.archive.Filed;
import ponte.archive.Found;
import ponte.archive.InMemoryArchive;
import ponte.conversation.TimeSpan;
import ponte.nlp.Nlp;

/**
 * Kills a process that writes an archive, at random moments, and looks at what is left.
 *
 * <p>{@code -Dponte.crash.kills=200} kills more often, {@code -Dponte.crash.seed} elsewhere.
 */
class LuceneArchiveCrashTest {

  private static final int KILLS = Integer.getInteger("ponte.crash.kills", 6);
  private static final long SEED = Long.getLong("ponte.crash.seed", 1);

  /** How a process ends that was killed: 128 and the number of the signal. */
  private static final int KILLED = 128 + 9;

  private static final Nlp NLP = Nlp.shared();

  private final Path directory;
  private final Random random = new Random(SEED);

  LuceneArchiveCrashTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void keepsWhatItAcknowledgedThroughAnyDeath() throws Exception {
    var path = directory.resolve("killed");
    var oracle = new InMemoryArchive();
    var told = 0;
    for (var kill = 0; kill < KILLS; kill++) {
      var acknowledged = tellAndKill(path, told);
      for (; told < acknowledged; told++) {
        oracle.apply(Story.batch(told));
      }
      try (var left = open(path)) {
        var messages = messages(left);
        if (!messages.equals(messages(oracle))) {
          // The batch that was not acknowledged may be there: then all of it.
          oracle.apply(Story.batch(told++));
          assertThat(messages).as("after kill %d", kill).isEqualTo(messages(oracle));
        }
      }
    }

    try (var continued = open(path);
        var undisturbed = open(directory.resolve("undisturbed"))) {
      for (var batch = 0; batch < told + 3; batch++) {
        if (batch >= told) {
          continued.apply(Story.batch(batch));
        }
        undisturbed.apply(Story.batch(batch));
      }
      assertThat(state(continued)).isEqualTo(state(undisturbed));
    }
  }

  private static LuceneArchive open(Path path) {
    return LuceneArchive.open(path, NLP, Conversations.Rules.DEFAULT);
  }

  /** Returns the batch after the last one that the process acknowledged before it died. */
  private int tellAndKill(Path path, int first) throws IOException, InterruptedException {
    var errors = directory.resolve("errors.txt");
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                StoryTeller.class.getName(),
                path.toString(),
                String.valueOf(first),
                String.valueOf(Integer.MAX_VALUE))
            .redirectError(errors.toFile())
            .start();
    try (var output = process.inputReader()) {
      var acknowledged = first;
      var wanted = random.nextInt(8);
      for (var i = 0; i < wanted; i++) {
        acknowledged = after(acknowledged, output.readLine());
      }
      process.waitFor(random.nextInt(wanted == 0 ? 1000 : 60), TimeUnit.MILLISECONDS);
      // The handle, unlike the process, leaves its output to be read.
      process.toHandle().destroyForcibly();
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        acknowledged = after(acknowledged, line);
      }
      assertThat(process.waitFor()).as(() -> "died by itself: " + read(errors)).isEqualTo(KILLED);
      return acknowledged;
    } finally {
      process.destroyForcibly();
    }
  }

  private static int after(int acknowledged, @Nullable String line) {
    return line == null ? acknowledged : Integer.parseInt(line) + 1;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private record State(List<Filed> messages, List<Found> found, Extent extent) {}

  private static State state(Archive archive) {
    var found = new ArrayList<Found>();
    for (var word : Story.WORDS) {
      found.addAll(archive.search(word + " broker", Story.EVERYBODY, 1000));
    }
    return new State(messages(archive), found, archive.extent(Story.EVERYBODY));
  }

  private static List<Filed> messages(Archive archive) {
    var always = new TimeSpan(Instant.MIN, Instant.MAX);
    return Story.CHATS.stream()
        .flatMap(
            chat ->
                archive.read(chat.channel(), always, Integer.MAX_VALUE, Story.EVERYBODY).stream())
        .toList();
  }
}
