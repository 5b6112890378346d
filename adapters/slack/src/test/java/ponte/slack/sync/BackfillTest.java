package ponte.slack.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.directory.ChannelRules;
import ponte.directory.Directory;
import ponte.platform.Rate;
import ponte.platform.ReadingProgress;
import ponte.slack.Ts;
import ponte.slack.api.FakeSlack;
import ponte.slack.api.Method;

class BackfillTest extends ReadingSlack {

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
  void asksForNoHistoryOfAChannelInWhichPonteDoesNotHear() {
    directory = new Directory(records, ChannelRules.of(Set.of(), Set.of("gen*")));
    reading = reading(slack.api(clock));
    invitesToGeneral(pages(1));

    errands.invited(GENERAL);
    work();
    clock.advance(Duration.ofMinutes(1));
    errands.invited(GENERAL);
    work();

    assertThat(directory.channels()).extracting(Channel::name).contains("general");
    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY)).isEmpty();
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
    clock.advance(Duration.ofSeconds(2));

    while (workOnce()) {}
    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY)).isEmpty();
    hear();
    clock.advance(Duration.ofSeconds(5));
    work();

    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY)).hasSize(1);
  }

  @Test
  void isNotHeldUpByWhatCannotBeTakenInOfAnotherChannel() {
    for (int i = 0; i < 20; i++) {
      inbox.hear(
          "another",
          "key" + i,
          List.of(
              new Event.Talk.Deleted(
                  new EventId("e" + i), new MessageId(GENERAL, "1." + i), clock.instant())));
    }
    queue.retry(queue.lease("inbox", 1, LEASE).getFirst(), NOW.plus(Duration.ofDays(1)), "refused");
    clock.advance(Duration.ofMinutes(5));
    invitesToGeneral(pages(1));

    errands.invited(GENERAL);
    work();

    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY)).hasSize(1);
  }

  @Test
  void readsNotFarAheadOfWhatIsTakenInOfItsOwnChannel() {
    invitesToGeneral(pages(20));
    errands.invited(GENERAL);

    while (workOnce()) {}
    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY)).hasSize(16);
    hear();
    clock.advance(Duration.ofSeconds(5));
    work();

    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY)).hasSize(20);
    assertThat(messages()).hasSize(40);
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
}
