package ponte.slack.sync;

import java.time.Instant;
import ponte.slack.api.SlackAnswer;

/** What became of an errand. */
sealed interface Step {

  Step DONE = new Done();

  /** It is done, or there is nothing to do any more. */
  record Done() implements Step {}

  /** Slack, or what people wait for, comes first: the same errand again. */
  record Wait(Instant notBefore) implements Step {}

  /** It cannot be done until an administrator does something. */
  record Never(SlackAnswer.Refused refused) implements Step {}
}
