package ponte.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever goes on in a server, and fails in it: what it logs holds no secret. */
@ExtendWith(OutputCaptureExtension.class)
public interface Untold {

  /** What this server was given, and what it is given while it runs. */
  String[] secrets();

  @AfterEach
  default void tellsNoSecretInItsLog(CapturedOutput output) {
    assertThat(output.getAll()).doesNotContain(secrets());
  }
}
