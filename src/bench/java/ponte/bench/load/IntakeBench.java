package ponte.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ponte.app.Replica;
import ponte.app.Settings;
import ponte.bench.Machine;
import ponte.bench.WorkDirectory;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.WorkspaceId;

/** How fast is worked off what waits in the inbox, and what does it cost? */
@Command(
    name = "intake",
    mixinStandardHelpOptions = true,
    description = {
      "Has messages wait in the inbox, each by itself, as Slack tells of them, and lets the workers",
      "of one Ponte take them in: archived, findable, looked at for questions and digests. Prints",
      "how many a second, and what one costs: processor time and memory allocated, by thread."
    })
public final class IntakeBench implements Callable<Integer> {

  private static final WorkspaceId TEAM = new WorkspaceId("T1");

  /** What was heard, before and after it is in the archive. */
  private static final List<String> TOPICS = List.of("inbox", "lately");

  private static final int HEARING_AT_ONCE = 16;

  /** How often a running Ponte is looked at, which calls nobody when it is done. */
  private static final Duration LOOK = Duration.ofMillis(20);

  @Option(
      names = "--events",
      defaultValue = "10000",
      description = "Messages that wait (default: ${DEFAULT-VALUE}).")
  private int events;

  @Option(
      names = "--warm-up",
      defaultValue = "5000",
      description = "Messages before that are not counted (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--channels",
      defaultValue = "20",
      description = "In so many channels (default: ${DEFAULT-VALUE}).")
  private int channels;

  @Override
  public Integer call() throws IOException, InterruptedException {
    System.out.println(Machine.line());
    try (var work = WorkDirectory.create("ponte-intake");
        var ponte =
            Replica.open(
                work.path().resolve("data"), Settings.fromEnvironment(), Clock.systemUTC())) {
      ponte.directory().apply(roster());
      var begin = ponte.clock().instant().getEpochSecond();
      var said = new SlackEvents(TEAM.value(), channels, "intake", begin, 0);
      workOff(ponte, said, 0, warmUp);
      report(workOff(ponte, said, warmUp, warmUp + events));
      var all =
          new Audience(
              IntStream.rangeClosed(1, channels)
                  .mapToObj(IntakeBench::channel)
                  .collect(Collectors.toSet()));
      var kept = ponte.archive().extent(all).messages();
      System.out.printf(Locale.ROOT, "in the archive: %,d of %,d%n", kept, warmUp + events);
      return kept == warmUp + events ? 0 : 1;
    }
  }

  private List<Event.Roster> roster() {
    var roster = new ArrayList<Event.Roster>();
    for (var number = 1; number <= channels; number++) {
      roster.add(
          new Event.Roster.ChannelChanged(
              new EventId("channel:" + number),
              new Channel(
                  channel(number), "channel-" + number, Channel.Visibility.PUBLIC, "", "", false),
              Instant.EPOCH));
    }
    for (var number = 1; number <= SlackEvents.PEOPLE; number++) {
      var id = new PersonId(TEAM, "U" + number);
      roster.add(
          new Event.Roster.PersonChanged(
              new EventId("person:" + number),
              new Person(
                  id,
                  "Person " + number,
                  "person" + number,
                  "",
                  null,
                  ZoneOffset.UTC,
                  null,
                  Person.Standing.ACTIVE),
              Instant.EPOCH));
    }
    return roster;
  }

  private static ChannelId channel(int number) {
    return new ChannelId(TEAM, "C" + number);
  }

  /**
   * What it took.
   *
   * @param taken until the inbox was empty, and until all was looked at
   */
  private record Figures(
      int events, Duration taken, Duration lookedAt, Map<String, Cost> costs, Cost whole) {}

  /** Of a thread, or of all: processor time in nanoseconds, bytes allocated. */
  private record Cost(long time, long bytes) {

    private static final Cost NOTHING = new Cost(0, 0);

    private Cost plus(Cost other) {
      return new Cost(time + other.time, bytes + other.bytes);
    }

    private Cost less(Cost other) {
      return new Cost(time - other.time, bytes - other.bytes);
    }
  }

  private Figures workOff(Replica ponte, SlackEvents said, int from, int until)
      throws InterruptedException {
    hear(ponte, said, from, until);
    var before = whole();
    var threadsBefore = byThread();
    var begin = System.nanoTime();
    try (var workers = ponte.workers(List.of(), List.of())) {
      workers.start();
      var ends = new ArrayList<Duration>();
      for (var topic : TOPICS) {
        while (waits(ponte, topic)) {
          Thread.sleep(LOOK);
        }
        ends.add(Duration.ofNanos(System.nanoTime() - begin));
      }
      var after = whole();
      return new Figures(
          until - from, ends.getFirst(), ends.getLast(), since(threadsBefore), after.less(before));
    }
  }

  private static boolean waits(Replica ponte, String topic) {
    var depth = ponte.queue().depth(topic);
    return depth.waiting() + depth.leased() > 0;
  }

  private void hear(Replica ponte, SlackEvents said, int from, int until) {
    try (var platform = Executors.newFixedThreadPool(HEARING_AT_ONCE)) {
      for (var number = from; number < until; number++) {
        var event = event(said, number);
        platform.submit(
            () ->
                ponte
                    .inbox()
                    .hear(
                        event.message().channel().toString(), event.id().value(), List.of(event)));
      }
    }
  }

  private Event.Talk event(SlackEvents said, int number) {
    var at = said.at(number);
    return new Event.Talk.Posted(
        new EventId("intake:" + number),
        new Message(
            new MessageId(channel(1 + number % channels), at.getEpochSecond() + ".000100"),
            new PersonId(TEAM, "U" + (1 + number % SlackEvents.PEOPLE)),
            Message.Kind.TALK,
            at,
            null,
            RichText.plain(said.saying(number)),
            List.of(),
            List.of(),
            at));
  }

  private static Map<String, Cost> byThread() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    var costs = new TreeMap<String, Cost>();
    for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null) {
        var id = thread.getThreadId();
        costs.merge(
            thread.getThreadName().replaceAll("#\\d+", ""),
            new Cost(threads.getThreadCpuTime(id), threads.getThreadAllocatedBytes(id)),
            Cost::plus);
      }
    }
    return costs;
  }

  private static Map<String, Cost> since(Map<String, Cost> before) {
    var costs = byThread();
    costs.replaceAll((thread, cost) -> cost.less(before.getOrDefault(thread, Cost.NOTHING)));
    return costs;
  }

  private static Cost whole() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return new Cost(system.getProcessCpuTime(), threads.getTotalThreadAllocatedBytes());
  }

  private static void report(Figures figures) {
    System.out.printf(
        Locale.ROOT,
        "%,d events: archived %,.0f/s, looked at %,.0f/s; an event %.2f ms of processor time,"
            + " %,d bytes%n",
        figures.events(),
        figures.events() / (figures.taken().toNanos() / 1e9),
        figures.events() / (figures.lookedAt().toNanos() / 1e9),
        figures.whole().time() / 1e6 / figures.events(),
        figures.whole().bytes() / figures.events());
    figures
        .costs()
        .forEach(
            (thread, cost) -> {
              if (cost.time() > figures.whole().time() / 100) {
                System.out.printf(
                    Locale.ROOT,
                    "  %-20s %.2f ms, %,d bytes%n",
                    thread,
                    cost.time() / 1e6 / figures.events(),
                    cost.bytes() / figures.events());
              }
            });
  }
}
