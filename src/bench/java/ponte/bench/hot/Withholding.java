package ponte.bench.hot;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import ponte.consent.Confidentiality;
import ponte.consent.Redaction;

/** What is looked for in everything that Ponte repeats, of about 200 characters. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Withholding {

  private String plain =
      "the broker was full again on Tuesday, so I doubled its disk and moved the nightly build to"
          + " three in the morning; if it is red tomorrow, ask Rui, who knows how the certificate"
          + " is renewed and where the runbook lies";

  private String secret =
      "the deploy works again: password: Tr0ub4dor&3 for the test account, the card for the test"
          + " payments is 4111 1111 1111 1111, refunds go to IT60 X054 2811 1010 0000 0123 456, and"
          + " RSSMRA85T10A562S is the fiscal code of the test person";

  private String confidential =
      "we are going to close the second office in June, the people there will hear of it on Friday;"
          + " until then please do not forward this message, it is strictly confidential and has to"
          + " stay between us";

  private final Redaction redaction = new Redaction();

  @Benchmark
  public String redactWithoutSecrets() {
    return redaction.redact(plain);
  }

  @Benchmark
  public String redactWithSecrets() {
    return redaction.redact(secret);
  }

  @Benchmark
  public boolean confidentialityOfOrdinaryTalk() {
    return Confidentiality.isMarked(plain);
  }

  @Benchmark
  public boolean confidentialityOfWhatIsMarked() {
    return Confidentiality.isMarked(confidential);
  }
}
