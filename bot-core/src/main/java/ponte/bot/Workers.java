package ponte.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import ponte.archive.Archive;
import ponte.conversation.Event;
import ponte.directory.Directory;
import ponte.platform.ChatPlatform;
import ponte.platform.WhoIsWho;
import ponte.schedule.Schedules;
import ponte.store.Queue;

/**
 * Those who work off the queues: one takes in what was heard, some answer what was asked, one does
 * what was planned for a moment, some deliver. What a person waits for is worked on at once by the
 * replica that received it.
 */
public final class Workers implements AutoCloseable {

  private static final int ANSWERING = 4;
  private static final int DELIVERING = 2;
  private static final Duration AT_ONCE = Duration.ofMinutes(1);

  private final Queue queue;
  private final Inbox inbox;
  private final Crew crew;
  private final Worker answering;

  public Workers(
      Queue queue,
      Directory directory,
      Archive archive,
      Ponte ponte,
      List<ChatPlatform> platforms,
      List<WhoIsWho> whoIsWho,
      Clock clock,
      RandomGenerator chance,
      Pause pause) {
    this.queue = queue;
    this.inbox = new Inbox(queue, clock);
    var hearing = new Hearing(directory, archive, ponte.preferences());
    var outbox = new Outbox(queue, clock);
    var answers = new Answering(new Newcomers(directory, whoIsWho, clock), ponte.bot(), outbox);
    var timing = new Timing(ponte.dueDigests(), new Discretion(ponte.preferences()), outbox);
    var deliveries = new Delivering(platforms);
    this.answering = new Worker(Inbox.ASKED, queue, answers, clock, chance, pause);
    var workers = new ArrayList<Worker>();
    workers.add(new Worker(Inbox.HEARD, queue, hearing, clock, chance, pause));
    for (var i = 0; i < ANSWERING; i++) {
      workers.add(new Worker(Inbox.ASKED, queue, answers, clock, chance, pause));
    }
    for (var i = 0; i < DELIVERING; i++) {
      workers.add(new Worker(Outbox.TOPIC, queue, deliveries, clock, chance, pause));
    }
    workers.add(new Worker(Schedules.DUE, queue, timing, clock, chance, pause));
    this.crew = new Crew(workers);
  }

  /** Starts working, each worker on a thread of its own. */
  public void start() {
    crew.start();
  }

  /**
   * Takes a request in and answers it on the caller's thread; if the process dies, somebody else
   * does. A request that came before is not answered again.
   */
  public void answerNow(Event.Request request) {
    if (inbox.ask(request)) {
      queue
          .lease(Inbox.ASKED, request.id().value(), AT_ONCE)
          .ifPresent(lease -> answering.work(List.of(lease)));
    }
  }

  /** Stops after what is in hand; what is left stays in the queues. */
  @Override
  public void close() {
    crew.close();
  }
}
