package ponte.slack;

import java.time.Clock;
import ponte.platform.ButtonValues;
import ponte.store.Records;

/** How much a button carries in Slack. */
public final class SlackButtons {

  /** The most characters of a button's value: docs.slack.dev, "Button element". */
  public static final int LONGEST = 2000;

  private SlackButtons() {}

  public static ButtonValues values(Records records, Clock clock) {
    return new ButtonValues("slack-button", LONGEST, records, clock);
  }
}
