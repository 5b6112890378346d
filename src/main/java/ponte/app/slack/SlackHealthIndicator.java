package ponte.app.slack;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import ponte.app.observation.StandingHealthIndicator;
import ponte.slack.live.Connections;
import ponte.slack.live.Trouble;

/**
 * Whether Slack takes Ponte's tokens, and can reach it where it is Ponte that opens connections.
 * Where it cannot, Ponte is limited as with a token: whatever else it does goes on, and to start it
 * again would help nobody.
 */
final class SlackHealthIndicator implements HealthIndicator {

  /** A connection that is lost is there again sooner. */
  private static final Duration DEAF_AFTER = Duration.ofMinutes(1);

  private final Supplier<Health> tokens;
  private final Supplier<Connections.State> connections;
  private final Clock clock;

  /**
   * @param tokens what Slack says of them
   */
  SlackHealthIndicator(
      Supplier<Health> tokens, Supplier<Connections.State> connections, Clock clock) {
    this.tokens = tokens;
    this.connections = connections;
    this.clock = clock;
  }

  @Override
  public Health health() {
    var said = tokens.get();
    var state = connections.get();
    var health = new Health.Builder(said.getStatus(), said.getDetails());
    if (isDeaf(state)) {
      health.status(StandingHealthIndicator.LIMITED);
    }
    return state.wanted() == 0
        ? health.build()
        : health.withDetail("connections", words(state)).build();
  }

  private boolean isDeaf(Connections.State state) {
    var since = state.noneSince();
    return since != null
        && (state.trouble() instanceof Trouble.Refused
            || Duration.between(since, clock.instant()).compareTo(DEAF_AFTER) >= 0);
  }

  private static String words(Connections.State state) {
    var words = new StringBuilder().append(state.open()).append(" of ").append(state.wanted());
    if (state.noneSince() != null) {
      words.append(", none since ").append(state.noneSince());
    }
    switch (state.trouble()) {
      case null -> {}
      case Trouble.Refused(var error) -> words.append(", app token refused: ").append(error);
      case Trouble.NoAnswer(var why) -> words.append(", no answer: ").append(why);
    }
    return words.toString();
  }
}
