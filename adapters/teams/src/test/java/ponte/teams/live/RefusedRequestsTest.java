package ponte.teams.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import ponte.platform.Arrivals;
import ponte.platform.PlatformUnavailableException;
import ponte.teams.token.TokenCheck;

/** What is seen of requests of which nobody can say, or somebody denies, that they are of Teams. */
class RefusedRequestsTest {

  private static final byte[] NOTHING = {};

  private final Stand stand = new Stand();
  private final List<Integer> seen = new ArrayList<>();
  private final Arrivals arrivals =
      new Arrivals() {
        @Override
        public <A> A taken(Supplier<A> taking, ToIntFunction<A> status) {
          var taken = taking.get();
          seen.add(status.applyAsInt(taken));
          return taken;
        }
      };

  @Test
  void showsThatTeamsIsAskedToSendAgainWhileKeysCannotBeRead() {
    var entrance =
        stand.entrance(
            _ -> {
              throw new PlatformUnavailableException("no keys", null);
            },
            arrivals);

    assertThat(entrance.receive("Bearer x", NOTHING)).isEqualTo(Acknowledgement.LATER);
    assertThat(seen).containsExactly(503);
  }

  @Test
  void showsWhatItRefuses() {
    var entrance = stand.entrance(_ -> new TokenCheck.Verdict.Refused("no token"), arrivals);

    assertThat(entrance.receive(null, NOTHING)).isEqualTo(Acknowledgement.REFUSED);
    assertThat(seen).containsExactly(401);
  }

  @Test
  void saysOnceAMinuteHowOftenSomethingHappened() {
    var now = new AtomicReference<>(Instant.EPOCH);
    Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    var seldom = new Seldom(clock);

    assertThat(seldom.happened()).hasValue(1);
    assertThat(seldom.happened()).isEmpty();
    assertThat(seldom.happened()).isEmpty();
    now.set(Instant.EPOCH.plus(Duration.ofMinutes(1)));
    assertThat(seldom.happened()).hasValue(3);
  }
}
