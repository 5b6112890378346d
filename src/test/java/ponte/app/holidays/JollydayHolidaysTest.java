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
    "AQ, 2026-12-25, false"
  })
  void areThoseOfTheWholeCountry(String country, LocalDate day, boolean isHoliday) {
    assertThat(holidays.have(day, country)).isEqualTo(isHoliday);
  }
}
