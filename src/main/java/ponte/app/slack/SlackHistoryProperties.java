package ponte.app.slack;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.platform.Rate;
import ponte.slack.api.SlackLimits;
import ponte.slack.sync.BackfillRules;

/**
 * What is read of a channel that Ponte was invited to.
 *
 * @param back how old the oldest message may be, up to 10 years
 * @param callsPerMinute how often Slack is asked for messages and, apart from that, for replies, 1
 *     to 50; 1 where Slack says that the app is distributed outside its Marketplace
 * @param page messages that are asked for in one call, 1 to 999; in that case Slack gives 15
 */
@Validated
@ConfigurationProperties("ponte.slack.history")
record SlackHistoryProperties(
    @DefaultValue("365d") @DurationMin @DurationMax(days = 3660) Duration back,
    @DefaultValue("40") @Min(1) @Max(50) int callsPerMinute,
    @DefaultValue("200") @Min(1) @Max(999) int page) {

  SlackLimits limits() {
    return new SlackLimits(
        SlackLimits.DEFAULT.timeout(), new Rate(callsPerMinute, Duration.ofMinutes(1)));
  }

  BackfillRules rules() {
    return new BackfillRules(back, page);
  }
}
