package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import ponte.conversation.Away;
import ponte.conversation.RichText.Span;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Block.PersonCard;
import ponte.reply.Button;
import ponte.reply.Reply;

class ExpertAnswersTest {

  private static final double DAY = 24 * 60;
  private static final Command.WhoKnows KAFKA = new Command.WhoKnows("kafka");

  private final Workspace acme = new Workspace().open("dev").people("ada", "bob", "eve", "kim");
  private final ExpertAnswers answers =
      new ExpertAnswers(
          acme.experts,
          acme.opinions,
          acme.directory,
          acme.preferences,
          ExpertRules.DEFAULT,
          acme.clock);

  @BeforeEach
  void bobAndEveAnswerAda() {
    for (var day = 0; day < 2; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: kafka?", "bob: kafka is fine", "eve: kafka it is");
    }
    acme.archive.apply(List.of(Chat.reacted(Chat.in("dev").id(2), 10, "ada", "white_check_mark")));
  }

  @Test
  void showsEachPersonWithReasonsEvidenceAndWhatCanBeDone() {
    var cards = cards(answers.whoKnows(KAFKA, acme.asker("kim")));

    assertThat(cards).extracting(card -> card.person().name()).containsExactly("bob", "eve");
    var bob = cards.getFirst();
    assertThat(bob.reasons().toString())
        .contains("Has helped with this before.")
        .contains("Answered 2 questions about it, the last one on 3 March 2026.")
        .contains("Got one thank-you for it.");
    assertThat(bob.evidence())
        .hasSize(2)
        .allSatisfy(
            item ->
                assertThat(item.small().spans().getFirst()).isInstanceOf(Span.MessageLink.class));
    assertThat(bob.buttons())
        .extracting(Button::command)
        .containsExactly(
            new Command.Introduce(Chat.person("bob"), "kafka"),
            new Command.NotRight(Chat.person("bob"), "kafka", null));
  }

  @Test
  void saysWhichWordItTookForAnotherAndOffersToTakeItAsItIs() {
    var typed = new Command.WhoKnows("kafak");

    var english = answers.whoKnows(typed, acme.asker("kim"));
    var italian = answers.whoKnows(typed, italian());

    assertThat(english.toString())
        .contains("Hardly anybody here writes “kafak”. I looked for “kafka”.");
    assertThat(italian.toString())
        .contains("Qui quasi nessuno scrive «kafak». Ho cercato «kafka».");
    assertThat(cards(english)).hasSize(2);
    assertThat(commands(english)).contains(new Command.WhoKnows("\"kafak\""));
    var taken = answers.whoKnows(new Command.WhoKnows("\"kafak\""), acme.asker("kim"));
    assertThat(cards(taken)).isEmpty();
    assertThat(taken.toString()).contains("Nobody found for “kafak”").doesNotContain("kafka");
  }

  private static List<Command> commands(Reply reply) {
    return reply.blocks().stream()
        .filter(Block.Buttons.class::isInstance)
        .flatMap(block -> ((Block.Buttons) block).buttons().stream())
        .map(Button::command)
        .toList();
  }

  @Test
  void namesMoreToWhoAsksForMoreAndOffersItOnlyWhereThereAre() {
    acme.people("lou", "max");
    for (var day = 2; day < 5; day++) {
      acme.thread(
          "dev",
          day * DAY,
          "ada: kafka?",
          "bob: kafka waits",
          "eve: kafka drains",
          "lou: kafka restarts");
    }
    var more = new Command.WhoKnows("kafka", true);
    assertThat(commands(answers.whoKnows(new Command.WhoKnows("kafka"), acme.asker("kim"))))
        .doesNotContain(more);

    acme.thread("dev", 6 * DAY, "ada: kafka?", "max: kafka is slow");
    acme.thread("dev", 7 * DAY, "ada: kafka?", "max: kafka is slow again");
    var usual = answers.whoKnows(new Command.WhoKnows("kafka"), acme.asker("kim"));
    var all = answers.whoKnows(more, acme.asker("kim"));

    assertThat(cards(usual)).hasSize(3);
    assertThat(commands(usual)).contains(more);
    assertThat(usual.toString()).contains("More people");
    assertThat(cards(all)).hasSize(4);
    assertThat(commands(all)).doesNotContain(more);
    assertThat(answers.whoKnows(new Command.WhoKnows("kafka"), italian()).toString())
        .contains("Altre persone");
  }

