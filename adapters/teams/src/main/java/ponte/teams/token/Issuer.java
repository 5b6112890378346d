package ponte.teams.token;

import java.net.URI;

/**
 * Who signs the tokens of what Teams sends.
 *
 * @param name as its tokens and its metadata name it
 * @param metadata where it says which keys it signs with, an OpenID configuration
 */
public record Issuer(String name, URI metadata) {

  /**
   * The Bot Connector of the public cloud:
   * <https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication>.
   */
  public static final Issuer BOT_CONNECTOR =
      new Issuer(
          "https://api.botframework.com",
          URI.create("https://login.botframework.com/v1/.well-known/openidconfiguration"));
}
