package ponte.teams.token;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the token that the Bot Connector sends with each activity, as
 * <https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication>
 * says under "Connector to bot": the bearer scheme, signature by a published key, RS256, issuer,
 * audience and time.
 *
 * <p>What the token says of the activity itself, the channel and the service URL, is in the {@link
 * Credential}; whoever reads the activity must hold it against that.
 */
public final class BotTokens implements TokenCheck {

  private static final String BEARER = "Bearer ";
  private static final Duration LEEWAY = Duration.ofMinutes(5);

  /** As they are sent, and as the page writes it. */
  private static final List<String> SERVICE_URL = List.of("serviceurl", "serviceUrl");

  private final IssuerKeys keys;
  private final String issuer;
  private final String appId;
  private final Clock clock;

  /**
   * @param appId of Ponte's own bot, not blank
   */
  public BotTokens(IssuerKeys keys, Issuer issuer, String appId, Clock clock) {
    if (appId.isBlank()) {
      throw new IllegalArgumentException("app id is blank");
    }
    this.keys = keys;
    this.issuer = issuer.name();
    this.appId = appId;
    this.clock = clock;
  }

  @Override
  public Verdict of(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return new Verdict.Refused("no bearer token");
    }
    try {
      return of(JWT.decode(authorization.substring(BEARER.length()).strip()));
    } catch (JWTVerificationException e) {
      return new Verdict.Refused(e.getClass().getSimpleName());
    }
  }

  /** What can be refused without the issuer's keys is refused before anybody asks for them. */
  private Verdict of(DecodedJWT token) {
    var id = token.getKeyId();
    if (id == null || !issuer.equals(token.getIssuer())) {
      return new Verdict.Refused("foreign token");
    }
    if (!List.of(appId).equals(token.getAudience())) {
      return new Verdict.Refused("token for somebody else");
    }
    if (token.getExpiresAt() == null) {
      return new Verdict.Refused("token without end");
    }
    var key = keys.find(id);
    if (key.isEmpty()) {
      return new Verdict.Refused("unknown key");
    }
    verifier(key.get()).verify(token);
    return new Verdict.Genuine(new Credential(key.get().endorsements(), service(token)));
  }

  private JWTVerifier verifier(SigningKey key) {
    var verification =
        (JWTVerifier.BaseVerification)
            JWT.require(Algorithm.RSA256(key.key(), null))
                .withIssuer(issuer)
                .withAudience(appId)
                .acceptLeeway(LEEWAY.toSeconds());
    return verification.build(clock);
  }

  /** Empty where the token names none: then it covers no activity. */
  private static String service(DecodedJWT token) {
    for (var name : SERVICE_URL) {
      var claim = token.getClaim(name).asString();
      if (claim != null) {
        return claim;
      }
    }
    return "";
  }
}
