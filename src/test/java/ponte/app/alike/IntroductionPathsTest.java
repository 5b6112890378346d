package ponte.app.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import ponte.command.Acquaintance;
import ponte.command.Acquaintance.Experience;
import ponte.command.Acquaintance.Reaction;
import ponte.command.Command;

/**
 * Every path of an introduction, on the payloads of both platforms: Slack opens one conversation of
 * all of them, and Teams, where a bot cannot, tells each and shows the way to a chat of them all.
 */
class IntroductionPathsTest extends OnBothPlatforms {

  private static final String DECIDED = "2026-03-30T20:00:00Z";
  private static final String TUESDAY = "2026-03-31T08:00:00Z";
  private static final String REMINDED = "2026-04-03T08:00:10Z";
  private static final String ASKED = "2026-04-10T08:01:00Z";

  private static final String HELLO = "wanted to get to know colleagues";
  private static final String REMINDER = "have you found an hour for each other";

  static Stream<Arguments> whatBecameOfIt() {
    return Stream.of(On.values())
        .flatMap(
            platform ->
                Stream.of(
                    Arguments.of(platform, Experience.GOOD, "I am glad to hear it"),
                    Arguments.of(platform, Experience.MET, "Thank you for telling me"),
                    Arguments.of(platform, Experience.NOT_MET, "Another time")));
  }

