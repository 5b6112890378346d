package ponte.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.env.PropertyResolver;
import ponte.app.teams.TeamsIsSet;

/**
 * Addresses that programs and strangers come to from elsewhere; who they are is checked there, or
 * needs no check. Nothing else is let through: an address is compared as it was sent, and with the
 * one method that it has.
 */
public final class OpenAddresses {

  /** Slack, and those who add Ponte to a workspace. */
  private static final Set<String> SLACK =
      Set.of("POST /slack/events", "GET /slack/install", "GET /slack/oauth_redirect");

  /** Teams; where it is an emulator on this machine, nobody else may come. */
  private static final String TEAMS = "POST /api/messages";

  private static final String PART = "(?!\\.+/)(?:(?!%2e|%2f|%5c)[a-z0-9%:@._-])+";

  /** Feeds are read from elsewhere, too; an address that may lead to another page is no feed's. */
  private static final Pattern FEED =
      Pattern.compile("(?i)/feeds/" + PART + "/" + PART + "/[a-z0-9_-]+");

  private final boolean teamsIsHere;

  public OpenAddresses(PropertyResolver settings) {
    this.teamsIsHere = TeamsIsSet.isLocal(settings);
  }

  /** Whether this is such a request. */
  public boolean lead(HttpServletRequest request) {
    var address = request.getRequestURI();
    var asked = request.getMethod() + " " + address;
    return SLACK.contains(asked)
        || TEAMS.equals(asked) && !teamsIsHere
        || request.getMethod().equals("GET") && FEED.matcher(address).matches();
  }
}
