package ponte.app;

import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;
import ponte.consent.Retention;

/**
 * How long what people write is kept; at least a day each.
 *
 * @param usual how long it is kept where nothing else is said; null: for ever
 * @param workspaces how long in a workspace, by its id: before what is usual
 * @param channels how long in a channel, by its name or id, with {@code *} and {@code ?} for any
 *     letters: before its workspace
 */
@Validated
@ConfigurationProperties("ponte.retention")
record RetentionProperties(
    @Name("default") @DurationMin(days = 1) @Nullable Duration usual,
    @DefaultValue Map<String, @DurationMin(days = 1) Duration> workspaces,
    @DefaultValue Map<String, @DurationMin(days = 1) Duration> channels) {

  RetentionProperties {
    workspaces = Map.copyOf(workspaces);
    channels = Map.copyOf(channels);
  }

  Retention retention() {
    return new Retention(usual, workspaces, channels);
  }
}
