package ponte.app.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Whether the machine's clock agrees with a platform's: what is signed holds for five minutes. */
public final class ClockCheck implements Check {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A date in an answer has whole seconds, and takes a moment to come. */
  private static final Duration MUCH = Duration.ofSeconds(30);

  /** From five minutes on everything is refused. */
  private static final Duration TOO_MUCH = Duration.ofMinutes(4);

  private final HttpClient http;
  private final URI platform;
  private final Clock clock;

  public ClockCheck(HttpClient http, URI platform, Clock clock) {
    this.http = http;
    this.platform = platform;
    this.clock = clock;
  }

  @Override
  public void look(Findings findings) {
    try {
      var request = HttpRequest.newBuilder(platform).timeout(PATIENCE).build();
      var asked = clock.instant();
      var answer = http.send(request, BodyHandlers.discarding());
      var between = asked.plus(Duration.between(asked, clock.instant()).dividedBy(2));
      var date = answer.headers().firstValue("Date");
      if (date.isEmpty()) {
        findings.ok("clock", "not-told", platform.getHost());
        return;
      }
      var theirs = ZonedDateTime.parse(date.get(), DateTimeFormatter.RFC_1123_DATE_TIME);
      tell(findings, Duration.between(theirs.toInstant(), between));
    } catch (IOException | DateTimeParseException e) {
      findings.warning("clock", "no-answer", platform.getHost(), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      findings.warning("clock", "no-answer", platform.getHost(), e.toString());
    }
  }

  /**
   * @param ahead of the platform; less than nothing: behind it
   */
  private void tell(Findings findings, Duration ahead) {
    var off = ahead.abs();
    if (off.compareTo(TOO_MUCH) >= 0) {
      findings.failure("clock", "wrong", platform.getHost(), ahead.toSeconds());
    } else if (off.compareTo(MUCH) >= 0) {
      findings.warning("clock", "off", platform.getHost(), ahead.toSeconds());
    } else {
      findings.ok("clock", "right", platform.getHost());
    }
  }
}
