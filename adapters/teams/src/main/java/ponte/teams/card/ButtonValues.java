package ponte.teams.card;

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
 * What buttons carry: the command itself, or, where that would fill a card, the name under which it
 * is kept aside.
 */
public final class ButtonValues {

  /** A card has room for many of these. */
  static final int LONGEST = 1000;

  private static final String KEPT = "ref:";
  private static final Duration KEEP = Duration.ofDays(90);
  private static final Partition PARTITION = new Partition("teams-button", "all");

  private final Records records;
  private final Clock clock;

  public ButtonValues(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** What a button that gives this command carries. */
  public String of(Command command) {
    var written = Codec.write(command);
    return written.length() <= LONGEST ? written : KEPT + keep(written);
  }

  /**
   * The command, as {@link Codec} writes it, that a pressed button carried; empty where it was kept
   * aside too long ago.
   */
  public Optional<String> action(String value) {
    return value.startsWith(KEPT)
        ? records.find(PARTITION.key(value.substring(KEPT.length()))).map(Document::content)
        : Optional.of(value);
  }

  /** The same command has the same name, however often it is kept. */
  private String keep(String written) {
    var name = digest(written);
    var key = PARTITION.key(name);
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
