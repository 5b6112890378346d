package ponte.app.observation;

import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.List;
import java.util.function.Supplier;
import ponte.bot.Answer;
import ponte.bot.Handler.Outcome;
import ponte.bot.Witness;
import ponte.command.Command;
import ponte.nudge.Gate;
import ponte.nudge.Kind;
import ponte.store.Lease;

/**
 * Follows work: what is done with an entry is a part of the trace of whatever added it. A span has
 * the name of a queue or of a command, and nothing in it is of a person.
 */
record TracedWork(Witness next, Tracer tracer) implements Witness {

  @Override
  public Outcome handling(List<Lease> leases, Supplier<Outcome> work) {
    var first = leases.getFirst();
    var topic = first.entry().topic();
    var builder =
        tracer
            .spanBuilder()
            .name(topic)
            .kind(Span.Kind.CONSUMER)
            .tag("queue", topic)
            .tag("entries", leases.size())
            .tag("attempt", first.attempt());
    TracedQueue.carried(first.entry(), tracer)
        .ifPresentOrElse(builder::setParent, builder::setNoParent);
    leases.stream()
        .skip(1)
        .flatMap(lease -> TracedQueue.carried(lease.entry(), tracer).stream())
        .forEach(context -> builder.addLink(new Link(context)));
    return Spans.within(
        tracer,
        builder.start(),
        span -> {
          var outcome = next.handling(leases, work);
          span.tag("outcome", Meters.label(outcome.getClass()));
          return outcome;
        });
  }

  @Override
  public Answer answering(Command command, Supplier<Answer> work) {
    return Spans.within(
        tracer,
        tracer.nextSpan().name(Meters.label(command.getClass())).start(),
        _ -> next.answering(command, work));
  }

  @Override
  public void decided(Kind kind, Gate.Answer decision) {
    next.decided(kind, decision);
  }
}
