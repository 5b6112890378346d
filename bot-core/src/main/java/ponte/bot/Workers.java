package ponte.bot;

import java.util.ArrayList;
import java.util.List;
import ponte.archive.Archive;
import ponte.conversation.Event;
import ponte.directory.Directory;
import ponte.nudge.Rungs;
import ponte.pairing.Deciding;
import ponte.platform.ChatPlatform;
import ponte.platform.Postings;
import ponte.platform.WhoIsWho;
import ponte.prompt.Prompts;
import ponte.schedule.DigestPosts;
import ponte.schedule.Previews;
import ponte.schedule.PrivateSchedules;
import ponte.schedule.Schedules;
import ponte.seeding.Steps;

/**
 * Those who work off the queues: one takes in what was heard, some answer what was asked, one does
 * what was planned for a moment, one decides who is introduced to whom, one looks at what was said
 * lately, one asks and tells people what was kept for a better moment, some deliver. What a person
 * waits for is worked on at once by the replica that received it.
 */
public final class Workers implements AutoCloseable {

  private static final int ANSWERING = 4;
  private static final int DELIVERING = 2;

  private final Workplace workplace;
  private final Inbox inbox;
  private final List<Worker> workers;
  private final Crew crew;
  private final Worker answering;

  public Workers(
      Directory directory,
      Archive archive,
      Ponte ponte,
      List<ChatPlatform> platforms,
      List<WhoIsWho> whoIsWho,
      Workplace workplace) {
    this.workplace = workplace;
    var clock = workplace.clock();
    this.inbox = new Inbox(workplace.queue(), clock);
    var lately = new Lately(workplace.queue(), clock);
    var sweeps = new Sweeps(workplace.queue(), clock);
    var hearing =
        new Hearing(
            ponte.joining(),
            directory,
            archive,
            ponte.preferences(),
            ponte.sweep(),
            sweeps,
            lately,
            ponte.feeds(),
            ponte::heard);
    var outbox = new Outbox(workplace.queue(), clock);
    var answers =
        new Answering(
            new Newcomers(ponte.joining(), directory, ponte.preferences(), whoIsWho, clock),
            ponte.bot(),
            outbox);
    var discretion = new Discretion(ponte.preferences());
    var deliveries = new Delivering(platforms, workplace);
    var doorway = new Doorway(ponte.gate(), discretion, deliveries, workplace.witness());
    var unasked = new Unasked(workplace.queue(), doorway, clock);
    var timing = new Timing(ponte.dueDigests(), discretion, outbox, unasked);
    var postings = Postings.of(platforms);
    var attention = new Attending(archive, ponte, inbox, postings, clock);
    var prompting =
        new Prompting(directory, ponte.preferences(), ponte.prompting(), doorway, postings);
    var previewing = Planned.previews(ponte.previews(), discretion, deliveries);
    var privately =
        Planned.privateDigests(ponte.duePrivateDigests(), postings, discretion, deliveries);
    var climbing = Planned.rungs(ponte.ladder(), discretion, outbox);
    var correcting = new Correcting(ponte.digestPosts(), postings, discretion, outbox);
    this.answering = new Worker(Inbox.ASKED, answers, workplace);
    this.workers = new ArrayList<>();
    workers.add(new Worker(Inbox.HEARD, hearing, workplace));
    for (var i = 0; i < ANSWERING; i++) {
      workers.add(new Worker(Inbox.ASKED, answers, workplace));
    }
    for (var i = 0; i < DELIVERING; i++) {
      workers.add(new Worker(Outbox.TOPIC, deliveries, workplace));
      workers.add(new Worker(Prompts.TOPIC, prompting, workplace));
    }
    workers.add(new Worker(Schedules.DUE, timing, workplace));
    workers.add(new Worker(PrivateSchedules.DUE, privately, workplace));
    workers.add(new Worker(Previews.TOPIC, previewing, workplace));
    workers.add(new Worker(DigestPosts.TOPIC, correcting, workplace));
    workers.add(new Worker(Deciding.DUE, new Introducing(ponte.pairing().deciding()), workplace));
    workers.add(new Worker(Unasked.TOPIC, unasked, workplace));
    workers.add(new Worker(Lately.TOPIC, attention, workplace));
    workers.add(new Worker(Rungs.TOPIC, climbing, workplace));
    var sowing = Planned.seeds(ponte.seeding().planting(), postings, discretion, outbox);
    workers.add(new Worker(Steps.TOPIC, sowing, workplace));
    workers.add(new Worker(Sweeps.TOPIC, new Sweeping(ponte.sweep(), sweeps), workplace));
    this.crew = new Crew(workers, List.of(answering), workplace.lease());
  }

  /** Starts working, each worker on a thread of its own. */
  public void start() {
    crew.start();
  }

  /**
   * Does on the caller's thread all that is due now, and all that becomes due by it: for whoever
   * moves the clock, and starts no workers. False: there was nothing.
   */
  public boolean workOff() {
    var worked = false;
    var idle = false;
    while (!idle) {
      idle = true;
      for (var worker : workers) {
        while (worker.workOnce()) {
          idle = false;
          worked = true;
        }
      }
    }
    return worked;
  }

  /**
   * Takes a request in and answers it on the caller's thread; if the process dies, somebody else
   * does. A request that came before is not answered again.
   */
  public void answerNow(Event.Request request) {
    if (inbox.ask(request)) {
      workplace
          .queue()
          .lease(Inbox.ASKED, request.id().value(), workplace.lease())
          .ifPresent(lease -> answering.work(List.of(lease)));
    }
  }

  /** Stops after what is in hand; what is left stays in the queues. */
  @Override
  public void close() {
    crew.close();
  }
}
