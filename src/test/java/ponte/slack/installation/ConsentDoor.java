package ponte.slack.installation;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Consumer;
import ponte.TestClock;
import ponte.app.hostile.AnsweringHttp;
import ponte.slack.installation.Consent.Outcome;
import ponte.slack.sync.SlackErrands;
import ponte.store.InMemoryQueue;
import ponte.store.InMemoryRecords;

/**
 * What a browser brings back from Slack's page: nobody is let in by a state that is not Ponte's.
 */
public final class ConsentDoor implements Consumer<byte[]> {

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final Consent consent = consent();

  private Consent consent() {
    var slack = new AnsweringHttp();
    slack.answers("{\"ok\":false,\"error\":\"invalid_code\"}".getBytes(StandardCharsets.UTF_8));
    var random = new SecureRandom();
    return new Consent(
        new Consent.Addresses(
            URI.create("https://slack.com/oauth/v2/authorize"),
            URI.create("https://ponte.example.org/slack/oauth_redirect")),
        new TokenOffice.App("1.2", new Token("secret")),
        new TokenOffice(slack, URI.create("https://slack.com/api/"), clock),
        new InstallationRecords(
            new InMemoryRecords(clock),
            new TokenCipher(Base64.getEncoder().encodeToString(new byte[32]), random)),
        new SlackErrands(new InMemoryQueue(clock), clock),
        random,
        clock);
  }

  @Override
  public void accept(byte[] input) {
    var text = new String(input, StandardCharsets.UTF_8);
    if (!(consent.finish(text, text, "code") instanceof Outcome.NotExpected)) {
      throw new AssertionError("let in by a state that is nobody's");
    }
    var state = consent.begin().state();
    if (!(consent.finish(state, state, text) instanceof Outcome.Refused)) {
      throw new AssertionError("let in though Slack refuses");
    }
  }
}
