package ponte.slack.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.platform.Arrivals;
import ponte.platform.Body;
import ponte.platform.BodyRefusedException;
import ponte.slack.installation.Token;

/** What is seen and read of requests that are not Slack's. */
class RefusedRequestsTest {

  private static final byte[] EVENT = Stand.payload("message").getBytes(StandardCharsets.UTF_8);

  private final Stand stand = new Stand();
  private final String now = String.valueOf(stand.clock.instant().getEpochSecond());
  private final List<Integer> seen = new ArrayList<>();
  private final Entrance entrance =
      stand.entrance(
          new Arrivals() {
            @Override
            public <A> A taken(Supplier<A> taking, ToIntFunction<A> status) {
              var taken = taking.get();
              seen.add(status.applyAsInt(taken));
              return taken;
            }
          });

  /** Of all requests, or none of Slack's would be let in. */
  @Test
  void showsThatTheSecretIsAnotherOne() {
    var other = new Signature(new Token("another secret"), stand.clock);

    assertThat(receive(now, other.of(now, EVENT), _ -> EVENT)).isEqualTo(Acknowledgement.REFUSED);
    assertThat(seen).containsExactly(401);
  }

  @Test
  void showsWhatItTakesInOnce() {
    assertThat(receive(now, stand.signature.of(now, EVENT), _ -> EVENT))
        .isEqualTo(Acknowledgement.DONE);
    assertThat(seen).containsExactly(200);
  }

  @Test
  void showsNonsense() {
    var nonsense = "{".getBytes(StandardCharsets.UTF_8);

    assertThat(receive(now, stand.signature.of(now, nonsense), _ -> nonsense))
        .isEqualTo(Acknowledgement.NONSENSE);
    assertThat(seen).containsExactly(400);
  }

  /** But as much as Slack sends unsigned, when it looks at the certificate. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -",
        "1772442000, -",
        "1772442000, v0=00",
        "0, v0=0000000000000000000000000000000000000000000000000000000000000000",
        "1772442000, v1=0000000000000000000000000000000000000000000000000000000000000000"
      })
  void readsHardlyAnythingOfWhatCannotBeSlacks(@Nullable String time, @Nullable String sign) {
    var asked = new ArrayList<Integer>();

    var answer =
        receive(
            time,
            sign,
            most -> {
              asked.add(most);
              throw new BodyRefusedException(413);
            });

    assertThat(answer).isEqualTo(Acknowledgement.REFUSED);
    assertThat(asked).containsExactly(200);
    assertThat(seen).containsExactly(401);
  }

  @Test
  void saysWhyItDidNotReadToTheEnd() {
    var answer =
        receive(
            now,
            "v0=" + "0".repeat(64),
            _ -> {
              throw new BodyRefusedException(408);
            });

    assertThat(answer.status()).isEqualTo(408);
    assertThat(seen).containsExactly(408);
  }

  private Acknowledgement receive(@Nullable String time, @Nullable String sign, Body body) {
    return entrance.receive(stand.signature, time, sign, body);
  }
}
