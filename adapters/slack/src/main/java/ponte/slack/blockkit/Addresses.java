package ponte.slack.blockkit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/** Which addresses and names Slack takes. */
final class Addresses {

  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
  private static final Pattern EMOJI =
      Pattern.compile("[\\p{L}\\p{N}_+'-]{1,100}(::skin-tone-[2-6])?");

  private static final Pattern PERSON = Pattern.compile("[UW][A-Z0-9]{1,99}");
  private static final Pattern CHANNEL = Pattern.compile("[CG][A-Z0-9]{1,99}");

  private Addresses() {}

  /** Whether this may be a link: an address of the web or of mail that is not too long. */
  static boolean opens(String url) {
    if (url.length() > Limits.URL) {
      return false;
    }
    try {
      var uri = new URI(url);
      var scheme = uri.getScheme();
      return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether Slack knows a person by this id; programs of old have made-up ones. */
  static boolean isPerson(PersonId person) {
    return PERSON.matcher(person.value()).matches();
  }

  static boolean isChannel(ChannelId channel) {
    return CHANNEL.matcher(channel.value()).matches();
  }

  static boolean namesEmoji(String name) {
    return EMOJI.matcher(name).matches();
  }
}
