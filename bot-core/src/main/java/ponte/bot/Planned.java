package ponte.bot;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.conversation.PersonId;
import ponte.nudge.Ladder;
import ponte.nudge.Rung;
import ponte.platform.Outgoing;
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
  private final Way way;

  private Planned(
      Class<T> kind,
      Function<T, Prompted> feature,
      Function<T, @Nullable PersonId> reader,
      Discretion discretion,
      Way way) {
    this.kind = kind;
    this.feature = feature;
    this.reader = reader;
    this.discretion = discretion;
    this.way = way;
  }

  /** How what is said goes out. */
  private interface Way {

    Outcome send(Outgoing outgoing, Lease lease);

    /** It is kept as it was made until the platform takes it: it was asked for, for this moment. */
    static Way by(Outbox outbox) {
      return (outgoing, _) -> {
        outbox.send(List.of(outgoing));
        return DONE;
      };
    }
  }

  /**
   * Shows digests to those who scheduled them before they are posted: made anew, and the gate asked
   * anew, until the platform takes them.
   */
  static Planned<Due> previews(Previews previews, Discretion discretion, Delivering delivering) {
    return new Planned<>(Due.class, previews::make, _ -> null, discretion, delivering::deliver);
  }

  /** Sends people the digests that they wanted for themselves at that moment, in the same way. */
  static Planned<PrivateDue> privateDigests(
      DuePrivateDigests digests, Postings postings, Discretion discretion, Delivering delivering) {
    return new Planned<>(
        PrivateDue.class,
        due -> digests.make(due, postings),
        PrivateDue::person,
        discretion,
        delivering::deliver);
  }

  /** Goes on with questions that nobody answered. */
  static Planned<Rung> rungs(Ladder ladder, Discretion discretion, Outbox outbox) {
    return new Planned<>(Rung.class, ladder::climb, Rung::asker, discretion, Way.by(outbox));
  }

  /** Has discussions begun, drawn anew and told of. */
  static Planned<Steps.Step> seeds(
      Planting planting, Postings postings, Discretion discretion, Outbox outbox) {
    return new Planned<>(
        Steps.Step.class,
        step -> planting.take(step, postings),
        planting::wished,
        discretion,
        Way.by(outbox));
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    var lease = leases.getFirst();
    var due = Codec.read(lease.entry().payload(), kind);
    return switch (feature.apply(due)) {
      case Prompted.Say(var outgoing) ->
          way.send(discretion.of(outgoing, reader.apply(due)), lease);
      case Prompted.Wait(var until, var reason) -> new Outcome.Again(until, reason);
      case Prompted.Drop(var reason) -> {
        log.atInfo()
            .addKeyValue("planned", kind.getSimpleName())
            .addKeyValue("reason", reason)
            .log("not said any more");
        yield DONE;
      }
    };
  }
}
