package ponte.app.storage;

import java.util.Map;
import java.util.TreeMap;
import ponte.redis.RedisHealth;

/**
 * How the store does.
 *
 * @param ready whether it takes and gives everything
 * @param details what an administrator may want to know, by name
 */
public record Condition(boolean ready, Map<String, Object> details) {

  public Condition {
    details = Map.copyOf(details);
  }

  static Condition of(RedisHealth health) {
    var details = new TreeMap<String, Object>();
    details.put("persistence", health.persistence().name());
    details.put("evicting", health.evicting());
    details.put("masters", health.masters());
    details.put("replicas", health.replicas());
    var trouble = health.trouble();
    if (trouble != null) {
      details.put("trouble", trouble);
    }
    return new Condition(health.reachable() && health.writable(), details);
  }
}
