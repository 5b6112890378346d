package ponte.bench;

import java.util.ArrayList;
import org.h2.mvstore.MVStore;

/** A map of MVStore for each topic, in which every step is made durable for itself. */
record MapAlone(MVStore store) implements QueueLoad.Way {

  @Override
  public void begin(String topic) {}

  @Override
  public synchronized void add(String topic, String key, String payload) {
    store.<String, String>openMap(topic).put(key, payload);
    makeDurable();
  }

  @Override
  public synchronized int handle(String topic, int batch, String worker) {
    var map = store.<String, String>openMap(topic);
    var taken = new ArrayList<String>();
    for (var key = map.firstKey(); key != null && taken.size() < batch; key = map.higherKey(key)) {
      taken.add(key);
    }
    taken.forEach(key -> map.put(key, worker));
    makeDurable();
    taken.forEach(map::remove);
    makeDurable();
    return taken.size();
  }

  private void makeDurable() {
    store.commit();
    store.sync();
  }
}
