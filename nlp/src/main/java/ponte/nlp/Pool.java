package ponte.nlp;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tools that only one thread at a time may use; as many are made as are used at once. */
final class Pool<T> {

  private final Supplier<T> maker;
  private final Queue<T> idle = new ConcurrentLinkedQueue<>();

  Pool(Supplier<T> maker) {
    this.maker = maker;
  }

  <R> R with(Function<T, R> use) {
    var taken = idle.poll();
    var tool = taken == null ? maker.get() : taken;
    var result = use.apply(tool);
    idle.add(tool); // not after a failure: the tool may be in any state then
    return result;
  }
}
