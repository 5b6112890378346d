package ponte.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.archive.Conversations;
import ponte.conversation.TimeSpan;
import ponte.nlp.Nlp;

/** An archive that is filed by other rules than before. */
class RefilingTest {

  private static final Nlp NLP = Nlp.shared();
  private static final int BATCHES = 6;
  private static final int MOST = 10_000;
  private static final Conversations.Rules BEFORE =
      new Conversations.Rules(100, Duration.ofHours(24), 100);
  private static final Conversations.Rules NOW = Conversations.Rules.DEFAULT;

  private final Path refiled;
  private final Path fromTheStart;

  RefilingTest(@TempDir Path folder) {
    this.refiled = folder.resolve("refiled");
    this.fromTheStart = folder.resolve("from-the-start");
  }

  /** A crash at a commit after the first few. */
  private static final class Crashing extends FilterDirectory {

    private int commits;

    private Crashing(Path path, int commits) throws IOException {
      super(FSDirectory.open(path));
      this.commits = commits;
    }

    @Override
    public void rename(String source, String dest) throws IOException {
      if (commits-- == 0) {
        throw new IOException("no power");
      }
      super.rename(source, dest);
    }
  }

  @Test
  void endsAsIfItHadAlwaysBeenFiledSoHoweverSmallTheSteps() throws IOException {
    told(refiled, BEFORE);
    told(fromTheStart, NOW);
    assertThat(seen(refiled)).isNotEqualTo(seen(fromTheStart));

    try (var directory = FSDirectory.open(refiled)) {
      refile(directory, 7);
    }

    assertThat(seen(refiled)).isEqualTo(seen(fromTheStart));
  }

  @Test
  void goesOnWhereItWasKilled() throws IOException {
    told(refiled, BEFORE);
    told(fromTheStart, NOW);

    var kills = 0;
    var done = false;
    while (!done) {
      try (var directory = new Crashing(refiled, 1)) {
        refile(directory, 40);
        done = true;
      } catch (IOException e) {
        // A page at each try: it would never end if it began from nothing.
        assertThat(++kills).isLessThan(BATCHES);
      }
    }

    assertThat(kills).isGreaterThan(2);
    assertThat(seen(refiled)).isEqualTo(seen(fromTheStart));
  }

  @Test
  void isBegunAnewByRulesThatCameInBetween() throws IOException {
    told(refiled, NOW);
    try (var directory = new Crashing(refiled, 3)) {
      var others = new Conversations(BEFORE);
      assertThatThrownBy(() -> Writing.open(directory, others, NLP, 40))
          .hasMessageContaining("no power");
    }

    told(fromTheStart, NOW);
    LuceneArchive.open(refiled, NLP, NOW).close();

    assertThat(seen(refiled)).isEqualTo(seen(fromTheStart));
  }

  private static void refile(Directory directory, int page) throws IOException {
    Writing.open(directory, new Conversations(NOW), NLP, page).close();
  }

  private static void told(Path path, Conversations.Rules rules) {
    try (var archive = LuceneArchive.open(path, NLP, rules)) {
      for (var batch = 0; batch < BATCHES; batch++) {
        archive.apply(Story.batch(batch));
      }
    }
  }

  /** Everything that readers see of how it is filed. */
  private static List<Object> seen(Path path) {
    var seen = new ArrayList<Object>();
    try (var archive = LuceneArchive.openToRead(path)) {
      var ever = new TimeSpan(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
      for (var chat : Story.CHATS) {
        for (var filed : archive.read(chat.channel(), ever, MOST, Story.EVERYBODY)) {
          seen.add(filed.message().id() + " in " + filed.conversation());
        }
      }
      for (var word : Story.WORDS) {
        archive.search(word, Story.EVERYBODY, MOST).stream()
            .map(found -> word + " in " + found.conversation() + " " + found.coverage())
            .sorted()
            .forEach(seen::add);
      }
      seen.add(archive.extent(Story.EVERYBODY));
    }
    return seen;
  }
}
