package ponte.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;

/** Where links lead: to the console's own pages, and out of it only where that is harmless. */
public final class Links {

  private static final Set<String> HARMLESS = Set.of("http", "https", "mailto");

  private Links() {}

  public static String to(MessageId message) {
    return to(message.channel()) + "/" + encode(message.value()) + "#message";
  }

  public static String to(ChannelId channel) {
    return "/archive/" + of(channel);
  }

  /** The page of a channel's digest. */
  public static String digest(ChannelId channel) {
    return "/digests/" + of(channel);
  }

  /** Where the feed of a channel is, but for its secret. */
  public static String feed(ChannelId channel) {
    return "/feeds/" + of(channel);
  }

  private static String of(ChannelId channel) {
    return encode(channel.workspace().value()) + "/" + encode(channel.value());
  }

  /** The address somebody wrote, if a browser may be sent there. */
  public static Optional<String> harmless(String url) {
    var scheme = url.strip().toLowerCase(Locale.ROOT).split(":", 2)[0];
    return HARMLESS.contains(scheme) ? Optional.of(url.strip()) : Optional.empty();
  }

  private static String encode(String part) {
    try {
      // With a slash before it, no colon in the part can look like a scheme.
      return new URI(null, null, "/" + part, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("'" + part + "' cannot be in an address", e);
    }
  }
}
