package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Grammar;
import ponte.consent.Redaction;
import ponte.conversation.Event.Place;
import ponte.conversation.Event.Request.Pressed;
import ponte.conversation.EventId;
import ponte.digest.DigestRules;
import ponte.digest.Digests;
import ponte.expert.ExpertAnswers;
import ponte.expert.ExpertRules;
import ponte.expert.Workspace;
import ponte.guide.Examples;
import ponte.guide.Guide;
import ponte.introduction.ChannelLanguage;
import ponte.introduction.Introductions;
import ponte.introduction.Ledger;
import ponte.introduction.RoomQuestions;
import ponte.store.Codec;

/** Nothing that the bot says repeats a secret, whichever feature wrote it. */
class SecretsStayInsideTest {

  private static final String KEY = "AKIAEXAMPLE7FALDADEMO";
  private static final Command DIGEST =
      new Command.Digest(
          "dev", new Command.Period.Dates(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 7)));

  private final Workspace acme = new Workspace().open("dev").people("ada", "bob", "eve", "kim");
  private final Bot bot = bot();

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
    var introduce = new Command.Introduce(Chat.person("bob"), "is " + KEY + " the kafka key?");

    var answer = bot.reply(acme.asker("kim"), introduce, "1");

    assertThat(answer.others()).hasSize(1);
    assertThat(answer.others().getFirst().reply().toString())
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

  private Bot bot() {
    var nlp = Workspace.NLP;
    var guide = new Guide(new Examples(acme.archive, acme.directory, acme.experts, nlp));
    var ledger = new Ledger(acme.records, acme.clock);
    var languages = new ChannelLanguage(acme.archive, nlp, acme.clock);
    return new Bot(
        acme.directory,
        new Grammar(nlp),
        new Commands(
            new ExpertAnswers(acme.experts, acme.objections, acme.directory, ExpertRules.DEFAULT),
            new Digests(acme.archive, acme.directory, nlp, DigestRules.DEFAULT, acme.clock),
            new Introductions(acme.directory, acme.experts, ledger),
            new RoomQuestions(acme.directory, acme.experts, languages, ledger),
            guide),
        guide,
        acme.clock);
  }
}
