package ponte.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ponte.app.trespass.ApplicationThatKnowsTheTeamsLibrary;
import ponte.app.trespass.ProductThatKnowsBenchmarks;
import ponte.bot.Outbox;
import ponte.bot.trespass.SaysWhatItLikes;
import ponte.digest.trespass.DigestHelper;
import ponte.digest.trespass.HasASetter;
import ponte.digest.trespass.TimeTaken;
import ponte.expert.trespass.CoreThatKnowsSpring;
import ponte.expert.trespass.CoreThatKnowsTheIndex;
import ponte.lucene.trespass.AdapterThatKnowsAnother;
import ponte.lucene.trespass.AdapterThatKnowsTheApplication;
import ponte.mvstore.MvStoreState;
import ponte.nlp.trespass.TextThatKnowsPeople;
import ponte.slack.one.KnowsTwo;
import ponte.slack.two.KnowsOne;

/** The layers and the house rules; each rule comes with a class that breaks it. */
@BesideOthers
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTest {

  private static final String[] CORE = {
    "ponte.archive..",
    "ponte.bot..",
    "ponte.colleague..",
    "ponte.command..",
    "ponte.consent..",
    "ponte.conversation..",
    "ponte.digest..",
    "ponte.directory..",
    "ponte.expert..",
    "ponte.feed..",
    "ponte.guide..",
    "ponte.home..",
    "ponte.introduction..",
    "ponte.listening..",
    "ponte.pairing..",
    "ponte.nudge..",
    "ponte.platform..",
    "ponte.prompt..",
    "ponte.reply..",
    "ponte.schedule..",
    "ponte.seeding..",
    "ponte.store.."
  };
  private static final String[] ADAPTERS = {
    "ponte.lucene..",
    "ponte.mvstore..",
    "ponte.opensearch..",
    "ponte.redis..",
    "ponte.slack..",
    "ponte.teams..",
    "ponte.web.."
  };
  private static final String[] APPLICATION = {"ponte.app..", "ponte.bench.."};

  private static final JavaClasses PONTE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(
              location -> !location.contains("test-classes") && !location.contains("-tests.jar"))
          .importPackages("ponte");

  private static final ArchRule NLP_KNOWS_ONLY_TEXT =
      noClasses()
          .that()
          .resideInAPackage("ponte.nlp..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(concat(CORE, ADAPTERS, APPLICATION));

  private static final ArchRule CORE_KNOWS_NO_ADAPTER =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(concat(ADAPTERS, APPLICATION));

  private static final ArchRule CORE_KNOWS_NO_TECHNOLOGY =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.apache.lucene..",
              "opennlp..",
              "org.h2..",
              "org.opensearch..",
              "redis..",
              "com.slack..",
              "com.microsoft..",
              "jakarta..",
              "java.net.http..");

  private static final ArchRule ADAPTERS_KNOW_NO_APPLICATION =
      noClasses()
          .that()
          .resideInAnyPackage(ADAPTERS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(concat(APPLICATION, new String[] {"org.springframework.."}));

  private static final ArchRule ADAPTERS_KNOW_NOT_EACH_OTHER =
      slices()
          .matching("ponte.(lucene|mvstore|opensearch|redis|slack|teams|web)..")
          .should()
          .notDependOnEachOther();

  private static final ArchRule PACKAGES_OF_AN_ADAPTER_GO_ONE_WAY =
      slices().matching("ponte.(slack|teams).(*)..").should().beFreeOfCycles();

  private static final ArchRule ONLY_THE_ADAPTER_KNOWS_THE_TEAMS_LIBRARY =
      noClasses()
          .that()
          .resideOutsideOfPackage("ponte.teams..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.microsoft..", "com.auth0..");

  private static final ArchRule THE_PRODUCT_KNOWS_NO_BENCHMARK =
      noClasses()
          .that()
          .resideOutsideOfPackage("ponte.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ponte.bench..");

  private static final ArchRule TIME_IS_GIVEN =
      noClasses()
          .that()
          .resideInAnyPackage(concat(CORE, ADAPTERS, new String[] {"ponte.nlp.."}))
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class);

  /** Whoever else may say something says what somebody asked for, or asks the gate by itself. */
  private static final ArchRule WHAT_NOBODY_ASKED_FOR_PASSES_THE_GATE =
      classes()
          .that()
          .areAssignableTo(Outbox.class)
          .should()
          .onlyHaveDependentClassesThat()
          .haveNameMatching(
              "ponte\\.bot\\.(Answering|Correcting|DeadLetters|Outbox|Planned(\\$Way)?|Timing|Workers)"
                  + "|ponte\\.teams\\.sync\\.(Hearing|TeamsReading)");

  private static final ArchRule NOTHING_HAS_A_SETTER =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(CORE)
          .should()
          .haveNameMatching("set[A-Z].*");

  private static final ArchRule NAMES_SAY_WHAT_THINGS_ARE =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameStartingWith("Abstract");

  private static final ArchRule PACKAGES_ARE_NULL_MARKED =
      classes()
          .that(
              new DescribedPredicate<JavaClass>("are written by us") {
                @Override
                public boolean test(JavaClass type) {
                  return !type.getPackageName().startsWith("ponte.web.pages")
                      && !type.getPackageName().endsWith(".jmh_generated");
                }
              })
          .should(
              com.tngtech.archunit.lang.conditions.ArchConditions.be(
                  new DescribedPredicate<JavaClass>("in a package marked @NullMarked") {
                    @Override
                    public boolean test(JavaClass type) {
                      return type.getPackage().isAnnotatedWith(NullMarked.class);
                    }
                  }));

  static Stream<Arguments> rules() {
    return Stream.of(
        rule("nlp knows only text", NLP_KNOWS_ONLY_TEXT, TextThatKnowsPeople.class),
        rule("the core knows no adapter", CORE_KNOWS_NO_ADAPTER, CoreThatKnowsTheIndex.class),
        rule("the core knows no technology", CORE_KNOWS_NO_TECHNOLOGY, CoreThatKnowsSpring.class),
        rule(
            "adapters know no application",
            ADAPTERS_KNOW_NO_APPLICATION,
            AdapterThatKnowsTheApplication.class),
        rule(
            "adapters know not each other",
            ADAPTERS_KNOW_NOT_EACH_OTHER,
            AdapterThatKnowsAnother.class,
            MvStoreState.class),
        rule(
            "packages of an adapter go one way",
            PACKAGES_OF_AN_ADAPTER_GO_ONE_WAY,
            KnowsTwo.class,
            KnowsOne.class),
        rule(
            "only the adapter knows the library of Teams",
            ONLY_THE_ADAPTER_KNOWS_THE_TEAMS_LIBRARY,
            ApplicationThatKnowsTheTeamsLibrary.class),
        rule(
            "the product knows no benchmark",
            THE_PRODUCT_KNOWS_NO_BENCHMARK,
            ProductThatKnowsBenchmarks.class),
        rule("time is given", TIME_IS_GIVEN, TimeTaken.class),
        rule(
            "what nobody asked for passes the gate",
            WHAT_NOBODY_ASKED_FOR_PASSES_THE_GATE,
            SaysWhatItLikes.class,
            Outbox.class),
        rule("nothing has a setter", NOTHING_HAS_A_SETTER, HasASetter.class),
        rule("names say what things are", NAMES_SAY_WHAT_THINGS_ARE, DigestHelper.class),
        rule("packages are null-marked", PACKAGES_ARE_NULL_MARKED, DigestHelper.class));
  }

  private static Arguments rule(String name, ArchRule rule, Class<?>... trespass) {
    return Arguments.of(name, rule, trespass);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void ponteKeeps(String name, ArchRule rule, Class<?>[] trespass) {
    rule.check(PONTE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void aTrespassIsSeen(String name, ArchRule rule, Class<?>[] trespass) {
    var trespassing = new ClassFileImporter().importClasses(trespass);

    assertThat(rule.evaluate(trespassing).hasViolation()).isTrue();
  }

  private static String[] concat(String[]... parts) {
    return Stream.of(parts).flatMap(Stream::of).toArray(String[]::new);
  }
}
