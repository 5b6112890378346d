package ponte.teams.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MailboxZonesTest {

  @Test
  void knowsEveryZoneOfWindowsAsUnicodeDoes() {
    var names =
        Arrays.stream(TimeZone.getAvailableIDs())
            .map(TimeZone::getWindowsID)
            .filter(Objects::nonNull)
            .distinct()
            .toList();

    assertThat(names)
        .hasSizeGreaterThan(130)
        .allSatisfy(
            name ->
                assertThat(MailboxZones.zone(name))
                    .contains(ZoneId.of(TimeZone.getIDForWindowsID(name, "001"))));
  }

  @Test
  void knowsTheZonesOfTheWorldAndNoneThatSomebodyMade() {
    assertThat(MailboxZones.zone("Europe/Rome")).contains(ZoneId.of("Europe/Rome"));
    assertThat(MailboxZones.zone("Customized Time Zone")).isEmpty();
    assertThat(MailboxZones.zone("")).isEmpty();
  }
}
