package ponte.bench.load;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Messages as Slack's Events API tells of them (docs.slack.dev, event type {@code message}); the
 * same number is the same event. People are {@code U1} to {@code U97}, channels {@code C1} and on.
 *
 * @param run tells one run's events from another's
 * @param begin the second of the first message; they are seconds apart
 * @param again the share that is sent twice, as Slack does
 */
public record SlackEvents(String team, int channels, String run, long begin, double again) {

  static final int PEOPLE = 97;

  private static final int SECONDS_BETWEEN = 7;

  private static final List<String> SAYINGS =
      List.of(
          "does anyone know why the nightly build is red again?",
          "the broker was full, I doubled its disk",
          "qualcuno sa come si rinnova il certificato di prova?",
          "sì: si chiede a Rui, lo firma in giornata",
          "we decided to move the release to Thursday",
          "thanks, that helped");

  /** Messages, signed, some of them a second time. */
  OpenLoop.Requests messages(URI server, SlackSigning signing) {
    return (number, _) -> {
      var event = event(number);
      return signing.sign(server, message(event), event != number);
    };
  }

  /** Which message is sent at that number: it, or the one before once more. */
  long event(long number) {
    var repeats = again > 0 && number % Math.max(1, Math.round(1 / again)) == 1;
    return repeats ? number - 1 : number;
  }

  /** A message as JSON, as it comes in the body of a request. */
  public String message(long number) {
    return said(
        "Ev" + run + number,
        "\"channel\":\"C" + (1 + number % channels) + "\",\"channel_type\":\"channel\"",
        1 + number % PEOPLE,
        saying(number),
        begin + number * SECONDS_BETWEEN,
        number % 1_000_000);
  }

  /** What is said in a message. */
  String saying(long number) {
    return SAYINGS.get((int) (number % SAYINGS.size())) + " (" + run + " " + number + ")";
  }

  /** When a message is said. */
  Instant at(long number) {
    return Instant.ofEpochSecond(begin + number * SECONDS_BETWEEN);
  }

  /** What a person says to Ponte in the conversation of the two. */
  String toPonte(long number, long person, String words) {
    return said(
        "Eq" + run + number,
        "\"channel\":\"" + conversation(person) + "\",\"channel_type\":\"im\"",
        person,
        words,
        Instant.now().getEpochSecond(),
        number % 1_000_000);
  }

  /** The conversation of a person with Ponte. */
  static String conversation(long person) {
    return "DU" + person;
  }

  private String said(
      String id, String where, long person, String words, long second, long fraction) {
    return String.format(
        Locale.ROOT,
        """
        {"token":"unused","team_id":"%1$s","api_app_id":"A0BENCH","event":{"type":"message",\
        %3$s,"user":"U%4$d","text":"%5$s","ts":"%6$d.%7$06d",\
        "client_msg_id":"%2$s","event_ts":"%6$d.%7$06d"},\
        "type":"event_callback","event_id":"%2$s","event_time":%6$d,"authorizations":\
        [{"enterprise_id":null,"team_id":"%1$s","user_id":"U0","is_bot":true}],\
        "is_ext_shared_channel":false,"event_context":"bench"}""",
        team,
        id,
        where,
        person,
        words,
        second,
        fraction);
  }
}
