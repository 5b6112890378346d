package ponte.slack.sync;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.archive.InMemoryArchive;
import ponte.bot.Chores;
import ponte.bot.Handler;
import ponte.bot.Inbox;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.platform.ReadingProgress;
import ponte.slack.Ts;
import ponte.slack.api.FakeSlack;
import ponte.slack.api.Method;
import ponte.slack.api.Rate;
import ponte.slack.api.SlackApi;
import ponte.slack.live.Doorkeeper;
import ponte.slack.live.Listening;
import ponte.slack.live.SharedChannels;
import ponte.store.Codec;
import ponte.store.InMemoryQueue;
import ponte.store.InMemoryRecords;
import ponte.store.Lease;

class SlackReadingTest {

  private static final Instant NOW = Instant.parse("2025-12-01T09:00:00Z");
  private static final ChannelId GENERAL = new ChannelId(FakeSlack.ACME, "C0GENERAL");
  private static final ChannelId PARTNER = new ChannelId(FakeSlack.ACME, "C0PARTNER");
  private static final ChannelId BOARD = new ChannelId(FakeSlack.ACME, "G0SECRET");
  private static final PersonId ANNA = new PersonId(FakeSlack.ACME, "U0ANNA");
  private static final PersonId BRUNO = new PersonId(FakeSlack.ACME, "U0BRUNO");
  private static final String LAST_PEOPLE =
      "{\"ok\":true,\"members\":[{\"id\":\"U0DARIO\",\"name\":\"dario\",\"profile\":{}}],"
          + "\"response_metadata\":{\"next_cursor\":\"\"}}";
  private static final String EMPTY = "{\"ok\":true,\"messages\":[],\"has_more\":false}";
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final TestClock clock = TestClock.at(NOW);
  private final InMemoryRecords records = new InMemoryRecords(clock);
  private final InMemoryQueue queue = new InMemoryQueue(clock);
  private final Inbox inbox = new Inbox(queue, clock);
  private final Directory directory = new Directory(records);
  private final InMemoryArchive archive = new InMemoryArchive();
  private final SharedChannels shared = new SharedChannels(records);
  private final FakeSlack slack = new FakeSlack();
  private final SlackErrands errands = new SlackErrands(queue, clock);
  private final BackfillProgress progress = new BackfillProgress(records);
  private SlackReading reading = reading(slack.api(clock));

  @AfterEach
  void stop() {
    slack.close();
  }

  private SlackReading reading(SlackApi api) {
    return reading(api, Set.of());
  }

  private SlackReading reading(SlackApi api, Set<String> excluded) {
    var listening =
        new Listening(
            directory, new Doorkeeper(directory, shared, excluded), slack.installations());
    return new SlackReading(
        api,
        inbox,
        directory,
        listening,
        shared,
        new BackfillRules(Duration.ofDays(30), 2),
        queue,
        records,
        clock);
  }

  /** Runs what is due, as a worker does, and takes in what was heard. */
  private void work() {
    while (workOnce()) {
      hear();
    }
  }

  private boolean workOnce() {
    var leases = queue.lease(SlackReading.TOPIC, 1, LEASE);
    if (leases.isEmpty()) {
      return false;
    }
    settle(leases, reading.handle(leases));
    return true;
  }

  private void settle(List<Lease> leases, Handler.Outcome outcome) {
    switch (outcome) {
      case Handler.Outcome.Done _ -> queue.done(leases);
      case Handler.Outcome.Again(var notBefore, var reason) ->
          queue.retry(leases.getFirst(), notBefore, reason);
      case Handler.Outcome.Never(var reason) -> queue.bury(leases.getFirst(), reason);
    }
  }

