package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.consent.Redaction;
import ponte.conversation.Event.Place;
import ponte.conversation.Event.Request.Pressed;
import ponte.conversation.EventId;
import ponte.expert.Workspace;
import ponte.store.Codec;
import ponte.store.InMemoryQueue;

/** Nothing that the bot says repeats a secret, whichever feature wrote it. */
class SecretsStayInsideTest {

  private static final String KEY = "AKIAEXAMPLE7FALDADEMO";
  private static final Command DIGEST =
      new Command.Digest(
          "dev", new Command.Period.Dates(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 7)));

  private final Workspace acme = new Workspace().open("dev").people("ada", "bob", "eve", "kim");
  private final Bot bot = acme.ponte(new InMemoryQueue(acme.clock)).bot();

  @BeforeEach
  void bobTellsAKey() {
    for (var day = 0; day < 3; day++) {
      acme.thread(
          "dev",
          1 + day * 24 * 60,
          "ada: Does anyone know how to open the kafka bucket with an access key?",
          "bob: You open the kafka bucket with the access key " + KEY + " from the tutorial.",
          "eve: The kafka bucket has a second access key too, ask the infrastructure team.",
          "ada: Thank you, the kafka bucket works now");
    }
  }

  @Test
  void repeatsNoKeyInADigest() {
    var answer = bot.reply(acme.asker("kim"), DIGEST, "1");

    assertThat(answer.reply().toString())
        .contains("kafka bucket with the access key " + Redaction.MARK)
        .doesNotContainIgnoringCase(KEY);
    assertThat(answer.found()).isTrue();
  }

  @Test
  void repeatsNoKeyAsEvidenceOfWhatSomebodyKnows() {
    var answer = bot.reply(acme.asker("kim"), "who knows about kafka bucket?", "1");

    assertThat(answer.found()).isTrue();
    assertThat(answer.reply().toString())
        .contains("bob")
        .contains(Redaction.MARK)
        .doesNotContainIgnoringCase(KEY);
  }

  @Test
  void tellsAColleagueNoKeyThatTheAskerTyped() {
    var team = new Team("2026-03-23T09:00:00Z");
    team.acme.thread("dev", 1, "ada: kafka key?", "bob: the kafka key is in the console");
    team.acme.thread("dev", 900, "ada: lost kafka key?", "bob: a kafka key comes back");

    team.presses("ada", new Command.Introduce(Team.person("bob"), "is " + KEY + " the kafka key?"));

    assertThat(Team.words(team.together("ada", "bob").getFirst().reply()))
        .contains("is ••• the kafka key?")
        .doesNotContain(KEY);
  }

  @Test
  void sendsOutNoKey() {
    var pressed =
        new Pressed(
            new EventId("1"),
            Chat.person("kim"),
            Place.DIRECT,
            Codec.write(DIGEST),
            acme.clock.instant());

    assertThat(bot.answer(pressed).toString())
        .contains(Redaction.MARK)
        .doesNotContainIgnoringCase(KEY);
  }
}
