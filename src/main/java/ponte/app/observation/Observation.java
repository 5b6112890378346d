package ponte.app.observation;

import java.util.function.UnaryOperator;
import ponte.bot.Witness;
import ponte.store.Queue;

/**
 * Those who look on while a Ponte works.
 *
 * @param queue the queue as everybody is to use it
 */
public record Observation(Witness witness, UnaryOperator<Queue> queue) {

  /** Nobody looks. */
  public static final Observation NONE = new Observation(Witness.NONE, UnaryOperator.identity());
}
