package ponte.app.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.Objects;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * What has to be known when somebody comes back from where they sign in.
 *
 * @param until when it is over
 * @param way the registration by which it began
 * @param verifier the proof that it was begun here; empty: none is asked for
 * @param next where they wanted to go; empty: nowhere in particular
 */
record Begun(Instant until, String way, String state, String nonce, String verifier, String next) {

  private static final String BETWEEN = "\n";

  static Begun of(OAuth2AuthorizationRequest asked, String next, Instant until) {
    return new Begun(
        until,
        attribute(asked, OAuth2ParameterNames.REGISTRATION_ID),
        Objects.requireNonNullElse(asked.getState(), ""),
        attribute(asked, OidcParameterNames.NONCE),
        attribute(asked, PkceParameterNames.CODE_VERIFIER),
        next);
  }

  private static String attribute(OAuth2AuthorizationRequest asked, String name) {
    return Objects.requireNonNullElse(asked.<String>getAttribute(name), "");
  }

  static Begun read(String written) {
    var parts = written.split(BETWEEN, -1);
    return new Begun(
        Instant.ofEpochSecond(Long.parseLong(parts[0])),
        parts[1],
        parts[2],
        parts[3],
        parts[4],
        parts[5]);
  }

  /** None of them has a line of its own in it: they are random, or an address. */
  String written() {
    return String.join(
        BETWEEN, String.valueOf(until.getEpochSecond()), way, state, nonce, verifier, next);
  }

  /** As it was asked for, as far as that matters to whoever looks at the answer. */
  OAuth2AuthorizationRequest asked(ClientRegistration registration) {
    var attributes = new HashMap<String, Object>();
    attributes.put(OAuth2ParameterNames.REGISTRATION_ID, way);
    attributes.put(OidcParameterNames.NONCE, nonce);
    if (!verifier.isEmpty()) {
      attributes.put(PkceParameterNames.CODE_VERIFIER, verifier);
    }
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(
            Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
        .clientId(registration.getClientId())
        .redirectUri(registration.getRedirectUri())
        .scopes(registration.getScopes())
        .state(state)
        .attributes(attributes)
        .build();
  }
}
