package ponte.app.observation;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether a platform takes Ponte's tokens. Where it does not, Ponte is limited and not down: it
 * works for all others, and to start it again would help nobody.
 */
public final class StandingHealthIndicator implements HealthIndicator {

  /** It works, but not for everybody. */
  public static final Status LIMITED = new Status("LIMITED");

  private final Standing standing;

  public StandingHealthIndicator(Standing standing) {
    this.standing = standing;
  }

  @Override
  public Health health() {
    var said = standing.latest();
    if (said == null) {
      return Health.unknown().withDetail("asked", "not yet").build();
    }
    var isGood = said.words().values().stream().allMatch(Standing.Word.Accepted.class::isInstance);
    var health = isGood ? Health.up() : Health.status(LIMITED);
    said.words().forEach((workspace, word) -> health.withDetail(workspace, words(word)));
    return health.withDetail("asked", said.at()).build();
  }

  private static String words(Standing.Word word) {
    return switch (word) {
      case Standing.Word.Accepted _ -> "accepted";
      case Standing.Word.Refused(var error) -> "refused: " + error;
      case Standing.Word.Silent _ -> "no answer";
    };
  }
}
