package ponte.teams.connector;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * Who Ponte is to Microsoft: its app registration, and how it proves to be that.
 *
 * @param appId the registration's application (client) id
 */
public record AppIdentity(String appId, Proof proof) {

  public AppIdentity {
    if (appId.isBlank()) {
      throw new IllegalArgumentException("the app's id is blank");
    }
  }

  /** What only the app has. */
  public sealed interface Proof {

    /** A client secret. */
    record Secret(String value) implements Proof {
      public Secret {
        if (value.isBlank()) {
          throw new IllegalArgumentException("the app's secret is blank");
        }
      }

      @Override
      public String toString() {
        return "***";
      }
    }

    /** A key whose certificate was uploaded to the registration. */
    record Certificate(PrivateKey key, X509Certificate certificate) implements Proof {
      @Override
      public String toString() {
        return "Certificate of " + certificate.getSubjectX500Principal();
      }
    }
  }
}
