package ponte.app.hostile;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import ponte.TestClock;
import ponte.platform.PlatformUnavailableException;
import ponte.slack.installation.Grant;
import ponte.slack.installation.Token;
import ponte.slack.installation.TokenOffice;
import ponte.teams.connector.AccessTokens;
import ponte.teams.connector.AppIdentity;

/** What Slack and Microsoft answer where Ponte asks for a token. */
final class TokenAnswers implements Consumer<byte[]> {

  private static final URI REDIRECT = URI.create("https://ponte.example.org/slack/oauth_redirect");
  private static final TokenOffice.App APP = new TokenOffice.App("1.2", new Token("secret"));

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final AnsweringHttp http = new AnsweringHttp();
  private final TokenOffice slack =
      new TokenOffice(http, URI.create("https://slack.com/api/"), clock);

  @Override
  public void accept(byte[] input) {
    http.answers(input);
    passing(() -> slack.explain(new Token("xoxb-1")));
    passing(
        () -> {
          var grant = slack.exchange(APP, "code", REDIRECT);
          if (grant instanceof Grant.Granted(var installation)) {
            slack.refresh(APP, installation, new Token("next"));
          }
          return grant;
        });
    passing(() -> slack.refusesConnections(new Token("xapp-1")));
    var microsoft =
        new AccessTokens(
            http,
            AccessTokens.LOGIN,
            new AppIdentity("app", new AppIdentity.Proof.Secret("secret")),
            Duration.ofSeconds(20),
            clock);
    passing(() -> microsoft.of(AccessTokens.ANY_TENANT, AccessTokens.CONNECTOR));
  }

  private interface Asking {
    Object ask();
  }

  private static void passing(Asking asking) {
    try {
      Objects.requireNonNull(asking.ask());
    } catch (PlatformUnavailableException e) {
      // It is asked again, as what does not answer is.
    }
  }
}
