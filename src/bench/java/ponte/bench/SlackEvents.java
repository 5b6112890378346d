package ponte.bench;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Messages as Slack's Events API tells of them (docs.slack.dev, event type {@code message}); the
 * same number is the same event.
 *
 * @param run tells one run's events from another's
 */
record SlackEvents(String team, int channels, String run) {

  private static final long BEGIN = Instant.parse("2026-01-05T08:00:00Z").getEpochSecond();

  private static final List<String> SAYINGS =
      List.of(
          "does anyone know why the nightly build is red again?",
          "the broker was full, I doubled its disk",
          "qualcuno sa come si rinnova il certificato di prova?",
          "sì: si chiede a Rui, lo firma in giornata",
          "we decided to move the release to Thursday",
          "thanks, that helped");

  String message(long number) {
    return String.format(
        Locale.ROOT,
        """
        {"token":"unused","team_id":"%1$s","api_app_id":"A0BENCH","event":{"type":"message",\
        "channel":"C0BENCH%2$d","user":"U0BENCH%3$d","text":"%4$s (%5$s %6$d)","ts":"%7$d.%8$06d",\
        "client_msg_id":"%5$s-%6$d","event_ts":"%7$d.%8$06d","channel_type":"channel"},\
        "type":"event_callback","event_id":"Ev%5$s%6$d","event_time":%7$d,"authorizations":\
        [{"enterprise_id":null,"team_id":"%1$s","user_id":"U0PONTE","is_bot":true}],\
        "is_ext_shared_channel":false,"event_context":"bench"}""",
        team,
        number % channels,
        number % 97,
        SAYINGS.get((int) (number % SAYINGS.size())),
        run,
        number,
        BEGIN + number * 7,
        number % 1_000_000);
  }
}
