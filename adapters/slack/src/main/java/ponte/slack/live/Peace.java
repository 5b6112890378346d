package ponte.slack.live;

import ponte.consent.Preferences;
import ponte.slack.SlackPeace;

/**
 * Notes when people are not to be disturbed, where that changes:
 * <https://docs.slack.dev/reference/events/dnd_updated_user>.
 */
final class Peace {

  private final Preferences preferences;

  Peace(Preferences preferences) {
    this.preferences = preferences;
  }

  void told(Incoming incoming) {
    var event = incoming.event();
    incoming
        .person(event, "user")
        .ifPresent(
            person ->
                preferences.tell(person, SlackPeace.read(event.path("dnd_status"), incoming.at())));
  }
}
