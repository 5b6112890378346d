package ponte.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.app.deploy.Dockerfile.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The image, as far as it can be told without building it. */
class DockerfileTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void copiesOnlyWhatIsThereAndIsLetIn() throws IOException {
    var letIn = Files.readAllLines(Yaml.DEPLOY.resolve("Dockerfile.dockerignore"));
    var copied =
        Dockerfile.read().stages().stream()
            .flatMap(stage -> named("COPY", stage).stream())
            .filter(copy -> !copy.startsWith("--from="))
            .map(copy -> copy.split(" ")[0])
            .toList();

    assertThat(copied)
        .isNotEmpty()
        .allSatisfy(path -> assertThat(letIn).contains("!" + path.replaceFirst("/$", "")))
        .filteredOn(path -> !path.startsWith("src/target/"))
        .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
    assertThat(letIn).first().isEqualTo("*");
  }

  @Test
  void laysWhatChangesSeldomBelowWhatChangesAlways() throws IOException {
    assertThat(named("COPY", Dockerfile.read().stage("app")))
        .filteredOn(copy -> copy.startsWith("--from=layers"))
        .containsExactly(
            "--from=layers /build/layers/dependencies/ ./",
            "--from=layers /build/layers/spring-boot-loader/ ./",
            "--from=layers /build/layers/snapshot-dependencies/ ./",
            "--from=layers /build/layers/application/ ./");
  }

  /**
   * A native frame holds the carrier of a virtual thread, of which there are as many as processors.
   */
  @Test
  void callsNoControllerThroughNativeCode() throws IOException {
    assertThat(Files.readString(Yaml.DEPLOY.resolve("image").resolve("jvm.options")))
        .contains("-XX:")
        .doesNotContain("useNativeAccessorOnly");
  }

  @Test
  void trainsTheCacheOnTheLayersThatItIsUsedWith() throws IOException {
    var dockerfile = Dockerfile.read();
    var image = dockerfile.stages().getLast();

    assertThat(dockerfile.stage("trained").from()).isEqualTo("app");
    assertThat(image.from()).isEqualTo("app");
    assertThat(named("COPY", image))
        .containsExactly("--from=trained --chown=0:0 /tmp/ponte.aot ./");
    assertThat(named("ENTRYPOINT", image).getFirst())
        .contains("\"@jvm.options\"", "\"-XX:AOTCache=ponte.aot\"", "\"-jar\", \"ponte.jar\"");
    assertThat(Files.readString(Yaml.DEPLOY.resolve("image").resolve("train")))
        .contains("java @jvm.options -Xmx512m -XX:AOTCacheOutput=\"$cache\" -jar ponte.jar");
  }

  @Test
  void triesTheCacheWithTheHeapsOfContainersWhateverMachineItIsMadeOn() throws IOException {
    assertThat(Files.readAllLines(Yaml.DEPLOY.resolve("image").resolve("train")))
        .filteredOn(line -> line.contains("java @jvm.options"))
        .hasSize(2)
        .allMatch(line -> line.contains(" -Xmx512m ") || line.contains(" $heap "))
        .last()
        .asString()
        .contains("-XX:AOTMode=on");
    assertThat(Files.readString(Yaml.DEPLOY.resolve("image").resolve("train")))
        .contains("for heap in \"-Xmx512m\" \"-Xmx256m -XX:+UseSerialGC\"; do");
  }

  @Test
  void runsAsSomebodyWhoOwnsNothingButTheData() throws IOException {
    var image = Dockerfile.read().stages().getLast();

    assertThat(named("USER", image)).containsExactly("10001:10001");
    assertThat(named("VOLUME", image)).containsExactly("/var/lib/ponte");
    assertThat(named("USER", Dockerfile.read().stage("trained"))).containsExactly("10001:10001");
    assertThat(named("COPY", Dockerfile.read().stage("app")))
        .noneMatch(copy -> copy.contains("--chown"));
  }

  @Test
  void asksItselfWhetherItLives() throws IOException {
    assertThat(named("HEALTHCHECK", Dockerfile.read().stages().getLast()).getFirst())
        .endsWith("CMD [\"./answers\", \"8081\", \"/actuator/health/liveness\"]");
  }

  @Test
  void runsScriptsThatMayBeRun() {
    assertThat(List.of("answers", "train"))
        .allSatisfy(
            script -> assertThat(Yaml.DEPLOY.resolve("image").resolve(script)).isExecutable());
  }
}
