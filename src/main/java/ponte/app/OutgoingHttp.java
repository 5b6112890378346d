package ponte.app;

import java.net.http.HttpClient;
import java.time.Duration;

/** How Ponte calls others by HTTP. */
public final class OutgoingHttp {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private OutgoingHttp() {}

  /** A client that is not led elsewhere: what it sends may be secret. */
  public static HttpClient client() {
    return HttpClient.newBuilder()
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }
}
