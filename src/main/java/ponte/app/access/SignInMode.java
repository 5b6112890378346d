package ponte.app.access;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.app.access.Access.Way;
import ponte.app.storage.Secret;
import ponte.conversation.WorkspaceId;
import ponte.teams.ObjectIds;

/**
 * What the settings of sign-in say, whole.
 *
 * @param address where browsers reach the console, without a slash at its end
 */
record SignInMode(URI address, @Nullable OfSlack slack, @Nullable OfEntra entra) {

  private static final Pattern GUID =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  private static final Pattern LOOPBACK =
      Pattern.compile("(.+\\.)?localhost|127(\\.\\d{1,3}){3}|\\[::1]");

  record OfSlack(String clientId, Secret secret, String issuer) {}

  /**
   * @param tenants whose people may sign in, at least one
   */
  record OfEntra(String clientId, Secret secret, Set<WorkspaceId> tenants, String login) {
    OfEntra {
      tenants = Set.copyOf(tenants);
    }

    /** Whose pages people are led to: those of the one tenant, or of whichever is theirs. */
    String authority() {
      return tenants.size() == 1 ? tenants.iterator().next().value() : "organizations";
    }
  }

  /**
   * @throws ConsoleNotSetException if something is missing or cannot be
   */
  static SignInMode of(ConsoleProperties set) {
    var slack = slack(set.slack());
    var entra = entra(set.entra());
    if (slack == null && entra == null) {
      throw new ConsoleNotSetException("no-way");
    }
    var address = set.address();
    if (address == null) {
      throw new ConsoleNotSetException("no-address");
    }
    return new SignInMode(reachable(address), slack, entra);
  }

  private static @Nullable OfSlack slack(ConsoleProperties.Slack set) {
    if (set.clientId() == null && set.clientSecret() == null) {
      return null;
    }
    return new OfSlack(
        required(set.clientId(), "slack-no-client-id"),
        required(set.clientSecret(), "slack-no-client-secret"),
        bare(set.address()));
  }

  private static @Nullable OfEntra entra(ConsoleProperties.Entra set) {
    if (set.clientId() == null && set.clientSecret() == null && set.tenants().isEmpty()) {
      return null;
    }
    var id = required(set.clientId(), "entra-no-client-id");
    var secret = required(set.clientSecret(), "entra-no-client-secret");
    if (set.tenants().isEmpty()) {
      throw new ConsoleNotSetException("entra-no-tenant");
    }
    for (var tenant : set.tenants()) {
      if (!GUID.matcher(tenant.strip()).matches()) {
        throw new ConsoleNotSetException("entra-bad-tenant", tenant);
      }
    }
    return new OfEntra(
        id,
        secret,
        set.tenants().stream()
            .map(tenant -> ObjectIds.tenant(tenant.strip()))
            .collect(Collectors.toSet()),
        bare(set.login()));
  }

  private static <T> T required(@Nullable T value, String situation) {
    if (value == null || value instanceof String text && text.isBlank()) {
      throw new ConsoleNotSetException(situation);
    }
    return value;
  }

  /** Cookies that prove who somebody is travel encrypted, but within one machine. */
  private static URI reachable(URI address) {
    var host = address.getHost();
    var whole =
        host != null
            && address.getUserInfo() == null
            && address.getQuery() == null
            && address.getFragment() == null
            && (address.getPath().isEmpty() || address.getPath().equals("/"));
    var safe =
        "https".equals(address.getScheme())
            || "http".equals(address.getScheme())
                && host != null
                && LOOPBACK.matcher(host).matches();
    if (!whole || !safe) {
      throw new ConsoleNotSetException("bad-address", address.toString());
    }
    return URI.create(bare(address));
  }

  private static String bare(URI address) {
    return address.toString().replaceAll("/+$", "");
  }

  /** Whether browsers come by an encrypted connection only. */
  boolean isEncrypted() {
    return "https".equals(address.getScheme());
  }

  List<Way> ways() {
    var ways = new ArrayList<Way>();
    if (slack != null) {
      ways.add(Way.SLACK);
    }
    if (entra != null) {
      ways.add(Way.ENTRA);
    }
    return ways;
  }
}
