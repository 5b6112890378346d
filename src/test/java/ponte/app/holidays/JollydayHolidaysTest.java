package ponte.app.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JollydayHolidaysTest {

  private final JollydayHolidays holidays = new JollydayHolidays();

  @ParameterizedTest
  @CsvSource({
    "IT, 2026-04-06, true",
    "IT, 2026-04-25, true",
    "IT, 2026-04-24, false",
    "GB, 2026-12-28, true",
    "DE, 2026-12-28, false",
    // Only some of the Länder are at home.
    "DE, 2026-11-01, false",
    "US, 2026-11-26, true",
    // An equinox, a holiday that falls on a Sunday, a day between two, an emperor and his father.
    "JP, 2026-03-20, true",
    "JP, 2024-09-22, true",
    "JP, 2024-09-23, true",
    "JP, 2026-05-06, true",
    "JP, 2026-05-07, false",
    "JP, 2026-09-22, true",
    "JP, 2026-02-23, true",
    "JP, 2026-12-23, false",
    "AQ, 2026-12-25, false"
  })
  void areThoseOfTheWholeCountry(String country, LocalDate day, boolean isHoliday) {
    assertThat(holidays.have(day, country)).isEqualTo(isHoliday);
  }
}
