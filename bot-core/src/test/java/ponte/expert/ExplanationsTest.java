package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Unfit;
import ponte.command.Command.Whom;
import ponte.consent.Preference.Standing;
import ponte.conversation.Away;
import ponte.conversation.Message;
import ponte.conversation.Person;
import ponte.conversation.RichText;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Offered;
import ponte.reply.Reply;

class ExplanationsTest {

  private static final double DAY = 24 * 60;

  private final Workspace acme =
      new Workspace().open("dev").people("ada", "bob", "eve", "kim", "Lou Reed", "Lou Rawls");
  private final ExpertAnswers answers =
      new ExpertAnswers(
          acme.experts,
          acme.opinions,
          acme.directory,
          acme.preferences,
          ExpertRules.DEFAULT,
          acme.clock);
  private final Explanations explanations =
      new Explanations(
          acme.experts, answers, acme.directory, acme.preferences, ExpertRules.DEFAULT, acme.clock);

  @BeforeEach
  void bobKnowsAndEveALittle() {
    for (var day = 0; day < 3; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: kafka brokers?", "bob: kafka is fine");
    }
    acme.thread("dev", 4 * DAY, "ada: kafka offsets?", "eve: kafka offsets are fine");
  }

  @Test
  void tellsThePlaceOfWhoIsNamed() {
    assertThat(words(whyNot("bob", "kim"))).isEqualTo("You see bob for “kafka”, in place 1.");
    assertThat(words(explanations.whyNot(named("bob"), italian("kim"))))
        .isEqualTo("Per «kafka» vedi bob al posto 1.");
  }

  @Test
  void tellsOfWhomTooLittleIsFoundHowMuchIsNeeded() {
    assertThat(words(whyNot("eve", "kim")))
        .contains("too little speaks for eve on “kafka”", "at least 2 conversations");
  }

  @Test
  void tellsOfWhoIsOutTheSameAsOfNobodyAndOfWhoHidesTheTopicAsOfWhomTooLittleIsFound() {
    var little = words(whyNot("eve", "kim")).replace("eve", "bob");
    var shown = new Command.WhyNot(new Whom.Known(Chat.person("bob")), "kafka");

    acme.preferences.change(Chat.person("bob"), old -> old.with(Standing.OUT));
    assertThat(words(whyNot("bob", "kim")))
        .isEqualTo(words(whyNot("xaver", "kim")).replace("xaver", "bob"));
    assertThat(words(explanations.whyNot(shown, acme.asker("kim")))).isEqualTo(little);

    acme.preferences.change(Chat.person("bob"), old -> old.with(Standing.IN).hiding("kafka"));
    assertThat(words(whyNot("bob", "kim"))).isEqualTo(little);

    acme.preferences.change(
        Chat.person("bob"),
        old -> old.pausing(LocalDate.ofInstant(acme.clock.instant(), ZoneOffset.UTC).plusDays(9)));
    assertThat(words(whyNot("bob", "kim"))).isEqualTo(little);
  }

  @Test
  void tellsNobodyWhatOthersSaidOfSomebody() {
    halGusFayAndBobKnowTheSame();
    assertThat(words(whyNot("gus", "kim"))).contains("in place 3");
    var behind = words(whyNot("hal", "kim")).replace("hal", "gus");
    var behindMyself = words(whyNotMe("hal"));

    for (var why : List.of(Unfit.NO_TIME, Unfit.UNKNOWING)) {
      acme.opinions.notRight(Chat.person("ada"), Chat.person("gus"), "kafka", why);
      assertThat(words(whyNot("gus", "kim"))).contains("in place 3");

      acme.opinions.notRight(Chat.person("eve"), Chat.person("gus"), "kafka", why);

      assertThat(words(whyNot("gus", "kim"))).isEqualTo(behind);
      assertThat(words(whyNotMe("gus"))).isEqualTo(behindMyself);
      acme.opinions.withdraw(Chat.person("ada"), Chat.person("gus"), "kafka");
      acme.opinions.withdraw(Chat.person("eve"), Chat.person("gus"), "kafka");
    }
  }

  @Test
  void tellsWhatTheAskerSaidAndTakesItBack() {
    answers.notRight(new Command.NotRight(Chat.person("bob"), "kafka"), acme.asker("kim"));

    var reply = whyNot("bob", "kim");

    assertThat(words(reply)).contains("You told me that bob is not the right person for “kafka”");
    var again = new Command.RightAgain(Chat.person("bob"), "kafka");
    assertThat(buttons(reply)).containsExactly(again);
    answers.rightAgain(again, acme.asker("kim"));
    assertThat(words(whyNot("bob", "kim"))).contains("You see bob");
  }

