package ponte.teams.connector;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which services are called with Ponte's token: those of Microsoft, over https, and nothing else
 * whatever an activity says.
 */
public final class ServiceUrls {

  /**
   * Microsoft's hosts of Teams' connector in its public, government and Chinese clouds:
   * <https://microsoft.github.io/teams-sdk/csharp/essentials/app-configuration/service-url-validation>.
   */
  private static final Set<String> HOSTS =
      Set.of(
          "smba.trafficmanager.net",
          "smba.onyx.prod.teams.trafficmanager.net",
          "smba.infra.gcc.teams.microsoft.com",
          "smba.infra.gov.teams.microsoft.us",
          "smba.infra.dod.teams.microsoft.us",
          "frontend.botapi.msg.infra.teams.microsoftonline.cn");

  /** What the hosts of people's own files end with, in the same clouds. */
  private static final Set<String> UPLOADS =
      Set.of(".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.cn");

  private final boolean local;
  private final Set<String> others;

  private ServiceUrls(boolean local, Set<String> others) {
    this.local = local;
    this.others = others;
  }

  /** Microsoft's own hosts. */
  public static ServiceUrls ofMicrosoft() {
    return ofMicrosoftAnd(Set.of());
  }

  /**
   * Microsoft's own hosts, and addresses that an administrator adds: a host that is new, a proxy.
   *
   * @param others with scheme, host and port; what lies below them is allowed, too
   */
  public static ServiceUrls ofMicrosoftAnd(Set<URI> others) {
    return new ServiceUrls(
        false, others.stream().map(ServiceUrls::origin).collect(Collectors.toUnmodifiableSet()));
  }

  private static String origin(URI url) {
    return (url.getScheme() + "://" + url.getAuthority()).toLowerCase(Locale.ROOT);
  }

  /** Hosts of this machine alone, as for a client emulator. */
  public static ServiceUrls ofThisMachine() {
    return new ServiceUrls(true, Set.of());
  }

  /** Whether a service may be called there; a path is put at its end, so nothing else may be. */
  public boolean allows(URI url) {
    var host = url.getHost();
    if (host == null
        || url.getRawUserInfo() != null
        || url.getRawQuery() != null
        || url.getRawFragment() != null) {
      return false;
    }
    return isOthers(url)
        || (local ? isHere(url) : isHttps(url) && HOSTS.contains(host.toLowerCase(Locale.ROOT)));
  }

  private boolean isOthers(URI url) {
    return others.contains(origin(url));
  }

  private static boolean isHere(URI url) {
    return Set.of("http", "https").contains(url.getScheme())
        && Set.of("127.0.0.1", "localhost", "[::1]").contains(url.getHost());
  }

  /** Whether a file may be put there: it goes without Ponte's token. */
  public boolean allowsUpload(URI url) {
    var host = url.getHost();
    if (host == null || url.getRawUserInfo() != null) {
      return false;
    }
    return isOthers(url)
        || (local
            ? isHere(url)
            : isHttps(url) && UPLOADS.stream().anyMatch(host.toLowerCase(Locale.ROOT)::endsWith));
  }

  private static boolean isHttps(URI url) {
    return "https".equalsIgnoreCase(url.getScheme())
        && (url.getPort() == -1 || url.getPort() == 443);
  }
}
