package ponte.app.observation;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import ponte.app.rewriting.ChatCompletions;
import ponte.digest.Rewriter;

/**
 * Whether the rewriter of digests answered when it was asked last. Nothing needs it: where it does
 * not, digests quote.
 */
public final class RewriterHealthIndicator implements HealthIndicator {

  private final Rewriter rewriter;

  public RewriterHealthIndicator(Rewriter rewriter) {
    this.rewriter = rewriter;
  }

  @Override
  public Health health() {
    return ChatCompletions.troubleOf(rewriter)
        .map(
            trouble ->
                Health.status(StandingHealthIndicator.LIMITED)
                    .withDetail("trouble", trouble.why())
                    .withDetail("awaySince", trouble.since()))
        .orElseGet(Health::up)
        .build();
  }
}
