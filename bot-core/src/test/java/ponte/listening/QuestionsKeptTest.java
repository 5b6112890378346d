package ponte.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Archive;
import ponte.archive.Chat;
import ponte.consent.Preference.Standing;
import ponte.conversation.Audience;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.conversation.TimeSpan;

/** What was asked is kept between two looks, and tells what a first look would tell. */
class QuestionsKeptTest {

  private static final List<String> PEOPLE = List.of("ada", "ben", "cleo", "dan", "eve", "finn");

  private final Village village = new Village();
  private final Map<String, Integer> calls = new ConcurrentHashMap<>();
  private final Ears ears = village.ears(counted(), ListeningRules.DEFAULT.reach());

  private Archive counted() {
    return (Archive)
        Proxy.newProxyInstance(
            Archive.class.getClassLoader(),
            new Class<?>[] {Archive.class},
            (_, method, arguments) -> {
              calls.merge(method.getName(), 1, Integer::sum);
              try {
                return method.invoke(village.archive, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private int readings() {
    return calls.getOrDefault("before", 0) + calls.getOrDefault("read", 0);
  }

  @BeforeEach
  void peopleAsk() {
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

  private record Heard(List<RecurringQuestion> questions, List<Risk> risks) {}

  private static Heard heard(Ears ears, Audience audience) {
    return new Heard(
        ears.recurring().over(audience, Village.SPAN, List.of()),
        ears.risks().over(audience, Village.SPAN, List.of()));
  }

  private void saysWhatAFirstLookSays() {
    for (var audience : List.of(village.everybody(), withBoard())) {
      assertThat(heard(ears, audience)).isEqualTo(heard(village.ears(), audience));
    }
  }

  @Test
  void asksForNoMessagesOfChannelsInWhichNothingHappened() {
    var first = heard(ears, withBoard());
    int before = readings();

    var second = heard(ears, withBoard());
    heard(ears, village.everybody());

    assertThat(first.questions()).isNotEmpty();
    assertThat(first.risks()).isNotEmpty();
    assertThat(second).isEqualTo(first);
    assertThat(readings()).isEqualTo(before);
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

    village.says(village.dev, 26, "dan", "How do I renew the VPN certificate on my telephone?");

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
  void hearsOfAnEditThatAnotherReplicaHeardAfterAWhile() {
    var question = asks(village.dev, 25, "dan", "How do I renew the VPN certificate of a server?");
    heard(ears, village.everybody());
    village.archive.apply(List.of(Chat.edited(question, 24 * 60 * 26, "I wonder.")));
    var later =
        new TimeSpan(Village.SPAN.from(), Village.SPAN.until().plus(Duration.ofMinutes(61)));

    assertThat(ears.recurring().over(village.everybody(), later, List.of()))
        .isEqualTo(village.ears().recurring().over(village.everybody(), later, List.of()));
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
}
