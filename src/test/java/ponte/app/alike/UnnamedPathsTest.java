package ponte.app.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.command.Command.Rsvp;
import ponte.command.Nameless;
import ponte.store.Codec;

/**
 * Every path of a question that is asked without a name, on the payloads of both platforms: in
 * nothing that reaches colleagues is there anything of the asker.
 */
class UnnamedPathsTest extends OnBothPlatforms {

  private static final String WAITS = "waits for your answer";
  private static final String NEXT_DAY = "2026-03-24T09:30:00Z";

  @ParameterizedTest
  @EnumSource(On.class)
  void passesAnAnswerOnAndTellsColleaguesNothingOfTheAsker(On platform) throws Exception {
    try (var stage = unnamed(platform)) {
      var preview = stage.hears("elena", "chiedi senza il mio nome: " + Stage.QUESTION);
      assertThat(preview.words()).contains(Stage.ABOUT);
      assertThat(stage.asked()).containsExactly("elena");

      var card = stage.read("elena").getLast();
      stage.presses("elena", card, UnnamedPathsTest::sends);
      stage.presses("elena", card, UnnamedPathsTest::sends);
      var asked = asked(stage);
      assertThat(asked).hasSize(3).doesNotContain("elena");
      for (var name : asked) {
        assertThat(stage.theOnly(name).raw().toString())
            .contains("billing consumers")
            .doesNotContain("elena", "Elena", "Sala", stage.town().office().channel().value())
            .doesNotContain("payments");
      }

      var late = stage.theOnly(asked.get(1));
      stage.presses(asked.get(1), late, says(Rsvp.LATER));
      stage.presses(asked.get(2), stage.theOnly(asked.get(2)), says(Rsvp.PASS));
      var before = stage.read("elena").size();
      var told = answers(stage, asked.get(0), "You reset them with the shell.");

      assertThat(told.words()).contains("passed your answer on").doesNotContain("Elena");
      assertThat(stage.read("elena")).hasSize(before + 1);
      assertThat(stage.read("elena").getLast().shown().words())
          .contains(nameOf(stage, asked.get(0)), "You reset them with the shell");
      stage.at(NEXT_DAY);
      assertThat(asked(stage)).isEqualTo(asked);
      assertThat(stage.town().posts().posted())
          .filteredOn(post -> stage.town().isRead(asked.get(1), post))
          .allMatch(post -> !post.raw().toString().contains("lena"))
          .filteredOn(post -> post.shown().words().contains(Stage.ABOUT))
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void asksTomorrowWhoSaysSoAndNobodyOnceItIsTakenBack(On platform) throws Exception {
    try (var stage = unnamed(platform)) {
      stage.says("elena", "chiedi senza il mio nome: " + Stage.QUESTION);
      stage.presses("elena", stage.read("elena").getLast(), UnnamedPathsTest::sends);
      var asked = asked(stage);
      for (var name : asked) {
        stage.presses(name, stage.theOnly(name), says(Rsvp.LATER));
      }

      stage.at(NEXT_DAY);
      for (var name : asked) {
        assertThat(told(stage, name)).hasSize(2);
        stage.presses(name, stage.read(name).getLast(), says(Rsvp.LATER));
      }
      stage.presses(
          "elena",
          stage.theOnly("elena", "Chiedo a un massimo"),
          command ->
              command instanceof Command.WithoutName(var wish)
                  && wish instanceof Nameless.TakeBack);
      stage.at("2026-03-25T10:00:00Z");

      for (var name : asked) {
        assertThat(told(stage, name)).hasSize(2);
        assertThat(stage.hears(name, "answer a colleague").words()).contains(WAITS);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void offersItBesideAQuestionInAChannelAndLeadsNoColleagueThere(On platform) throws Exception {
    try (var stage = unnamed(platform)) {
      var question = stage.asks("ada");
      stage.at("2026-03-23T13:00:01Z");
      var offer = stage.theOnly("ada");
      stage.presses("ada", offer, onMyQuestion(Deed.SHOW_UNNAMED));
      stage.presses("ada", stage.read("ada").getLast(), onMyQuestion(Deed.ASK_UNNAMED));

      var asked = stage.asked();
      assertThat(asked).hasSize(3);
      for (var name : asked) {
        assertThat(stage.theOnly(name).raw().toString())
            .doesNotContain("Ada Vance", stage.town().address(question), "payments");
      }
      stage.deletes("ada", question);
      var before = stage.read("ada");
      answers(stage, asked.getFirst(), "You reset them with the shell.");
      assertThat(stage.read("ada")).isEqualTo(before);
    }
  }

  static boolean sends(Command command) {
    return command instanceof Command.WithoutName(var wish) && wish instanceof Nameless.Send;
  }

  static Predicate<Command> says(Rsvp rsvp) {
    return command ->
        command instanceof Command.WithoutName(var wish)
            && wish instanceof Nameless.Say say
            && say.rsvp() == rsvp;
  }

  /** The name by which somebody was asked something. */
  static String question(Stage stage, String name, String words) {
    return stage.town().posts().posted().stream()
        .filter(post -> stage.town().isRead(name, post) && post.shown().words().contains(words))
        .flatMap(post -> post.shown().values().stream())
        .filter(value -> !value.isEmpty())
        .map(value -> Codec.read(value, Command.class))
        .flatMap(
            command ->
                command instanceof Command.WithoutName(var wish) && wish instanceof Nameless.Say say
                    ? Stream.of(say.question())
                    : Stream.empty())
        .findFirst()
        .orElseThrow();
  }

  private static Shown answers(Stage stage, String name, String words) throws Exception {
    return stage.fills(
        name,
        "answer",
        Map.of("question", question(stage, name, Stage.ABOUT)),
        Map.of("answer", words));
  }

  private static List<Posts.Post> told(Stage stage, String name) {
    return stage.town().posts().posted().stream()
        .filter(post -> stage.town().isRead(name, post))
        .filter(post -> post.shown().words().contains(Stage.ABOUT))
        .toList();
  }

  /** Which colleagues were asked. */
  private static List<String> asked(Stage stage) {
    return Stage.EXPERTS.stream()
        .filter(name -> !name.equals("elena") && !told(stage, name).isEmpty())
        .toList();
  }

  private static String nameOf(Stage stage, String handle) {
    return stage.town().office().people().stream()
        .filter(person -> person.handle().equals(handle))
        .map(person -> person.name())
        .findFirst()
        .orElseThrow();
  }

  private static Predicate<Command> onMyQuestion(Deed deed) {
    return command -> command instanceof Command.OnMyQuestion it && it.deed() == deed;
  }

  private static Stage unnamed(On platform) {
    return stage(platform, town -> Core.inMemory(Stage.unnamed(town.office()), clock()));
  }
}
