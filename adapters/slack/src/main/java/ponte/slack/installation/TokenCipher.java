package ponte.slack.installation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes tokens unreadable to whoever has the storage and not the key: AES-256 in Galois/Counter
 * Mode, a nonce of its own for each token, bound to the workspace so that no token can be put in
 * another's place.
 */
public final class TokenCipher {

  /** The length of a key in bytes. */
  public static final int KEY_BYTES = 32;

  private static final String MODE = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom chance;

  /**
   * @param key 32 bytes in Base64, as {@code openssl rand -base64 32} prints them
   * @throws IllegalArgumentException if it is anything else
   */
  public TokenCipher(String key, SecureRandom chance) {
    this.key = new SecretKeySpec(bytes(key), "AES");
    this.chance = chance;
  }

  private static byte[] bytes(String key) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(key.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("encryption key is not Base64", e);
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "encryption key has " + bytes.length + " bytes, must have " + KEY_BYTES);
    }
    return bytes;
  }

  /**
   * @param owner whom the token belongs to; only for them can it be read again
   */
  String encrypt(Token token, String owner) {
    var nonce = new byte[NONCE_BYTES];
    chance.nextBytes(nonce);
    try {
      var cipher = Cipher.getInstance(MODE);
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      var secret = cipher.doFinal(token.value().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(nonce.length + secret.length).put(nonce).put(secret).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MODE, e);
    }
  }

  /**
   * @throws IllegalStateException if it was encrypted with another key or for another owner
   */
  Token decrypt(String encrypted, String owner) {
    var bytes = Base64.getDecoder().decode(encrypted);
    try {
      var cipher = Cipher.getInstance(MODE);
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE_BYTES));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      var token = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      return new Token(new String(token, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the token of " + owner + " was encrypted with another key", e);
    }
  }
}
