package ponte.teams.token;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An issuer of tokens as the Bot Connector is one, on this machine: it signs, and says how. */
public final class TestIssuer implements AutoCloseable {

  public static final String NAME = "https://api.botframework.com";

  private static final String METADATA = "/v1/.well-known/openidconfiguration";
  private static final String KEYS = "/v1/.well-known/keys";

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
  private final Map<String, KeyPair> pairs = new LinkedHashMap<>();
  private final Map<String, String> published = new LinkedHashMap<>();

  /** Publishes one key, {@code key-1}, that may sign what comes from Teams. */
  public TestIssuer() {
    server.start();
    tellsMetadata(NAME);
    publish("key-1", "\"msteams\"");
  }

  public Issuer issuer() {
    return new Issuer(NAME, URI.create("http://localhost:" + server.port() + METADATA));
  }

  void tellsMetadata(String issuer) {
    server.stubFor(
        get(urlEqualTo(METADATA))
            .willReturn(
                okJson(
                    """
                    {"issuer": "%s", "jwks_uri": "http://localhost:%d%s",
                     "id_token_signing_alg_values_supported": ["RS256"]}
                    """
                        .formatted(issuer, server.port(), KEYS))));
  }

  void answersMetadata(ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlEqualTo(METADATA)).willReturn(answer));
  }

  /** Makes a key and publishes it with those that are published. */
  void publish(String id, String endorsements) {
    var key = (RSAPublicKey) pair(id).getPublic();
    published.put(
        id,
        """
        {"kty": "RSA", "use": "sig", "kid": "%s", "n": "%s", "e": "%s", "endorsements": [%s]}
        """
            .formatted(
                id, number(key.getModulus()), number(key.getPublicExponent()), endorsements));
    publish(published.values().stream().collect(Collectors.joining(",")));
  }

  void publish(String keys) {
    server.stubFor(get(urlEqualTo(KEYS)).willReturn(okJson("{\"keys\": [" + keys + "]}")));
  }

  /** A key as it is published. */
  String json(String id) {
    return published.getOrDefault(id, "");
  }

  int readings() {
    return server.findAll(getRequestedFor(urlEqualTo(METADATA))).size();
  }

  /** A pair that is made when it is first asked for, published or not. */
  KeyPair pair(String id) {
    return pairs.computeIfAbsent(id, _ -> newPair());
  }

  /** A token as Teams sends it at a moment, for an app, with activities of a service. */
  public String token(String appId, String serviceUrl, Instant now) {
    return token("key-1", appId, serviceUrl, now, claims -> claims);
  }

  String token(
      String key,
      String appId,
      String serviceUrl,
      Instant now,
      UnaryOperator<JWTCreator.Builder> otherwise) {
    var pair = pair(key);
    return otherwise
        .apply(
            JWT.create()
                .withKeyId(key)
                .withIssuer(NAME)
                .withAudience(appId)
                .withNotBefore(now.minus(Duration.ofMinutes(1)))
                .withExpiresAt(now.plus(Duration.ofHours(1)))
                .withClaim("serviceurl", serviceUrl))
        .sign(Algorithm.RSA256((RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate()));
  }

  private static KeyPair newPair() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String number(BigInteger number) {
    var bytes = number.toByteArray();
    int start = bytes[0] == 0 ? 1 : 0;
    var unsigned = Arrays.copyOfRange(bytes, start, bytes.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
  }

  @Override
  public void close() {
    server.stop();
  }
}
