package ponte.app;

import java.nio.file.Path;
import java.util.List;

/** Loads exports in the background, one at a time. */
public interface Imports {

  /** How far it is. */
  sealed interface Status {

    /** Nothing was loaded since the start. */
    record Idle() implements Status {}

    /**
     * It goes on.
     *
     * @param channel the name of the channel being read; empty before the first
     */
    record Running(long done, long total, String channel) implements Status {}

    /** The last one is done. */
    record Finished(long messages, int people, int channels) implements Status {}

    /**
     * The last one was given up.
     *
     * @param situation the key of the text that says why
     * @param details its values
     */
    record Failed(String situation, List<String> details) implements Status {
      public Failed {
        details = List.copyOf(details);
      }
    }
  }

  Status status();

  /**
   * Starts to load an export; one that came through the browser is deleted once it is loaded or
   * refused.
   *
   * @throws IllegalStateException if another one is being loaded
   */
  void start(Path export);
}
