package ponte.teams.token;

import java.util.Set;

/**
 * What a genuine token lets its bearer say.
 *
 * @param channels the channels whose activities it may bring, such as {@code msteams}
 * @param service the service URL that its activities name
 */
public record Credential(Set<String> channels, String service) {

  public Credential {
    channels = Set.copyOf(channels);
  }

  /** Whether an activity of this channel and this service URL may come with it. */
  public boolean covers(String channel, String serviceUrl) {
    return channels.contains(channel) && service.equals(serviceUrl);
  }
}
