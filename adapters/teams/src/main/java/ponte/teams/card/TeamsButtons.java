package ponte.teams.card;

import java.time.Clock;
import ponte.platform.ButtonValues;
import ponte.store.Records;

/** How much a button carries in Teams. */
public final class TeamsButtons {

  /** Teams limits whole cards only; so many characters leave room for many buttons on one. */
  static final int LONGEST = 500;

  private TeamsButtons() {}

  public static ButtonValues values(Records records, Clock clock) {
    return new ButtonValues("teams-button", LONGEST, records, clock);
  }
}