  @ParameterizedTest
  @MethodSource("whatBecameOfIt")
  void bringsTwoTogetherAndAsksEachWhetherTheyMet(On platform, Experience said, String thanks)
      throws Exception {
    try (var stage = introduced(platform, "bruno", "chiara")) {
      var opening = stage.theOnly("bruno", HELLO);
      assertThat(opening.shown().words()).contains("Bruno Conti", "Chiara Neri", "you all work");
      assertThat(stage.theOnly("chiara", HELLO).shown()).isEqualTo(opening.shown());
      assertReachesAll(stage, platform, opening, "bruno", "chiara");

      stage.presses("bruno", opening, reaction(Reaction.ON));
      assertThat(stage.theOnly("bruno", HELLO)).isEqualTo(opening);
      stage.at(REMINDED);
      assertThat(told(stage, "chiara", REMINDER)).isEmpty();

      stage.at(ASKED);
      for (var name : List.of("bruno", "chiara")) {
        var asked = stage.theOnly(name, "Did you and");
        assertThat(asked.shown().words()).contains(name.equals("bruno") ? "Chiara" : "Bruno");
        var answer = stage.presses(name, asked, experience(said));
        assertThat(answer.words()).contains(thanks);
        assertThat(told(stage, name, "Did you and")).isEmpty();
      }
      stage.at("2026-04-24T08:00:00Z");
      stage.theOnly("bruno", HELLO);
      assertThat(told(stage, "bruno", "Did you and")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void bringsTwoTogetherInTheirLanguageAndWhereTheyAreReached(On platform) throws Exception {
    try (var stage = stage(platform)) {
      for (var name : List.of("fabio", "giulia")) {
        assertThat(stage.hears(name, "fammi conoscere colleghi").words()).contains("31 marzo");
      }

      passes(stage);

      var opening = stage.theOnly("fabio", "Volevate conoscere dei colleghi");
      assertReachesAll(stage, platform, opening, "fabio", "giulia");
      if (platform == On.TEAMS) {
        assertThat(opening.raw().toString())
            .contains("https://teams.microsoft.com/l/chat/0/0?users=giulia");
        assertThat(stage.theOnly("giulia", "Volevate conoscere").raw().toString())
            .contains("https://teams.microsoft.com/l/chat/0/0?users=fabio");
      }
      stage.at(ASKED);
      stage.theOnly("giulia", "Tu e Fabio Testa vi siete incontrati");
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void remindsThemOnceWhereNobodySaysAnything(On platform) throws Exception {
    try (var stage = introduced(platform, "bruno", "chiara")) {
      stage.at("2026-04-02T12:00:00Z");
      assertThat(told(stage, "bruno", REMINDER)).isEmpty();

      stage.at(REMINDED);
      stage.at("2026-04-07T08:00:00Z");

      for (var name : List.of("bruno", "chiara")) {
        stage.theOnly(name, HELLO);
        stage.theOnly(name, REMINDER);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void makesThreeOfAnOddNumber(On platform) throws Exception {
    try (var stage = introduced(platform, "ada", "bruno", "chiara")) {
      var opening = stage.theOnly("ada", HELLO);

      assertThat(opening.shown().words()).contains("the three of you", "Ada", "Bruno", "Chiara");
      for (var name : List.of("bruno", "chiara")) {
        assertThat(stage.theOnly(name, HELLO).shown()).isEqualTo(opening.shown());
      }
      assertReachesAll(stage, platform, opening, "ada", "bruno", "chiara");
      stage.at(REMINDED);
      stage.theOnly("ada", REMINDER);
      stage.at(ASKED);
      assertThat(stage.theOnly("ada", "Did you").shown().words()).contains("Bruno", "Chiara");
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void tellsNobodyWhoDoesNotWantIt(On platform) throws Exception {
    try (var stage = introduced(platform, "bruno", "chiara")) {
      var before = stage.read("chiara");

      var answer =
          stage.presses("bruno", stage.theOnly("bruno", HELLO), reaction(Reaction.SOMEBODY_ELSE));

      assertThat(answer.words()).contains("Nobody learns of it");
      assertThat(stage.read("chiara")).isEqualTo(before);
      stage.at(REMINDED);
      stage.at(ASKED);
      assertThat(told(stage, "chiara", REMINDER)).isEmpty();
      assertThat(told(stage, "bruno", "Did you and")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void leavesInPeaceWhoLeavesOrPauses(On platform) throws Exception {
    try (var stage = stage(platform)) {
      joins(stage, "ada", "bruno", "chiara");
      stage.says("ada", "pause introductions until 30 April 2026");
      stage.says("bruno", "leave introductions");
      var read = List.of(stage.read("ada"), stage.read("bruno"));

      passes(stage);

      assertThat(List.of(stage.read("ada"), stage.read("bruno"))).isEqualTo(read);
      stage.theOnly("chiara", "nobody new for you");
    }
  }

  /** One conversation was opened for all of them, or each of them was told once. */
  private static void assertReachesAll(
      Stage stage, On platform, Posts.Post opening, String... names) {
    switch (platform) {
      case SLACK ->
          assertThat(names).allSatisfy(name -> assertThat(stage.read(name)).contains(opening));
      case TEAMS ->
          assertThat(stage.town().posts().posted())
              .filteredOn(post -> post.shown().words().equals(opening.shown().words()))
              .hasSize(names.length);
    }
  }

  private static Stage introduced(On platform, String... names) throws Exception {
    var stage = stage(platform);
    joins(stage, names);
    var read = stage.read(names[0]);
    passes(stage, () -> assertThat(stage.read(names[0])).isEqualTo(read));
    return stage;
  }

  private static void passes(Stage stage) {
    passes(stage, () -> {});
  }

  /** The time until Tuesday at ten. */
  private static void passes(Stage stage, Runnable justBefore) {
    stage.at("2026-03-24T20:00:00Z");
    stage.at(DECIDED);
    stage.at("2026-03-31T07:59:00Z");
    justBefore.run();
    stage.at(TUESDAY);
  }

  private static void joins(Stage stage, String... names) throws Exception {
    for (var name : names) {
      assertThat(stage.hears(name, "introduce me to colleagues").words())
          .contains("every two weeks", "31 March");
    }
  }

  private static List<Posts.Post> told(Stage stage, String name, String words) {
    return stage.read(name).stream().filter(each -> each.shown().words().contains(words)).toList();
  }

  private static Predicate<Command> reaction(Reaction reaction) {
    return command ->
        command instanceof Command.Meet(Acquaintance.React(_, var it)) && it == reaction;
  }

  private static Predicate<Command> experience(Experience experience) {
    return command ->
        command instanceof Command.Meet(Acquaintance.Tell(_, var it)) && it == experience;
  }
}
