package ponte.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import ponte.conversation.PersonId;

/**
 * Whose session it is. Nothing else of what the token said is kept: neither names nor addresses nor
 * the token itself; roles are looked up at each request.
 *
 * @param since when they signed in
 */
public record SignedIn(PersonId person, Instant since) implements OidcUser {

  /** Whose session a request belongs to; none: nobody's. */
  public static Optional<SignedIn> of(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof Authentication authentication
        ? of(authentication)
        : Optional.empty();
  }

  static Optional<SignedIn> of(@Nullable Authentication authentication) {
    return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
        ? Optional.of(signedIn)
        : Optional.empty();
  }

  @Override
  public String getName() {
    return person.toString();
  }

  @Override
  public Map<String, Object> getClaims() {
    return Map.of(IdTokenClaimNames.SUB, getName());
  }

  @Override
  public Map<String, Object> getAttributes() {
    return getClaims();
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public @Nullable OidcUserInfo getUserInfo() {
    return null;
  }

  @Override
  public OidcIdToken getIdToken() {
    return new OidcIdToken("none", since, null, getClaims());
  }
}
