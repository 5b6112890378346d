package ponte.app.storage;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the store can be had. A replica without it is not ready, and Slack and a load balancer
 * are refused; to start it again would help nobody.
 */
public final class StoreHealthIndicator implements HealthIndicator {

  private final OpenStorage storage;

  public StoreHealthIndicator(OpenStorage storage) {
    this.storage = storage;
  }

  @Override
  public Health health() {
    var condition = storage.looking().get();
    var health = condition.ready() ? Health.up() : Health.outOfService();
    storage.state().awaySince().ifPresent(since -> health.withDetail("awaySince", since));
    return health.withDetails(condition.details()).build();
  }
}
