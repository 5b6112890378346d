package ponte.bot;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.conversation.PersonId;
import ponte.nudge.Ladder;
import ponte.nudge.Rung;
import ponte.platform.Postings;
import ponte.prompt.Prompted;
import ponte.schedule.Due;
import ponte.schedule.DuePrivateDigests;
import ponte.schedule.Previews;
import ponte.schedule.PrivateDue;
import ponte.seeding.Planting;
import ponte.seeding.Steps;
import ponte.store.Codec;
import ponte.store.Lease;

/**
 * Does what was planned for a moment and is made then: it is said, put off or dropped.
 *
 * @param <T> how it was planned
 */
final class Planned<T> implements Handler {

  private static final Logger log = LoggerFactory.getLogger(Planned.class);

  private final Class<T> kind;
  private final Function<T, Prompted> feature;
  private final Function<T, @Nullable PersonId> reader;
  private final Discretion discretion;
  private final Outbox outbox;

  private Planned(
      Class<T> kind,
      Function<T, Prompted> feature,
      Function<T, @Nullable PersonId> reader,
      Discretion discretion,
      Outbox outbox) {
    this.kind = kind;
    this.feature = feature;
    this.reader = reader;
    this.discretion = discretion;
    this.outbox = outbox;
  }

  /** Shows digests to those who scheduled them before they are posted. */
  static Planned<Due> previews(Previews previews, Discretion discretion, Outbox outbox) {
    return new Planned<>(Due.class, previews::make, _ -> null, discretion, outbox);
  }

  /** Sends people the digests that they wanted for themselves at that moment. */
  static Planned<PrivateDue> privateDigests(
      DuePrivateDigests digests, Discretion discretion, Outbox outbox) {
    return new Planned<>(PrivateDue.class, digests::make, PrivateDue::person, discretion, outbox);
  }

  /** Goes on with questions that nobody answered. */
  static Planned<Rung> rungs(Ladder ladder, Discretion discretion, Outbox outbox) {
    return new Planned<>(Rung.class, ladder::climb, Rung::asker, discretion, outbox);
  }

  /** Has discussions begun, drawn anew and told of. */
  static Planned<Steps.Step> seeds(
      Planting planting, Postings postings, Discretion discretion, Outbox outbox) {
    return new Planned<>(
        Steps.Step.class, step -> planting.take(step, postings), _ -> null, discretion, outbox);
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    var due = Codec.read(leases.getFirst().entry().payload(), kind);
    return switch (feature.apply(due)) {
      case Prompted.Say(var outgoing) -> {
        outbox.send(List.of(discretion.of(outgoing, reader.apply(due))));
        yield DONE;
      }
      case Prompted.Wait(var until, var reason) -> new Outcome.Again(until, reason);
      case Prompted.Drop(var reason) -> {
        log.atInfo()
            .addKeyValue("planned", due)
            .addKeyValue("reason", reason)
            .log("not said any more");
        yield DONE;
      }
    };
  }
}
