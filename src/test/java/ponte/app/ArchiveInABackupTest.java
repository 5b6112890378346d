package ponte.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.archive.Archive;
import ponte.archive.Conversations;
import ponte.archive.TwoArchives;
import ponte.lucene.LuceneArchive;
import ponte.nlp.Nlp;

/** Which archive belongs to a backup of a data directory. */
class ArchiveInABackupTest {

  private static final Archive ELSEWHERE =
      (Archive)
          Proxy.newProxyInstance(
              Archive.class.getClassLoader(),
              new Class<?>[] {Archive.class},
              (_, method, _) -> {
                throw new AssertionError(method);
              });

  @Test
  void isTheOneThatLiesThereWhicheverIsRead(@TempDir Path data) {
    try (var here = LuceneArchive.open(data, Nlp.shared(), Conversations.Rules.DEFAULT)) {
      assertThat(Replica.embedded(here)).isSameAs(here);
      assertThat(Replica.embedded(new TwoArchives(here, ELSEWHERE))).isSameAs(here);
      assertThat(Replica.embedded(new TwoArchives(ELSEWHERE, here))).isSameAs(here);
      assertThat(Replica.embedded(ELSEWHERE)).isNull();
    }
  }
}