  @Test
  void tellsWhoComesAfterOthersAndWhoSteppedBack() {
    halGusFayAndBobKnowTheSame();
    assertThat(words(whyNot("hal", "kim"))).contains("Others come before hal", "I name 3 people");
    assertThat(words(whyNot("gus", "kim"))).contains("in place 3");

    acme.requests.note(Chat.person("gus"), Chat.person("ada"), acme.clock.instant());

    assertThat(words(whyNot("gus", "kim")))
        .contains("gus comes close to those I name", "asked for help lately");
    assertThat(words(whyNot("hal", "kim"))).contains("in place 3");
  }

  @Test
  void tellsUntilWhenSomebodyIsAway() {
    acme.preferences.change(
        Chat.person("bob"),
        old -> old.pausing(LocalDate.ofInstant(acme.clock.instant(), ZoneOffset.UTC).plusDays(3)));

    assertThat(words(whyNot("bob", "kim")))
        .contains("in place 1", "bob is not to be disturbed until Sat 13 Jun, 00:00.");
  }

  @Test
  void tellsThatSomebodyIsAway() {
    acme.away("bob", Away.until(null));
    assertThat(words(whyNot("bob", "kim"))).contains("in place 1", "bob is away.");

    acme.away("bob", Away.until(Instant.parse("2026-06-15T08:00:00Z")));
    assertThat(words(whyNot("bob", "kim"))).contains("bob is away until Monday 15 June.");
    assertThat(words(explanations.whyNot(named("bob"), italian("kim"))))
        .contains("Fino a lunedì 15 giugno, bob è assente.");
  }

  @Test
  void searchesWhereWhatIsAskedAboutIsNobody() {
    var asked = new Command.WhyNot(new Whom.Called("kafka"), null);

    assertThat(explanations.whyNot(asked, italian("kim")).blocks())
        .anyMatch(Block.PersonCard.class::isInstance);
  }

  @Test
  void tellsWhoLeftAndWhomItDoesNotKnow() {
    acme.person("gone", Person.Standing.LEFT, null);
    acme.person("robot", Person.Standing.BOT, null);

    assertThat(words(whyNot("gone", "kim"))).contains("gone is not here any more");
    assertThat(words(whyNot("xaver", "kim"))).contains("I find no colleague who is called “xaver”");
    assertThat(words(whyNot("robot", "kim"))).contains("I find no colleague");
  }

  @Test
  void asksWhichOneIsMeant() {
    var reply = whyNot("Lou", "kim");

    assertThat(words(reply)).contains("More than one colleague is called “Lou”");
    assertThat(buttons(reply))
        .containsExactly(
            new Command.WhyNot(new Whom.Known(Chat.person("Lou Rawls")), "kafka"),
            new Command.WhyNot(new Whom.Known(Chat.person("Lou Reed")), "kafka"));
    assertThat(words(whyNot("reed", "kim"))).contains("too little speaks for Lou Reed");
    assertThat(words(whyNot("@BOB", "kim"))).contains("You see bob");
  }

  @Test
  void takesAPartOfAQuestionForNoPerson() {
    var reply =
        explanations.whyNot(
            new Command.WhyNot(new Whom.Called("fine"), "kafka"), acme.asker("kim"));

    assertThat(reply.toString()).contains("Who knows about “fine kafka”", "T1/bob");
  }

  @Test
  void asksForTheTopicWhereItWasNotSaid() {
    assertThat(
            words(
                explanations.whyNot(
                    new Command.WhyNot(new Whom.Called("bob"), null), acme.asker("kim"))))
        .contains("why not bob about kafka?");
    assertThat(
            words(explanations.whyNot(new Command.WhyNot(new Whom.Me(), null), acme.asker("kim"))))
        .contains("why not me about kafka?");
  }

  @Test
  void tellsPeopleAboutThemselvesWhatItTellsNobodyElse() {
    assertThat(words(whyNotMe("bob"))).contains("You are named", "in place 1");
    assertThat(words(whyNotMe("eve")))
        .contains("one conversation with you about it, one that you did not begin");
    assertThat(words(whyNotMe("kim"))).contains("no conversation with you about it, none that");
    assertThat(buttons(whyNotMe("kim"))).contains(new Command.AddTopic("kafka"));

    acme.preferences.change(Chat.person("kim"), old -> old.knowing("kafka"));
    assertThat(words(whyNotMe("kim"))).contains("because you say that you know about it");
    assertThat(buttons(whyNotMe("kim"))).doesNotContain(new Command.AddTopic("kafka"));

    acme.preferences.change(Chat.person("bob"), old -> old.hiding("Kafka"));
    assertThat(words(whyNotMe("bob"))).contains("You hide “Kafka”");
    assertThat(buttons(whyNotMe("bob"))).containsExactly(new Command.UnhideTopic("Kafka"));

    acme.preferences.change(Chat.person("bob"), old -> old.with(Standing.OUT));
    assertThat(words(whyNotMe("bob"))).contains("You opted out");
    assertThat(words(whyNot("ada", "ada"))).isEqualTo(words(whyNotMe("ada")));
  }

