package ponte.slack.api;

import java.time.Duration;
import ponte.platform.Rate;

/**
 * How long Slack is waited for, and how often histories are read.
 *
 * @param timeout of one call
 * @param history calls of {@code conversations.history} and {@code conversations.replies}, each;
 *     Slack lets apps that are distributed outside its Marketplace call them once a minute only
 */
public record SlackLimits(Duration timeout, Rate history) {

  public static final SlackLimits DEFAULT =
      new SlackLimits(Duration.ofSeconds(10), new Rate(40, Duration.ofMinutes(1)));

  Rate rate(Method method) {
    return switch (method) {
      case CONVERSATIONS_HISTORY, CONVERSATIONS_REPLIES -> history;
      default -> method.rate();
    };
  }
}
