package ponte.app.rewriting;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.app.storage.Secret;
import ponte.digest.Rewriter;

/**
 * The rewriter of digests.
 *
 * @param baseUrl where the model is asked, up to and without {@code /chat/completions}; null: no
 *     rewriter
 * @param model which model the endpoint is to use
 * @param key what it is asked with; null: nothing
 * @param patience how long a digest waits for all its sentences together, 1 to 30 seconds
 * @param atOnce how many sentences are asked about at a time, 1 to 16
 */
@Validated
@ConfigurationProperties("ponte.digest.rewriter")
public record RewriterProperties(
    @Nullable URI baseUrl,
    @DefaultValue("default") String model,
    @Nullable Secret key,
    @DefaultValue("8s") @DurationMin(seconds = 1) @DurationMax(seconds = 30) Duration patience,
    @DefaultValue("4") @Min(1) @Max(16) int atOnce) {

  /** Whether the address is whole, and says nothing that is no address. */
  @AssertTrue(message = "base-url must be http://… or https://… with nothing after its path")
  boolean isAddress() {
    return baseUrl == null
        || ("http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme()))
            && baseUrl.getHost() != null
            && baseUrl.getRawUserInfo() == null
            && baseUrl.getRawQuery() == null
            && baseUrl.getRawFragment() == null;
  }

  /** The rewriter that is set. */
  public Rewriter rewriter(Clock clock) {
    return baseUrl == null
        ? Rewriter.NONE
        : new ChatCompletions(
            new ChatCompletions.Endpoint(baseUrl, model, key), patience, atOnce, clock);
  }
}
