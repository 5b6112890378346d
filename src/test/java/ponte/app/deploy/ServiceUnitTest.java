package ponte.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
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
}
