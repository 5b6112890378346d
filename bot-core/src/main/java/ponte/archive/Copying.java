package ponte.archive;

import java.util.function.Consumer;
import ponte.platform.Progress;

/**
 * Copies what one archive keeps to another one, which others may write at the same time. Copying
 * what is there already changes nothing.
 */
public final class Copying {

  private static final int AT_ONCE = 1_000;

  private final Holdings from;
  private final Archive to;
  private final Progress progress;
  private long copied;

  public Copying(Holdings from, Archive to, Progress progress) {
    this.from = from;
    this.to = to;
    this.progress = progress;
  }

  /**
   * Copies until there is no more.
   *
   * @param end where an earlier run came to, or {@link Holdings#BEGINNING}
   * @param reached is told where the next part begins, whenever one is durable in the other archive
   * @return where a later run begins
   */
  public String run(String end, Consumer<String> reached) {
    var at = end;
    while (true) {
      var part = from.after(at, AT_ONCE);
      at = part.end();
      if (!part.events().isEmpty()) {
        to.apply(part.events());
        copied += part.events().size();
        progress.reached("", copied, -1);
      }
      reached.accept(at);
      if (part.events().isEmpty()) {
        return at;
      }
    }
  }

  /** How many events were given to the other archive. */
  public long copied() {
    return copied;
  }
}
