package ponte.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service of systemd. */
class ServiceUnitTest {

  @ParameterizedTest
  @CsvSource({
    "User, ponte",
    "NoNewPrivileges, yes",
    "CapabilityBoundingSet, ''",
    "ProtectSystem, strict",
    "ProtectHome, yes",
    "PrivateTmp, yes",
    "PrivateDevices, yes",
    "RestrictNamespaces, yes",
    "RestrictSUIDSGID, yes",
    "ProtectKernelTunables, yes"
  })
  void givesNoRightsThatPonteDoesNotNeed(String name, String value) throws IOException {
    assertThat(ServiceUnit.read().values(name)).containsExactly(value);
  }

  @Test
  void leavesJavaTheMemoryThatItCompilesInto() throws IOException {
    assertThat(ServiceUnit.read().values("MemoryDenyWriteExecute")).isEmpty();
  }

  @Test
  void startsPonteAsTheImageDoesOnItsStateDirectory() throws IOException {
    var unit = ServiceUnit.read();

    assertThat(unit.values("ExecStart").getFirst())
        .contains("@jvm.options -XX:AOTCache=ponte.aot -jar ponte.jar");
    assertThat(unit.values("WorkingDirectory")).isEqualTo(List.of(Dockerfile.read().directory()));
    assertThat(unit.environment())
        .containsEntry("PONTE_DATA", "/var/lib/" + unit.values("StateDirectory").getFirst());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void hasItsCommandsRunWithItsUserSettingsAndDirectory(@TempDir Path folder) throws Exception {
    program(folder, "systemctl", "echo 'JAVA_HOME=/java PONTE_DATA=/d'; echo \"$@\" >&2");
    program(folder, "systemd-run", "printf '%s\\n' \"$@\"");
    var command =
        new ProcessBuilder(
                Yaml.DEPLOY.resolve("systemd").resolve("ponte").toString(), "ask", "who knows?")
            .redirectError(folder.resolve("asked").toFile());
    command.environment().put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
    var process = command.start();
    var run = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    var unit = ServiceUnit.read();
    assertThat(run.lines())
        .contains(
            "--uid=" + unit.values("User").getFirst(),
            "--gid=" + unit.values("Group").getFirst(),
            "--property=UMask=" + unit.values("UMask").getFirst(),
            "--property=WorkingDirectory=" + unit.values("WorkingDirectory").getFirst(),
            "--property=EnvironmentFile=" + unit.values("EnvironmentFile").getFirst(),
            "--property=Environment=JAVA_HOME=/java PONTE_DATA=/d")
        .endsWith(
            "/bin/sh",
            "-c",
            "exec \"$JAVA_HOME/bin/java\" -jar ponte.jar \"$@\"",
            "ponte",
            "ask",
            "who knows?");
    assertThat(folder.resolve("asked"))
        .content()
        .contains("--property=Environment")
        .contains("ponte.service");
  }

  private static void program(Path folder, String name, String body) throws IOException {
    var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
