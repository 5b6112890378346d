package ponte.teams.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The time zones that mailboxes are set to: "in the Windows time zone format or IANA time zone
 * format. The Windows format is the default."
 *
 * <p>Which zone of the world a Windows one is, Unicode's CLDR says ({@code windowsZones.xml},
 * territory 001); the table is held to it by a test.
 */
public final class MailboxZones {

  private static final Map<String, ZoneId> WINDOWS = windows();

  private MailboxZones() {}

  /** The zone of a name; empty where it is none: people may have one of their own making. */
  public static Optional<ZoneId> zone(String name) {
    return Optional.ofNullable(WINDOWS.get(name))
        .or(() -> Optional.of(name).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of));
  }

  private static Map<String, ZoneId> windows() {
    try (var table = MailboxZones.class.getResourceAsStream("windows-zones.tsv")) {
      if (table == null) {
        throw new IllegalStateException("the table of time zones is not there");
      }
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> ZoneId.of(row[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
