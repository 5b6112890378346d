package ponte.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import ponte.command.Command;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * What buttons carry: the command itself, or, where a platform's room for it is too small, the name
 * under which it is kept aside.
 */
public final class ButtonValues {

  private static final String KEPT = "ref:";
  private static final Duration KEEP = Duration.ofDays(90);

  private final Partition partition;
  private final int longest;
  private final Records records;
  private final Clock clock;

  /**
   * @param kind of the partition in which a platform's long values lie, such as {@code
   *     slack-button}
   * @param longest the most characters that a button carries
   */
  public ButtonValues(String kind, int longest, Records records, Clock clock) {
    this.partition = new Partition(kind, "all");
    this.longest = longest;
    this.records = records;
    this.clock = clock;
  }

  /** What a button that gives this command carries, at least 1 character. */
  public String of(Command command) {
    var written = Codec.write(command);
    return written.length() <= longest ? written : KEPT + keep(written);
  }

  /**
   * The command, as {@link Codec} writes it, that a pressed button carried; empty where it was kept
   * aside too long ago.
   */
  public Optional<String> action(String value) {
    return value.startsWith(KEPT)
        ? records.find(partition.key(value.substring(KEPT.length()))).map(Document::content)
        : Optional.of(value);
  }

  /** The same command has the same name, however often it is kept. */
  private String keep(String written) {
    var name = digest(written);
    var key = partition.key(name);
    var until = clock.instant().plus(KEEP);
    // Whoever comes first of two writers keeps the same content for the same time.
    records
        .find(key)
        .ifPresentOrElse(
            kept -> records.write(Write.replace(kept, written).expiring(until)),
            () -> records.write(Write.create(key, written).expiring(until)));
    return name;
  }

  private static String digest(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
