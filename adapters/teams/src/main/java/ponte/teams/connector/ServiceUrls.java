package ponte.teams.connector;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

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

  private final boolean local;

  private ServiceUrls(boolean local) {
    this.local = local;
  }

  /** Microsoft's own hosts. */
  public static ServiceUrls ofMicrosoft() {
    return new ServiceUrls(false);
  }

  /** Hosts of this machine alone, as for a client emulator. */
  public static ServiceUrls ofThisMachine() {
    return new ServiceUrls(true);
  }

  /** Whether a service may be called there. */
  public boolean allows(URI url) {
    var host = url.getHost();
    if (host == null || url.getRawUserInfo() != null) {
      return false;
    }
    return local
        ? Set.of("127.0.0.1", "localhost", "[::1]").contains(host)
        : "https".equals(url.getScheme()) && HOSTS.contains(host.toLowerCase(Locale.ROOT));
  }
}
