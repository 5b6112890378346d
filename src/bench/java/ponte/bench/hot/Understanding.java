package ponte.bench.hot;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import ponte.command.Grammar;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** What a line that somebody typed wishes for. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Understanding {

  static final int LINES = 8;

  static final List<String> ENGLISH =
      List.of(
          "who knows about Kafka?",
          "can you put me in touch with someone who knows about Kafka",
          "digest #infra every monday at 9",
          "what did I miss in #infra?",
          "I was on holiday. What did I miss in #infra? Thanks!",
          "stop digest #infra",
          "what can you do?",
          "Why does the deploy fail with a timeout");

  static final List<String> ITALIAN =
      List.of(
          "chi sa di GDPR?",
          "presentami qualcuno che sa di Kafka",
          "riassunto #infra ogni lunedì alle 9",
          "cosa mi sono perso in #infra",
          "riassunto #infra ultimi 3 giorni",
          "di cosa si è parlato in #infra?",
          "cosa sai fare?",
          "Quando scade il certificato del portale fornitori?");

  private static final Grammar.Place PLACE =
      new Grammar.Place(
          List.of("infra", "payments", "vendite"), "payments", LocalDate.of(2026, 3, 2));

  private final Grammar grammar = new Grammar(Nlp.shared());

  @Benchmark
  @OperationsPerInvocation(LINES)
  public void english(Blackhole sink) {
    ENGLISH.forEach(line -> sink.consume(understand(line, Language.ENGLISH)));
  }

  @Benchmark
  @OperationsPerInvocation(LINES)
  public void italian(Blackhole sink) {
    ITALIAN.forEach(line -> sink.consume(understand(line, Language.ITALIAN)));
  }

  ponte.command.Understanding understand(String line, Language reads) {
    return grammar.understand(line, reads, PLACE);
  }
}
