package ponte.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Whatever the files in {@code deploy} set is a setting that there is, with a value it may have.
 */
class DeployedSettingsTest {

  private static final Pattern ARGUMENT =
      Pattern.compile("--((?:ponte|server|management)[\\w.-]*)=");

  /** Of Java, not of Ponte. */
  private static final Set<String> JAVAS = Set.of("JAVA_HOME", "JAVA_TOOL_OPTIONS");

  private static KnownSettings known = new KnownSettings(Map.of(), Set.of());

  @BeforeAll
  static void find() throws IOException, ClassNotFoundException {
    known = KnownSettings.find();
  }

  @Test
  void areNotMadeUpInTheImage() throws IOException {
    assertThat(Dockerfile.read().environment().keySet()).isNotEmpty().allMatch(known::has);
    assertThat(
            ARGUMENT
                .matcher(Files.readString(Yaml.DEPLOY.resolve("image").resolve("train")))
                .results()
                .map(argument -> argument.group(1)))
        .contains("ponte.import", "management.server.port")
        .allMatch(known::has);
  }

  @Test
  void areNotMadeUpInTheComposeFiles() throws IOException {
    for (var file : List.of("compose.yaml", "compose.shared.yaml")) {
      assertThat(keys(Yaml.at(Yaml.file(file), "services", "ponte", "environment")))
          .isNotEmpty()
          .filteredOn(name -> !isOfTheArchive(name))
          .allMatch(known::has);
    }
  }

  @Test
  void areNotMadeUpInTheService() throws IOException {
    assertThat(ServiceUnit.read().environment().keySet())
        .filteredOn(name -> !JAVAS.contains(name))
        .isNotEmpty()
        .allMatch(known::has);
  }

  @Test
  void areNotMadeUpInTheChart() {
    Chart.needsHelm();
    var manifests = Chart.rendered(Chart.SHARED);

    assertThat(keys(Chart.settings(manifests)))
        .contains("ponte.store", "ponte.redis.nodes")
        .filteredOn(name -> !isOfTheArchive(name))
        .allMatch(known::has);
    assertThat(keys(Yaml.at(Chart.one("Secret", manifests), "data"))).allMatch(known::has);
  }

  @Test
  void chooseAnArchiveByNamesThatThereAre() throws IOException {
    assumeTrue(
        known.names().stream().anyMatch(DeployedSettingsTest::isOfTheArchive),
        "this Ponte has one kind of archive");
    Chart.needsHelm();

    assertThat(keys(Yaml.at(Yaml.file("compose.shared.yaml"), "services", "ponte", "environment")))
        .filteredOn(DeployedSettingsTest::isOfTheArchive)
        .isNotEmpty()
        .allMatch(known::has);
    assertThat(keys(Chart.settings(Chart.rendered(Chart.SHARED))))
        .filteredOn(DeployedSettingsTest::isOfTheArchive)
        .isNotEmpty()
        .allMatch(known::has);
  }

  @Test
  void haveValuesThatPonteTakes() throws IOException {
    var set = new HashMap<String, Object>(Dockerfile.read().environment());
    ((Map<?, ?>) Yaml.at(Yaml.file("compose.shared.yaml"), "services", "ponte", "environment"))
        .forEach((name, value) -> set.put(String.valueOf(name), String.valueOf(value)));
    takes(new SystemEnvironmentPropertySource("systemEnvironment", set));

    if (Chart.hasHelm()) {
      var settings = new HashMap<String, Object>();
      Chart.settings(Chart.rendered(Chart.SHARED))
          .forEach((name, value) -> settings.put(String.valueOf(name), value));
      takes(new MapPropertySource("application.yaml", settings));
    }
  }

  @Test
  void wouldBeFoundOutWhereTheyAreMadeUp() {
    assertThat(known.has("PONTE_STOER")).isFalse();
    assertThat(known.has("ponte.redis.node")).isFalse();
    assertThat(known.has("management.server.prot")).isFalse();
    assertThat(known.has("PONTE_SLACK_SIGNING_SECRET")).isTrue();
    assertThat(known.has("PONTE_SLACK_SIGNINGSECRET")).isTrue();
    assertThat(known.has("ponte.retention.channels.general")).isTrue();
  }

  private static void takes(MapPropertySource source) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().remove("systemEnvironment");
    environment.getPropertySources().addFirst(source);
    var binder = new Binder(ConfigurationPropertySources.get(environment));
    known
        .types()
        .forEach(
            (prefix, type) ->
                assertThatCode(() -> binder.bindOrCreate(prefix, Bindable.of(type)))
                    .as(prefix)
                    .doesNotThrowAnyException());
  }

  private static boolean isOfTheArchive(String name) {
    return name.startsWith("ponte.archive.") || name.startsWith("PONTE_ARCHIVE_");
  }

  private static Set<String> keys(Object map) {
    var keys = new HashSet<String>();
    ((Map<?, ?>) map).keySet().forEach(key -> keys.add(String.valueOf(key)));
    return keys;
  }
}
