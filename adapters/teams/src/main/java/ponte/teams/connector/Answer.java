package ponte.teams.connector;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** What Teams said to a call. */
public sealed interface Answer {

  /** It did it. */
  record Done(JsonNode body) implements Answer {}

  /**
   * It will not do it, however often it is asked.
   *
   * @param status the HTTP status; 0: it was not asked
   * @param code Teams' own word for why, such as {@code BotNotInConversationRoster}
   * @param detail what more it said; may be empty
   */
  record Refused(int status, String code, String detail) implements Answer {}

  /** It wants to be asked later, at a time that it told; nothing has been done. */
  record Later(Instant notBefore) implements Answer {}

  /**
   * It was not reached, or cannot now and is to be asked again, ever more slowly; by its own rules
   * nothing has been done.
   */
  record Busy(String why) implements Answer {}
}
