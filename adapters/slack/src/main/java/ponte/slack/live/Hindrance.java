package ponte.slack.live;

import com.slack.api.methods.SlackApiException;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads from what the library throws why a connection could not be opened. */
final class Hindrance {

  /** The library has Slack's word in a sentence only. */
  private static final Pattern WORD = Pattern.compile("\\(error: (\\w+)\\)");

  /**
   * What passes by itself: <https://docs.slack.dev/reference/methods/apps.connections.open#errors>.
   */
  private static final Set<String> PASSING =
      Set.of(
          "accesslimited",
          "fatal_error",
          "internal_error",
          "ratelimited",
          "request_timeout",
          "service_unavailable",
          "team_added_to_org",
          "too_many_websockets");

  private Hindrance() {}

  static Trouble of(Throwable failure) {
    if (failure.getCause() instanceof SlackApiException refusal) {
      return new Trouble.NoAnswer("status " + refusal.getResponse().code());
    }
    var word = WORD.matcher(String.valueOf(failure.getMessage()));
    if (!word.find()) {
      return new Trouble.NoAnswer(failure.getClass().getSimpleName());
    }
    var error = word.group(1);
    return PASSING.contains(error) ? new Trouble.NoAnswer(error) : new Trouble.Refused(error);
  }
}
