package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.reply.Offered.commands;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.Whom;
import ponte.consent.Preference.Standing;
import ponte.reply.Reply;

class ThanksTest {

  private static final double DAY = 24 * 60;

  private final Workspace acme = new Workspace().open("dev").people("ada", "bob", "eve", "kim");
  private final Thanks thanks =
      new Thanks(
          acme.experts, acme.opinions, acme.directory, acme.preferences, ExpertRules.DEFAULT);

  @BeforeEach
  void bobAndEveKnowTheSame() {
    for (var day = 0; day < 3; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: kafka?", "eve: kafka it is", "bob: kafka is fine");
    }
  }

  @Test
  void asksWhoHelpedAmongThoseWhoWereNamed() {
    var reply = solved(null, "kafka");

    assertThat(commands(reply))
        .containsExactly(
            new Command.Solved(new Whom.Known(Chat.person("bob")), "kafka"),
            new Command.Solved(new Whom.Known(Chat.person("eve")), "kafka"));
    assertThat(acme.opinions.of(Chat.person("bob"))).isEmpty();
  }

  @Test
  void letsAThankMoveTheOneItIsFor() {
    var reply = solved(new Whom.Known(Chat.person("eve")), "kafka");

    assertThat(reply.toString()).contains("Noted: eve helped you with “kafka”.");
    var experts = acme.experts.on("kafka", acme.asker("ada")).experts();
    assertThat(experts).extracting(each -> each.person().name()).containsExactly("eve", "bob");
    assertThat(experts).extracting(Expert::helped).containsExactly(true, false);
  }

  @Test
  void countsAThankAsOneMoreAnswer() {
    acme.thread("dev", 5 * DAY, "ada: kafka?", "eve: kafka it is");
    acme.thread("dev", 6 * DAY, "ada: invoices?", "bob: invoices are sent");
    acme.thread("dev", 7 * DAY, "ada: invoices?", "eve: ok", "bob: let us see");
    var before = acme.experts.on("invoices", acme.asker("kim")).experts().getFirst();
    assertThat(before.confidence()).isEqualTo(Expert.Confidence.SLIGHT);

    solved(new Whom.Called("bob"), "invoices");

    var after = acme.experts.on("invoices", acme.asker("kim")).experts().getFirst();
    assertThat(after.person().name()).isEqualTo("bob");
    assertThat(after.confidence()).isEqualTo(Expert.Confidence.FAIR);
  }

  @Test
  void countsForNobodyWhoThanksThemselves() {
    thanks.solved(new Command.Solved(new Whom.Called("eve"), "kafka"), acme.asker("eve"));

    assertThat(acme.opinions.of(Chat.person("eve"))).isEmpty();
  }

  @Test
  void keepsNothingOfWhoIsOutAndTellsNobody() {
    var usual = solved(new Whom.Called("bob"), "kafka").toString();
    var nobody = solved(new Whom.Called("xaver"), "kafka").toString();

    acme.preferences.change(Chat.person("eve"), old -> old.with(Standing.OUT));

    assertThat(solved(new Whom.Called("eve"), "kafka").toString())
        .isEqualTo(nobody.replace("xaver", "eve"));
    assertThat(solved(new Whom.Known(Chat.person("eve")), "kafka").toString())
        .isEqualTo(usual.replace("bob", "eve"));
    assertThat(acme.opinions.of(Chat.person("eve"))).isEmpty();
  }

  @Test
  void asksForWhatWasLeftOut() {
    assertThat(solved(null, null).toString()).contains("bob helped me with kafka");
    assertThat(solved(new Whom.Called("eve"), null).toString())
        .contains("What did eve help you with?");
    assertThat(solved(null, "zymurgy").toString()).contains("tell me who");
    assertThat(solved(new Whom.Called("xaver"), "kafka").toString())
        .contains("I find no colleague who is called “xaver”");
  }

  @Test
  void keepsNothingOfNobody() {
    var reply = thanks.solved(new Command.Solved(new Whom.Called("bob"), "kafka"), acme.nobody());

    assertThat(reply.toString()).contains("Tell me who you are first");
    assertThat(acme.opinions.of(Chat.person("bob"))).isEmpty();
  }

  private Reply solved(@Nullable Whom helper, @Nullable String topic) {
    return thanks.solved(new Command.Solved(helper, topic), acme.asker("kim"));
  }
}
