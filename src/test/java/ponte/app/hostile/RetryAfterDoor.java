package ponte.app.hostile;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import ponte.TestClock;
import ponte.app.alike.Office;
import ponte.app.alike.SlackWired;
import ponte.slack.api.Method;
import ponte.slack.api.SlackAnswer;
import ponte.slack.api.SlackApi;
import ponte.slack.api.SlackLimits;
import ponte.slack.installation.OneInstallation;
import ponte.teams.connector.RetryAfter;

/** For how long a platform wants to be left alone: never for ever. */
final class RetryAfterDoor implements Consumer<byte[]> {

  private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration LONGEST = Duration.ofDays(12);

  private final TestClock clock = TestClock.at(BEGIN);
  private final AnsweringHttp http = new AnsweringHttp();
  private final Office office = new Office("T123ABC456", "C1", BEGIN, Map.of());
  private final SlackApi slack = slack();

  private SlackApi slack() {
    var installed = new OneInstallation();
    installed.known(SlackWired.installation(office));
    return new SlackApi(
        http, URI.create("https://slack.com/api/"), installed, SlackLimits.DEFAULT, clock);
  }

  @Override
  public void accept(byte[] input) {
    clock.advance(LONGEST);
    http.bars(new String(input, StandardCharsets.ISO_8859_1));
    var request = HttpRequest.newBuilder(URI.create("https://graph.microsoft.com/")).build();
    RetryAfter.of(http.send(request, BodyHandlers.ofByteArray())).ifPresent(this::check);
    if (slack.call(office.workspace(), Method.USERS_LIST, Map.of())
        instanceof SlackAnswer.Later(var notBefore)) {
      check(Duration.between(clock.instant(), notBefore));
    } else {
      throw new AssertionError("not barred");
    }
  }

  private void check(Duration pause) {
    if (!pause.isPositive() || pause.compareTo(LONGEST) > 0) {
      throw new AssertionError("to wait for " + pause);
    }
  }
}
