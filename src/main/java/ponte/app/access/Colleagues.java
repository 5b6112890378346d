package ponte.app.access;

import java.time.Clock;
import java.util.Optional;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import ponte.app.access.Access.Way;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.platform.PlatformUnavailableException;
import ponte.teams.ObjectIds;

/**
 * Tells by a token that was found good which account of the directory it is of: by the ids of the
 * workspace and the person alone, never by a name or an address.
 */
final class Colleagues implements OAuth2UserService<OidcUserRequest, OidcUser> {

  /** <https://docs.slack.dev/reference/methods/openid.connect.token> */
  static final String SLACK_TEAM = "https://slack.com/team_id";

  static final String SLACK_USER = "https://slack.com/user_id";

  /** <https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference> */
  static final String ENTRA_TENANT = "tid";

  static final String ENTRA_OBJECT = "oid";

  /** Says whether Ponte serves a workspace. */
  interface Served {
    boolean by(Way way, WorkspaceId workspace);
  }

  private final Directory directory;
  private final Served served;
  private final Clock clock;

  Colleagues(Directory directory, Served served, Clock clock) {
    this.directory = directory;
    this.served = served;
    this.clock = clock;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    var way =
        request.getClientRegistration().getRegistrationId().equals(Way.SLACK.key())
            ? Way.SLACK
            : Way.ENTRA;
    var account = account(way, request.getIdToken()).orElseThrow(() -> refusal(Why.FAILED));
    if (!serves(way, account.workspace())) {
      throw refusal(Why.NOT_SERVED);
    }
    if (directory.person(account).filter(Person::isActive).isEmpty()) {
      throw refusal(Why.UNKNOWN);
    }
    return new SignedIn(account, clock.instant());
  }

  private static Optional<PersonId> account(Way way, OidcIdToken token) {
    var workspace = token.getClaimAsString(way == Way.SLACK ? SLACK_TEAM : ENTRA_TENANT);
    var person = token.getClaimAsString(way == Way.SLACK ? SLACK_USER : ENTRA_OBJECT);
    if (workspace == null || person == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          way == Way.SLACK
              ? new PersonId(new WorkspaceId(workspace), person)
              : ObjectIds.person(ObjectIds.tenant(workspace), person));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean serves(Way way, WorkspaceId workspace) {
    try {
      return served.by(way, workspace);
    } catch (PlatformUnavailableException e) {
      throw refusal(Why.LATER);
    }
  }

  /** The page says it by this key. */
  private static OAuth2AuthenticationException refusal(Why why) {
    return new OAuth2AuthenticationException(new OAuth2Error(why.key()));
  }
}
