package ponte.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of src/docs/capacity.md is what its formulas give. */
class CapacityPageTest {

  /** Messages a day of an employee, working days, questions a day of an employee. */
  private static final double M = 10;

  private static final double DAYS = 250;
  private static final double Q = 0.2;

  private enum Row {
    EVENTS(n -> n * M * 2 / 5),
    EVENTS_A_SECOND(n -> n * M * 2 / 5 * 3 / 3600),
    QUESTIONS_A_SECOND(n -> n * Q / 5 * 3 / 3600),
    MESSAGES(n -> n * M * DAYS),
    DISK(n -> n * M * DAYS * 250 * 2 / 1e9),
    HEAP_OF_A_YEAR(n -> 0.3 + n * M * DAYS * 200 / 1e9),
    HEAP_OF_28_DAYS(n -> 0.3 + n * M * 20 * 200 / 1e9),
    IMPORT(n -> n * M * DAYS / 5800 / 60);

    private final DoubleUnaryOperator of;

    Row(DoubleUnaryOperator of) {
      this.of = of;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          events in the busiest hour; EVENTS; %,.0f %,.0f %,.0f
          events a second in its busiest minute; EVENTS_A_SECOND; %.1f %.0f %.0f
          questions a second in it; QUESTIONS_A_SECOND; %.2f %.2f %.1f
          messages a year; MESSAGES; %,.0f %,.0f %,.0f
          disk for each year kept, GB; DISK; %.2f %.1f %.0f
          heap, counting a year back, GB; HEAP_OF_A_YEAR; %.1f %.1f %.1f
          heap, counting 28 days back, GB; HEAP_OF_28_DAYS; %.2f %.1f %.1f
          import of a year, minutes; IMPORT; %.0f %.0f %.0f
          """)
  void eachRowIsWhatItsFormulaGives(String what, Row row, String written) throws IOException {
    var numbers = DoubleStream.of(1_000, 10_000, 100_000).map(row.of).boxed().toArray();
    var expected = String.format(Locale.ROOT, written, numbers).replace(" ", " | ");

    assertThat(lineOf(what)).endsWith("| " + expected + " |");
  }

  private static String lineOf(String what) throws IOException {
    try (var lines = Files.lines(Path.of("docs/capacity.md"))) {
      return lines
          .filter(line -> line.startsWith("| " + what + " |"))
          .collect(Collectors.joining("\n"));
    }
  }
}
