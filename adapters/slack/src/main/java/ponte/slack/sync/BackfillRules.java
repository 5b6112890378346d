package ponte.slack.sync;

import java.time.Duration;

/**
 * How far back a channel is read when the bot comes to it.
 *
 * @param back how old the oldest message may be; with a year, what shows knowledge is there: older
 *     evidence has faded
 * @param page messages in one call, 1 to 999; Slack gives 15 at most to apps that are distributed
 *     outside its Marketplace, whatever is asked for
 */
public record BackfillRules(Duration back, int page) {

  public static final BackfillRules DEFAULT = new BackfillRules(Duration.ofDays(365), 200);

  public BackfillRules {
    if (back.isNegative() || page < 1 || page > 999) {
      throw new IllegalArgumentException("back is " + back + ", page is " + page);
    }
  }
}
