package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.consent.Preference.Standing;
import ponte.conversation.Person;

class RoutingTest {

  private static final double DAY = 24 * 60;

  private final Workspace acme =
      new Workspace().open("dev", "general").people("ada", "bob", "eve", "kim", "lou");

  @BeforeEach
  void bobAndEveAnsweredAdaAboutKafka() {
    acme.thread("dev", 1, "ada: how do I reset kafka offsets?", "bob: use the kafka console");
    acme.thread("dev", DAY, "ada: kafka is slow", "bob: kafka brokers", "eve: kafka disks");
  }

  @Test
  void asksWhoeverTookPartButTheAsker() {
    assertThat(asked("kim")).containsExactly("bob", "eve", "ada");
    assertThat(asked("bob")).containsExactly("eve", "ada");
  }

  @Test
  void asksNobodyWhoIsNotToBeDisturbed() {
    var tomorrow = LocalDate.ofInstant(acme.clock.instant(), ZoneOffset.UTC).plusDays(1);
    acme.preferences.change(Chat.person("bob"), preference -> preference.pausing(tomorrow));

    assertThat(asked("kim")).containsExactly("eve", "ada");
  }

  @Test
  void asksNobodyWhoIsOutOrHidesTheTopicOrLeft() {
    acme.preferences.change(Chat.person("bob"), preference -> preference.with(Standing.OUT));
    acme.preferences.change(Chat.person("eve"), preference -> preference.hiding("kafka"));
    acme.person("ada", Person.Standing.LEFT, null);

    assertThat(asked("kim")).isEmpty();
  }

  @Test
  void asksNobodyWhomTheAskerCalledNotRight() {
    acme.objections.add(Chat.person("kim"), Chat.person("bob"), "kafka");

    assertThat(asked("kim")).containsExactly("eve", "ada");
    assertThat(asked("lou")).containsExactly("bob", "eve", "ada");
  }

  private List<String> asked(String asker) {
    return acme.experts.routing("why is kafka slow?", acme.asker(asker)).stream()
        .map(ranked -> ranked.person().value())
        .toList();
  }
}
