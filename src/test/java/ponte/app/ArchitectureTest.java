package ponte.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The layers and the house rules; each rule comes with a class that breaks it. */
class ArchitectureTest {

  private static final String[] CORE = {
    "ponte.archive..", "ponte.bot..", "ponte.command..", "ponte.conversation..", "ponte.digest..",
    "ponte.directory..", "ponte.expert..", "ponte.introduction..", "ponte.platform..",
    "ponte.reply..", "ponte.store.."
  };
  private static final String[] ADAPTERS = {
    "ponte.lucene..", "ponte.mvstore..", "ponte.slack..", "ponte.web.."
  };
  private static final String[] APPLICATION = {"ponte.app..", "ponte.bench.."};

  private static final JavaClasses PONTE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("test-classes"))
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
      noClasses()
          .that()
          .resideInAnyPackage("ponte.lucene..", "ponte.mvstore..", "ponte.slack..")
          .should()
          .dependOnClassesThat(
              new DescribedPredicate<JavaClass>("are of another adapter") {
                @Override
                public boolean test(JavaClass type) {
                  return type.getPackageName().startsWith("ponte.web");
                }
              });

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
                  return !type.getPackageName().startsWith("ponte.web.pages");
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
        Arguments.of("nlp knows only text", NLP_KNOWS_ONLY_TEXT),
        Arguments.of("the core knows no adapter", CORE_KNOWS_NO_ADAPTER),
        Arguments.of("the core knows no technology", CORE_KNOWS_NO_TECHNOLOGY),
        Arguments.of("adapters know no application", ADAPTERS_KNOW_NO_APPLICATION),
        Arguments.of("adapters know not each other", ADAPTERS_KNOW_NOT_EACH_OTHER),
        Arguments.of("the product knows no benchmark", THE_PRODUCT_KNOWS_NO_BENCHMARK),
        Arguments.of("time is given", TIME_IS_GIVEN),
        Arguments.of("nothing has a setter", NOTHING_HAS_A_SETTER),
        Arguments.of("names say what things are", NAMES_SAY_WHAT_THINGS_ARE),
        Arguments.of("packages are null-marked", PACKAGES_ARE_NULL_MARKED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  @DisplayName("Ponte keeps the rule")
  void ponteKeepsTheRule(String name, ArchRule rule) {
    rule.check(PONTE);
  }
}
