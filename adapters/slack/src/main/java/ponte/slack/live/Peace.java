package ponte.slack.live;

import java.time.Instant;
import ponte.consent.DoNotDisturb;
import ponte.consent.Preferences;
import ponte.slack.Fields;
import tools.jackson.databind.JsonNode;

/**
 * Notes when people are not to be disturbed. Slack tells the next such time of a person:
 * <https://docs.slack.dev/reference/events/dnd_updated_user>.
 */
final class Peace {

  private final Preferences preferences;

  Peace(Preferences preferences) {
    this.preferences = preferences;
  }

  void told(Incoming incoming) {
    var event = incoming.event();
    var status = event.path("dnd_status");
    var enabled = Fields.isTrue(status, "dnd_enabled");
    var from = enabled ? time(status, "next_dnd_start_ts") : Instant.EPOCH;
    var until = enabled ? time(status, "next_dnd_end_ts") : Instant.EPOCH;
    incoming
        .person(event, "user")
        .ifPresent(
            person -> preferences.tell(person, new DoNotDisturb(from, until, incoming.at())));
  }

  private static Instant time(JsonNode status, String field) {
    return Instant.ofEpochSecond(status.path(field).longValue(0));
  }
}
