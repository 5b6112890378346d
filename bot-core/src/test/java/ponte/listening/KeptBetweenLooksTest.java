package ponte.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Archive;
import ponte.archive.ArchiveUnavailableException;
import ponte.archive.Chat;
import ponte.consent.Preference.Standing;
import ponte.conversation.Audience;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.conversation.TimeSpan;

/** What was read is kept between two looks, and tells what a first look would tell. */
class KeptBetweenLooksTest {

  private static final List<String> PEOPLE = List.of("ada", "ben", "cleo", "dan", "eve", "finn");

  private final Village village = new Village();
  private final AtomicInteger messages = new AtomicInteger();
  private Runnable meanwhile = () -> {};
  private final Ears ears = village.ears(counted(), ListeningRules.DEFAULT.reach());

  private Archive counted() {
    return (Archive)
        Proxy.newProxyInstance(
            Archive.class.getClassLoader(),
            new Class<?>[] {Archive.class},
            (_, method, arguments) -> {
              try {
                var answer = method.invoke(village.archive, arguments);
                if (Set.of("read", "before").contains(method.getName())) {
                  messages.addAndGet(((List<?>) answer).size());
                  var once = meanwhile;
                  meanwhile = () -> {};
                  once.run();
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private int messagesOf(Runnable look) {
    messages.set(0);
    look.run();
    return messages.get();
  }

  @BeforeEach
  void peopleTalkAndAsk() {
    village.withEverydayTalk();
    for (int i = 0; i < PEOPLE.size(); i++) {
      for (int week = 0; week < 3; week++) {
        var chat = week == 1 ? village.dev : village.ops;
        village.says(
            chat, 7 * week + i, PEOPLE.get(i), "We moved the Pulsar cluster to the new racks.");
      }
    }
    for (var person : PEOPLE.subList(0, 3)) {
      village.says(village.ops, 16, person, "The Pulsar cluster is in the new racks now.");
    }
    for (int i = 0; i < PEOPLE.size(); i++) {
      var place = i % 2 == 0 ? village.dev : village.ops;
      asks(place, 1 + 4 * i, PEOPLE.get(i), "How do I renew the VPN certificate on my laptop?");
      asks(village.board, 1 + 4 * i, PEOPLE.get(i), "When is the merger with Initech announced?");
      asks(place, 2 + 4 * i, PEOPLE.get(i), "Is the coffee machine in the kitchen broken again?");
    }
    for (int day = 1; day < 20; day++) {
      asks(village.ops, day, "ada", "Where is the room for the meeting number " + day + "?");
    }
  }

  private Message asks(Chat chat, int day, String person, String question) {
    var message = village.says(chat, day, person, question);
    village.replies(chat, message, 3, person.equals("ben") ? "cleo" : "ben", "In the portal.");
    return message;
  }

  private void happens(Talk event) {
    village.archive.apply(List.of(event));
    ears.heard(List.of(event));
  }

  private Audience withBoard() {
    return new Audience(
        Set.of(village.dev.channel(), village.ops.channel(), village.board.channel()));
  }

  private record Heard(List<RecurringQuestion> questions, List<Risk> risks, Ears.Heard trends) {}

  private static Heard heard(Ears ears, Audience audience) {
    return new Heard(
        ears.recurring().over(audience, Village.SPAN, List.of()),
        ears.risks().over(audience, Village.SPAN, List.of()),
        ears.heard(audience, Village.SPAN, List.of()));
  }

  private void saysWhatAFirstLookSays() {
    for (var audience : List.of(village.everybody(), withBoard())) {
      assertThat(heard(ears, audience)).isEqualTo(heard(village.ears(), audience));
    }
  }

  @Test
  void asksForNoMessagesOfChannelsInWhichNothingHappened() {
    var first = heard(ears, withBoard());

    assertThat(first.questions()).isNotEmpty();
    assertThat(first.risks()).isNotEmpty();
    assertThat(first.trends().trends()).isNotEmpty();
    assertThat(messagesOf(() -> assertThat(heard(ears, withBoard())).isEqualTo(first))).isZero();
    assertThat(messagesOf(() -> heard(ears, village.everybody()))).isZero();
  }

  @Test
  void tellsNothingOfAChannelToWhomItIsClosed() {
    assertThat(heard(ears, withBoard()).questions().toString()).contains("merger");

    assertThat(heard(ears, village.everybody()).toString()).doesNotContain("merger", "Initech");
    saysWhatAFirstLookSays();
  }

  @Test
  void hearsWhatIsAskedLaterAlsoWhereAnotherReplicaHeardIt() {
    heard(ears, withBoard());

    village.says(village.dev, 27, "dan", "How do I renew the VPN certificate on my telephone?");

    saysWhatAFirstLookSays();
    assertThat(heard(ears, village.everybody()).questions())
        .anyMatch(each -> each.times() == PEOPLE.size() + 1);
  }

  @Test
  void hearsWhatIsEdited() {
    var question = asks(village.dev, 25, "dan", "How do I renew the VPN certificate of a server?");
    saysWhatAFirstLookSays();

    happens(Chat.edited(question, 24 * 60 * 26, "I wonder."));

    saysWhatAFirstLookSays();
  }

  @Test
  void readsNoMoreThanWhatWasSaidSinceThen() {
    heard(ears, withBoard());
    var question = village.says(village.dev, 27, "dan", "How do I renew the VPN certificate here?");
    village.replies(village.dev, question, 2, "eve", "The Pulsar cluster has none.");
    village.says(village.ops, 27, "dan", "Il pranzo è pronto, chi viene con noi?");

    // What was asked and what was said are kept each by itself.
    assertThat(messagesOf(() -> heard(ears, withBoard()))).isEqualTo(2 * 3);
    saysWhatAFirstLookSays();
  }

  @Test
  void hearsLateAnswersToWhatWasAskedBefore() {
    var question = village.says(village.dev, 25, "dan", "How do I renew the VPN certificate here?");
    heard(ears, withBoard());

    village.replies(village.dev, question, 60, "eve", "In the portal.");

    saysWhatAFirstLookSays();
  }

  @Test
  void hearsWhatComesLateBetweenWhatWasSaid() {
    heard(ears, withBoard());

    village.says(village.dev, 6, "dan", "How do I renew the VPN certificate on my telephone?");

    saysWhatAFirstLookSays();
  }

  @Test
  void hearsWhatIsSaidWhileItReadsOnce() {
    meanwhile =
        () -> village.says(village.dev, 27, "dan", "How do I renew the VPN certificate here?");

    heard(ears, village.everybody());

    saysWhatAFirstLookSays();
  }

  @Test
  void hearsOfAnEditThatAnotherReplicaHeard() {
    var question = asks(village.dev, 25, "dan", "How do I renew the VPN certificate of a server?");
    var other = village.ears();
    heard(ears, village.everybody());

    var edited = List.<Talk>of(Chat.edited(question, 24 * 60 * 26, "I wonder."));
    village.archive.apply(edited);
    other.heard(edited);

    saysWhatAFirstLookSays();
  }

  @Test
  void forgetsWhatIsTakenBackAtOnce() {
    var question = asks(village.dev, 25, "dan", "How do I renew the VPN certificate of a server?");
    saysWhatAFirstLookSays();

    happens(Chat.deleted(question.id(), 24 * 60 * 26));

    assertThat(ears.atHand()).doesNotContain(village.dev.channel());
    saysWhatAFirstLookSays();
  }

  @Test
  void hearsNoMoreOfWhoIsForgottenAndKeepsNothing() {
    var desk = village.desk();
    heard(desk.ears(), withBoard());
    heard(ears, withBoard());

    village.archive.forget(Chat.person("dan"), village.clock.instant());
    desk.forget(Chat.person("dan"));

    assertThat(desk.ears().atHand()).isEmpty();
    assertThat(heard(desk.ears(), withBoard())).isEqualTo(heard(village.ears(), withBoard()));
    saysWhatAFirstLookSays();
  }

  @Test
  void hearsNoMoreOfWhoOptedOut() {
    saysWhatAFirstLookSays();

    village.preferences.change(Chat.person("dan"), each -> each.with(Standing.OUT));

    saysWhatAFirstLookSays();
  }

  @Test
  void hearsNoMoreOfWhatIsNoLongerKept() {
    saysWhatAFirstLookSays();

    village.archive.forget(village.ops.channel(), Chat.START.plus(Duration.ofDays(12)), 1_000);

    saysWhatAFirstLookSays();
  }

  @Test
  void keepsToPortionsWhoeverLookedBefore() {
    var reach = new ListeningRules.Reach(Village.WEEKS, Village.WEEKS, 40, 50);
    var small = village.ears(village.archive, reach);
    var audiences =
        List.of(withBoard(), village.everybody(), new Audience(Set.of(village.ops.channel())));

    for (var audience : audiences) {
      assertThat(heard(small, audience))
          .isEqualTo(heard(village.ears(village.archive, reach), audience));
    }
    for (var audience : audiences.reversed()) {
      assertThat(heard(small, audience))
          .isEqualTo(heard(village.ears(village.archive, reach), audience));
    }
  }

  @Test
  void keepsNoMoreThanTwoLooksRead() {
    var reach = new ListeningRules.Reach(Village.WEEKS, Village.WEEKS, 40, 20);
    var small = village.ears(village.archive, reach);

    for (var chat : List.of(village.ops, village.dev, village.board)) {
      heard(small, new Audience(Set.of(chat.channel())));
    }

    assertThat(small.atHand()).hasSizeLessThan(3).contains(village.board.channel());
  }

  @Test
  void keepsNothingOfWhatIsToBeForgottenWhileItReads() {
    meanwhile = ears::forgetAll;

    ears.recurring().over(new Audience(Set.of(village.dev.channel())), Village.SPAN, List.of());

    assertThat(ears.atHand()).isEmpty();
  }

  @Test
  void isReadyOnceItIsPrepared() {
    ears.prepare();

    assertThat(messagesOf(() -> heard(ears, withBoard()))).isZero();
    assertThat(ears.atHand())
        .containsExactlyInAnyOrder(
            village.dev.channel(), village.ops.channel(), village.board.channel());
    saysWhatAFirstLookSays();
  }

  @Test
  void isReadyForOtherSpansOnceItIsPrepared() {
    ears.prepare();

    var last = TimeSpan.before(Village.SPAN.until(), Duration.ofDays(9));
    var longer = TimeSpan.before(Village.SPAN.until(), Duration.ofDays(41));
    var past = TimeSpan.before(Village.SPAN.until().minus(Duration.ofDays(5)), Duration.ofDays(14));
    var found = new ArrayList<Ears.Heard>();
    for (var span : List.of(last, longer, past)) {
      messages.set(0);
      found.add(ears.heard(withBoard(), span, List.of()));
      assertThat(messages.get()).isZero();
      assertThat(found.getLast()).isEqualTo(village.ears().heard(withBoard(), span, List.of()));
    }
    assertThat(found).anyMatch(each -> !each.trends().isEmpty());
  }

  @Test
  void addsWhatIsSaidLaterToWhatALookAtThePastKnows() {
    var past = TimeSpan.before(Village.SPAN.until().minus(Duration.ofDays(5)), Duration.ofDays(14));
    ears.prepare();
    village.says(village.dev, 27, "dan", "The Pulsar cluster is slow.");

    assertThat(messagesOf(() -> ears.heard(withBoard(), past, List.of()))).isEqualTo(1);
    assertThat(ears.heard(withBoard(), past, List.of()))
        .isEqualTo(village.ears().heard(withBoard(), past, List.of()));
    saysWhatAFirstLookSays();
  }

  @Test
  void readsNoLessThanItKnewWhereALookNeedsMore() {
    var reach = new ListeningRules.Reach(Village.WEEKS, Village.WEEKS, 1_000, 150);
    var small = village.ears(counted(), reach);
    var half = TimeSpan.before(Village.SPAN.until(), Duration.ofDays(41));
    small.heard(withBoard(), half, List.of());
    small.heard(new Audience(Set.of(village.dev.channel())), Village.SPAN, List.of());

    assertThat(messagesOf(() -> small.heard(withBoard(), half, List.of()))).isZero();
  }

  @Test
  void readsNoMorePrivateChannelsBeforehandThanThereIsRoomFor() {
    var reach = new ListeningRules.Reach(Village.WEEKS, Village.WEEKS, 500, 150);
    var small = village.ears(village.archive, reach);

    small.prepare();

    assertThat(small.atHand())
        .containsExactlyInAnyOrder(village.dev.channel(), village.ops.channel());
  }

  @Test
  void isPreparedAgainWhenItLetGoOfWhatWasForgotten() {
    ears.prepare();
    village.archive.forget(Chat.person("dan"), village.clock.instant());

    ears.forgetAll();

    assertThat(messagesOf(() -> heard(ears, village.everybody()))).isZero();
    saysWhatAFirstLookSays();
  }

  @Test
  void readsNothingBesideWhereNobodyPreparedIt() {
    heard(ears, village.everybody());

    assertThat(messagesOf(ears::forgetAll)).isZero();
  }

  @Test
  void isPreparedOnceMoreForWhatWasLetGoWhileItWasRead() {
    meanwhile = ears::forgetAll;

    ears.prepare();

    assertThat(messagesOf(() -> heard(ears, village.everybody()))).isZero();
  }

  @Test
  void stopsReadingBetweenChannels() {
    var works = new ArrayList<Runnable>();
    var slow = village.ears(counted(), ListeningRules.DEFAULT.reach(), works::add);
    meanwhile = slow::stop;
    slow.prepare();

    works.getFirst().run();
    slow.prepare();

    assertThat(slow.atHand()).hasSize(1);
    assertThat(works).hasSize(1);
  }

  @Test
  void readsOnWhereItCouldNotBePrepared() {
    meanwhile =
        () -> {
          throw new ArchiveUnavailableException("gone", new IOException("gone"));
        };

    ears.prepare();

    saysWhatAFirstLookSays();
  }
}
