package ponte.archive;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found of the words people use: of all that was looked up, and of nothing else.
 *
 * @param mentions in how many conversations words occur, in whatever form and in the language in
 *     which they do most; of several words the least
 * @param spellings the words of a shape that people wrote, those in most conversations first, then
 *     in alphabetical order
 */
public record Vocabulary(Map<String, Long> mentions, Map<Shaped, List<Spelling>> spellings) {

  public Vocabulary {
    mentions = Map.copyOf(mentions);
    spellings = Map.copyOf(spellings);
  }

  /** Where nobody said anything. */
  public static Vocabulary empty(Collection<String> words, Collection<Shaped> shapes) {
    var mentions = new HashMap<String, Long>();
    words.forEach(each -> mentions.put(each, 0L));
    var spellings = new HashMap<Shaped, List<Spelling>>();
    shapes.forEach(each -> spellings.put(each, List.of()));
    return new Vocabulary(mentions, spellings);
  }
}
