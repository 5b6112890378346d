package ponte.app.teams;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.platform.Rate;
import ponte.teams.graph.GraphApi;
import ponte.teams.sync.ReadingRules;

/**
 * What is read by Microsoft Graph, as far as it is permitted.
 *
 * @param address where Graph is, with its version and a slash at the end
 * @param callsPerMinute how often it is asked in one tenant, 1 to 1200
 * @param back how old a thread may be in which nothing was said since, up to 10 years
 * @param catchUp how long it is from one look at what was missed to the next, a minute to a day
 */
@Validated
@ConfigurationProperties("ponte.teams.graph")
record TeamsGraphProperties(
    @DefaultValue("https://graph.microsoft.com/v1.0/") URI address,
    @DefaultValue("300") @Min(1) @Max(1200) int callsPerMinute,
    @DefaultValue("365d") @DurationMin @DurationMax(days = 3660) Duration back,
    @DefaultValue("1h") @DurationMin(minutes = 1) @DurationMax(days = 1) Duration catchUp) {

  GraphApi.Limits limits() {
    return new GraphApi.Limits(
        GraphApi.Limits.DEFAULT.timeout(), new Rate(callsPerMinute, Duration.ofMinutes(1)));
  }

  ReadingRules rules() {
    return new ReadingRules(back, catchUp);
  }
}