  @Test
  void offersThoseForWhomThereIsNoRoomThoughTheyOnlySaySo() {
    acme.people("lou", "max");
    for (var name : List.of("ada", "lou", "max")) {
      acme.preferences.change(Chat.person(name), old -> old.knowing("kafka"));
    }
    var more = new Command.WhoKnows("kafka", true);

    var usual = answers.whoKnows(new Command.WhoKnows("kafka"), acme.asker("kim"));

    assertThat(cards(usual)).hasSize(3);
    assertThat(commands(usual)).contains(more);
    assertThat(cards(answers.whoKnows(more, acme.asker("kim")))).hasSize(5);
    assertThat(usual.toString())
        .contains("Their own word: says they know about this. Not confirmed yet");
  }

  @Test
  void saysWithinWhatTimeSomebodyUsuallyAnswers() {
    assertThat(reasons("bob", acme.asker("kim"))).doesNotContain("Usually");
    acme.thread("dev", 1 + 2 * DAY, "ada: kafka?", "bob: kafka again");

    assertThat(reasons("bob", acme.asker("kim"))).contains("Usually answers within an hour.");
    assertThat(reasons("bob", italian())).contains("Di solito risponde entro un'ora.");
    assertThat(reasons("eve", acme.asker("kim"))).doesNotContain("Usually");
  }

  @Test
  void promisesNoQuickAnswerOfWhoOnceAnsweredSoonAndElseLate() {
    for (var day = 3; day < 6; day++) {
      var chat = Chat.in("dev");
      var start = 1 + day * DAY;
      acme.thread("dev", start, "ada: kafka?");
      acme.archive.apply(
          List.of(Chat.posted(chat.replies(start + 5 * 60, start, "bob", "kafka it is"))));
    }

    assertThat(reasons("bob", acme.asker("kim")))
        .contains("Usually answers within a day.")
        .doesNotContain("hour");
  }

  @Test
  void saysWhoIsNotToBeDisturbedAndRanksThemAllTheSame() {
    acme.preferences.change(
        Chat.person("bob"),
        old -> old.pausing(LocalDate.ofInstant(acme.clock.instant(), ZoneOffset.UTC).plusDays(3)));

    assertThat(cards(answers.whoKnows(KAFKA, acme.asker("kim"))))
        .extracting(card -> card.person().name())
        .containsExactly("bob", "eve");
    assertThat(reasons("bob", acme.asker("kim"))).contains("Not to be disturbed until");
    assertThat(reasons("bob", italian())).contains("Da non disturbare fino a");
    assertThat(reasons("eve", acme.asker("kim"))).doesNotContain("disturbed");
  }

  @Test
  void saysWhoIsAwayAndUntilWhenAndRanksThemAllTheSame() {
    acme.away("bob", Away.until(Instant.parse("2026-06-15T08:00:00Z")));
    acme.away("eve", Away.until(null));

    assertThat(cards(answers.whoKnows(KAFKA, acme.asker("kim"))))
        .extracting(card -> card.person().name())
        .containsExactly("bob", "eve");
    assertThat(reasons("bob", acme.asker("kim"))).contains("Away until Monday 15 June.");
    assertThat(reasons("bob", italian())).contains("Assente fino a lunedì 15 giugno.");
    assertThat(reasons("eve", acme.asker("kim"))).contains("Away.");
    assertThat(reasons("eve", italian())).contains("Assente.");
  }

  @Test
  void saysNothingOfAnAbsenceThatIsOverOrToCome() {
    var now = acme.clock.instant();
    acme.away("bob", Away.until(now.plusSeconds(60)));
    acme.away("eve", new Away(now.plusSeconds(60), now.plusSeconds(120)));
    assertThat(reasons("bob", acme.asker("kim"))).contains("Away until Wed 10 Jun, 08:01.");
    assertThat(reasons("eve", acme.asker("kim"))).doesNotContain("Away");

    acme.clock.advance(Duration.ofSeconds(60));

    assertThat(reasons("bob", acme.asker("kim"))).doesNotContain("Away");
    assertThat(reasons("eve", acme.asker("kim"))).contains("Away until");
  }

