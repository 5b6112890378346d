package ponte.consent;

import java.time.Duration;
import ponte.platform.Rate;

/**
 * How much one person may ask of Ponte, so that nobody takes it from the others.
 *
 * @param perMinute requests of one person in any minute, 1 or more
 * @param perHour requests of one person in any hour, 1 or more
 */
public record RequestLimits(int perMinute, int perHour) {

  public static final RequestLimits DEFAULT = new RequestLimits(60, 600);

  public RequestLimits {
    if (perMinute < 1 || perHour < 1) {
      throw new IllegalArgumentException(
          "limits are " + perMinute + " and " + perHour + ", must be 1 or more");
    }
  }

  public Rate ofMinute() {
    return new Rate(perMinute, Duration.ofMinutes(1));
  }

  public Rate ofHour() {
    return new Rate(perHour, Duration.ofHours(1));
  }
}
