package ponte.slack.sync;

import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.bot.Handler;
import ponte.bot.Handler.Outcome;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.slack.api.Remedies;
import ponte.slack.api.SlackAnswer;
import ponte.slack.api.SlackApi;

/** What becomes of an errand that Slack does not let Ponte run. */
final class Refusal {

  /** What is said of an errand that waits for Slack. */
  static final String LATER = "slack's rate limit";

  private static final Logger log = LoggerFactory.getLogger(Refusal.class);

  /**
   * Ponte is not in the workspace any more: there is nothing to read until it is installed again.
   */
  private static final Set<String> GONE =
      Set.of(
          SlackApi.NOT_INSTALLED,
          "token_revoked",
          "account_inactive",
          "invalid_auth",
          "not_authed");

  private Refusal() {}

  static boolean isGone(SlackAnswer.Refused refused) {
    return GONE.contains(refused.error());
  }

  static Outcome later(Instant notBefore) {
    return new Outcome.Again(notBefore, LATER);
  }

  static Outcome of(WorkspaceId workspace, SlackAnswer.Refused refused) {
    if (isGone(refused)) {
      log.atWarn()
          .addKeyValue("workspace", workspace)
          .addKeyValue("reason", refused.error())
          .log("nothing is read from slack any more");
      return Handler.DONE;
    }
    return new Outcome.Never(reason(refused));
  }

  /** What an administrator reads. */
  static String reason(SlackAnswer.Refused refused) {
    return Remedies.in(Language.ENGLISH).reason(refused);
  }
}
