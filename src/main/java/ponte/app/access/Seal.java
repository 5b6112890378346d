package ponte.app.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hands out words that nobody can read, change or make but this process: AES-GCM, with a key that a
 * restart forgets (NIST SP 800-38D, with a random nonce of 96 bits for each).
 */
final class Seal {

  private static final String WAY = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKey key = new SecretKeySpec(random(KEY_BYTES), "AES");

  String close(String words) {
    var nonce = random(NONCE_BYTES);
    try {
      var hidden =
          cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(words.getBytes(StandardCharsets.UTF_8));
      var whole = ByteBuffer.allocate(nonce.length + hidden.length).put(nonce).put(hidden);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + WAY, e);
    }
  }

  /** What was sealed; empty: it was not, or not here. */
  Optional<String> open(String text) {
    try {
      var whole = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (whole.remaining() < NONCE_BYTES) {
        return Optional.empty();
      }
      var nonce = new byte[NONCE_BYTES];
      var hidden = new byte[whole.get(nonce).remaining()];
      whole.get(hidden);
      return Optional.of(
          new String(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(hidden), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance(WAY);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  private byte[] random(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
