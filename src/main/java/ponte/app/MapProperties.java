package ponte.app;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.community.map.MapRules;

/**
 * The map of people.
 *
 * @param back how far it looks back where nobody says, 7 to 366 days
 * @param fewest groups of fewer people are not drawn, 5 to 50
 */
@Validated
@ConfigurationProperties("ponte.map")
record MapProperties(
    @DefaultValue("90d") @DurationMin(days = 7) @DurationMax(days = 366) Duration back,
    @DefaultValue("5") @Min(5) @Max(50) int fewest) {

  MapRules rules() {
    return new MapRules(back, fewest);
  }
}
