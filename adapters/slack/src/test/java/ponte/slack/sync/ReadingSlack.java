package ponte.slack.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import ponte.TestClock;
import ponte.archive.InMemoryArchive;
import ponte.bot.Handler;
import ponte.bot.Inbox;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;
import ponte.history.HistoryProgress;
import ponte.slack.Ts;
import ponte.slack.api.FakeSlack;
import ponte.slack.api.Method;
import ponte.slack.api.SlackApi;
import ponte.slack.live.Doorkeeper;
import ponte.slack.live.Listening;
import ponte.slack.live.SharedChannels;
import ponte.store.Codec;
import ponte.store.InMemoryQueue;
import ponte.store.InMemoryRecords;
import ponte.store.Lease;

/** A Ponte that reads a Slack that says what a test tells it to. */
abstract class ReadingSlack {

  static final Instant NOW = Instant.parse("2025-12-01T09:00:00Z");
  static final ChannelId GENERAL = new ChannelId(FakeSlack.ACME, "C0GENERAL");
  static final ChannelId PARTNER = new ChannelId(FakeSlack.ACME, "C0PARTNER");
  static final ChannelId BOARD = new ChannelId(FakeSlack.ACME, "G0SECRET");
  static final PersonId ANNA = new PersonId(FakeSlack.ACME, "U0ANNA");
  static final PersonId BRUNO = new PersonId(FakeSlack.ACME, "U0BRUNO");
  static final String LAST_PEOPLE =
      "{\"ok\":true,\"members\":[{\"id\":\"U0DARIO\",\"name\":\"dario\",\"profile\":{}}],"
          + "\"response_metadata\":{\"next_cursor\":\"\"}}";
  static final String EMPTY = "{\"ok\":true,\"messages\":[],\"has_more\":false}";
  static final Duration LEASE = Duration.ofMinutes(2);

  final TestClock clock = TestClock.at(NOW);
  final InMemoryRecords records = new InMemoryRecords(clock);
  final InMemoryQueue queue = new InMemoryQueue(clock);
  final Inbox inbox = new Inbox(queue, clock);
  Directory directory = new Directory(records);
  final InMemoryArchive archive = new InMemoryArchive();
  final SharedChannels shared = new SharedChannels(records);
  final FakeSlack slack = new FakeSlack();
  final SlackErrands errands = new SlackErrands(queue, clock);
  final HistoryProgress progress = new HistoryProgress(records);
  final Preferences preferences = new Preferences(records, directory);
  SlackReading reading = reading(slack.api(clock));

  @AfterEach
  void stop() {
    slack.close();
  }

  SlackReading reading(SlackApi api) {
    return reading(api, Set.of());
  }

  SlackReading reading(SlackApi api, Set<String> excluded) {
    var listening =
        new Listening(
            directory, new Doorkeeper(directory, shared, excluded), slack.installations());
    return new SlackReading(
        api,
        inbox,
        directory,
        preferences,
        listening,
        shared,
        new BackfillRules(Duration.ofDays(30), 2),
        queue,
        records,
        clock);
  }

  /** Runs what is due, as a worker does, and takes in what was heard. */
  void work() {
    while (workOnce()) {
      hear();
    }
  }

  boolean workOnce() {
    var leases = queue.lease(SlackReading.TOPIC, 1, LEASE);
    if (leases.isEmpty()) {
      return false;
    }
    settle(leases, reading.handle(leases));
    return true;
  }

  void settle(List<Lease> leases, Handler.Outcome outcome) {
    switch (outcome) {
      case Handler.Outcome.Done _ -> queue.done(leases);
      case Handler.Outcome.Again(var notBefore, var reason) ->
          queue.retry(leases.getFirst(), notBefore, reason);
      case Handler.Outcome.Hindered(var notBefore, var reason) ->
          queue.postpone(leases.getFirst(), notBefore, reason);
      case Handler.Outcome.Never(var reason) -> queue.bury(leases.getFirst(), reason);
    }
  }

  void hear() {
    var heard = queue.lease("inbox", 100, LEASE);
    for (var lease : heard) {
      var json = FakeSlack.json(lease.entry().payload());
      for (var event : json.path("events").values()) {
        switch (Codec.read(event.toString(), Event.class)) {
          case Event.Talk talk -> archive.apply(List.of(talk));
          case Event.Roster change -> directory.apply(List.of(change));
          case Event.Request request -> throw new AssertionError(request);
        }
      }
    }
    queue.done(heard);
  }

  void answersTheRoster() {
    slack.answersInTurn(Method.USERS_LIST, FakeSlack.payload("users.list"), LAST_PEOPLE);
    slack.answers(Method.CONVERSATIONS_LIST);
    slack.answers(Method.USERS_CONVERSATIONS);
    slack.answers(Method.CONVERSATIONS_MEMBERS);
    slack.answers(Method.CONVERSATIONS_HISTORY, EMPTY);
    slack.answers(Method.DND_TEAM_INFO);
  }

  Person.Standing standing(String id) {
    return directory.person(new PersonId(FakeSlack.ACME, id)).orElseThrow().standing();
  }

  void invitesToGeneral(List<String> history) {
    slack.answers(Method.CONVERSATIONS_INFO);
    slack.answers(Method.CONVERSATIONS_MEMBERS);
    var pages = new ArrayList<>(history);
    pages.add(EMPTY);
    slack.answersInTurn(Method.CONVERSATIONS_HISTORY, pages.toArray(String[]::new));
  }

  Set<String> messages() {
    var all = new TimeSpan(Instant.EPOCH, NOW.plus(Duration.ofDays(1)));
    return archive.read(GENERAL, all, 1000, Audience.of(GENERAL)).stream()
        .map(filed -> filed.message().id().value())
        .collect(Collectors.toSet());
  }

  /** Pages of two messages, newest first, a minute apart. */
  static List<String> pages(int pages) {
    return IntStream.range(0, pages)
        .mapToObj(
            page ->
                "{\"ok\":true,\"has_more\":"
                    + (page < pages - 1)
                    + ",\"messages\":["
                    + message(2 * page)
                    + ","
                    + message(2 * page + 1)
                    + "]}")
        .toList();
  }

  static String message(int minutesAgo) {
    return "{\"type\":\"message\",\"user\":\"U0ANNA\",\"text\":\"m"
        + minutesAgo
        + "\",\"ts\":\""
        + ts(minutesAgo)
        + "\"}";
  }

  static String ts(int minutesAgo) {
    return Ts.of(NOW.minus(Duration.ofMinutes(minutesAgo + 1))).value();
  }
}
