package ponte.app.hostile;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.function.Consumer;
import ponte.TestClock;
import ponte.teams.token.BotTokens;
import ponte.teams.token.Issuer;
import ponte.teams.token.IssuerKeys;
import ponte.teams.token.TokenCheck;

/** Tokens that nobody signed; none of them lets anybody in. */
final class TokenDoor implements Consumer<byte[]> {

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final Issuer issuer =
      new Issuer("https://api.botframework.com", URI.create("https://issuer.example/metadata"));
  private final BotTokens tokens =
      new BotTokens(
          new IssuerKeys(itsDocuments(), issuer, Runnable::run, clock), issuer, "app", clock);

  /** Its metadata and its keys in one: of the one that tokens may name, nobody has the secret. */
  private static HttpClient itsDocuments() {
    var http = new AnsweringHttp();
    http.answers(
        """
        {
          "issuer": "https://api.botframework.com",
          "jwks_uri": "/keys",
          "keys": [{"kty": "RSA", "use": "sig", "kid": "key-1", "n": "%s", "e": "AQAB"}]
        }
        """
            .formatted(modulus())
            .getBytes(StandardCharsets.UTF_8));
    return http;
  }

  private static String modulus() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      var key = (RSAPublicKey) generator.generateKeyPair().getPublic();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getModulus().toByteArray());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void accept(byte[] input) {
    var token = new String(input, StandardCharsets.UTF_8);
    for (var header : new String[] {token, "Bearer " + token}) {
      if (!(tokens.of(header) instanceof TokenCheck.Verdict.Refused)) {
        throw new AssertionError("let in");
      }
    }
  }
}
