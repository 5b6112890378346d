package ponte.app.slack;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import ponte.slack.installation.Token;
import ponte.slack.installation.TokenOffice;

/** How Ponte comes to its tokens. */
sealed interface SlackMode {

  /** One workspace, whose token an administrator has set. */
  record OneWorkspace(Token token) implements SlackMode {}

  /** Any workspace, whose people consent. */
  record ByConsent(TokenOffice.App app, Token encryptionKey, URI redirect) implements SlackMode {}

  /**
   * What the settings say.
   *
   * @throws SlackNotSetException if one is missing or two are at odds
   */
  static SlackMode of(SlackProperties set) {
    if (set.signingSecret() == null && set.appToken() == null) {
      throw new SlackNotSetException("no-way-in");
    }
    var token = set.botToken();
    if (token != null) {
      if (set.clientId() != null) {
        throw new SlackNotSetException("token-and-consent");
      }
      return new OneWorkspace(token);
    }
    return new ByConsent(
        new TokenOffice.App(
            required(set.clientId(), "no-token"), required(set.clientSecret(), "no-client-secret")),
        required(set.encryptionKey(), "no-encryption-key"),
        required(set.publicAddress(), "no-public-address").resolve(ConsentController.REDIRECT));
  }

  private static <T> T required(@Nullable T value, String situation) {
    if (value == null) {
      throw new SlackNotSetException(situation);
    }
    return value;
  }
}
