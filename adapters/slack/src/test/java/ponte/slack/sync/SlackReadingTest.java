package ponte.slack.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.bot.Chores;
import ponte.bot.Workplaces;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.nlp.Language;
import ponte.slack.api.FakeSlack;
import ponte.slack.api.Method;

class SlackReadingTest extends ReadingSlack {

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
    slack.answers(Method.USERS_INFO);
    errands.person(ANNA);
    clock.advance(Duration.ofMinutes(1));
    try (var chores = new Chores(SlackReading.TOPIC, 1, reading, Workplaces.at(queue, clock))) {
      chores.start();
      queue.await("inbox", Duration.ofMinutes(1));
    }

    hear();
    assertThat(directory.person(ANNA)).isPresent();
  }
}
