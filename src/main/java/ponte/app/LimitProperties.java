package ponte.app;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.consent.RequestLimits;

/**
 * How much one person may ask of one replica.
 *
 * @param perMinute requests of one person in any minute, 1 to 10,000
 * @param perHour requests of one person in any hour, 1 to 100,000
 */
@Validated
@ConfigurationProperties("ponte.limits")
record LimitProperties(
    @DefaultValue("60") @Min(1) @Max(10_000) int perMinute,
    @DefaultValue("600") @Min(1) @Max(100_000) int perHour) {

  RequestLimits rules() {
    return new RequestLimits(perMinute, perHour);
  }
}
