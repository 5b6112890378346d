package ponte.app;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who did what kind of thing, without what anybody wrote.
 *
 * @param keep how long it is kept who did what, a day to 10 years
 */
@Validated
@ConfigurationProperties("ponte.audit")
record AuditProperties(
    @DefaultValue("365d") @DurationMin(days = 1) @DurationMax(days = 3660) Duration keep) {}
