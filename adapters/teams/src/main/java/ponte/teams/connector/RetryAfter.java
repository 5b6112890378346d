package ponte.teams.connector;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** How long a service of Microsoft's wants to be left alone: a number of seconds. */
public final class RetryAfter {

  private RetryAfter() {}

  /** At least a second; empty where it does not say. */
  public static Optional<Duration> of(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Math.max(1, Long.parseLong(text))));
  }
}