  private void hear() {
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

  private void answersTheRoster() {
    slack.answersInTurn(Method.USERS_LIST, FakeSlack.payload("users.list"), LAST_PEOPLE);
    slack.answers(Method.CONVERSATIONS_LIST);
    slack.answers(Method.USERS_CONVERSATIONS);
    slack.answers(Method.CONVERSATIONS_MEMBERS);
    slack.answers(Method.CONVERSATIONS_HISTORY, EMPTY);
  }

  @Test
  void learnsWhoIsThereWhenItIsInstalled() {
    answersTheRoster();

    errands.installed(FakeSlack.ACME);
    work();

    assertThat(slack.calls(Method.USERS_LIST))
        .satisfiesExactly(
            first -> assertThat(first).containsEntry("include_locale", "true"),
            second -> assertThat(second).containsEntry("cursor", "dXNlcjpVMEc5V0ZYTlo="));
    assertThat(directory.person(ANNA))
        .hasValueSatisfying(
            anna -> {
              assertThat(anna.language()).isEqualTo(Language.ITALIAN);
              assertThat(anna.zone().getId()).isEqualTo("Europe/Rome");
              assertThat(anna.email()).isEqualTo("anna@example.com");
              assertThat(anna.standing()).isEqualTo(Person.Standing.ACTIVE);
            });
    assertThat(directory.person(BRUNO))
        .hasValueSatisfying(
            bruno -> {
              assertThat(bruno.standing()).isEqualTo(Person.Standing.GUEST);
              assertThat(bruno.email()).as("not confirmed").isNull();
            });
    assertThat(standing("U0CARLA")).isEqualTo(Person.Standing.LEFT);
    assertThat(standing("U0PONTE")).isEqualTo(Person.Standing.BOT);
    assertThat(standing("U0DARIO")).isEqualTo(Person.Standing.ACTIVE);
    assertThat(directory.channel(GENERAL)).map(Channel::isPublic).contains(true);
    assertThat(directory.channel(BOARD)).map(Channel::isPublic).contains(false);
    assertThat(directory.members(BOARD)).contains(ANNA, BRUNO);
    assertThat(shared.isShared(PARTNER)).isTrue();
  }

  private Person.Standing standing(String id) {
    return directory.person(new PersonId(FakeSlack.ACME, id)).orElseThrow().standing();
  }

  @Test
  void showsNobodyAPrivateChannelWhoseMembersItCannotKnowAnyMore() {
    var left = new ChannelId(FakeSlack.ACME, "G0LEFT");
    directory.apply(
        List.of(
            new Event.Roster.ChannelChanged(
                new EventId("e1"),
                new Channel(left, "left", Channel.Visibility.PRIVATE, "", "", false),
                NOW.minusSeconds(60)),
            new Event.Roster.MembersListed(
                new EventId("e2"), left, Set.of(ANNA), NOW.minusSeconds(60))));
    answersTheRoster();

    errands.installed(FakeSlack.ACME);
    work();

    assertThat(directory.audienceOf(ANNA).maySee(left)).isFalse();
    assertThat(directory.audienceOf(ANNA).maySee(BOARD)).isTrue();
  }

  @Test
  void looksAgainEveryNightOnceHoweverOftenItWasInstalled() {
    answersTheRoster();
    errands.installed(FakeSlack.ACME);
    work();
    clock.advance(Duration.ofHours(1));
    errands.installed(FakeSlack.ACME);
    work();
    var before = slack.calls(Method.CONVERSATIONS_LIST).size();

    clock.set(Instant.parse("2025-12-02T01:59:59Z"));
    work();
    assertThat(slack.calls(Method.CONVERSATIONS_LIST)).hasSize(before);
    clock.set(Instant.parse("2025-12-02T02:00:00Z"));
    work();
    assertThat(slack.calls(Method.CONVERSATIONS_LIST)).hasSize(before + 1);
  }

  @Test
  void readsAPersonOnceAtTheEndOfABurst() {
    slack.answers(Method.USERS_INFO);

    errands.person(ANNA);
    clock.advance(Duration.ofSeconds(20));
    errands.person(ANNA);
    work();
    assertThat(slack.calls(Method.USERS_INFO)).isEmpty();
    clock.advance(Duration.ofSeconds(40));
    work();

    assertThat(slack.calls(Method.USERS_INFO)).hasSize(1);
    assertThat(directory.person(ANNA)).map(Person::title).contains("Head of backend");
  }

  @Test
  void readsNothingOfADirectMessage() {
    slack.answers(
        Method.CONVERSATIONS_INFO,
        "{\"ok\":true,\"channel\":{\"id\":\"G0TALK\",\"is_mpim\":true,\"is_private\":true}}");

    errands.invited(new ChannelId(FakeSlack.ACME, "G0TALK"));
    work();

    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY)).isEmpty();
    assertThat(slack.calls(Method.CONVERSATIONS_MEMBERS)).isEmpty();
  }

  @Test
  void readsNothingOfAChannelThatOthersShare() {
    slack.answers(
        Method.CONVERSATIONS_INFO,
        FakeSlack.payload("conversations.info")
            .replace("\"is_ext_shared\":false", "\"is_ext_shared\":true"));
    slack.answers(Method.CONVERSATIONS_MEMBERS);

    errands.invited(GENERAL);
    work();

    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY)).isEmpty();
  }

  @Test
  void readsNothingOfAChannelThatIsExcluded() {
    reading = reading(slack.api(clock), Set.of("#general"));
    invitesToGeneral(List.of());
    errands.invited(GENERAL);
    work();
    clock.advance(Duration.ofMinutes(1));
    errands.invited(GENERAL);
    work();

    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY)).hasSizeLessThan(2);
    assertThat(messages()).isEmpty();
  }

  @Test
  void readsAHistoryFromTheNewestBackWithItsThreads() {
    invitesToGeneral(
        List.of(
            FakeSlack.payload("conversations.history"),
            "{\"ok\":true,\"messages\":[{\"type\":\"message\",\"user\":\"U0ANNA\",\"text\":\"first\","
                + "\"ts\":\"1764320400.000100\"}],\"has_more\":false}"));
    slack.answers(Method.CONVERSATIONS_REPLIES);

    errands.invited(GENERAL);
    work();

    assertThat(messages())
        .containsExactlyInAnyOrder(
            "1764493200.000500", "1764493260.000600", "1764406800.000400", "1764320400.000100");
    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .containsEntry("latest", Ts.of(NOW).value())
                    .containsEntry("oldest", Ts.of(NOW.minus(Duration.ofDays(30))).value())
                    .containsEntry("limit", "2"),
            second -> assertThat(second).containsEntry("latest", "1764406800.000400"));
    assertThat(slack.calls(Method.CONVERSATIONS_REPLIES).getFirst())
        .containsEntry("ts", "1764493200.000500");
    assertThat(progress.of(FakeSlack.ACME)).isEmpty();
  }

  private void invitesToGeneral(List<String> history) {
    slack.answers(Method.CONVERSATIONS_INFO);
    slack.answers(Method.CONVERSATIONS_MEMBERS);
    var pages = new ArrayList<>(history);
    pages.add(EMPTY);
    slack.answersInTurn(Method.CONVERSATIONS_HISTORY, pages.toArray(String[]::new));
  }

  private Set<String> messages() {
    var all = new TimeSpan(Instant.EPOCH, NOW.plus(Duration.ofDays(1)));
    return archive.read(GENERAL, all, 1000, Audience.of(GENERAL)).stream()
        .map(filed -> filed.message().id().value())
        .collect(Collectors.toSet());
  }

  /** Pages of two messages, newest first, a minute apart. */
  private static List<String> pages(int pages) {
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

  private static String message(int minutesAgo) {
    return "{\"type\":\"message\",\"user\":\"U0ANNA\",\"text\":\"m"
        + minutesAgo
        + "\",\"ts\":\""
        + ts(minutesAgo)
        + "\"}";
  }

  private static String ts(int minutesAgo) {
    return Ts.of(NOW.minus(Duration.ofMinutes(minutesAgo + 1))).value();
  }

  @Test
  void goesOnOneCallAMinuteAndShowsHowFarItIs() {
    reading = reading(slack.api(clock, new Rate(1, Duration.ofMinutes(1))));
    invitesToGeneral(pages(3));
    errands.invited(GENERAL);

    work();
    assertThat(progress.of(FakeSlack.ACME))
        .containsExactly(new ReadingProgress.Reading(GENERAL, NOW.minus(Duration.ofMinutes(2)), 2));
    clock.advance(Duration.ofSeconds(59));
    work();
    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY)).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    work();
    clock.advance(Duration.ofMinutes(1));
    work();

    assertThat(messages()).hasSize(6);
    assertThat(progress.of(FakeSlack.ACME)).isEmpty();
  }

  @Test
  void waitsAsLongAsSlackWants() {
    invitesToGeneral(pages(1));
    slack.limits(Method.CONVERSATIONS_HISTORY, 90);
    errands.invited(GENERAL);
    work();
    slack.answersInTurn(Method.CONVERSATIONS_HISTORY, pages(1).toArray(String[]::new));

    clock.advance(Duration.ofSeconds(89));
    work();
    assertThat(messages()).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    work();

    assertThat(messages()).hasSize(2);
  }

  @Test
  void goesOnWhereItWasAfterARestart() {
    invitesToGeneral(pages(4));
    errands.invited(GENERAL);
    workOnce();
    hear();
    workOnce();
    workOnce();
    hear();

    reading = reading(slack.api(clock));
    work();

    assertThat(messages()).hasSize(8);
    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY)).hasSize(4);
  }

  @Test
  void doesAStepAgainThatWasDoneAndNotNoted() {
    invitesToGeneral(pages(3));
    errands.invited(GENERAL);
    var random = new Random(42);
    for (int i = 0; i < 100; i++) {
      var leases = queue.lease(SlackReading.TOPIC, 1, LEASE);
      if (leases.isEmpty()) {
        break;
      }
      var outcome = reading.handle(leases);
      if (random.nextInt(3) == 0) {
        // The process dies before it says so: the lease runs out.
        clock.advance(LEASE);
      } else {
        settle(leases, outcome);
      }
      hear();
    }
    work();

    assertThat(messages()).hasSize(6);
    assertThat(progress.of(FakeSlack.ACME)).isEmpty();
  }

  @Test
  void bringsNothingBackThatWasDeletedMeanwhile() {
    invitesToGeneral(pages(2));
    var deleted = new MessageId(GENERAL, ts(2));
    errands.invited(GENERAL);
    archive.apply(
        List.of(new Event.Talk.Deleted(new EventId("slack:Ev1"), deleted, clock.instant())));

    work();

    assertThat(messages()).containsExactlyInAnyOrder(ts(0), ts(1), ts(3));
  }

  @Test
  void waitsWhileMuchIsBeingSaid() {
    invitesToGeneral(pages(1));
    errands.invited(GENERAL);
    workOnce();
    for (int i = 0; i < 20; i++) {
      inbox.hear(
          "lane" + i,
          "key" + i,
          List.of(
              new Event.Talk.Deleted(
                  new EventId("e" + i), new MessageId(GENERAL, "1." + i), clock.instant())));
    }

    while (workOnce()) {}
    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY)).isEmpty();
    hear();
    clock.advance(Duration.ofSeconds(5));
    work();

    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY)).hasSize(1);
  }

  @Test
  void endsQuietlyWhereTheBotWasPutOut() {
    invitesToGeneral(List.of());
    slack.refuses(Method.CONVERSATIONS_HISTORY, "not_in_channel");

    errands.invited(GENERAL);
    work();

    assertThat(progress.of(FakeSlack.ACME)).isEmpty();
    assertThat(queue.buried(SlackReading.TOPIC, 10)).isEmpty();
  }

  @Test
  void readsAgainWhenItIsInvitedAgain() {
    invitesToGeneral(pages(1));
    errands.invited(GENERAL);
    work();
    clock.advance(Duration.ofHours(1));

    errands.invited(GENERAL);
    work();

    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY)).hasSize(2);
  }

  @Test
  void stopsWhereItsTokenWasRevoked() {
    slack.refuses(Method.USERS_LIST, "token_revoked");

    errands.installed(FakeSlack.ACME);
    work();

    assertThat(queue.depth(SlackReading.TOPIC).waiting()).isZero();
    assertThat(queue.buried(SlackReading.TOPIC, 10)).isEmpty();
  }

  @Test
  void leavesToTheAdministratorWhatItMayNotRead() {
    slack.answers(
        Method.USERS_LIST, "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"users:read\"}");

    errands.installed(FakeSlack.ACME);
    work();

    assertThat(queue.buried(SlackReading.TOPIC, 10))
        .singleElement()
        .satisfies(letter -> assertThat(letter.reason()).contains("users:read"));
  }

  @Test
  void isReadByAWorkerOfItsOwn() throws InterruptedException {
    slack.says(Method.USERS_INFO, aResponse().withStatus(503));
    slack.answers(Method.USERS_INFO);
    errands.person(ANNA);
    clock.advance(Duration.ofMinutes(1));
    try (var chores =
        new Chores(SlackReading.TOPIC, 1, queue, reading, clock, new Random(1), _ -> {})) {
      chores.start();
      queue.await("inbox", Duration.ofMinutes(1));
    }

    hear();
    assertThat(directory.person(ANNA)).isPresent();
  }
}
