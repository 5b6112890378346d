package ponte.nudge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Person;
import ponte.conversation.WorkspaceId;

/**
 * Whose public holidays people keep: those of the country that an administrator named for their
 * workspace, else of the country in which their clock stands.
 *
 * @param ofWorkspaces countries by the id of a workspace
 * @param everywhere the country of all other workspaces; null: each person's own
 */
public record Countries(Map<String, String> ofWorkspaces, @Nullable String everywhere) {

  /** Each person's own. */
  public static final Countries BY_ZONE = new Countries(Map.of(), null);

  private static final Map<String, String> OF_ZONES = ofZones();

  public Countries {
    ofWorkspaces =
        ofWorkspaces.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    entry -> entry.getKey().toLowerCase(Locale.ROOT),
                    entry -> country(entry.getValue())));
    everywhere = everywhere == null ? null : country(everywhere);
  }

  private static String country(String written) {
    var country = written.strip().toUpperCase(Locale.ROOT);
    if (!country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "country is '" + written + "', must be two letters as in ISO 3166");
    }
    return country;
  }

  /** The country of a person; empty where their clock tells none. */
  public Optional<String> of(Person person) {
    var set = ofWorkspaces.getOrDefault(lower(person.id().workspace()), everywhere);
    return set == null ? of(person.zone()) : Optional.of(set);
  }

  private static String lower(WorkspaceId workspace) {
    return workspace.value().toLowerCase(Locale.ROOT);
  }

  /** The country of a zone; empty where the zone is no place. */
  static Optional<String> of(ZoneId zone) {
    return Optional.ofNullable(OF_ZONES.get(zone.getId()));
  }

  private static Map<String, String> ofZones() {
    try (InputStream table = Countries.class.getResourceAsStream("zone-countries.tsv")) {
      return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
