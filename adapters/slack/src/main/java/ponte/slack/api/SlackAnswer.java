package ponte.slack.api;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** What Slack said to a call. */
public sealed interface SlackAnswer {

  /** It did it. */
  record Done(JsonNode body) implements SlackAnswer {}

  /**
   * It will not do it, however often it is asked.
   *
   * @param error Slack's own word for why, such as {@code channel_not_found}
   * @param detail what more it said, such as the scope that is missing; may be empty
   */
  record Refused(String error, String detail) implements SlackAnswer {}

  /** It wants to be asked later; nothing has been done. */
  record Later(Instant notBefore) implements SlackAnswer {}
}
