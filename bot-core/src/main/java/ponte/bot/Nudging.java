package ponte.bot;

import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.nudge.Gate;
import ponte.nudge.Gate.Answer;
import ponte.nudge.Nudge;
import ponte.platform.Outgoing;
import ponte.prompt.Prompted;

/**
 * Says what nobody asked for, when the gate is open: the only way from there to the outbox. It is
 * put in words at that very moment, so that what has lost its point is not said at all.
 */
final class Nudging {

  private static final Logger log = LoggerFactory.getLogger(Nudging.class);

  private final Gate gate;
  private final Discretion discretion;
  private final Outbox outbox;

  Nudging(Gate gate, Discretion discretion, Outbox outbox) {
    this.gate = gate;
    this.discretion = discretion;
    this.outbox = outbox;
  }

  /** Whether it may be said, before it is put in words. */
  Answer ask(Nudge nudge) {
    return gate.ask(nudge);
  }

  /** Says it now, or says when to come again. */
  Handler.Outcome say(Nudge nudge, Supplier<Prompted> wording) {
    return switch (gate.ask(nudge)) {
      case Answer.Open _ -> said(nudge, wording.get());
      case Answer.Wait(var until, var why) -> new Handler.Outcome.Again(until, why.toString());
      case Answer.Never(var why) -> dropped(nudge, why.toString());
    };
  }

  private Handler.Outcome said(Nudge nudge, Prompted prompted) {
    return switch (prompted) {
      case Prompted.Say(var outgoing) -> said(nudge, outgoing);
      case Prompted.Wait(var until, var reason) ->
          until.isAfter(nudge.until())
              ? dropped(nudge, reason)
              : new Handler.Outcome.Again(until, reason);
      case Prompted.Drop(var reason) -> dropped(nudge, reason);
    };
  }

  private Handler.Outcome said(Nudge nudge, Outgoing outgoing) {
    return switch (gate.pass(nudge)) {
      case Answer.Open _ -> {
        outbox.send(List.of(discretion.of(outgoing, null)));
        yield Handler.DONE;
      }
      case Answer.Wait(var until, var why) -> new Handler.Outcome.Again(until, why.toString());
      case Answer.Never(var why) -> dropped(nudge, why.toString());
    };
  }

  private static Handler.Outcome dropped(Nudge nudge, String reason) {
    log.atInfo()
        .addKeyValue("person", nudge.to())
        .addKeyValue("kind", nudge.kind())
        .addKeyValue("reason", reason)
        .log("not said");
    return Handler.DONE;
  }
}
