package ponte.lucene;

import java.nio.file.Path;
import ponte.archive.Conversations;
import ponte.nlp.Nlp;

/** A process to be killed: tells {@link Story} to an archive and says how far it came. */
final class StoryTeller {

  private StoryTeller() {}

  /**
   * @param args the archive's directory, the first batch to tell, the one to stop before
   */
  public static void main(String[] args) {
    try (var archive =
        LuceneArchive.open(Path.of(args[0]), Nlp.shared(), Conversations.Rules.DEFAULT)) {
      for (var batch = Integer.parseInt(args[1]); batch < Integer.parseInt(args[2]); batch++) {
        archive.apply(Story.batch(batch));
        System.out.println(batch);
      }
    }
  }
}
