package ponte.slack.api;

import java.util.Set;
import ponte.nlp.Language;
import ponte.reply.Texts;

/** What an administrator does about Slack's refusals. */
public final class Remedies {

  /** Those that have a text of their own. */
  private static final Set<String> KNOWN =
      Set.of(
          "account_inactive",
          "channel_not_found",
          SlackApi.FOREIGN_ADDRESS,
          "invalid_auth",
          "invalid_blocks",
          "is_archived",
          "missing_scope",
          "msg_blocks_too_long",
          "msg_too_long",
          "no_text",
          "not_authed",
          "not_enabled",
          "not_in_channel",
          "not_installed",
          "org_login_required",
          "restricted_action",
          "team_access_not_granted",
          "token_revoked",
          "user_disabled",
          "user_not_found",
          "user_not_in_channel");

  private static final String SEPARATOR = ": ";

  private final Texts texts;

  private Remedies(Texts texts) {
    this.texts = texts;
  }

  public static Remedies in(Language language) {
    return new Remedies(Texts.of("ponte.slack.api.texts", language));
  }

  /** Slack's word, then what it means and what to do, as it stands with a dead letter. */
  public String reason(SlackAnswer.Refused refused) {
    return refused.error() + SEPARATOR + remedy(refused.error(), refused.detail());
  }

  /** The reason of a dead letter, written in whatever language, in this one. */
  public String translated(String reason) {
    int end = reason.indexOf(SEPARATOR);
    var error = end < 0 ? reason : reason.substring(0, end);
    return KNOWN.contains(error) ? remedy(error, "") : reason;
  }

  private String remedy(String error, String detail) {
    return KNOWN.contains(error)
        ? texts.say(error, detail)
        : texts.say("unknown", error, detail.isEmpty() ? "-" : detail);
  }
}
