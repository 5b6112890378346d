package ponte.teams.card;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/** Which addresses and names Teams takes. */
final class Addresses {

  /**
   * What the addresses of things in Teams begin with:
   * <https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams>.
   */
  static final String TEAMS = "https://teams.microsoft.com/l/";

  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

  /** An Entra object id, or the id that Teams gives to whom it has none. */
  private static final Pattern PERSON =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|29:[\\w-]{1,200}");

  private Addresses() {}

  /** A part of an address. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Whether this may be a link: an address of the web or of mail that is not too long. */
  static boolean opens(String url) {
    if (url.length() > Limits.URL) {
      return false;
    }
    try {
      var uri = new URI(url);
      var scheme = uri.getScheme();
      return scheme != null
          && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
          && (scheme.equalsIgnoreCase("mailto") || uri.getHost() != null);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether Teams knows a person by this id in a tenant. */
  static boolean isPerson(PersonId person, WorkspaceId tenant) {
    return person.workspace().equals(tenant) && PERSON.matcher(person.value()).matches();
  }
}
