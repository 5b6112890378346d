package ponte.app.slack;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.slack.installation.Token;

/**
 * Slack. Where none of the secrets is set, Ponte has nothing to do with Slack.
 *
 * @param botToken of the one workspace, {@code xoxb-…}; null: workspaces install Ponte by consent
 * @param signingSecret what Slack signs its requests with; null: Slack cannot reach Ponte, which
 *     connects to Slack
 * @param appToken of Ponte's own connections to Slack, {@code xapp-…}; null: there are none
 * @param clientId the client id of the app, for consent; null: there is a bot's token
 * @param clientSecret of the same app, wherever {@code clientId} is set
 * @param encryptionKey 32 bytes in Base64, with which tokens that consent brings are encrypted;
 *     needed with {@code clientId}
 * @param publicAddress where Slack and browsers reach Ponte, such as {@code
 *     https://ponte.acme.org}, for consent
 * @param connections how many connections to Slack are open at once, 1 to 10
 * @param excludedChannels names or ids of channels in which Ponte never listens
 * @param address where Slack is, with a slash at the end
 */
@Validated
@ConfigurationProperties("ponte.slack")
record SlackProperties(
    @Nullable Token botToken,
    @Nullable Token signingSecret,
    @Nullable Token appToken,
    @Nullable String clientId,
    @Nullable Token clientSecret,
    @Nullable Token encryptionKey,
    @Nullable URI publicAddress,
    @DefaultValue("2") @Min(1) @Max(10) int connections,
    @DefaultValue Set<String> excludedChannels,
    @DefaultValue("https://slack.com/") URI address) {

  SlackProperties {
    excludedChannels = Set.copyOf(excludedChannels);
  }

  URI api() {
    return address.resolve("/api/");
  }

  URI authorize() {
    return address.resolve("/oauth/v2/authorize");
  }
}
