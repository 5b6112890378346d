package ponte.app.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether an address at which others are to reach Ponte is one, and somebody answers there. */
public final class ReachCheck implements Check {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** From here on a proxy says that it finds nobody behind it. */
  private static final int NOBODY_BEHIND = 500;

  private final HttpClient http;
  private final String setting;
  private final URI address;

  /**
   * @param setting where the address is set
   */
  public ReachCheck(HttpClient http, String setting, URI address) {
    this.http = http;
    this.setting = setting;
    this.address = address;
  }

  @Override
  public void look(Findings findings) {
    if (address.getHost() == null) {
      findings.failure("address", "none", setting, address);
      return;
    }
    if (!"https".equals(address.getScheme()) && !isHere()) {
      findings.warning("address", "not-https", setting, address);
      return;
    }
    try {
      var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      var status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status >= NOBODY_BEHIND) {
        findings.warning("address", "nobody-behind", setting, address, status);
      } else {
        findings.ok("address", "answers", setting, address);
      }
    } catch (IOException e) {
      findings.warning("address", "no-answer", setting, address, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      findings.warning("address", "no-answer", setting, address, e.toString());
    }
  }

  private boolean isHere() {
    return address.getHost().equals("localhost") || address.getHost().startsWith("127.");
  }
}
