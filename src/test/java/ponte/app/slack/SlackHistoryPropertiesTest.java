package ponte.app.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class SlackHistoryPropertiesTest {

  private final ApplicationContextRunner server =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Properties.class);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(SlackHistoryProperties.class)
  static class Properties {}

  @Test
  void readsAYearBack() {
    server.run(
        context ->
            assertThat(context.getBean(SlackHistoryProperties.class))
                .isEqualTo(new SlackHistoryProperties(Duration.ofDays(365), 40, 200)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"back=3661d", "back=-1d", "calls-per-minute=0", "page=1000"})
  void refusesWhatSlackDoesNotTake(String setting) {
    server
        .withPropertyValues("ponte.slack.history." + setting)
        .run(context -> assertThat(context).hasFailed());
  }
}
