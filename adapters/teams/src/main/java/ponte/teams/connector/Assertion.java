package ponte.teams.connector;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import ponte.teams.connector.AppIdentity.Proof;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The signed word by which an app with a certificate asks for a token:
 * <https://learn.microsoft.com/entra/identity-platform/certificate-credentials>.
 */
final class Assertion {

  /** What kind of assertion it is, as a token is asked for. */
  static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private static final Duration HOLDS = Duration.ofMinutes(5);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Assertion() {}

  /**
   * @param audience the address that the token is asked of
   */
  static String of(String appId, Proof.Certificate proof, String audience, Instant now) {
    try {
      var head =
          JsonNodeFactory.instance
              .objectNode()
              .put("alg", "PS256")
              .put("typ", "JWT")
              .put("x5t#S256", BASE64.encodeToString(thumbprint(proof)));
      var claims =
          JsonNodeFactory.instance
              .objectNode()
              .put("aud", audience)
              .put("iss", appId)
              .put("sub", appId)
              .put("jti", UUID.randomUUID().toString())
              .put("nbf", now.minus(HOLDS).getEpochSecond())
              .put("exp", now.plus(HOLDS).getEpochSecond());
      var said = encoded(head.toString()) + "." + encoded(claims.toString());
      return said + "." + BASE64.encodeToString(signed(said, proof));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the app's key cannot sign", e);
    }
  }

  private static byte[] thumbprint(Proof.Certificate proof)
      throws GeneralSecurityException, CertificateEncodingException {
    return MessageDigest.getInstance("SHA-256").digest(proof.certificate().getEncoded());
  }

  private static byte[] signed(String said, Proof.Certificate proof)
      throws GeneralSecurityException {
    var signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    signature.initSign(proof.key());
    signature.update(said.getBytes(StandardCharsets.US_ASCII));
    return signature.sign();
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
