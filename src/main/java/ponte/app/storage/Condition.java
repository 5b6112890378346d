package ponte.app.storage;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ponte.redis.RedisHealth;
import ponte.redis.RedisHealth.Persistence;

/**
 * How the store does.
 *
 * @param ready whether it takes and gives everything
 * @param risks by what it may lose what it took; none is known of while it is not ready
 * @param details what an administrator may want to know, by name
 */
public record Condition(boolean ready, Set<Risk> risks, Map<String, Object> details) {

  /** A setting of the store by which it may lose what it took. */
  public enum Risk {
    /** It throws things away when its memory is full. */
    EVICTS("it throws away what ponte keeps when it is full: set maxmemory-policy to noeviction"),
    /** A restart of the store comes back empty. */
    KEEPS_NOTHING("a restart of it comes back empty: set appendonly to yes");

    private final String words;

    Risk(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  public Condition {
    risks = Set.copyOf(risks);
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
    return new Condition(health.reachable() && health.writable(), risks(health), details);
  }

  private static Set<Risk> risks(RedisHealth health) {
    var risks = EnumSet.noneOf(Risk.class);
    if (health.evicting()) {
      risks.add(Risk.EVICTS);
    }
    if (health.persistence() == Persistence.NONE) {
      risks.add(Risk.KEEPS_NOTHING);
    }
    return risks;
  }
}
