package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.bot.DeadLetters.About;
import ponte.bot.DeadLetters.Kind;
import ponte.bot.DeadLetters.Letter;
import ponte.bot.DeadLetters.Pile;
import ponte.bot.DeadLetters.Subject;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.schedule.Due;
import ponte.schedule.Schedules;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.InMemoryQueue;

class DeadLettersTest {

  private static final WorkspaceId ACME = new WorkspaceId("T1");
  private static final ChannelId DEV = new ChannelId(ACME, "C1");
  private static final PersonId ADA = new PersonId(ACME, "U1");
  private static final String SECRET = "Bruno earns too much";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final InMemoryQueue queue = new InMemoryQueue(clock);
  private final Inbox inbox = new Inbox(queue, clock);
  private final DeadLetters letters = new DeadLetters(queue, List.of("errands"));

  @Test
  void tellsWhereSomethingWasGivenUp() {
    inbox.ask(asked("Ev1"));
    inbox.ask(asked("Ev2"));
    assertThat(letters.piles()).isEmpty();

    bury(Inbox.ASKED, "Ev1", "broken");

    assertThat(letters.piles()).containsExactly(new Pile("requests", Kind.ASKED, 1));
  }

  @Test
  void tellsWhatWasHeardWithoutItsWords() {
    inbox.hear("T1/C1", "Ev1", List.of(posted("Ev1")));

    bury(Inbox.HEARD, "Ev1", "index broken");

    assertThat(only(Inbox.HEARD))
        .isEqualTo(
            new Letter(
                "inbox",
                "Ev1",
                Kind.HEARD,
                ACME,
                List.of(
                    new About(Subject.CHANNEL, "T1/C1"),
                    new About(Subject.MESSAGE, "T1/C1/1.0"),
                    new About(Subject.EVENT, "Ev1")),
                1,
                "index broken",
                clock.instant()));
  }

  @Test
  void tellsWhoAskedAndWhere() {
    inbox.ask(asked("Ev1"));

    bury(Inbox.ASKED, "Ev1", "broken");

    assertThat(only(Inbox.ASKED).about())
        .containsExactly(
            new About(Subject.PERSON, "T1/U1"),
            new About(Subject.CHANNEL, "T1/C1"),
            new About(Subject.EVENT, "Ev1"));
  }

  @Test
  void tellsWhomAReplyDidNotReach() {
    var outbox = new Outbox(queue, clock);
    var reply = new Reply(Language.ENGLISH, List.of(new Block.Paragraph(RichText.plain(SECRET))));
    outbox.send(List.of(new Outgoing("a", new Destination.InChannel(DEV), reply)));
    outbox.send(List.of(new Outgoing("b", new Destination.Together(Set.of(ADA)), reply)));

    bury(Outbox.TOPIC, "a", "channel_not_found");
    bury(Outbox.TOPIC, "b", "not_in_channel");

    assertThat(letters.of(Outbox.TOPIC, 9))
        .extracting(Letter::about)
        .containsExactly(
            List.of(new About(Subject.CHANNEL, "T1/C1")),
            List.of(new About(Subject.PERSON, "T1/U1")));
  }

  @Test
  void showsTheOthersBesideOneThatLacksAPart() {
    for (var payload : List.of("{}", "null", "[]", "{\"events\":[null]}", "not JSON")) {
      queue.add(List.of(new Entry(Inbox.ASKED, "", payload, payload, clock.instant())));
      bury(Inbox.ASKED, payload, "broken");
    }
    inbox.ask(asked("Ev1"));
    bury(Inbox.ASKED, "Ev1", "broken");

    var shown = letters.of(Inbox.ASKED, 9);

    assertThat(shown).hasSize(6);
    assertThat(shown.subList(0, 5))
        .allSatisfy(
            letter -> {
              assertThat(letter.workspace()).isNull();
              assertThat(letter.about()).isEmpty();
            });
    assertThat(shown.getLast().workspace()).isEqualTo(ACME);
  }

  @Test
  void tellsWhatWasPlanned() {
    var due = new Due(DEV, "schedule", clock.instant());
    queue.add(List.of(new Entry(Schedules.DUE, "", "due", Codec.write(due), clock.instant())));

    bury(Schedules.DUE, "due", "broken");

    assertThat(only(Schedules.DUE).about())
        .containsExactly(
            new About(Subject.CHANNEL, "T1/C1"), new About(Subject.MOMENT, "2026-03-02T09:00:00Z"));
  }

