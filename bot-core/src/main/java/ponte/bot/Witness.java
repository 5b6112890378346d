package ponte.bot;

import java.util.List;
import java.util.function.Supplier;
import ponte.command.Command;
import ponte.nudge.Gate;
import ponte.nudge.Kind;
import ponte.store.Lease;

/**
 * Stands by while Ponte works, to measure it and to follow what becomes of an event. It changes
 * nothing: what is done in its sight gives what it would have given, and throws what it would have
 * thrown.
 */
public interface Witness {

  /** Nobody looks. */
  Witness NONE =
      new Witness() {
        @Override
        public Handler.Outcome handling(List<Lease> leases, Supplier<Handler.Outcome> work) {
          return work.get();
        }

        @Override
        public Answer answering(Command command, Supplier<Answer> work) {
          return work.get();
        }

        @Override
        public void decided(Kind kind, Gate.Answer decision) {}
      };

  /**
   * Sees entries of one topic being handled.
   *
   * @param leases at least one
   */
  Handler.Outcome handling(List<Lease> leases, Supplier<Handler.Outcome> work);

  /** Sees a command being done. */
  Answer answering(Command command, Supplier<Answer> work);

  /** Sees what the gate decided about a message that nobody asked for. */
  void decided(Kind kind, Gate.Answer decision);
}
