package ponte.app.slack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import ponte.slack.installation.Token;
import ponte.slack.live.Signature;

/** Tells a server what happened in Slack, signed, and waits for as long as Slack does. */
final class Teller implements AutoCloseable {

  static final String SECRET = "a signing secret";

  /** "Your app should respond to the event request with an HTTP 2xx within three seconds." */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Signature signature = new Signature(new Token(SECRET), Clock.systemUTC());
  private final HttpClient http = HttpClient.newHttpClient();

  /** False: it was not heard, or it cannot be known whether it was. */
  boolean isAcknowledged(String address, Told told) throws InterruptedException {
    try {
      return status(address, told) == 200;
    } catch (IOException e) {
      return false;
    }
  }

  int status(String address, Told told) throws IOException, InterruptedException {
    var now = Long.toString(Clock.systemUTC().instant().getEpochSecond());
    var request =
        HttpRequest.newBuilder(URI.create(address + "/slack/events"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("X-Slack-Request-Timestamp", now)
            .header(
                "X-Slack-Signature",
                signature.of(now, told.body().getBytes(StandardCharsets.UTF_8)))
            .POST(BodyPublishers.ofString(told.body()))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
