package ponte.digest;

import java.util.List;
import java.util.Map;

/**
 * Says sentences in other words. Nothing it says is trusted: what cannot be traced back to its
 * sentence is not used.
 */
@FunctionalInterface
public interface Rewriter {

  /** Leaves everything as it was said. */
  Rewriter NONE = _ -> Map.of();

  /**
   * Other words for sentences, by the sentence; fewer where it does not manage, none where it
   * fails. Takes no longer than a digest may wait.
   *
   * @param sentences without secrets, each once
   */
  Map<String, String> rewrite(List<String> sentences);
}
