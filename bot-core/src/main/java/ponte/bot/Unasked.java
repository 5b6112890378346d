package ponte.bot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.platform.Outgoing;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Lease;
import ponte.store.Queue;
import ponte.store.StoreUnavailableException;

/**
 * What is said to somebody who did not ask for it: never in their quiet hours, looked at anew at
 * the very moment, however much later than planned that comes; a day after the first moment at
 * which they could have been told, it is not said any more.
 */
final class Unasked implements Handler {

  static final String TOPIC = "unasked";

  /** News that is older than this is none. */
  static final Duration LATEST = Duration.ofHours(24);

  private static final Logger log = LoggerFactory.getLogger(Unasked.class);

  private final Queue queue;
  private final Directory directory;
  private final Preferences preferences;
  private final Outbox outbox;
  private final Clock clock;

  Unasked(Queue queue, Directory directory, Preferences preferences, Outbox outbox, Clock clock) {
    this.queue = queue;
    this.directory = directory;
    this.preferences = preferences;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Something to be said.
   *
   * @param until the last moment at which it is worth saying
   */
  record Note(Outgoing outgoing, PersonId to, Instant until) {}

  /** Says it as soon as they may be disturbed, once however often it is planned. */
  void plan(Outgoing outgoing, PersonId to) {
    var person = directory.person(to);
    person
        .flatMap(known -> preferences.of(to).freeFrom(clock.instant(), known.zone()))
        .ifPresent(
            free ->
                queue.add(
                    List.of(
                        new Entry(
                            TOPIC,
                            "",
                            outgoing.key(),
                            Codec.write(new Note(outgoing, to, free.plus(LATEST))),
                            free))));
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    var note = Codec.read(leases.getFirst().entry().payload(), Note.class);
    var now = clock.instant();
    var free =
        directory
            .person(note.to())
            .filter(Person::isActive)
            .flatMap(known -> preferences.of(note.to()).freeFrom(now, known.zone()));
    if (free.isEmpty() || free.get().isAfter(note.until())) {
      log.atInfo().addKeyValue("person", note.to()).log("not said: nobody to hear it in time");
      return DONE;
    }
    if (free.get().isAfter(now)) {
      return new Outcome.Again(free.get(), "quiet hours");
    }
    outbox.send(List.of(note.outgoing()));
    return DONE;
  }

  @Override
  public boolean passes(RuntimeException failure) {
    return failure instanceof StoreUnavailableException;
  }
}
