package ponte.bot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ponte.conversation.PersonId;
import ponte.nudge.Gate.Answer;
import ponte.nudge.Kind;
import ponte.nudge.Nudge;
import ponte.platform.Outgoing;
import ponte.prompt.Prompted;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Lease;
import ponte.store.Queue;

/**
 * What is said to somebody who did not ask for it now: never in their quiet hours, looked at anew
 * at the very moment, however much later than planned that comes; a day after the first moment at
 * which they could have been told, it is not said any more.
 */
final class Unasked implements Handler {

  static final String TOPIC = "unasked";

  /** News that is older than this is none. */
  static final Duration LATEST = Duration.ofHours(24);

  private final Queue queue;
  private final Doorway doorway;
  private final Clock clock;

  Unasked(Queue queue, Doorway doorway, Clock clock) {
    this.queue = queue;
    this.doorway = doorway;
    this.clock = clock;
  }

  /**
   * Something to be said.
   *
   * @param until the last moment at which it is worth saying
   */
  record Note(Outgoing outgoing, PersonId to, Instant until) {

    Nudge nudge() {
      return new Nudge(to, outgoing.key(), Kind.NOTICE, null, until);
    }
  }

  /** Says it as soon as they may be disturbed, once however often it is planned. */
  void plan(Outgoing outgoing, PersonId to) {
    switch (doorway.ask(new Note(outgoing, to, Instant.MAX).nudge())) {
      case Answer.Open _ -> plan(outgoing, to, clock.instant());
      case Answer.Wait(var until, _) -> plan(outgoing, to, until);
      case Answer.Never _ -> {}
    }
  }

  private void plan(Outgoing outgoing, PersonId to, Instant due) {
    var note = new Note(outgoing, to, due.plus(LATEST));
    queue.add(List.of(new Entry(TOPIC, "", outgoing.key(), Codec.write(note), due)));
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    var note = Codec.read(leases.getFirst().entry().payload(), Note.class);
    return doorway.say(
        note.nudge(), null, leases.getFirst(), () -> new Prompted.Say(note.outgoing()), () -> {});
  }
}
