package ponte.app.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.command.Command.Rsvp;
import ponte.conversation.MessageId;

/**
 * Every path of a question that nobody answers, on the payloads of both platforms: what people do
 * comes in as the platform sends it, and what they see is what the platform was told to show.
 */
class QuestionPathsTest extends OnBothPlatforms {

  private static final String OFFERED = "2026-03-23T13:00:00Z";
  private static final String NEXT_DAY = "2026-03-24T13:01:00Z";
  private static final String DAY_AFTER = "2026-03-25T13:02:00Z";
  private static final String LISTED = "2026-03-26T13:05:00Z";

  @ParameterizedTest
  @EnumSource(On.class)
  void leadsWhoAgreesToTheQuestionAndEndsForAllOnceSomebodyAnswers(On platform) throws Exception {
    try (var stage = stage(platform)) {
      var question = offered(stage);
      var offer = stage.theOnly("ada");
      assertThat(offer.shown().words()).contains(Stage.ABOUT);
      assertThat(offer.raw().toString()).contains(stage.town().address(question));

      var told = stage.presses("ada", offer, onMyQuestion(Deed.ASK_COLLEAGUES));

      assertThat(told.words()).contains("up to 3 colleagues privately");
      assertThat(stage.theOnly("ada").shown()).isEqualTo(told);
      var asked = stage.asked();
      assertThat(asked).hasSize(3);
      for (var name : asked) {
        assertThat(stage.theOnly(name).shown().words()).contains("Ada Vance", Stage.ABOUT);
        assertThat(stage.theOnly(name).raw().toString()).contains(stage.town().address(question));
      }
      assertThat(stage.town().under(question)).isEmpty();

      var card = stage.theOnly(asked.getFirst());
      stage.presses(asked.getFirst(), card, rsvp(Rsvp.ACCEPT));
      stage.presses(asked.getFirst(), card, rsvp(Rsvp.ACCEPT));
      assertThat(stage.theOnly(asked.getFirst()).raw().toString())
          .contains(stage.town().address(question));
      assertThat(stage.town().under(question)).hasSize(1);

      stage.replies(asked.getFirst(), question, "You reset them with the shell, group by group.");
      var late = stage.theOnly(asked.getLast());
      stage.presses(asked.getLast(), late, rsvp(Rsvp.ACCEPT));
      assertThat(stage.theOnly(asked.getLast()).shown().button(rsvp(Rsvp.ACCEPT))).isEmpty();
      assertThat(stage.town().under(question)).hasSize(1);

      stage.at(NEXT_DAY);
      stage.at(LISTED);
      assertThat(stage.asked()).isEqualTo(asked);
      assertThat(stage.list()).doesNotContain(Stage.ABOUT);
      stage.theOnly("ada");
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void tellsNobodyWhatElseAColleagueSays(On platform) throws Exception {
    try (var stage = stage(platform)) {
      var question = agreed(stage);
      var asked = stage.asked();
      var offered = stage.theOnly("ada").shown();

      stage.presses(asked.get(0), stage.theOnly(asked.get(0)), rsvp(Rsvp.PASS));
      stage.presses(asked.get(1), stage.theOnly(asked.get(1)), rsvp(Rsvp.NOT_MY_TOPIC));
      stage.presses(asked.get(2), stage.theOnly(asked.get(2)), rsvp(Rsvp.NEVER));

      assertThat(stage.theOnly("ada").shown()).isEqualTo(offered);
      assertThat(stage.town().under(question)).isEmpty();
      asked.forEach(
          name -> assertThat(stage.theOnly(name).shown().button(rsvp(Rsvp.PASS))).isEmpty());
      assertThat(stage.theOnly(asked.get(1)).shown().button(Command.UnhideTopic.class)).isPresent();
      assertThat(stage.theOnly(asked.get(2)).shown().button(Command.AllowInvitations.class))
          .isPresent();

      stage.at("2026-03-24T09:30:00Z");
      var other =
          stage.writes("dario", "Where are the Kafka offsets of the payroll consumers kept?");
      stage.at("2026-03-24T13:31:00Z");
      stage.presses("dario", stage.theOnly("dario"), onMyQuestion(Deed.ASK_COLLEAGUES));
      stage.at("2026-03-25T09:31:00Z");
      assertThat(stage.town().under(other)).isEmpty();
      assertThat(stage.read(asked.get(0))).hasSize(2);
      stage.theOnly(asked.get(1));
      stage.theOnly(asked.get(2));
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void asksAgainTheNextDayWhoSaidLaterAndOnlyOnce(On platform) throws Exception {
    try (var stage = stage(platform)) {
      agreed(stage);
      var name = stage.asked().getFirst();
      var card = stage.theOnly(name);
      stage.presses(name, card, rsvp(Rsvp.LATER));
      stage.presses(name, card, rsvp(Rsvp.LATER));

      stage.at("2026-03-24T12:00:00Z");
      stage.theOnly(name);
      stage.at(NEXT_DAY);

      assertThat(stage.read(name)).hasSize(2);
      stage.at(DAY_AFTER);
      stage.at(LISTED);
      assertThat(stage.read(name)).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void asksTheNextColleaguesAfterADayAndListsItAfterThree(On platform) throws Exception {
    try (var stage = stage(platform)) {
      agreed(stage);

      stage.at("2026-03-24T12:59:00Z");
      assertThat(stage.asked()).hasSize(3);
      stage.at(NEXT_DAY);
      assertThat(stage.asked()).hasSize(5);
      assertThat(stage.list()).doesNotContain(Stage.ABOUT);
      stage.at(DAY_AFTER);
      stage.at(LISTED);

      Stage.EXPERTS.forEach(stage::theOnly);
      var list = stage.hears("livia", "domande aperte");
      assertThat(list.words()).contains(Stage.ABOUT).doesNotContain("Bruno");
      assertThat(stage.hears("bruno", "open questions").words()).doesNotContain(Stage.ABOUT);
      stage.presses("livia", stage.read("livia").getLast(), Command.TakeOffList.class::isInstance);
      assertThat(stage.list()).doesNotContain(Stage.ABOUT);
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void asksNobodyWithoutTheAskersWordAndListsItAfterThreeDays(On platform) throws Exception {
    try (var stage = stage(platform)) {
      offered(stage);

      stage.at(NEXT_DAY);
      stage.at(DAY_AFTER);
      assertThat(stage.list()).doesNotContain(Stage.ABOUT);
      stage.at(LISTED);

      assertThat(stage.list()).contains(Stage.ABOUT);
      assertThat(stage.asked()).isEmpty();
      stage.theOnly("ada");
    }
  }

  static Stream<Arguments> whatTheAskerRefuses() {
    return onEach(
        Arguments.of("it is solved", onMyQuestion(Deed.SOLVED), 2),
        Arguments.of("not now", onMyQuestion(Deed.LEAVE), 2),
        Arguments.of("never again", (Predicate<Command>) Command.StopHelp.class::isInstance, 1));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("whatTheAskerRefuses")
  void leavesTheAskerInPeaceWhoSays(
      On platform, String how, Predicate<Command> button, int offersInAll) throws Exception {
    try (var stage = stage(platform)) {
      offered(stage);

      stage.presses("ada", stage.theOnly("ada"), button);

      assertThat(stage.theOnly("ada").shown().button(Command.OnMyQuestion.class)).isEmpty();
      stage.at(NEXT_DAY);
      stage.at(LISTED);
      assertThat(stage.asked()).isEmpty();
      assertThat(stage.list()).doesNotContain(Stage.ABOUT);
      stage.at("2026-03-27T09:00:00Z");
      stage.writes("ada", "Which brokers run the Kafka consumers of the payroll team?");
      stage.at("2026-03-27T13:30:00Z");
      assertThat(stage.read("ada")).as(how).hasSize(offersInAll);
    }
  }

  /** What somebody does to a question. */
  private interface Settling {
    void settle(Stage stage, MessageId question) throws Exception;
  }

  static Stream<Arguments> whatSettlesIt() {
    return onEach(
        settled(
            "an answer under it", (it, question) -> it.replies("chiara", question, "in the shell")),
        settled(
            "an answer in the channel",
            (it, _) -> it.writes("chiara", "you can reset the offsets in the shell")),
        settled("a check mark", (it, question) -> it.checks("chiara", question)),
        settled("a deletion", (it, question) -> it.deletes("ada", question)),
        settled("an edit", (it, question) -> it.edits("ada", question, "The offsets are fine.")),
        settled("its asker", (it, question) -> it.replies("ada", question, "Solved, thanks.")),
        settled("its asker in Italian", (it, question) -> it.replies("ada", question, "Risolto!")));
  }

  private static Arguments settled(String how, Settling settling) {
    return Arguments.of(how, settling);
  }

  private static Stream<Arguments> onEach(Arguments... all) {
    return Stream.of(On.values())
        .flatMap(
            platform ->
                Stream.of(all)
                    .map(
                        each ->
                            Arguments.of(
                                Stream.concat(Stream.of(platform), Stream.of(each.get()))
                                    .toArray())));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("whatSettlesIt")
  void offersNothingOnceItIsSettledBy(On platform, String how, Settling settling) throws Exception {
    try (var stage = stage(platform)) {
      var question = stage.asks("ada");
      stage.at("2026-03-23T11:00:00Z");
      settling.settle(stage, question);

      stage.at(OFFERED);
      stage.at(LISTED);

      assertThat(stage.read("ada")).as(how).isEmpty();
      assertThat(stage.list()).doesNotContain(Stage.ABOUT);
    }
  }

  static Stream<Arguments> whatSettlesItWhileColleaguesWait() {
    return whatSettlesIt()
        .filter(
            each ->
                List.of("an answer under it", "a check mark", "a deletion", "its asker")
                    .contains(each.get()[1]));
  }

  /** Colleagues are asked in the morning; what settles it comes in the night before. */
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("whatSettlesItWhileColleaguesWait")
  void asksNoColleagueOnceItIsSettledBy(On platform, String how, Settling settling)
      throws Exception {
    try (var stage = stage(platform)) {
      stage.at(OFFERED);
      var question = stage.asks("ada");
      stage.at("2026-03-24T08:05:00Z");
      stage.at("2026-03-24T17:30:00Z");
      stage.presses("ada", stage.theOnly("ada"), onMyQuestion(Deed.ASK_COLLEAGUES));
      assertThat(stage.asked()).isEmpty();
      settling.settle(stage, question);

      stage.at("2026-03-25T08:00:00Z");
      stage.at("2026-03-25T17:30:00Z");
      stage.at("2026-03-27T17:30:00Z");

      assertThat(stage.asked()).as(how).isEmpty();
      assertThat(stage.list()).doesNotContain(Stage.ABOUT);
    }
  }

  private static MessageId offered(Stage stage) throws Exception {
    var question = stage.asks("ada");
    stage.at("2026-03-23T12:59:00Z");
    assertThat(stage.read("ada")).isEmpty();
    stage.at("2026-03-23T13:00:01Z");
    stage.theOnly("ada");
    return question;
  }

  private static MessageId agreed(Stage stage) throws Exception {
    var question = offered(stage);
    stage.presses("ada", stage.theOnly("ada"), onMyQuestion(Deed.ASK_COLLEAGUES));
    assertThat(stage.asked()).hasSize(3);
    return question;
  }

  private static Predicate<Command> onMyQuestion(Deed deed) {
    return command -> command instanceof Command.OnMyQuestion it && it.deed() == deed;
  }

  private static Predicate<Command> rsvp(Rsvp rsvp) {
    return command -> command instanceof Command.AnswerInvitation it && it.rsvp() == rsvp;
  }
}
