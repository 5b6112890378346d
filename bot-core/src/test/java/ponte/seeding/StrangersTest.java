package ponte.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.PersonId;
import ponte.expert.Workspace;

/** ada and bob talk in one channel, cleo and dan in another. */
class StrangersTest {

  private final Workspace acme =
      new Workspace()
          .people("ada", "bob", "cleo", "dan", "eve", "flo", "gus", "hal", "ida", "joe")
          .open("ops", "web");

  @BeforeEach
  void twoConversations() {
    acme.thread("ops", 0, "ada: where are the logs?", "bob: on the server", "eve: or not");
    acme.thread("web", 60, "cleo: where are the logs?", "dan: in the cellar", "flo: or not");
    acme.thread("web", 90, "gus: lunch is served", "hal: I come", "ida: me too", "joe: and me");
    acme.clock.set(Chat.START.plus(Duration.ofDays(1)));
  }

  private boolean areStrangers() {
    return Strangers.at(acme.clock.instant(), Town.networks(acme), acme.directory)
        .are(people("ada", "bob"), people("cleo", "dan"));
  }

  private static List<PersonId> people(String... names) {
    return Stream.of(names).map(Chat::person).toList();
  }

  @Test
  void areThoseNoneOfWhomTurnedToAnother() {
    assertThat(areStrangers()).isTrue();
  }

  @Test
  void areNotThoseOfWhomOneAnsweredAnotherElsewhere() {
    acme.thread("web", 120, "ada: is there a key?", "dan: I have it");

    assertThat(areStrangers()).isFalse();
  }

  @Test
  void areAgainWhenThatIsLongAgo() {
    acme.thread("web", 120, "ada: is there a key?", "dan: I have it");
    acme.clock.set(Chat.START.plus(Duration.ofDays(200)));
    var day = Duration.ofDays(199).toMinutes();
    acme.thread("ops", day, "ada: where are the logs?", "bob: on the server", "eve: or not");
    acme.thread("web", day, "cleo: where are the logs?", "dan: in the cellar", "flo: or not");

    assertThat(areStrangers()).isTrue();
  }

  @Test
  void areNotThoseOfOneTeamWhereProfilesNameTeams() {
    for (var name : List.of("ada", "bob", "cleo", "dan", "eve")) {
      acme.titled(name, "engineer");
    }
    for (var name : List.of("flo", "gus", "hal", "ida", "joe")) {
      acme.titled(name, "designer");
    }

    assertThat(areStrangers()).isFalse();
  }
}
