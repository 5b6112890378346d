package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.conversation.TimeSpan;
import ponte.digest.Materials.Material;

class WhereaboutsTest {

  private final Room room = new Room();

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 100})
  void showsAllThatWasSaidHoweverLittleIsAtHand(int atHand) {
    room.with(
        room.dev.says(100, "ada", "Which version of Postgres do we install?"),
        room.dev.replies(101, 100, "bob", "Version sixteen has everything we need."),
        room.dev.says(3_000, "eve", "The printer is broken."));
    room.with(
        room.board.says(110, "carla", "Which budget do we give to the warehouse?"),
        room.board.replies(111, 110, "ada", "Forty thousand."));
    var lookback = new Lookback(TimeSpan.before(Room.NOW, Duration.ofDays(30)), List.of());
    var materials = new Materials(room.archive, room.preferences, DigestRules.DEFAULT);

    var here =
        Whereabouts.of(
            List.of(
                room.directory.channel(room.dev.channel()).orElseThrow(),
                room.directory.channel(room.board.channel()).orElseThrow()),
            materials,
            lookback,
            Set.of(Chat.person("ada")),
            atHand);

    assertThat(here.wrote()).contains(Chat.START.plus(Duration.ofMinutes(111)));
    assertThat(here.partners()).containsExactlyInAnyOrder(Chat.person("bob"), Chat.person("carla"));
    var seen = new ArrayList<Material>();
    here.each(seen::add);
    assertThat(seen).extracting(material -> material.filed().size()).containsExactly(3, 2);
    here.each(again -> assertThat(seen).contains(again));
  }
}
