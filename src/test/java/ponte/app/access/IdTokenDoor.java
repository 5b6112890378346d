package ponte.app.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.RestTemplate;
import ponte.TestClock;
import ponte.app.storage.Secret;

/** Id tokens that nobody signed; none of them signs anybody in. */
public final class IdTokenDoor implements Consumer<byte[]> {

  private final List<JwtDecoder> decoders;

  public IdTokenDoor() {
    var mode =
        new SignInMode(
            URI.create("https://ponte.example.org"),
            new SignInMode.OfSlack("app", new Secret("secret"), "https://slack.com"),
            null);
    var tokens = new IdTokens(mode, new Keys(), TestClock.at("2026-03-02T09:00:00Z"));
    this.decoders = Registrations.of(mode).stream().map(tokens::createDecoder).toList();
  }

  /** Gives out one key, whatever it is asked. */
  private static final class Keys extends RestTemplate {

    private final String keys = keys();

    private static String keys() {
      try {
        return new JWKSet(new RSAKeyGenerator(2048).keyID("key-1").generate().toPublicJWK())
            .toString();
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public <T> ResponseEntity<T> exchange(RequestEntity<?> entity, Class<T> type) {
      return ResponseEntity.ok(type.cast(keys));
    }
  }

  @Override
  public void accept(byte[] input) {
    var token = new String(input, StandardCharsets.UTF_8);
    for (var decoder : decoders) {
      try {
        decoder.decode(token);
      } catch (JwtException refused) {
        continue;
      }
      throw new AssertionError("signed in");
    }
  }
}
