package ponte.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;
import ponte.app.NotSetAnalyzer;
import ponte.app.access.Access.Way;
import ponte.nlp.Language;

/** The settings of the console: what holds where nobody sets anything, and what is refused. */
class ConsolePropertiesTest {

  private static final String TENANT = "66666666-7777-8888-9999-AAAAAAAAAAAA";

  private static final String SLACK =
      "ponte.console.slack.client-id=a|ponte.console.slack.client-secret=s";
  private static final String ENTRA =
      "ponte.console.entra.client-id=a|ponte.console.entra.client-secret=s|ponte.console.entra.tenants="
          + TENANT;
  private static final String ADDRESS = "ponte.console.address=https://ponte.example.org/";

  private final ApplicationContextRunner server =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Properties.class, AccessConfiguration.class);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(ConsoleProperties.class)
  static class Properties {}

  @Test
  void isForThisMachineUnlessToldOtherwise() {
    server.run(
        context -> {
          assertThat(context.getBean(ConsoleProperties.class))
              .isEqualTo(
                  new ConsoleProperties(
                      null,
                      Duration.ofHours(2),
                      Duration.ofHours(12),
                      new ConsoleProperties.Slack(null, null, URI.create("https://slack.com")),
                      new ConsoleProperties.Entra(
                          null, null, Set.of(), URI.create("https://login.microsoftonline.com"))));
          assertThat(context.getBean(Access.class)).isEqualTo(new Access.Local());
        });
    assertThat(SignInIsSet.in(new MockEnvironment())).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        ADDRESS + "; no-way",
        SLACK + "; no-address",
        "ponte.console.slack.client-id=a|" + ADDRESS + "; slack-no-client-secret",
        "ponte.console.slack.client-secret=s|" + ADDRESS + "; slack-no-client-id",
        "ponte.console.entra.client-secret=s|" + ADDRESS + "; entra-no-client-id",
        "ponte.console.entra.client-id=a|" + ADDRESS + "; entra-no-client-secret",
        "ponte.console.entra.tenants=x|" + ADDRESS + "; entra-no-client-id",
        "ponte.console.entra.client-id=a|ponte.console.entra.client-secret=s|"
            + ADDRESS
            + "; entra-no-tenant",
        "ponte.console.entra.client-id=a|ponte.console.entra.client-secret=s|ponte.console.entra.tenants=acme.org|"
            + ADDRESS
            + "; entra-bad-tenant"
      })
  void saysWhatIsMissing(String settings, String situation) {
    assertNotSet(settings, situation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://ponte.example.org",
        "https://ponte.example.org/console",
        "https://ponte.example.org/?a=b",
        "https://ada@ponte.example.org",
        "http://localhost.example.org",
        "ponte.example.org"
      })
  void refusesAnAddressThatIsNotSafeOrNotWhole(String address) {
    assertNotSet(SLACK + "|ponte.console.address=" + address, "bad-address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ponte.example.org",
        "https://ponte.example.org:8443",
        "http://localhost:8080",
        "http://127.0.0.1:8080",
        "http://[::1]:8080"
      })
  void takesAnAddressByWhichNobodyListens(String address) {
    server
        .withPropertyValues(values(SLACK + "|ponte.console.address=" + address))
        .run(
            context ->
                assertThat(context.getBean(Access.class))
                    .isEqualTo(new Access.BySignIn(URI.create(address), List.of(Way.SLACK))));
  }

  @Test
  void offersBothWaysWhereBothAreSet() {
    server
        .withPropertyValues(values(SLACK + "|" + ENTRA + "|" + ADDRESS))
        .run(
            context ->
                assertThat(context.getBean(Access.class))
                    .isEqualTo(
                        new Access.BySignIn(
                            URI.create("https://ponte.example.org"),
                            List.of(Way.SLACK, Way.ENTRA))));
  }

  private void assertNotSet(String settings, String situation) {
    server
        .withPropertyValues(values(settings))
        .run(
            context -> {
              var failure = Objects.requireNonNull(context.getStartupFailure());
              assertThat(failure).rootCause().isInstanceOf(ConsoleNotSetException.class);
              var analysis = Objects.requireNonNull(new NotSetAnalyzer().analyze(failure));
              var notSet = new ConsoleNotSetException(situation, "");
              assertThat(analysis.getDescription().lines()).hasSize(2);
              assertThat(analysis.getDescription())
                  .startsWith(notSet.in(Language.ENGLISH).substring(0, 20));
              assertThat(failure).rootCause().hasMessageContaining(situation);
            });
  }

  @Test
  void tellsNoSecret() {
    server
        .withPropertyValues(values(SLACK + "|" + ADDRESS))
        .run(
            context ->
                assertThat(context.getBean(ConsoleProperties.class).toString())
                    .doesNotContain("clientSecret=s"));
  }

  @Test
  void refusesASessionThatNeverEnds() {
    assertThatThrownBy(
            () ->
                server
                    .withPropertyValues("ponte.console.longest=31d")
                    .run(context -> context.getBean(ConsoleProperties.class)))
        .rootCause()
        .hasMessageContaining("longest");
  }

  private static String[] values(String settings) {
    return Arrays.stream(settings.split("\\|")).map(String::strip).toArray(String[]::new);
  }
}
