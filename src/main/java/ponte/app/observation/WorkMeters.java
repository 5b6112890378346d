package ponte.app.observation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import ponte.bot.Answer;
import ponte.bot.Handler.Outcome;
import ponte.bot.Witness;
import ponte.command.Command;
import ponte.nudge.Gate;
import ponte.nudge.Kind;
import ponte.store.Lease;

/** Measures how work goes: how late it is begun, how long it takes, what comes of it. */
final class WorkMeters implements Witness {

  private static final String FAILED = "failed";

  private final MeterRegistry registry;
  private final Clock clock;

  /**
   * @param clock the one that the queue goes by
   */
  WorkMeters(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    // What has not happened yet is shown as nothing, so that its first time is seen as a change.
    answers(Command.WhoKnows.class);
    for (var kind : Kind.values()) {
      decisions(kind, Meters.label(Gate.Answer.Open.class), "none");
    }
  }

  @Override
  public Outcome handling(List<Lease> leases, Supplier<Outcome> work) {
    var topic = leases.getFirst().entry().topic();
    leases.forEach(lease -> late(topic, lease));
    var sample = Timer.start(registry);
    var outcome = FAILED;
    try {
      var settled = work.get();
      outcome = Meters.label(settled.getClass());
      return settled;
    } finally {
      sample.stop(
          Meters.timer(
              registry,
              Meters.WORK,
              "How long work of a queue takes",
              "queue",
              topic,
              "outcome",
              outcome));
    }
  }

  /** A later try is late on purpose. */
  private void late(String topic, Lease lease) {
    if (lease.attempt() == 1) {
      var delay = Duration.between(lease.entry().due(), clock.instant());
      Meters.timer(
              registry,
              Meters.QUEUE_DELAY,
              "How long after its time work is begun for the first time",
              "queue",
              topic)
          .record(delay.isNegative() ? Duration.ZERO : delay);
    }
  }

  @Override
  public Answer answering(Command command, Supplier<Answer> work) {
    var sample = Timer.start(registry);
    try {
      return work.get();
    } finally {
      sample.stop(answers(command.getClass()));
    }
  }

  private Timer answers(Class<? extends Command> command) {
    return Meters.timer(
        registry,
        Meters.ANSWER,
        "How long it takes to do what somebody asked for",
        "command",
        Meters.label(command));
  }

  @Override
  public void decided(Kind kind, Gate.Answer decision) {
    var reason =
        switch (decision) {
          case Gate.Answer.Open _ -> "none";
          case Gate.Answer.Wait(_, var why) -> Meters.label(why);
          case Gate.Answer.Never(var why) -> Meters.label(why);
        };
    decisions(kind, Meters.label(decision.getClass()), reason).increment();
  }

  private Counter decisions(Kind kind, String decision, String reason) {
    return Counter.builder(Meters.GATE)
        .description("What the gate decided about messages that nobody asked for")
        .tags("kind", Meters.label(kind), "decision", decision, "reason", reason)
        .register(registry);
  }
}
