package ponte.slack.installation;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/**
 * Ponte in one Slack workspace.
 *
 * @param workspace named by Slack's id of the team
 * @param name as its people call it
 * @param address where it opens in a browser, such as {@code https://acme.slack.com/}
 * @param enterprise Slack's id of the organisation; null where the workspace belongs to none
 * @param app Slack's id of the app; null where Slack did not say
 * @param bot the account that Ponte writes with
 * @param botId Slack's other id of that account, as its messages carry it
 * @param scopes what the token may do, as Slack names it
 * @param installedBy null where nobody is known to have
 * @param rotation null where the token holds for ever
 */
public record Installation(
    WorkspaceId workspace,
    String name,
    URI address,
    @Nullable String enterprise,
    @Nullable String app,
    PersonId bot,
    String botId,
    Token token,
    Set<String> scopes,
    @Nullable PersonId installedBy,
    Instant installedAt,
    @Nullable Rotation rotation) {

  /**
   * A token that runs out, and what it is then exchanged for another with.
   *
   * @param expires when the token runs out
   */
  public record Rotation(Token refresh, Instant expires) {}

  public Installation {
    scopes = Set.copyOf(scopes);
  }

  /** The same installation with another token. */
  public Installation with(Token another, @Nullable Rotation next) {
    return new Installation(
        workspace,
        name,
        address,
        enterprise,
        app,
        bot,
        botId,
        another,
        scopes,
        installedBy,
        installedAt,
        next);
  }
}
