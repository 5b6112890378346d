package ponte.slack.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses that came with a request or an answer are called: those of Slack, over https, and
 * nothing else whatever is said.
 */
final class SlackAddresses {

  /**
   * Where replies go, in Slack's public cloud and in the one for governments:
   * <https://docs.slack.dev/interactivity/handling-user-interaction#message_responses>.
   */
  private static final Set<String> REPLIES = Set.of("hooks.slack.com", "hooks.slack-gov.com");

  /** Where files go: <https://docs.slack.dev/reference/methods/files.getUploadURLExternal>. */
  private static final Set<String> FILES = Set.of("files.slack.com", "files.slack-gov.com");

  private final String own;

  /**
   * @param base where the methods are; what lies at its very origin is Slack's, too
   */
  SlackAddresses(URI base) {
    this.own = origin(base);
  }

  /** Whether a reply may be written there. */
  boolean takesReplies(URI address) {
    return isAt(REPLIES, address);
  }

  /** Where a file is to be put; empty where that is no address of Slack's. */
  Optional<URI> forFile(String address) {
    try {
      return Optional.of(new URI(address)).filter(uri -> isAt(FILES, uri));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private boolean isAt(Set<String> hosts, URI address) {
    var host = address.getHost();
    if (host == null || address.getRawUserInfo() != null) {
      return false;
    }
    return origin(address).equals(own)
        || "https".equalsIgnoreCase(address.getScheme())
            && (address.getPort() == -1 || address.getPort() == 443)
            && hosts.contains(host.toLowerCase(Locale.ROOT));
  }

  private static String origin(URI address) {
    return (address.getScheme() + "://" + address.getRawAuthority()).toLowerCase(Locale.ROOT);
  }
}
