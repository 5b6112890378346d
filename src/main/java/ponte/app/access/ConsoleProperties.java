package ponte.app.access;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.app.storage.Secret;

/**
 * The console. Where no way to sign in is set, it is for those on this machine, who choose as whom
 * they look.
 *
 * @param address where browsers reach it, such as {@code https://ponte.example.org}; null: on this
 *     machine
 * @param idle a session ends after that long without a request, 5 minutes to 7 days
 * @param longest and in any case after that long, 15 minutes to 30 days
 */
@Validated
@ConfigurationProperties("ponte.console")
record ConsoleProperties(
    @Nullable URI address,
    @DefaultValue("2h") @DurationMin(minutes = 5) @DurationMax(days = 7) Duration idle,
    @DefaultValue("12h") @DurationMin(minutes = 15) @DurationMax(days = 30) Duration longest,
    @DefaultValue Slack slack,
    @DefaultValue Entra entra) {

  /**
   * Sign-in with Slack.
   *
   * @param clientId the client id of the Slack app; null: nobody signs in with Slack
   * @param clientSecret the client secret of the same app, wherever {@code clientId} is set
   * @param address Slack's own, which is the issuer of its tokens, too
   */
  record Slack(
      @Nullable String clientId,
      @Nullable Secret clientSecret,
      @DefaultValue("https://slack.com") URI address) {}

  /**
   * Sign-in with Entra ID.
   *
   * @param clientId the application (client) id of the app's registration; null: nobody signs in
   *     with Entra
   * @param clientSecret a client secret of the same app, wherever {@code clientId} is set
   * @param tenants ids of the tenants whose people may sign in
   * @param login Entra's own address
   */
  record Entra(
      @Nullable String clientId,
      @Nullable Secret clientSecret,
      @DefaultValue Set<String> tenants,
      @DefaultValue("https://login.microsoftonline.com") URI login) {

    Entra {
      tenants = Set.copyOf(tenants);
    }
  }
}
