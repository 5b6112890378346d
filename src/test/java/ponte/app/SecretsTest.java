package ponte.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Settings that are secrets tell nobody what they are, also those that come later. */
class SecretsTest {

  private static final String MARK = "m4rk-of-a-secret";
  private static final Pattern SECRET = Pattern.compile("(?i).*(secret|token|password|key)$");

  private static List<Class<?>> settings() throws ClassNotFoundException {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    var classes = new ArrayList<Class<?>>();
    for (var found : scanner.findCandidateComponents("ponte.app")) {
      classes.add(Class.forName(found.getBeanClassName()));
    }
    return classes;
  }

  private static void collect(Class<?> type, String prefix, Map<String, RecordComponent> into) {
    for (var component : type.getRecordComponents()) {
      var name = prefix + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      if (SECRET.matcher(component.getName()).matches()) {
        into.put(name, component);
      } else if (component.getType().isRecord()) {
        collect(component.getType(), name + ".", into);
      }
    }
  }

  @Test
  void areNotPrintedWithTheSettingsTheyAreAmong() throws Exception {
    var all = new HashMap<String, RecordComponent>();
    for (var type : settings()) {
      if (type.isRecord()) {
        var secrets = new HashMap<String, RecordComponent>();
        var prefix = type.getAnnotation(ConfigurationProperties.class).value();
        collect(type, prefix + ".", secrets);
        var set = new HashMap<String, String>();
        secrets.keySet().forEach(name -> set.put(name, MARK));
        all.putAll(secrets);

        var bound =
            new Binder(new MapConfigurationPropertySource(set))
                .bindOrCreate(prefix, Bindable.of(type));

        assertThat(String.valueOf(bound)).as(prefix).doesNotContain(MARK);
        if (!secrets.isEmpty()) {
          assertThat(String.valueOf(bound)).as(prefix).contains("***");
        }
      }
    }
    assertThat(all.keySet())
        .contains(
            "ponte.slack.bot-token",
            "ponte.slack.signing-secret",
            "ponte.slack.app-token",
            "ponte.slack.client-secret",
            "ponte.slack.encryption-key",
            "ponte.teams.app-password",
            "ponte.console.slack.client-secret",
            "ponte.console.entra.client-secret",
            "ponte.digest.rewriter.key",
            "ponte.redis.password",
            "ponte.redis.sentinel-password");
  }
}
