package ponte.app.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class ObservationDefaultsTest {

  private final MockEnvironment environment = new MockEnvironment();

  private String setting(String name) {
    new ObservationDefaults().postProcessEnvironment(environment, new SpringApplication());
    return environment.getProperty(name, "");
  }

  @ParameterizedTest
  @CsvSource({"8080, 8081", "9000, 9001", "0, 0"})
  void putHealthAndMetricsOnThePortAfterTheServers(String server, String management) {
    environment.setProperty("server.port", server);

    assertThat(setting("management.server.port")).isEqualTo(management);
  }

  @ParameterizedTest
  @CsvSource({"7000, 127.0.0.1", "8080, ''"})
  void areForThisMachineUnlessThereIsOnePortForAll(String management, String address) {
    environment.setProperty("server.port", "8080");
    environment.setProperty("management.server.port", management);

    assertThat(setting("management.server.address")).isEqualTo(address);
  }

  @Test
  void leaveThePortToWhoeverSetsIt() {
    environment.setProperty("management.server.port", "7000");

    assertThat(setting("management.server.port")).isEqualTo("7000");
  }

  @Test
  void startNothingOfOpenTelemetryUnlessTracesGoSomewhere() throws Exception {
    for (var name : setting("spring.autoconfigure.exclude").split(",")) {
      assertThat(Class.forName(name)).isNotNull();
    }

    var other = new MockEnvironment();
    other.setProperty(ObservationDefaults.TRACES, "http://localhost:4318/v1/traces");
    new ObservationDefaults().postProcessEnvironment(other, new SpringApplication());
    assertThat(other.getProperty("spring.autoconfigure.exclude")).doesNotContain("opentelemetry");
  }
}