  private String reasons(String person, Asker asker) {
    return cards(answers.whoKnows(KAFKA, asker)).stream()
        .filter(card -> card.person().name().equals(person))
        .findFirst()
        .orElseThrow()
        .reasons()
        .toString();
  }

  private Asker italian() {
    return new Asker(
        Chat.person("kim"), acme.directory.everybody(), Language.ITALIAN, ZoneOffset.UTC);
  }

  @Test
  void saysTheSameInItalian() {
    var reply = answers.whoKnows(KAFKA, italian());

    assertThat(reply.language()).isEqualTo(Language.ITALIAN);
    assertThat(reply.toString())
        .contains("Chi sa di «kafka»")
        .contains("Ha risposto a 2 domande su questo, l'ultima il 3 marzo 2026.")
        .contains("Presentaci")
        .contains("Chiedi in #dev");
  }

  @Test
  void findsWhoKnowsAboutWhatInCapitalsIsAName() {
    for (var day = 4; day < 6; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: is IT there?", "kim: IT says it is");
    }

    assertThat(cards(answers.whoKnows(new Command.WhoKnows("IT"), acme.asker("ada"))))
        .extracting(card -> card.person().name())
        .containsExactly("kim");
  }

  @Test
  void saysWhereThereIsNoWordToLookFor() {
    var asked = new Command.WhoKnows("or");
    var italianWord = new Command.WhoKnows("non");

    assertThat(answers.whoKnows(asked, acme.asker("kim")).toString())
        .contains("Nobody found for “or”", "no word in this that I can look for")
        .doesNotContain("nobody left enough traces");
    assertThat(answers.whoKnows(italianWord, italian()).toString())
        .contains("Nessuno trovato per «non»", "nessuna parola che io possa cercare");
  }

  @Test
  void offersNothingToPressToNobodyInParticular() {
    var reply = answers.whoKnows(KAFKA, acme.nobody());

    assertThat(cards(reply)).isNotEmpty().allSatisfy(card -> assertThat(card.buttons()).isEmpty());
    assertThat(reply.blocks()).noneMatch(Block.Buttons.class::isInstance);
  }

  @Test
  void saysWhatItDidAndWhatToDoWhereThereIsNobody() {
    var reply = answers.whoKnows(new Command.WhoKnows("zymurgy"), acme.asker("kim"));

    assertThat(cards(reply)).isEmpty();
    assertThat(reply.toString())
        .contains("Nobody found for “zymurgy”")
        .contains("There are 2 conversations in the channels you can open")
        .contains("AskRoom[topic=zymurgy,");
  }

  @Test
  void namesTheNextOneWhereSomebodyIsNotRight() {
    var notBob = new Command.NotRight(Chat.person("bob"), "kafka", null);

    var reply = answers.notRight(notBob, acme.asker("kim"));

    assertThat(reply.toString()).contains("bob will not be proposed to you for this again,");
    assertThat(cards(reply)).extracting(card -> card.person().name()).containsExactly("eve");
    assertThat(cards(answers.whoKnows(KAFKA, acme.asker("kim"))))
        .extracting(card -> card.person().name())
        .containsExactly("eve");
    assertThat(cards(answers.whoKnows(KAFKA, acme.nobody()))).hasSize(2);
  }

  @Test
  void keepsNoObjectionOfNobody() {
    answers.notRight(new Command.NotRight(Chat.person("bob"), "kafka", null), acme.nobody());

    assertThat(acme.opinions.of(Chat.person("bob"))).isEmpty();
  }

  private static List<PersonCard> cards(Reply reply) {
    return reply.blocks().stream()
        .flatMap(
            block ->
                block instanceof PersonCard card ? Stream.of(card) : Stream.<PersonCard>empty())
        .toList();
  }
}
