package ponte.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ponte.bot.Answer;
import ponte.bot.trespass.SaysToOthers;
import ponte.introduction.Outcome;
import ponte.platform.Destination;
import ponte.reply.Reply;
import ponte.schedule.ComingDigests;

/**
 * What somebody presses or writes may have something said to others at once, past the gate. Who
 * says so is listed here with the reason; all else that reaches somebody else is a prompt.
 */
@Execution(ExecutionMode.CONCURRENT)
class PastTheGateTest {

  /** In channels: those who are in one get it as they get all that is said there. */
  private static final Map<String, String> IN_CHANNELS =
      Map.of(
          "ponte.introduction.RoomQuestions",
          "Post: the question of who presses it, in a channel of theirs, which they read before",
          "ponte.introduction.Rsvps",
          "AnswerInvitation: that they will look, under the question to which they are invited",
          "ponte.pairing.ChannelProgrammes",
          "Meet.Start: that introductions begin in a channel, which whoever runs it read before",
          "ponte.bot.Sharing",
          "Share: the answer that they were given, in the channel where they asked",
          "ponte.schedule.ComingDigests",
          "PostNow: the digest of a schedule of theirs, earlier than planned");

  /** To one person, who waits for it. */
  private static final Map<String, String> TO_PEOPLE =
      Map.of(
          "ponte.seeding.Choosing",
          "Seed.Choose: to whoever calls for help now, that somebody can, while the call stands",
          "ponte.unnamed.AnsweringUnnamed",
          "WithoutName.Answer: to whoever asked, what a colleague writes them; it waits nowhere,"
              + " since nobody but the two is to have it");

  /** They make nothing to be said to others, and pass on what the features above do. */
  private static final Set<String> PASS_IT_ON =
      Set.of(
          "ponte.introduction.Outcome",
          "ponte.bot.Answer",
          "ponte.bot.Bot",
          "ponte.bot.Commands",
          "ponte.schedule.ComingDigests$Decided");

  private static final JavaClasses PONTE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("ponte");

  private static final JavaClasses TRESPASS =
      new ClassFileImporter().importClasses(SaysToOthers.class);

  private static Map<String, String> reasons() {
    var all = new HashMap<>(IN_CHANNELS);
    all.putAll(TO_PEOPLE);
    return all;
  }

  static Stream<String> listed() {
    return reasons().keySet().stream();
  }

  private static ArchRule onlyThoseMaySaySomethingToOthers(Set<String> listed) {
    return noClasses()
        .that(areNot(listed))
        .and(areNot(PASS_IT_ON))
        .should()
        .callConstructor(Outcome.class, Reply.class, List.class)
        .orShould()
        .callConstructor(Answer.class, Reply.class, boolean.class, List.class)
        .orShould()
        .callConstructor(ComingDigests.Decided.class, Reply.class, List.class);
  }

  private static DescribedPredicate<JavaClass> areNot(Set<String> names) {
    return DescribedPredicate.describe(
        "are not listed", type -> !names.contains(type.getFullName()));
  }

  @Test
  void isListed() {
    var rule = onlyThoseMaySaySomethingToOthers(reasons().keySet());

    rule.check(PONTE);
    assertThat(rule.evaluate(TRESPASS).hasViolation()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("listed")
  void isNoLongerListedThanItIsSaid(String name) {
    var others = new HashMap<>(reasons());
    others.remove(name);

    assertThat(onlyThoseMaySaySomethingToOthers(others.keySet()).evaluate(PONTE).hasViolation())
        .isTrue();
  }

  @Test
  void isWrittenToNobodyByThoseWhoSayItInChannels() {
    onlyToChannels(IN_CHANNELS.keySet()).check(PONTE);

    var trespass = Set.of(SaysToOthers.class.getName());
    assertThat(onlyToChannels(trespass).evaluate(TRESPASS).hasViolation()).isTrue();
  }

  private static ArchRule onlyToChannels(Set<String> names) {
    return noClasses()
        .that(
            DescribedPredicate.describe(
                "say it in channels", type -> names.contains(type.getFullName())))
        .should()
        .callConstructor(Destination.Together.class, Set.class);
  }
}
