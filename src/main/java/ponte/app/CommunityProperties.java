package ponte.app;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.community.CommunityRules;

/**
 * How it is told how the community holds together.
 *
 * @param lookBack so far back what was said is counted, 28 days to 10 years
 */
@Validated
@ConfigurationProperties("ponte.community")
record CommunityProperties(
    @DefaultValue("366d") @DurationMin(days = 28) @DurationMax(days = 3660) Duration lookBack) {

  CommunityRules rules() {
    return new CommunityRules(lookBack);
  }
}
