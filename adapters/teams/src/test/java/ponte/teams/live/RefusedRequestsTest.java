package ponte.teams.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import ponte.platform.Arrivals;
import ponte.platform.Body;
import ponte.platform.BodyRefusedException;
import ponte.platform.PlatformUnavailableException;
import ponte.teams.token.Credential;
import ponte.teams.token.TokenCheck;

/** What is seen of requests of which nobody can say, or somebody denies, that they are of Teams. */
class RefusedRequestsTest {

  private static final Body UNREAD =
      _ -> {
        throw new AssertionError("read of somebody who may not call");
      };

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

    assertThat(entrance.receive("Bearer x", UNREAD)).isEqualTo(Acknowledgement.LATER);
    assertThat(seen).containsExactly(503);
  }

  @Test
  void showsWhatItRefuses() {
    var entrance = stand.entrance(_ -> new TokenCheck.Verdict.Refused("no token"), arrivals);

    assertThat(entrance.receive(null, UNREAD)).isEqualTo(Acknowledgement.REFUSED);
    assertThat(seen).containsExactly(401);
  }

  @Test
  void saysWhyItDidNotReadToTheEnd() {
    var entrance =
        stand.entrance(
            _ -> new TokenCheck.Verdict.Genuine(new Credential(Set.of("msteams"), null)), arrivals);

    var answer =
        entrance.receive(
            "Bearer x",
            _ -> {
              throw new BodyRefusedException(413);
            });

    assertThat(answer.status()).isEqualTo(413);
    assertThat(seen).containsExactly(413);
  }
}
