package ponte.slack;

import java.time.Instant;
import ponte.consent.DoNotDisturb;
import tools.jackson.databind.JsonNode;

/**
 * When somebody is not to be disturbed, as Slack tells it: the time they are in, or their next one.
 * <https://docs.slack.dev/reference/methods/dnd.teamInfo>.
 */
public final class SlackPeace {

  private SlackPeace() {}

  /** A time without length where Slack knows of none. */
  public static DoNotDisturb read(JsonNode status, Instant told) {
    return Fields.isTrue(status, "dnd_enabled")
        ? new DoNotDisturb(time(status, "next_dnd_start_ts"), time(status, "next_dnd_end_ts"), told)
        : new DoNotDisturb(Instant.EPOCH, Instant.EPOCH, told);
  }

  private static Instant time(JsonNode status, String field) {
    return Instant.ofEpochSecond(status.path(field).longValue(0));
  }
}
