package ponte.app.storage;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import ponte.store.Depth;
import ponte.store.StoreUnavailableException;

/**
 * Whether the store can be had. A replica without it is not ready, and Slack and a load balancer
 * are refused; to start it again would help nobody. It tells how much waits there, too.
 */
public final class StoreHealthIndicator implements HealthIndicator {

  private final OpenStorage storage;
  private final Supplier<? extends Map<String, Depth>> queues;

  /**
   * @param queues how much there is in each topic
   */
  public StoreHealthIndicator(OpenStorage storage, Supplier<? extends Map<String, Depth>> queues) {
    this.storage = storage;
    this.queues = queues;
  }

  @Override
  public Health health() {
    var condition = storage.looking().get();
    var health = Health.outOfService();
    if (condition.ready()) {
      try {
        health.withDetail("queues", queues.get()).up();
      } catch (StoreUnavailableException e) {
        health.withDetail("trouble", String.valueOf(e.getMessage()));
      }
    }
    storage.state().awaySince().ifPresent(since -> health.withDetail("awaySince", since));
    return health.withDetails(condition.details()).build();
  }
}
