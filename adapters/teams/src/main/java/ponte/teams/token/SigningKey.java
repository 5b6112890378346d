package ponte.teams.token;

import java.security.interfaces.RSAPublicKey;
import java.util.Set;

/**
 * A key that the issuer publishes.
 *
 * @param endorsements the channels whose activities it may sign, such as {@code msteams}
 */
record SigningKey(String id, RSAPublicKey key, Set<String> endorsements) {

  SigningKey {
    endorsements = Set.copyOf(endorsements);
  }
}
