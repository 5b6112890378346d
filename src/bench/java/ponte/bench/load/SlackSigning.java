package ponte.bench.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as Slack does (docs.slack.dev, "Verifying requests from Slack"). */
record SlackSigning(String secret) {

  /** A request that posts the body. */
  HttpRequest.Builder sign(URI url, String body, boolean isRetry) {
    var time = Long.toString(Instant.now().getEpochSecond());
    var request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header("X-Slack-Request-Timestamp", time)
            .header("X-Slack-Signature", "v0=" + hmac("v0:" + time + ":" + body))
            .POST(BodyPublishers.ofString(body));
    return isRetry
        ? request.header("X-Slack-Retry-Num", "1").header("X-Slack-Retry-Reason", "http_timeout")
        : request;
  }

  private String hmac(String signed) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
