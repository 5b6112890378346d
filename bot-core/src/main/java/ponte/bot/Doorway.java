package ponte.bot;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.conversation.PersonId;
import ponte.nudge.Gate;
import ponte.nudge.Gate.Answer;
import ponte.nudge.Nudge;
import ponte.platform.Outgoing;
import ponte.prompt.Prompted;
import ponte.store.Lease;

/**
 * Says what nobody asked for, when the gate is open: the only way from there to people. It is put
 * in words and handed to the platform at that very moment. Where the platform cannot take it then,
 * nothing of it is kept but that it is to be said: the next time the gate is asked anew, and what
 * has lost its point meanwhile is not said at all.
 */
final class Doorway {

  private static final Logger log = LoggerFactory.getLogger(Doorway.class);

  private final Gate gate;
  private final Discretion discretion;
  private final Delivering delivering;
  private final Witness witness;

  Doorway(Gate gate, Discretion discretion, Delivering delivering, Witness witness) {
    this.gate = gate;
    this.discretion = discretion;
    this.delivering = delivering;
    this.witness = witness;
  }

  /** Whether it may be said, before it is put in words. */
  Answer ask(Nudge nudge) {
    return gate.ask(nudge);
  }

  /**
   * Says it now, or says when to come again.
   *
   * @param wished by whose wish it is said, who may be named even so; null: by nobody's
   * @param lease of the entry that it comes of, which stays until it is said or dropped
   * @param wording may be asked again and again until it is said
   * @param said what is to be kept once it is said, or may have been, to one of several at least:
   *     the others may have to wait, and the gate may be closed by then; whoever dies before that
   *     says it again, to be seen once
   */
  Handler.Outcome say(
      Nudge nudge,
      @Nullable PersonId wished,
      Lease lease,
      Supplier<Prompted> wording,
      Runnable said) {
    var answer = gate.ask(nudge);
    if (!(answer instanceof Answer.Open)) {
      witness.decided(nudge.kind(), answer);
    }
    return switch (answer) {
      case Answer.Open _ ->
          switch (wording.get()) {
            case Prompted.Say(var outgoing) ->
                say(nudge, lease, discretion.of(outgoing, wished), said);
            case Prompted.Wait(var until, var reason) ->
                until.isAfter(nudge.until())
                    ? dropped(nudge, reason)
                    : new Handler.Outcome.Again(until, reason);
            case Prompted.Drop(var reason) -> dropped(nudge, reason);
          };
      case Answer.Wait(var until, var why) -> new Handler.Outcome.Again(until, why.toString());
      case Answer.Never(var why) -> dropped(nudge, why.toString());
    };
  }

  private Handler.Outcome say(Nudge nudge, Lease lease, Outgoing outgoing, Runnable said) {
    var answer = gate.pass(nudge);
    witness.decided(nudge.kind(), answer);
    return switch (answer) {
      case Answer.Open _ -> delivering.deliver(outgoing, lease, said);
      case Answer.Wait(var until, var why) -> new Handler.Outcome.Again(until, why.toString());
      case Answer.Never(var why) -> dropped(nudge, why.toString());
    };
  }

  private static Handler.Outcome dropped(Nudge nudge, String reason) {
    log.atInfo()
        .addKeyValue("workspace", nudge.to().workspace())
        .addKeyValue("kind", nudge.kind())
        .addKeyValue("reason", reason)
        .log("not said");
    return Handler.DONE;
  }
}
