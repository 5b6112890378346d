package ponte.nudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.Person;

class CountriesTest {

  private static Person in(String zone) {
    return new Person(
        Chat.person("ada"), "Ada", "ada", "", null, ZoneId.of(zone), null, Person.Standing.ACTIVE);
  }

  @Test
  void areThoseThatUnicodeKnowsForEveryZoneThatIsAPlace() {
    var places =
        ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
            .toList();

    assertThat(places)
        .hasSizeGreaterThan(500)
        .allSatisfy(id -> assertThat(Countries.of(ZoneId.of(id))).contains(TimeZone.getRegion(id)));
  }

  @Test
  void areNoneWhereAZoneIsNoPlace() {
    assertThat(Countries.of(ZoneId.of("UTC"))).isEmpty();
    assertThat(Countries.of(ZoneId.of("+02:00"))).isEmpty();
    assertThat(Countries.of(ZoneId.of("Etc/GMT+5"))).isEmpty();
  }

  @Test
  void areThoseOfTheWorkspaceWhereTheyAreSet() {
    var workspace = Chat.person("ada").workspace().value();

    assertThat(Countries.BY_ZONE.of(in("Europe/Zurich"))).contains("CH");
    assertThat(new Countries(Map.of(), "it").of(in("Europe/Zurich"))).contains("IT");
    assertThat(new Countries(Map.of(workspace.toUpperCase(Locale.ROOT), "DE"), "IT").of(in("UTC")))
        .isEqualTo(Optional.of("DE"));
    assertThat(new Countries(Map.of("other", "DE"), null).of(in("UTC"))).isEmpty();
  }

  @Test
  void refuseWhatIsNoCountry() {
    assertThatThrownBy(() -> new Countries(Map.of(), "Italy"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Italy");
  }
}
