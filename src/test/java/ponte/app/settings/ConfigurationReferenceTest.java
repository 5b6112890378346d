package ponte.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What the documents say of the settings, and what the build knows of them. */
class ConfigurationReferenceTest {

  private static final String COMMAND =
      "./mvnw test -pl src -am -Dtest=ConfigurationReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dponte.write-reference=true";

  private static final Path PAGE = Path.of("docs", "configuration.md");

  private final KnownSettings settings = KnownSettings.read();

  @Test
  void pageIsWhatTheBuildMakesOfTheCode() throws IOException {
    var page = new ConfigurationReference(settings).page(COMMAND);
    if (Boolean.getBoolean("ponte.write-reference")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).as("made again by: %s", COMMAND).hasContent(page);
  }

  @Test
  void saysOfEverySettingWhatItMeans() {
    assertThat(settings.all())
        .allSatisfy(
            setting -> {
              assertThat(setting.description()).as(setting.name()).hasSizeGreaterThan(10);
              assertThat(setting.description()).as(setting.name()).doesNotStartWith("null:");
            });
  }

  @Test
  void saysOfEverySettingWhatHoldsWhereNobodySetsIt() {
    assertThat(settings.all())
        .filteredOn(setting -> setting.usual() == null)
        .allSatisfy(
            setting ->
                assertThat(setting)
                    .as("either a default, or a list, or text that says what absence means")
                    .matches(
                        unset ->
                            unset.type().startsWith("java.util.")
                                || unset
                                    .description()
                                    .matches(
                                        "(?s).*(null:|wherever \\{@code|needed|for consent).*")));
  }

  @Test
  void knowsTheVariableOfTheEnvironmentOfEverySetting() {
    for (var setting : settings.all()) {
      var environment = new StandardEnvironment();
      environment
          .getPropertySources()
          .addFirst(
              new SystemEnvironmentPropertySource(
                  "systemEnvironment-of-a-test",
                  Map.of(ConfigurationReference.environment(setting.name()), "set")));
      ConfigurationPropertySources.attach(environment);

      assertThat(environment.getProperty(setting.name())).as(setting.name()).isEqualTo("set");
    }
  }

  @Test
  void findsWhatWasMeantByANameThatIsNone() {
    assertThat(settings.has("ponte.digest.most-days")).isTrue();
    assertThat(settings.has("ponte.retention.channels.payments")).isTrue();
    assertThat(settings.has("ponte.redis.nodes[1]")).isTrue();
    assertThat(settings.has("ponte.digest.mostdays2")).isFalse();
    assertThat(settings.meant("ponte.digets.most-days")).contains("ponte.digest.most-days");
  }
}
