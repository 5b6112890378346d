package ponte.platform;

import java.time.Duration;

/** So many calls in any stretch of so much time. */
public record Rate(int calls, Duration per) {

  public Rate {
    if (calls < 1 || !per.isPositive()) {
      throw new IllegalArgumentException(calls + " calls per " + per + ", must be 1 or more");
    }
  }
}
