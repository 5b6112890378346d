package ponte.app.access;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs people in as Slack and Entra do, with keys of its own. */
final class FakeIssuer implements AutoCloseable {

  private final RSAKey key = key("one");

  /** Has the name of the right one, and is another. */
  private final RSAKey wrong = key("one");

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

  FakeIssuer() {
    server.start();
    var keys = okJson(new JWKSet(key.toPublicJWK()).toString());
    server.stubFor(get(urlPathMatching("/openid/connect/keys")).willReturn(keys));
    server.stubFor(get(urlPathMatching("/[^/]+/discovery/v2.0/keys")).willReturn(keys));
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String address() {
    return "http://localhost:" + server.port();
  }

  /** Gives this token for whatever code it is asked with, as Slack words it. */
  void gives(String token) {
    tokens(
        "{\"ok\":true,\"access_token\":\"xoxp-1234\",\"token_type\":\"Bearer\",\"id_token\":\""
            + token
            + "\"}");
  }

  /** Answers like this when it is asked for a token. */
  void tokens(String json) {
    server.stubFor(
        post(urlPathMatching("/api/openid.connect.token|/[^/]+/oauth2/v2.0/token"))
            .willReturn(aResponse().withHeader("Content-Type", "application/json").withBody(json)));
  }

  /** What it was sent when it was last asked for a token. */
  @Nullable String lastAsked() {
    List<ServeEvent> events =
        server.getAllServeEvents().stream()
            .filter(event -> event.getRequest().getMethod().getName().equals("POST"))
            .toList();
    return events.isEmpty() ? null : events.getFirst().getRequest().getBodyAsString();
  }

  String signed(JWTClaimsSet claims) {
    return signed(claims, key);
  }

  String signedByAnother(JWTClaimsSet claims) {
    return signed(claims, wrong);
  }

  private static String signed(JWTClaimsSet claims, RSAKey key) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
