package ponte.teams.token;

import java.net.URI;
import java.util.function.Consumer;
import ponte.TestClock;
import ponte.app.hostile.AnsweringHttp;
import ponte.platform.PlatformUnavailableException;

/** What an issuer publishes of itself, its metadata and its keys in one. */
public final class KeysDoor implements Consumer<byte[]> {

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final AnsweringHttp http = new AnsweringHttp();
  private final Issuer issuer =
      new Issuer("https://api.botframework.com", URI.create("https://issuer.example/metadata"));

  private int found;

  /** How often the key was there. */
  public int found() {
    return found;
  }

  @Override
  public void accept(byte[] input) {
    http.answers(input);
    try {
      found += new IssuerKeys(http, issuer, Runnable::run, clock).find("key-1").isPresent() ? 1 : 0;
    } catch (PlatformUnavailableException e) {
      // They are read again, as where the issuer does not answer.
    }
  }
}
