package ponte.app.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import ponte.nlp.Language;
import ponte.platform.Rate;
import ponte.reply.Texts;
import ponte.teams.graph.Permissions;
import ponte.teams.sync.ReadingRules;

class TeamsGraphPropertiesTest {

  @EnableConfigurationProperties(TeamsGraphProperties.class)
  static class Settings {}

  @Test
  void hasDefaultsThatNeedNoSetting() {
    var graph =
        new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("ponte.teams.graph", TeamsGraphProperties.class);

    assertThat(graph.address()).isEqualTo(URI.create("https://graph.microsoft.com/v1.0/"));
    assertThat(graph.limits().calls()).isEqualTo(new Rate(300, Duration.ofMinutes(1)));
    assertThat(graph.rules())
        .isEqualTo(new ReadingRules(Duration.ofDays(365), Duration.ofHours(1)))
        .isEqualTo(ReadingRules.DEFAULT);
  }

  @Test
  void refusesALookAtWhatWasMissedEverySecond() {
    new ApplicationContextRunner()
        .withUserConfiguration(Settings.class)
        .withPropertyValues("ponte.teams.graph.catch-up=1s")
        .run(
            context ->
                assertThatThrownBy(() -> context.getBean(TeamsGraphProperties.class))
                    .hasStackTraceContaining("catchUp"));
  }

  @Test
  void saysInBothLanguagesWhatEachPermissionIsFor() {
    for (var language : Language.values()) {
      var texts = Texts.of("ponte.app.teams.texts", language);

      assertThat(Permissions.OF_TENANT)
          .allSatisfy(each -> assertThat(texts.say("permission." + each)).isNotBlank());
    }
  }
}
