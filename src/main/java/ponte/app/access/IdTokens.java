package ponte.app.access;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestOperations;
import ponte.app.access.Access.Way;
import ponte.teams.ObjectIds;

/**
 * Finds out whether an id token is good: signed with RS256 by a key of its issuer, by that issuer,
 * for this app, and not over. Whether it answers this browser's request (its nonce) is looked at
 * beside.
 */
final class IdTokens implements JwtDecoderFactory<ClientRegistration> {

  private final SignInMode mode;
  private final RestOperations http;
  private final Clock clock;
  private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

  IdTokens(SignInMode mode, RestOperations http, Clock clock) {
    this.mode = mode;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public JwtDecoder createDecoder(ClientRegistration registration) {
    return decoders.computeIfAbsent(registration.getRegistrationId(), _ -> decoder(registration));
  }

  private JwtDecoder decoder(ClientRegistration registration) {
    var decoder =
        NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri())
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .restOperations(http)
            .build();
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    decoder.setJwtValidator(validator(registration));
    return decoder;
  }

  private OAuth2TokenValidator<Jwt> validator(ClientRegistration registration) {
    var usual = new OidcIdTokenValidator(registration);
    usual.setClock(clock);
    return registration.getRegistrationId().equals(Way.ENTRA.key())
        ? new DelegatingOAuth2TokenValidator<>(usual, this::ofItsTenant)
        : usual;
  }

  /** A token of Entra is issued in the name of the tenant that it is of. */
  private OAuth2TokenValidatorResult ofItsTenant(Jwt token) {
    var entra = mode.entra();
    var issuer = token.getClaimAsString(JwtClaimNames.ISS);
    var tenant = token.getClaimAsString(Colleagues.ENTRA_TENANT);
    if (entra == null
        || tenant == null
        || !(entra.login() + "/" + tenant + "/v2.0").equals(issuer)) {
      return OAuth2TokenValidatorResult.failure(new OAuth2Error(Why.FAILED.key()));
    }
    return entra.tenants().stream().anyMatch(served -> served.equals(ObjectIds.tenant(tenant)))
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(new OAuth2Error(Why.NOT_SERVED.key()));
  }
}
