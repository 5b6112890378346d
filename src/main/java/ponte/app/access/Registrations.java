package ponte.app.access;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import ponte.app.access.Access.Way;

/** Slack and Entra as those who sign people in. */
final class Registrations {

  private Registrations() {}

  static List<ClientRegistration> of(SignInMode mode) {
    var all = new ArrayList<ClientRegistration>();
    var slack = mode.slack();
    if (slack != null) {
      all.add(slack(slack, mode));
    }
    var entra = mode.entra();
    if (entra != null) {
      all.add(entra(entra, mode));
    }
    return all;
  }

  /**
   * As <https://slack.com/.well-known/openid-configuration> says. Slack takes a proof key only of
   * apps that were declared public for ever; the nonce ties the token to the browser.
   */
  private static ClientRegistration slack(SignInMode.OfSlack slack, SignInMode mode) {
    return begun(Way.SLACK, mode)
        .clientId(slack.clientId())
        .clientSecret(slack.secret().value())
        .scope("openid")
        .authorizationUri(slack.issuer() + "/openid/connect/authorize")
        .tokenUri(slack.issuer() + "/api/openid.connect.token")
        .jwkSetUri(slack.issuer() + "/openid/connect/keys")
        .issuerUri(slack.issuer())
        .clientSettings(proof(false))
        .build();
  }

  /** Who issues a token depends on its tenant: {@link IdTokens} looks at that. */
  private static ClientRegistration entra(SignInMode.OfEntra entra, SignInMode mode) {
    var authority = entra.login() + "/" + entra.authority();
    return begun(Way.ENTRA, mode)
        .clientId(entra.clientId())
        .clientSecret(entra.secret().value())
        // Without "profile", Entra does not say who it is (the claim "oid").
        .scope("openid", "profile")
        .authorizationUri(authority + "/oauth2/v2.0/authorize")
        .tokenUri(authority + "/oauth2/v2.0/token")
        .jwkSetUri(authority + "/discovery/v2.0/keys")
        .clientSettings(proof(true))
        .build();
  }

  private static ClientRegistration.Builder begun(Way way, SignInMode mode) {
    return ClientRegistration.withRegistrationId(way.key())
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .redirectUri(mode.address() + way.address() + SignInAddresses.BACK);
  }

  private static ClientRegistration.ClientSettings proof(boolean required) {
    return ClientRegistration.ClientSettings.builder().requireProofKey(required).build();
  }
}
