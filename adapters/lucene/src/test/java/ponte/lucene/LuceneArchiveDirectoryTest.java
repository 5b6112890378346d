package ponte.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.archive.ArchiveUnavailableException;
import ponte.archive.Chat;
import ponte.archive.Conversations;
import ponte.nlp.Nlp;

class LuceneArchiveDirectoryTest {

  private static final Nlp NLP = Nlp.shared();

  private final Chat dev = Chat.in("dev");
  private final Path directory;

  LuceneArchiveDirectoryTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private LuceneArchive open() {
    return LuceneArchive.open(directory, NLP, Conversations.Rules.DEFAULT);
  }

  @Test
  void hasASingleWriter() {
    try (var first = open()) {
      first.apply(List.of(dev.posts(1, "ada", "kafka")));

      assertThatThrownBy(this::open)
          .isInstanceOf(ArchiveUnavailableException.class)
          .hasMessageContaining("open")
          .hasMessageContaining(directory.toString());
    }
  }

  @Test
  void isReadWhileItIsWritten() {
    try (var writer = open()) {
      writer.apply(List.of(dev.posts(1, "ada", "kafka")));

      try (var reader = LuceneArchive.openToRead(directory)) {
        assertThat(reader.search("kafka", dev.audience(), 10)).hasSize(1);
        assertThatThrownBy(() -> reader.apply(List.of(dev.posts(2, "ada", "kafka"))))
            .isInstanceOf(IllegalStateException.class);
      }
    }
  }

  @Test
  void isThereAgainAfterItWasClosed() {
    try (var first = open()) {
      first.apply(List.of(dev.posts(1, "ada", "does anybody know kafka?")));
    }

    try (var second = open()) {
      second.apply(List.of(dev.posts(2, "bob", "@ada ask eve")));

      assertThat(second.conversation(dev.id(1), dev.audience())).hasSize(2);
    }
  }

  @Test
  void isFiledAnewWhereTheRulesChanged() {
    var unlinked = new Conversations.Rules(100, Duration.ofHours(24), 100);
    try (var first = LuceneArchive.open(directory, NLP, unlinked)) {
      first.apply(
          List.of(
              dev.posts(1, "ada", "does anybody know kafka?"),
              dev.posts(2, "bob", "@ada ask eve")));
      assertThat(first.conversation(dev.id(1), dev.audience())).hasSize(1);
    }

    try (var second = open()) {
      assertThat(second.conversation(dev.id(1), dev.audience())).hasSize(2);
      assertThat(second.conversation(dev.id(2), dev.audience())).isEmpty();
      assertThat(second.search("ask", dev.audience(), 10))
          .extracting(found -> found.conversation())
          .containsExactly(dev.id(1));
      assertThat(second.extent(dev.audience()).conversations()).isEqualTo(1);
    }
  }

  @Test
  void cannotBeReadWhereThereIsNone() {
    assertThatThrownBy(() -> LuceneArchive.openToRead(directory))
        .isInstanceOf(ArchiveUnavailableException.class)
        .hasMessageContaining(directory.toString());
  }

  @Test
  void saysWhatItCannotRead() throws Exception {
    open().close();
    try (var files = Files.list(directory)) {
      for (var file :
          files.filter(f -> f.getFileName().toString().startsWith("segments")).toList()) {
        Files.writeString(file, "nonsense");
      }
    }

    assertThatThrownBy(this::open)
        .isInstanceOf(ArchiveUnavailableException.class)
        .hasMessageContaining(directory.toString());
  }

  @Test
  void isUnavailableOnceItIsClosed() {
    var archive = open();
    archive.close();

    assertThatThrownBy(() -> archive.find(dev.id(1), dev.audience()))
        .isInstanceOf(ArchiveUnavailableException.class);
    assertThatThrownBy(() -> archive.apply(List.of(dev.posts(1, "ada", "kafka"))))
        .isInstanceOf(ArchiveUnavailableException.class);
  }

  @Test
  void findsTheFormsOfAWordInEitherLanguage() {
    try (var archive = open()) {
      archive.apply(
          List.of(
              dev.posts(1, "ada", "we are migrating all the databases to the new cluster"),
              dev.posts(5000, "bob", "abbiamo migrato tutte le stampanti nella nuova sede")));

      assertThat(archive.search("who has migrated a database?", dev.audience(), 10))
          .extracting(found -> found.conversation())
          .startsWith(dev.id(1));
      assertThat(archive.search("chi sa della stampante?", dev.audience(), 10))
          .extracting(found -> found.conversation())
          .containsExactly(dev.id(5000));
    }
  }
}
