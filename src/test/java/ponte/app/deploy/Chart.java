package ponte.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.jni.NativeLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The chart as Helm itself renders it, which comes as a library for most machines. */
final class Chart {

  private static final Path DIRECTORY = Yaml.DEPLOY.resolve("helm").resolve("ponte");

  /** Several replicas, with everything that can be switched on. */
  static final String SHARED =
      """
      replicas: 3
      store: redis
      archive: opensearch
      redis:
        topology: sentinel
        master: ponte
        nodes: ["redis-0:26379", "redis-1:26379"]
        tls: true
      opensearch:
        nodes: ["https://search-0:9200", "https://search-1:9200"]
      secrets:
        values:
          ponte.slack.bot-token: "xoxb-1"
          ponte.slack.signing-secret: "shh: 'quoted'"
      settings:
        ponte.roles.administrators: ada@example.org
        ponte.experts.people: 4
        ponte.channels.deny: [secret-a, secret-b]
      javaOptions: -XX:MaxRAMPercentage=60
      ingress:
        enabled: true
        className: nginx
        tlsSecret: ponte-tls
        annotations:
          nginx.ingress.kubernetes.io/affinity: cookie
      autoscaling:
        enabled: true
      serviceMonitor:
        enabled: true
        labels:
          release: prometheus
      imagePullSecrets:
        - name: registry
      nodeSelector:
        kubernetes.io/os: linux
      priorityClassName: normal
      """;

  private Chart() {}

  /** Skips a test where Helm's library does not come for this kind of machine. */
  static void needsHelm() {
    assumeTrue(
        hasHelm(),
        "Helm as a library does not come for "
            + System.getProperty("os.name")
            + " on "
            + System.getProperty("os.arch"));
  }

  static boolean hasHelm() {
    return ServiceLoader.load(NativeLibrary.class).findFirst().isPresent();
  }

  static void lint() {
    var linted = new Helm(DIRECTORY).lint().strict().call();
    assertThat(linted.isFailed()).as(() -> linted.getMessages().toString()).isFalse();
  }

  /**
   * The manifests that come of some values.
   *
   * @throws IllegalStateException with Helm's words where it refuses
   */
  static List<Map<?, ?>> rendered(String values) {
    try {
      var file = Files.createTempFile("ponte-values", ".yaml");
      try {
        Files.writeString(file, values);
        return Yaml.documents(
            new Helm(DIRECTORY)
                .template()
                .withName("ponte")
                .withNamespace("chat")
                .withKubeVersion("1.34.0")
                .withValuesFile(file)
                .call());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<?, ?> one(String kind, List<Map<?, ?>> manifests) {
    var found = manifests.stream().filter(manifest -> kind.equals(manifest.get("kind"))).toList();
    assertThat(found).as(kind).hasSize(1);
    return found.getFirst();
  }

  static List<String> kinds(List<Map<?, ?>> manifests) {
    return manifests.stream().map(manifest -> String.valueOf(manifest.get("kind"))).toList();
  }

  static JsonElement json(Map<?, ?> manifest) {
    return new Gson().toJsonTree(manifest);
  }

  /** The settings that the application reads, by name. */
  static Map<?, ?> settings(List<Map<?, ?>> manifests) {
    return Yaml.documents(
            Yaml.at(one("ConfigMap", manifests), "data", "application.yaml").toString())
        .getFirst();
  }
}
