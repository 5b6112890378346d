package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.bot.Asker;
import ponte.consent.Preference.Standing;
import ponte.conversation.Away;
import ponte.conversation.Person;

class RoutingTest {

  private static final double HOUR = 60;
  private static final double DAY = 24 * HOUR;

  /** The workspace's today: its clock stands at this minute. */
  private static final double TODAY = 100 * DAY;

  private final Workspace acme =
      new Workspace().open("dev", "general").people("ada", "bob", "eve", "kim", "lou");

  @Test
  void asksWhoeverTookPartButTheAsker() {
    bobAndEveAnsweredAdaAboutKafka();

    assertThat(asked("kim")).containsExactly("bob", "eve", "ada");
    assertThat(asked("bob")).containsExactly("eve", "ada");
  }

  @Test
  void asksNobodyWhoIsNotToBeDisturbed() {
    bobAndEveAnsweredAdaAboutKafka();
    var tomorrow = LocalDate.ofInstant(acme.clock.instant(), ZoneOffset.UTC).plusDays(1);
    acme.preferences.change(Chat.person("bob"), preference -> preference.pausing(tomorrow));

    assertThat(asked("kim")).containsExactly("eve", "ada");
  }

  @Test
  void asksNobodyWhoIsAway() {
    bobAndEveAnsweredAdaAboutKafka();
    acme.away("bob", Away.until(acme.clock.instant().plusSeconds(60)));

    assertThat(asked("kim")).containsExactly("eve", "ada");

    acme.clock.advance(Duration.ofSeconds(60));
    assertThat(asked("kim")).containsExactly("bob", "eve", "ada");
  }

  @Test
  void asksNobodyWhoIsOutOrHidesTheTopicOrLeft() {
    bobAndEveAnsweredAdaAboutKafka();
    acme.preferences.change(Chat.person("bob"), preference -> preference.with(Standing.OUT));
    acme.preferences.change(Chat.person("eve"), preference -> preference.hiding("kafka"));
    acme.person("ada", Person.Standing.LEFT, null);

    assertThat(asked("kim")).isEmpty();
  }

  @Test
  void asksNobodyWhomTheAskerCalledNotRight() {
    bobAndEveAnsweredAdaAboutKafka();
    acme.opinions.notRight(Chat.person("kim"), Chat.person("bob"), "kafka", null);

    assertThat(asked("kim")).containsExactly("eve", "ada");
    assertThat(asked("lou")).containsExactly("bob", "eve", "ada");
  }

  @Test
  void asksOfTwoWhoKnowTheOneWhoIsThere() {
    acme.thread("dev", TODAY - 9 * DAY, "ada: kafka?", "eve: kafka disks", "bob: kafka disks");
    assertThat(asked("kim")).startsWith("bob", "eve");

    acme.thread("dev", TODAY - 2 * DAY, "ada: lunch?", "eve: at noon");

    assertThat(asked("kim")).startsWith("eve", "bob");
  }

  @Test
  void asksOfTwoWhoAreThereTheOneWhoKnows() {
    acme.thread("dev", TODAY - 5 * DAY, "ada: kafka?", "bob: kafka disks");
    acme.thread("dev", TODAY - 5 * DAY + 1, "ada: lunch?", "eve: at noon");

    assertThat(asked("kim")).startsWith("bob");
  }

  @Test
  void asksWhoTellsBeforeWhoOnlyAsks() {
    for (var day = 2; day < 5; day++) {
      acme.thread(
          "dev", TODAY - day * DAY, "lou: kafka moves", "bob: kafka where?", "eve: kafka to B");
    }

    assertThat(asked("kim")).startsWith("eve");
    assertThat(asked("kim").indexOf("lou")).isLessThan(asked("kim").indexOf("bob"));
  }

  @Test
  void asksWhoeverAnswersInTheChannelWhereNobodySpokeOfIt() {
    acme.thread("dev", TODAY - 2 * DAY, "ada: lunch?", "eve: at noon");
    acme.thread("general", TODAY - DAY, "ada: dinner?", "bob: at eight");

    var inDev = acme.asker("kim").in(Chat.in("dev").channel());
    assertThat(asked(inDev)).startsWith("eve");
  }

  @Test
  void asksFirstWhoAnswersAtThisTimeOfTheDay() {
    acme.thread("dev", TODAY - 30 * DAY, "ada: kafka?", "eve: kafka disks");
    acme.thread("dev", TODAY - 30 * DAY + 10 * HOUR, "ada: kafka?", "bob: kafka disks");

    assertThat(asked("kim")).startsWith("eve");
    acme.clock.advance(Duration.ofHours(11));
    assertThat(asked("kim")).startsWith("bob");
  }

  @Test
  void looksAtAnArchiveOfLongAgoAsIfItHadJustEnded() {
    bobAndEveAnsweredAdaAboutKafka();
    acme.clock.advance(Duration.ofDays(20 * 365));

    assertThat(asked("kim")).containsExactly("bob", "eve", "ada");
  }

  @Test
  void asksFirstWhoWasNotAskedLatelyOfNearEquals() {
    acme.thread("dev", TODAY - 2 * DAY, "ada: kafka?", "eve: kafka disks", "bob: kafka disks");
    assertThat(asked("kim")).startsWith("bob");

    acme.requests.note(Chat.person("bob"), Chat.person("lou"), acme.clock.instant());

    assertThat(asked("kim")).startsWith("eve");
  }

  private void bobAndEveAnsweredAdaAboutKafka() {
    acme.thread("dev", 1, "ada: how do I reset kafka offsets?", "bob: use the kafka console");
    acme.thread("dev", DAY, "ada: is kafka slow?", "bob: kafka brokers", "eve: kafka disks");
  }

  private List<String> asked(String asker) {
    return asked(acme.asker(asker));
  }

  private List<String> asked(Asker asker) {
    return acme.experts.routing("why is kafka slow?", asker).stream()
        .map(ranked -> ranked.person().value())
        .toList();
  }
}
