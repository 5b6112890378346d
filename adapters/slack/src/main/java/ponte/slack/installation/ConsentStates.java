package ponte.slack.installation;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What people carry to Slack's page and back: made by chance, good for a time, and signed, so that
 * whichever replica they come back to knows it without having kept anything of whoever asks.
 */
final class ConsentStates {

  private static final String MAC = "HmacSHA256";
  private static final String PURPOSE = "ponte consent state";
  private static final int CHANCE_BYTES = 32;

  private final SecretKeySpec key;
  private final Duration patience;
  private final SecureRandom chance;
  private final Clock clock;

  /**
   * @param secret that all replicas have, and nobody else
   */
  ConsentStates(Token secret, Duration patience, SecureRandom chance, Clock clock) {
    this.key = new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), MAC);
    this.patience = patience;
    this.chance = chance;
    this.clock = clock;
  }

  String make() {
    var random = new byte[CHANCE_BYTES];
    chance.nextBytes(random);
    var until = clock.instant().plus(patience).toEpochMilli();
    var begun = ByteBuffer.allocate(CHANCE_BYTES + Long.BYTES).put(random).putLong(until).array();
    var sign = sign(begun);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(begun.length + sign.length).put(begun).put(sign).array());
  }

  /** Whether it was made by one of these, and not too long ago. */
  boolean isGood(String state) {
    try {
      var whole = ByteBuffer.wrap(Base64.getUrlDecoder().decode(state));
      var begun = new byte[CHANCE_BYTES + Long.BYTES];
      whole.get(begun);
      var sign = new byte[whole.remaining()];
      whole.get(sign);
      var until = Instant.ofEpochMilli(ByteBuffer.wrap(begun).getLong(CHANCE_BYTES));
      return MessageDigest.isEqual(sign, sign(begun)) && clock.instant().isBefore(until);
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      return false;
    }
  }

  private byte[] sign(byte[] begun) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(key);
      mac.update(PURPOSE.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(begun);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }
}
