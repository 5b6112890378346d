package ponte.app.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;
import ponte.app.NotSetAnalyzer;
import ponte.nlp.Language;
import ponte.slack.installation.Token;
import ponte.slack.installation.TokenOffice;

/**
 * The settings for Slack: what holds where nobody sets anything, what is refused, what they mean.
 */
class SlackPropertiesTest {

  private static final String KEY = "ponte.slack.encryption-key=" + "A".repeat(43) + "=";

  private final ApplicationContextRunner server =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Properties.class);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(SlackProperties.class)
  static class Properties {}

  @Test
  void hasNothingToDoWithSlackUnlessToldTo() {
    server.run(
        context ->
            assertThat(context.getBean(SlackProperties.class))
                .isEqualTo(
                    new SlackProperties(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        2,
                        Set.of(),
                        URI.create("https://slack.com/"))));
    assertThat(SlackIsSet.in(new MockEnvironment())).isFalse();
    assertThat(SlackIsSet.in(new MockEnvironment().withProperty("ponte.slack.app-token", "xapp-1")))
        .isTrue();
  }

  @Test
  void findsSlackWhereItIs() {
    server.run(
        context -> {
          var properties = context.getBean(SlackProperties.class);
          assertThat(properties.api()).isEqualTo(URI.create("https://slack.com/api/"));
          assertThat(properties.authorize())
              .isEqualTo(URI.create("https://slack.com/oauth/v2/authorize"));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "ponte.slack.connections, 0",
    "ponte.slack.connections, 11",
    "ponte.slack.signing-secret, ''",
    "ponte.slack.signing-secret, ' '",
    "ponte.slack.bot-token, ''",
    "ponte.slack.address, 'not an address'"
  })
  void refusesToStartWith(String property, String value) {
    server
        .withPropertyValues(property + "=" + value)
        .run(context -> assertThat(context).hasFailed());
  }

  @Test
  void neverShowsASecret() {
    server
        .withPropertyValues(
            "ponte.slack.bot-token=xoxb-secret", "ponte.slack.app-token=xapp-secret")
        .run(
            context ->
                assertThat(context.getBean(SlackProperties.class).toString())
                    .contains("***")
                    .doesNotContain("secret="));
  }

  @Test
  void livesInOneWorkspaceWithItsToken() {
    server
        .withPropertyValues(
            "ponte.slack.bot-token=xoxb-1",
            "ponte.slack.signing-secret=s",
            "ponte.slack.excluded-channels=#hr,C123")
        .run(
            context -> {
              var properties = context.getBean(SlackProperties.class);
              assertThat(SlackMode.of(properties))
                  .isEqualTo(new SlackMode.OneWorkspace(new Token("xoxb-1")));
              assertThat(properties.excludedChannels()).containsExactlyInAnyOrder("#hr", "C123");
            });
  }

  @Test
  void livesInAnyWorkspaceByConsent() {
    server
        .withPropertyValues(
            "ponte.slack.client-id=1.2",
            "ponte.slack.client-secret=c",
            "ponte.slack.signing-secret=s",
            "ponte.slack.public-address=https://ponte.example.org",
            KEY)
        .run(
            context ->
                assertThat(SlackMode.of(context.getBean(SlackProperties.class)))
                    .isEqualTo(
                        new SlackMode.ByConsent(
                            new TokenOffice.App("1.2", new Token("c")),
                            new Token("A".repeat(43) + "="),
                            URI.create("https://ponte.example.org/slack/oauth_redirect"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no-way-in | ponte.slack.bot-token=x",
        "no-token | ponte.slack.signing-secret=s",
        "no-token | ponte.slack.app-token=a",
        "token-and-consent | ponte.slack.bot-token=x ponte.slack.app-token=a ponte.slack.client-id=1",
        "no-client-secret | ponte.slack.signing-secret=s ponte.slack.client-id=1",
        "no-encryption-key | ponte.slack.signing-secret=s ponte.slack.client-id=1"
            + " ponte.slack.client-secret=c",
        "no-public-address | ponte.slack.signing-secret=s ponte.slack.client-id=1"
            + " ponte.slack.client-secret=c ponte.slack.encryption-key=k"
      })
  void saysInWordsWhichSettingIsMissing(String situation, String settings) {
    server
        .withPropertyValues(settings.split(" "))
        .run(
            context ->
                assertThatThrownBy(() -> SlackMode.of(context.getBean(SlackProperties.class)))
                    .isInstanceOfSatisfying(
                        SlackNotSetException.class,
                        e -> {
                          assertThat(e.situation()).isEqualTo(situation);
                          var analysis = new NotSetAnalyzer().analyze(e);
                          assertThat(Objects.requireNonNull(analysis).getDescription())
                              .contains(e.in(Language.ENGLISH), e.in(Language.ITALIAN));
                        }));
  }
}
