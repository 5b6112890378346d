package ponte.slack.live;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import ponte.slack.installation.Token;

/**
 * Tells whether Slack sent something, and sent it now:
 * <https://docs.slack.dev/authentication/verifying-requests-from-slack>.
 *
 * <p>Bolt has a check of its own. This one reads the bytes as they came, before anybody has made
 * anything of them; it refuses a time that is still to come, and it takes as long for a signature
 * that is nearly right as for any other.
 */
public final class Signature {

  private static final String MAC = "HmacSHA256";
  private static final String VERSION = "v0";
  private static final Pattern FORM = Pattern.compile(VERSION + "=[0-9a-f]{64}");
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final SecretKeySpec key;
  private final Clock clock;

  /**
   * @param secret the app's signing secret
   */
  public Signature(Token secret, Clock clock) {
    this.key = new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), MAC);
    this.clock = clock;
  }

  /**
   * Why something cannot be of Slack and of now, whatever it is; empty: it may be.
   *
   * @param timestamp of the header {@code X-Slack-Request-Timestamp}; null: there was none
   * @param signature of the header {@code X-Slack-Signature}; null: there was none
   */
  Optional<String> objection(@Nullable String timestamp, @Nullable String signature) {
    if (timestamp == null || signature == null || !FORM.matcher(signature).matches()) {
      return Optional.of("not signed");
    }
    return isNow(timestamp)
        ? Optional.empty()
        : Optional.of("signed at another time, or the clock of this machine is off");
  }

  /**
   * @param timestamp of the header {@code X-Slack-Request-Timestamp}; null: there was none
   * @param signature of the header {@code X-Slack-Signature}; null: there was none
   */
  public boolean isSlacks(@Nullable String timestamp, @Nullable String signature, byte[] body) {
    return timestamp != null
        && signature != null
        && objection(timestamp, signature).isEmpty()
        && MessageDigest.isEqual(
            of(timestamp, body).getBytes(StandardCharsets.UTF_8),
            signature.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isNow(String timestamp) {
    if (!timestamp.matches("\\d{1,11}")) {
      return false;
    }
    var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    return Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
  }

  /** The signature of a body sent at a time, as Slack makes it. */
  public String of(String timestamp, byte[] body) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(key);
      mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }
}
