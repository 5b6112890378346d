package ponte.app;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.follow.FollowRules;

/**
 * Following topics.
 *
 * @param topics how many topics one person follows at most, 1 to 50
 * @param at the time of day, on the reader's clock, at which daily and weekly news come
 */
@Validated
@ConfigurationProperties("ponte.follow")
record FollowProperties(
    @DefaultValue("20") @Min(1) @Max(50) int topics, @DefaultValue("09:00") LocalTime at) {

  FollowRules rules() {
    var defaults = FollowRules.DEFAULT;
    return new FollowRules(topics, at, defaults.weekly(), defaults.shown());
  }
}
