package ponte.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarNamesTest {

  private static final List<String> NAMES =
      List.of("dev-backend", "dev-mobile", "generale", "infra");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev-bakend",
        "devbackend",
        "#dev_backend",
        "DEV-BACKEND",
        "dev-bcakend",
        "backend"
      })
  void forgivesSlipsAndHalfNames(String typed) {
    assertThat(SimilarNames.to(typed, NAMES, 3)).first().isEqualTo("dev-backend");
  }

  @Test
  void offersNothingThatIsFarOff() {
    assertThat(SimilarNames.to("marketing", NAMES, 3)).isEmpty();
  }

  @Test
  void offersNoMoreThanWanted() {
    assertThat(SimilarNames.to("dev", NAMES, 1)).containsExactly("dev-mobile");
    assertThat(SimilarNames.to("dev", NAMES, 3)).containsExactly("dev-mobile", "dev-backend");
  }
}
