package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.reply.Offered.commands;

import java.util.List;
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

  private final Workspace acme =
      new Workspace().open("dev").people("ada", "bob", "eve", "kim", "lou");
  private final Thanks thanks =
      new Thanks(
          acme.experts,
          new ExpertAnswers(
              acme.experts,
              acme.opinions,
              acme.directory,
              acme.preferences,
              ExpertRules.DEFAULT,
              acme.clock),
          acme.opinions,
          acme.directory,
          acme.preferences,
          ExpertRules.DEFAULT);

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
    acme.thread("dev", 4 * DAY, "kim: lunch?", "eve: at noon");

    var reply = solved(new Whom.Known(Chat.person("eve")), "kafka");

    assertThat(reply.toString())
        .contains("Noted: eve helped you with “kafka”. It counts when somebody asks");
    var experts = acme.experts.on("kafka", acme.asker("ada")).experts();
    assertThat(experts).extracting(each -> each.person().name()).containsExactly("eve", "bob");
    assertThat(experts).extracting(Expert::helped).containsExactly(true, false);
  }

  @Test
  void movesForOthersNobodyWhomAStrangerAloneThanks() {
    var reply = solved(new Whom.Known(Chat.person("eve")), "kafka");

    assertThat(reply.toString()).contains("for others as soon as another colleague says so");
    assertThat(names("ada")).containsExactly("bob", "eve");
    assertThat(names("kim")).containsExactly("eve", "bob");

    thanks.solved(
        new Command.Solved(new Whom.Known(Chat.person("eve")), "kafka"), acme.asker("lou"));

    assertThat(names("ada")).containsExactly("eve", "bob");
  }

  @Test
  void takesWhoWasIntroducedForNoStranger() {
    acme.requests.note(Chat.person("eve"), Chat.person("kim"), acme.clock.instant());
    acme.requests.note(Chat.person("bob"), Chat.person("lou"), acme.clock.instant());

    solved(new Whom.Known(Chat.person("eve")), "kafka");

    assertThat(acme.opinions.of(Chat.person("eve")))
        .singleElement()
        .satisfies(said -> assertThat(said.stranger()).isFalse());
  }

  @Test
  void countsForNobodyElseWhatSomebodySaidWhoIsOutNow() {
    acme.thread("dev", 4 * DAY, "kim: lunch?", "eve: at noon");
    solved(new Whom.Known(Chat.person("eve")), "kafka");
    assertThat(names("ada")).containsExactly("eve", "bob");

    acme.preferences.change(Chat.person("kim"), old -> old.with(Standing.OUT));

    assertThat(names("ada")).containsExactly("bob", "eve");
    assertThat(names("kim")).containsExactly("eve", "bob");
  }

  @Test
  void keepsNothingThatSomebodySaysWhoIsOut() {
    acme.preferences.change(Chat.person("kim"), old -> old.with(Standing.OUT));

    assertThat(solved(new Whom.Called("bob"), "kafka").toString()).contains("I note nothing of it");
    assertThat(acme.opinions.of(Chat.person("bob"))).isEmpty();
  }

  @Test
  void makesNobodySurerByOneThankButByTwo() {
    acme.thread("dev", 5 * DAY, "ada: kafka?", "eve: kafka it is");
    acme.thread("dev", 6 * DAY, "ada: invoices?", "bob: invoices are sent");
    acme.thread("dev", 7 * DAY, "ada: invoices?", "eve: ok", "bob: let us see");
    var invoices = new Command.Solved(new Whom.Called("bob"), "invoices");

    thanks.solved(invoices, acme.asker("ada"));
    var one = acme.experts.on("invoices", acme.asker("kim")).experts().getFirst();
    thanks.solved(invoices, acme.asker("eve"));
    var two = acme.experts.on("invoices", acme.asker("kim")).experts().getFirst();

    assertThat(one.helped()).isTrue();
    assertThat(one.confidence()).isEqualTo(Expert.Confidence.SLIGHT);
    assertThat(two.person().name()).isEqualTo("bob");
    assertThat(two.confidence()).isEqualTo(Expert.Confidence.FAIR);
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
  void searchesWhereWhatHelpedIsNobody() {
    assertThat(solved(new Whom.Called("kafka"), null).toString())
        .contains("I find no colleague who is called “kafka”", "PersonCard");
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

  private List<String> names(String asker) {
    return acme.experts.on("kafka", acme.asker(asker)).experts().stream()
        .map(each -> each.person().name())
        .toList();
  }

  private Reply solved(@Nullable Whom helper, @Nullable String topic) {
    return thanks.solved(new Command.Solved(helper, topic), acme.asker("kim"));
  }
}
