package ponte.teams.token;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a genuine token lets its bearer say.
 *
 * @param channels the channels whose activities the key that signed it may sign
 * @param service the service URL that its activities name; null: any, since there is no token but
 *     the bearer is this machine itself
 */
public record Credential(Set<String> channels, @Nullable String service) {

  /** The one channel by which Ponte is spoken to. */
  private static final String TEAMS = "msteams";

  public Credential {
    channels = Set.copyOf(channels);
  }

  /** What comes from this machine itself, where an administrator lets it, as from an emulator. */
  public static Credential ofThisMachine() {
    return new Credential(Set.of(TEAMS), null);
  }

  /** Whether an activity of this channel and this service URL may come with it. */
  public boolean covers(String channel, String serviceUrl) {
    return channel.equals(TEAMS)
        && channels.contains(channel)
        && (service == null || service.equals(serviceUrl));
  }
}
