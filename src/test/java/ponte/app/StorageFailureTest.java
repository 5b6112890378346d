package ponte.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A server whose data directory cannot be used. */
@ExtendWith(OutputCaptureExtension.class)
class StorageFailureTest {

  @Test
  void saysInWordsWhyItDoesNotStart(@TempDir Path directory, CapturedOutput output)
      throws Exception {
    var data = Files.writeString(directory.resolve("file"), "no directory").resolve("data");

    assertThatThrownBy(
            () ->
                SpringApplication.run(
                    PonteApplication.class, "--server.port=0", "--ponte.data=" + data))
        .hasStackTraceContaining("cannot be made");

    assertThat(output.getAll())
        .contains("The data cannot be used: " + data, "I dati non si possono usare: " + data)
        .doesNotContain("Application run failed");
  }
}
