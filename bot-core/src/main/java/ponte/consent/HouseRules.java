package ponte.consent;

import java.time.Duration;

/**
 * What an administrator, or a company with its works council, has decided for everybody.
 *
 * @param participation who takes part where they said nothing
 * @param retention how long what people write is kept
 * @param audit how long it is kept who did what kind of thing
 * @param limits how much one person may ask
 */
public record HouseRules(
    Participation participation, Retention retention, Duration audit, RequestLimits limits) {

  public static final HouseRules DEFAULT =
      new HouseRules(
          Participation.USUAL, Retention.FOREVER, Duration.ofDays(365), RequestLimits.DEFAULT);
}
