package ponte.bench;

import java.util.Map;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadGroupParams;

/** A stream of Redis for each topic: no lanes, no delay, nothing is known twice. */
record StreamAlone(UnifiedJedis redis) implements QueueLoad.Way {

  private static final String GROUP = "workers";

  @Override
  public void begin(String topic) {
    redis.xgroupCreate(topic, GROUP, new StreamEntryID(), true);
  }

  @Override
  public void add(String topic, String key, String payload) {
    redis.xadd(topic, XAddParams.xAddParams(), Map.of("key", key, "payload", payload));
  }

  @Override
  public int handle(String topic, int batch, String worker) {
    var read =
        redis.xreadGroup(
            GROUP,
            worker,
            XReadGroupParams.xReadGroupParams().count(batch),
            Map.of(topic, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
    if (read == null) {
      return 0;
    }
    var ids = read.getFirst().getValue().stream().map(e -> e.getID()).toArray(StreamEntryID[]::new);
    redis.xack(topic, GROUP, ids);
    redis.xdel(topic, ids);
    return ids.length;
  }
}
