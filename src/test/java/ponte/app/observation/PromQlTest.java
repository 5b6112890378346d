package ponte.app.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTest {

  @Test
  void tellsWhatAnExpressionReads() {
    var metrics =
        PromQl.metrics(
            "histogram_quantile(0.9, sum by (le, a) (rate(x_bucket{b=~\"c|d\"}[5m]))) > -2");

    assertThat(metrics)
        .containsExactly(new PromQl.Metric("x_bucket", Set.of("b", "le", "a"), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x >",
        "x[5m]",
        "rate(x)",
        "rate(x[5 minutes])",
        "rate(x[5m]",
        "sum(x[5m])",
        "sum by a (x)",
        "x{a=b}",
        "x{a~\"b\"}",
        "x{a=~\"(\"}",
        "histogram_quantile(x)",
        "guess(x)",
        "x ? y",
        "x y"
      })
  void refusesWhatPrometheusRefuses(String expression) {
    assertThatThrownBy(() -> PromQl.metrics(expression))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