  @Test
  void tellsEvenWhatCannotBeRead() {
    queue.add(List.of(new Entry(Inbox.HEARD, "", "Ev1", "{\"" + SECRET, clock.instant())));
    queue.add(List.of(new Entry("errands", "", "look", "{}", clock.instant())));

    bury(Inbox.HEARD, "Ev1", "IllegalArgumentException: no stored Envelope");
    bury("errands", "look", "missing_scope");

    assertThat(only(Inbox.HEARD).about()).isEmpty();
    assertThat(only(Inbox.HEARD).reason()).contains("no stored Envelope");
    assertThat(only("errands").kind()).isEqualTo(Kind.ERRAND);
  }

  @Test
  void quotesNobodyInAReason() {
    inbox.ask(asked("Ev1"));

    bury(
        Inbox.ASKED,
        "Ev1",
        "IllegalStateException: can't read '"
            + SECRET
            + "'\n or \""
            + SECRET
            + "\" "
            + "x ".repeat(999));

    assertThat(only(Inbox.ASKED).reason())
        .startsWith("IllegalStateException: can't read “…” or “…” x x")
        .doesNotContain("Bruno")
        .hasSizeLessThan(400);
  }

  @Test
  void replaysOneOrAll() {
    for (var i = 0; i < 3; i++) {
      inbox.ask(asked("Ev" + i));
      bury(Inbox.ASKED, "Ev" + i, "broken");
    }

    assertThat(letters.replay(Inbox.ASKED, "Ev1")).isTrue();
    assertThat(letters.replay(Inbox.ASKED, "Ev1")).isFalse();
    assertThat(letters.replayAll(Inbox.ASKED)).isEqualTo(2);

    assertThat(letters.piles()).isEmpty();
    assertThat(queue.lease(Inbox.ASKED, 9, MINUTE))
        .extracting(lease -> lease.entry().key() + " " + lease.attempt())
        .containsExactly("Ev1 1", "Ev0 1", "Ev2 1");
  }

  @Test
  void discardsOneOrAll() {
    for (var i = 0; i < 3; i++) {
      inbox.ask(asked("Ev" + i));
      bury(Inbox.ASKED, "Ev" + i, "broken");
    }

    assertThat(letters.discard(Inbox.ASKED, "Ev1")).isTrue();
    assertThat(letters.discardAll(Inbox.ASKED)).isEqualTo(2);

    assertThat(letters.piles()).isEmpty();
    assertThat(queue.lease(Inbox.ASKED, 9, MINUTE)).isEmpty();
  }

  @Test
  void discardsThoseOfAWorkspaceAlone() {
    inbox.ask(asked("Ev1"));
    bury(Inbox.ASKED, "Ev1", "broken");
    queue.add(List.of(new Entry(Inbox.ASKED, "", "unreadable", "{", clock.instant())));
    bury(Inbox.ASKED, "unreadable", "broken");

    letters.discard(new WorkspaceId("T2"));
    assertThat(letters.of(Inbox.ASKED, 9)).hasSize(2);
    letters.discard(ACME);

    assertThat(only(Inbox.ASKED).key()).isEqualTo("unreadable");
  }

  @Test
  void replaysAPileOfAnySizeOnce() {
    var entries =
        IntStream.range(0, 1_200)
            .mapToObj(i -> new Entry("errands", "", "e" + i, "", clock.instant()))
            .toList();
    queue.add(entries);
    queue.lease("errands", 1_200, MINUTE).forEach(lease -> queue.bury(lease, "broken"));

    assertThat(letters.replayAll("errands")).isEqualTo(1_200);

    assertThat(queue.depth("errands").waiting()).isEqualTo(1_200);
  }

  private void bury(String topic, String key, String reason) {
    queue.bury(queue.lease(topic, key, MINUTE).orElseThrow(), reason);
  }

  private Letter only(String topic) {
    return letters.of(topic, 9).getFirst();
  }

  private Event.Request asked(String id) {
    return new Event.Request.Asked(
        new EventId(id), ADA, new Event.Place(DEV, null, null), SECRET, clock.instant());
  }

  private Event.Talk posted(String id) {
    var message = new MessageId(DEV, "1.0");
    return new Event.Talk.Posted(
        new EventId(id),
        new Message(
            message,
            ADA,
            Message.Kind.TALK,
            clock.instant(),
            null,
            RichText.plain(SECRET),
            List.of(),
            List.of(),
            clock.instant()));
  }
}