  @Test
  void tellsWhoOnlyAskedThatTheyAsked() {
    for (var day = 10; day < 13; day++) {
      acme.thread(
          "dev", 1 + day * DAY, "ada: kafka brokers?", "kim: which kafka brokers do you mean?");
    }

    assertThat(words(whyNotMe("kim")))
        .startsWith(
            "For “kafka” I found and read 3 conversations with you in which it comes up. "
                + "In 3 of those I read you only asked about it. I name somebody only when "
                + "they told something about it in 2 conversations and did not only ask in one")
        .doesNotContain("wrote nothing", "you told");
    assertThat(words(explanations.whyNot(me(), italian("kim"))))
        .startsWith(
            "Per «kafka» ho trovato e letto 3 conversazioni con te in cui se ne parla. "
                + "In 3 di quelle lette ne hai solo chiesto. Faccio un nome solo quando");
    assertThat(words(whyNot("kim", "ada")))
        .isEqualTo(words(whyNot("eve", "ada")).replace("eve", "kim"));
  }

  @Test
  void tellsNobodyThatTheyAskedAboutATopicWhoAskedAboutSomethingElse() {
    for (var day = 10; day < 12; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: kafka brokers?", "kim: is the printer on again?");
    }

    assertThat(words(whyNotMe("kim")))
        .contains("In 2 you wrote nothing in which it comes up. I name somebody only when")
        .doesNotContain("you only asked about it");
  }

  @Test
  void tellsWhoAskedThroughPonteThatTheyAsked() {
    var dev = Chat.in("dev");
    for (var day = 10; day < 13; day++) {
      var asked = 1 + day * DAY;
      acme.archive.apply(
          List.of(
              Chat.posted(dev.message(asked, "ponte", Message.Kind.BOT, null, "kafka brokers?")),
              Chat.posted(dev.replies(asked + 1, asked, "bob", "kafka is fine"))));
      acme.posed.note(dev.id(asked), Chat.person("kim"), Chat.minute(asked));
    }
    acme.thread("dev", 1 + 14 * DAY, "ada: kafka brokers?", "kim: which kafka brokers?");

    assertThat(words(whyNotMe("kim")))
        .startsWith(
            "For “kafka” I found and read 4 conversations with you in which it comes up. "
                + "In 4 of those I read you only asked about it. I name somebody only when");
  }

  @Test
  void saysThatSmallWordsAloneAreLookedUpNowhere() {
    var ofMe = new Command.WhyNot(new Whom.Me(), "the what");
    var ofBob = new Command.WhyNot(new Whom.Called("bob"), "the what");

    assertThat(words(explanations.whyNot(ofMe, acme.asker("kim"))))
        .isEqualTo(words(explanations.whyNot(ofBob, acme.asker("kim"))))
        .contains("In “the what” there is no word that I can look for")
        .doesNotContain("conversation");
    assertThat(words(explanations.whyNot(ofMe, italian("kim"))))
        .contains("In «the what» non c'è nessuna parola che io possa cercare");
    assertThat(buttons(explanations.whyNot(ofMe, acme.asker("kim")))).isEmpty();
  }

  @Test
  void takesASmallWordAloneForTheNameThatItIsInCapitals() {
    for (var day = 10; day < 12; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: chi conosce AI generativa?", "kim: per AI uso llama");
    }

    for (var typed : List.of("AI", "ai")) {
      assertThat(
              words(explanations.whyNot(new Command.WhyNot(new Whom.Me(), typed), italian("kim"))))
          .contains("al posto 1");
    }
  }

  @Test
  void tellsOfWhatWasReadAloneWhatSomebodyDidThere() {
    for (var day = 10; day < 18; day++) {
      acme.thread(
          "dev", 1 + day * DAY, "ada: kafka brokers?", "bob: kafka is fine", "kim: thanks a lot");
    }

    assertThat(words(whyNotMe("kim")))
        .startsWith(
            "For “kafka” I found 8 conversations with you in which it comes up, and read "
                + "the 6 that count most. In 6 you wrote nothing in which it comes up. I name")
        .doesNotContain("asked");
    assertThat(words(explanations.whyNot(me(), italian("kim"))))
        .contains("ho letto le 6 che contano di più. In 6 non hai scritto nulla che ne parli.");
  }

