package ponte.app.hostile;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import ponte.TestClock;
import ponte.platform.PlatformUnavailableException;
import ponte.teams.token.BotTokens;
import ponte.teams.token.Issuer;
import ponte.teams.token.IssuerKeys;
import ponte.teams.token.TokenCheck;

/** Tokens that nobody signed; none of them lets anybody in. */
final class TokenDoor implements Consumer<byte[]> {

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final Issuer issuer =
      new Issuer("https://api.botframework.com", URI.create("http://127.0.0.1:1/keys"));
  private final BotTokens tokens =
      new BotTokens(
          new IssuerKeys(HttpClient.newHttpClient(), issuer, Runnable::run, clock),
          issuer,
          "app",
          clock);

  @Override
  public void accept(byte[] input) {
    var token = new String(input, StandardCharsets.UTF_8);
    try {
      for (var header : new String[] {token, "Bearer " + token}) {
        if (!(tokens.of(header) instanceof TokenCheck.Verdict.Refused)) {
          throw new AssertionError("let in");
        }
      }
    } catch (PlatformUnavailableException e) {
      // It is good as far as one can see without the issuer's keys, which nobody gives out here.
    }
  }
}
