package ponte.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compose files: Ponte alone, and with Redis and OpenSearch. */
class ComposeTest {

  @ParameterizedTest
  @ValueSource(strings = {"compose.yaml", "compose.shared.yaml"})
  void runPonteWithoutRightsOnAFileSystemThatIsOnlyRead(String file) throws IOException {
    var ponte = Yaml.at(Yaml.file(file), "services", "ponte");

    assertThat(Yaml.at(ponte, "read_only")).isEqualTo(true);
    assertThat(Yaml.at(ponte, "cap_drop")).isEqualTo(List.of("ALL"));
    assertThat(Yaml.at(ponte, "security_opt")).isEqualTo(List.of("no-new-privileges:true"));
    assertThat(Yaml.at(ponte, "tmpfs").toString()).contains("/tmp:");
    assertThat(Yaml.at(ponte, "build"))
        .isEqualTo(Map.of("context", "..", "dockerfile", "deploy/Dockerfile"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"compose.yaml", "compose.shared.yaml"})
  void nameOnlyVolumesNetworksAndServicesThatTheyHave(String file) throws IOException {
    var composed = Yaml.file(file);

    ((Map<?, ?>) Yaml.at(composed, "services"))
        .forEach(
            (name, service) -> {
              assertThat(strings(service, "volumes"))
                  .filteredOn(volume -> volume.contains(":"))
                  .allSatisfy(
                      volume ->
                          assertThat(Yaml.at(composed, "volumes").toString())
                              .contains(volume.split(":")[0]));
              assertThat(strings(service, "networks"))
                  .allSatisfy(
                      network ->
                          assertThat(((Map<?, ?>) Yaml.at(composed, "networks")).keySet())
                              .anyMatch(network::equals));
              if (Yaml.find(service, "depends_on") instanceof Map<?, ?> needed) {
                assertThat(needed.keySet())
                    .allSatisfy(
                        other ->
                            assertThat(
                                    Yaml.find(composed, "services", other, "healthcheck", "test"))
                                .as("%s waits for %s", name, other)
                                .isNotNull());
              }
            });
  }

  @Test
  void keepTheConsoleOfPonteAloneOnItsHost() throws IOException {
    var ponte = Yaml.at(Yaml.file("compose.yaml"), "services", "ponte");

    assertThat(Yaml.at(ponte, "network_mode")).isEqualTo("host");
    assertThat(Yaml.at(ponte, "environment"))
        .isEqualTo(Map.of("SERVER_ADDRESS", "127.0.0.1", "MANAGEMENT_SERVER_ADDRESS", "127.0.0.1"));
  }

  /** With little room there it is never ready, and several must not share one directory. */
  @Test
  void giveEachReplicaADirectoryOfItsOwnOnADisk() throws IOException {
    var ponte = Yaml.at(Yaml.file("compose.shared.yaml"), "services", "ponte");

    assertThat(strings(ponte, "volumes")).containsExactly("/var/lib/ponte");
    assertThat(strings(ponte, "tmpfs")).noneMatch(memory -> memory.startsWith("/var/lib/ponte"));
  }

  @Test
  void letNobodyButPonteReachTheStores() throws IOException {
    var composed = Yaml.file("compose.shared.yaml");

    assertThat(Yaml.at(composed, "networks", "inside", "internal")).isEqualTo(true);
    for (var store : List.of("redis", "opensearch")) {
      var service = Yaml.at(composed, "services", store);
      assertThat(Yaml.at(service, "networks")).isEqualTo(List.of("inside"));
      assertThat(Yaml.find(service, "ports")).isNull();
    }
    assertThat(Yaml.at(composed, "services", "redis", "command").toString())
        .contains("--appendonly, yes", "--maxmemory-policy, noeviction");
    assertThat(strings(Yaml.at(composed, "services", "ponte"), "ports"))
        .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
  }

  private static List<String> strings(Object service, String name) {
    return Yaml.find(service, name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
