package ponte.app.teams;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;
import ponte.teams.connector.AccessTokens;
import ponte.teams.connector.AppIdentity;
import ponte.teams.connector.AppIdentity.Proof;
import ponte.teams.connector.AppIdentity.Proof.Secret;

/** Who speaks to Ponte, and as whom Ponte speaks. */
sealed interface TeamsMode {

  /**
   * Microsoft Teams.
   *
   * @param authority where Ponte's own tokens come from
   * @param tenants ids of the tenants that are served, at least one
   */
  record Registered(AppIdentity app, String authority, Set<String> tenants) implements TeamsMode {
    public Registered {
      tenants = Set.copyOf(tenants);
    }
  }

  /** A client emulator on this machine. */
  record Local() implements TeamsMode {}

  /**
   * What the settings say.
   *
   * @throws TeamsNotSetException if one is missing or two are at odds
   */
  static TeamsMode of(TeamsProperties set) {
    var appId = set.appId();
    if (set.local()) {
      if (appId != null || set.appPassword() != null || set.certificate() != null) {
        throw new TeamsNotSetException("local-and-app");
      }
      return new Local();
    }
    if (appId == null || appId.isBlank()) {
      throw new TeamsNotSetException("no-app-id");
    }
    var home = set.tenantId();
    var tenants = new HashSet<>(set.allowedTenants());
    if (home != null && !home.isBlank()) {
      tenants.add(home);
    }
    tenants.removeIf(String::isBlank);
    if (tenants.isEmpty()) {
      throw new TeamsNotSetException("no-tenant");
    }
    return new Registered(
        new AppIdentity(appId, proof(set.appPassword(), set.certificate())),
        home == null || home.isBlank() ? AccessTokens.ANY_TENANT : home,
        tenants);
  }

  private static Proof proof(@Nullable Secret password, @Nullable Path certificate) {
    if (password != null && certificate != null) {
      throw new TeamsNotSetException("password-and-certificate");
    }
    if (password != null) {
      return password;
    }
    if (certificate == null) {
      throw new TeamsNotSetException("no-proof");
    }
    return read(certificate);
  }

  private static Proof read(Path file) {
    try {
      var pem = PemContent.load(file);
      var key = pem.getPrivateKey();
      var certificates = pem.getCertificates();
      if (key != null
          && !certificates.isEmpty()
          && certificates.getFirst() instanceof X509Certificate certificate) {
        return new Proof.Certificate(key, certificate);
      }
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
    throw unreadable(null);
  }

  private static TeamsNotSetException unreadable(@Nullable Exception cause) {
    var unreadable = new TeamsNotSetException("bad-certificate");
    if (cause != null) {
      unreadable.initCause(cause);
    }
    return unreadable;
  }
}
