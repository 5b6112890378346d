package ponte.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.archive.Chat;
import ponte.archive.Conversations;
import ponte.nlp.Nlp;

/** What is removed is on the disk no more once it is expunged. */
class ExpungeTest {

  private static final Nlp NLP = Nlp.shared();

  private final Path directory;
  private final Chat dev = Chat.in("dev");

  ExpungeTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void leavesNoByteOfWhatSomebodySaid() throws IOException {
    try (var archive = LuceneArchive.open(directory, NLP, Conversations.Rules.DEFAULT)) {
      archive.apply(
          List.of(
              dev.posts(1, "xanthippe", "the quokkafication of the broker"),
              dev.posts(2, "bob", "restart the broker")));
      archive.apply(List.of(dev.posts(3, "bob", "the broker is up")));
      assertThat(filesWith("quokkafication")).isNotEmpty();

      archive.forget(Chat.person("xanthippe"), Chat.minute(9));
      archive.forget(dev.channel(), Chat.minute(1.5), 10);
      archive.expunge();

      assertThat(filesWith("quokkafication")).isEmpty();
      assertThat(filesWith("quokka")).isEmpty();
      assertThat(filesWith("xanthippe")).isEmpty();
      assertThat(archive.search("broker", dev.audience(), 10)).isNotEmpty();
    }
    try (var index = FSDirectory.open(directory);
        var reader = DirectoryReader.open(index)) {
      assertThat(reader.numDeletedDocs()).isZero();
    }
  }

  private List<Path> filesWith(String word) throws IOException {
    var bytes = new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    try (var files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).filter(file -> has(file, bytes)).toList();
    }
  }

  private static boolean has(Path file, String bytes) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
