package ponte.slack.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.conversation.EventId;
import ponte.slack.live.ReplyRoutes.Container;
import ponte.store.InMemoryRecords;

class ReplyRoutesTest {

  private static final EventId REQUEST = new EventId("slack:press:T123ABC456/1.2");
  private static final URI ADDRESS = URI.create("https://hooks.slack.com/actions/T1/1/secret");

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final ReplyRoutes routes = new ReplyRoutes(new InMemoryRecords(clock), clock);

  private static ReplyRoutes.Route route(@Nullable URI address) {
    return new ReplyRoutes.Route(
        REQUEST,
        Stand.ADA,
        address,
        0,
        Stand.PAYMENTS,
        "1772442690.000100",
        Container.EPHEMERAL,
        null);
  }

  @Test
  void leadBackFiveTimes() {
    routes.keep(route(ADDRESS));

    for (int use = 1; use <= ReplyRoutes.USES; use++) {
      assertThat(routes.spend(Stand.TEAM, REQUEST).orElseThrow().spent()).isEqualTo(use);
    }
    assertThat(routes.spend(Stand.TEAM, REQUEST)).isEmpty();
    assertThat(routes.find(Stand.TEAM, REQUEST)).isPresent();
  }

  @Test
  void leadBackForHalfAnHour() {
    routes.keep(route(ADDRESS));

    clock.advance(Duration.ofMinutes(30));

    assertThat(routes.find(Stand.TEAM, REQUEST)).isEmpty();
    assertThat(routes.spend(Stand.TEAM, REQUEST)).isEmpty();
  }

  @Test
  void areKeptAsTheyAreWhenTheSameComesTwice() {
    routes.keep(route(ADDRESS));
    routes.spend(Stand.TEAM, REQUEST);

    routes.keep(route(ADDRESS));

    assertThat(routes.find(Stand.TEAM, REQUEST).orElseThrow().spent()).isEqualTo(1);
  }

  @Test
  void haveNoUseWithoutAnAddress() {
    routes.keep(route(null));

    assertThat(routes.spend(Stand.TEAM, REQUEST)).isEmpty();
  }

  @Test
  void neverShowTheAddress() {
    assertThat(route(ADDRESS).toString()).doesNotContain("secret");
  }
}