  @Test
  void tellsWhoToldMuchButAnsweredNobodyThatTheyBeganIt() {
    for (var day = 10; day < 12; day++) {
      acme.thread("dev", 1 + day * DAY, "kim: kafka offsets are lost", "bob: kafka is fine");
    }
    acme.thread("dev", 1 + 13 * DAY, "ada: kafka brokers?", "kim: which kafka brokers?");

    assertThat(words(whyNotMe("kim")))
        .contains(
            "In one of those I read you only asked about it. "
                + "In 2 that you began you told something about it. I name somebody");
  }

  @Test
  void tellsWhoAnsweredOnceThatItTakesMore() {
    acme.thread("dev", 1 + 10 * DAY, "ada: kafka brokers?", "kim: kafka offsets are fine");
    acme.thread("dev", 1 + 11 * DAY, "ada: kafka brokers?", "kim: which kafka brokers?");

    assertThat(words(whyNotMe("kim")))
        .contains(
            "In one of those I read you only asked about it. "
                + "In one that you did not begin you told something about it. I name somebody");
  }

  @Test
  void tellsWhoSaysThatTheyKnowThatOthersComeBefore() {
    halGusFayAndBobKnowTheSame();
    acme.preferences.change(Chat.person("kim"), old -> old.knowing("kafka"));

    assertThat(words(whyNotMe("kim")))
        .contains("others come before you", "At first I name 3 people at most");
    assertThat(words(whyNot("kim", "ada"))).contains("Others come before kim");

    acme.preferences.change(Chat.person("kim"), old -> old.hiding("kafka"));
    assertThat(words(whyNot("kim", "ada")))
        .isEqualTo(words(whyNot("eve", "ada")).replace("eve", "kim"));
  }

  @Test
  void tellsThatWhatSomebodyDidNotWantCountedIsLeftOut() {
    assertThat(words(whyNotMe("eve"))).doesNotContain("left out");

    acme.preferences.strike(Chat.person("eve"), Chat.in("dev").id(4 * DAY));

    assertThat(words(whyNotMe("eve")))
        .contains("no conversation with you about it", "told me not to count for you are left out");
  }

  @Test
  void tellsPeopleThatTheyAreDoubtedOnlyWhereItShowsNobody() {
    acme.opinions.notRight(Chat.person("ada"), Chat.person("bob"), "kafka", Unfit.MOVED_ON);
    acme.opinions.notRight(Chat.person("eve"), Chat.person("bob"), "kafka", null);
    assertThat(words(whyNotMe("bob"))).doesNotContain("Some colleagues");

    acme.opinions.notRight(Chat.person("kim"), Chat.person("bob"), "kafka", Unfit.MOVED_ON);

    assertThat(words(whyNotMe("bob")))
        .contains("Some colleagues think that others are better placed")
        .doesNotContain("3", "ada", "eve", "kim");
  }

  @Test
  void tellsAGuestOfThoseTheyMeetOnly() {
    acme.person("guest", Person.Standing.GUEST, null);
    acme.closed("project", "guest", "eve");

    assertThat(words(whyNot("eve", "guest"))).contains("too little speaks for eve");
    assertThat(words(whyNot("bob", "guest"))).contains("I find no colleague");
  }

  @Test
  void saysNothingToNobodyAboutThemselves() {
    assertThat(
            words(explanations.whyNot(new Command.WhyNot(new Whom.Me(), "kafka"), acme.nobody())))
        .contains("Tell me who you are first");
  }

  private void halGusFayAndBobKnowTheSame() {
    acme.people("fay", "gus", "hal");
    for (var day = 6; day < 9; day++) {
      acme.thread(
          "dev",
          1 + day * DAY,
          "ada: kafka brokers?",
          "hal: kafka a",
          "gus: kafka a",
          "fay: kafka a",
          "bob: kafka a");
    }
  }

  private static Command.WhyNot named(String name) {
    return new Command.WhyNot(new Whom.Called(name), "kafka");
  }

  private Reply whyNot(String name, String asker) {
    return explanations.whyNot(named(name), acme.asker(asker));
  }

  private Reply whyNotMe(String asker) {
    return explanations.whyNot(me(), acme.asker(asker));
  }

  private static Command.WhyNot me() {
    return new Command.WhyNot(new Whom.Me(), "kafka");
  }

  private Asker italian(String name) {
    return acme.asker(name).reading(Language.ITALIAN);
  }

  private static String words(Reply reply) {
    return String.join(
        " ",
        reply.blocks().stream()
            .flatMap(
                block ->
                    block instanceof Block.Paragraph(RichText text)
                        ? Stream.of(text.searchable())
                        : Stream.<String>empty())
            .toList());
  }

  /** But for the questions that every answer offers. */
  private static List<Command> buttons(Reply reply) {
    return Offered.commands(reply).stream()
        .filter(command -> !(command instanceof Command.WhoKnows))
        .filter(command -> !(command instanceof Command.MyTopics))
        .toList();
  }
}
