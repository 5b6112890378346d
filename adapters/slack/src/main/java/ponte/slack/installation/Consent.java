package ponte.slack.installation;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.slack.SlackSync;

/**
 * Somebody adds Ponte to their workspace:
 * <https://docs.slack.dev/authentication/installing-with-oauth>.
 *
 * <p>Who comes back from Slack's page must be who was sent there: what they carry was made for
 * them, is kept in their browser, too, and is good for ten minutes; what Slack gives a token for is
 * good once. Nothing is kept here of who only began, since that may be anybody.
 */
public final class Consent {

  private static final Logger log = LoggerFactory.getLogger(Consent.class);

  /** How long somebody has for Slack's page. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Addresses addresses;
  private final TokenOffice.App app;
  private final TokenOffice office;
  private final InstallationRecords installations;
  private final SlackSync sync;
  private final ConsentStates states;

  /**
   * Where the two meet.
   *
   * @param authorize Slack's page, {@code https://slack.com/oauth/v2/authorize}
   * @param redirect Ponte's, to which Slack leads back
   */
  public record Addresses(URI authorize, URI redirect) {}

  /**
   * Somebody on their way to Slack's page.
   *
   * @param state to be kept in their browser
   */
  public record Departure(String state, URI page) {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * Ponte is installed.
     *
     * @param missing scopes that were not granted
     */
    record Installed(Installation installation, List<String> missing) implements Outcome {
      public Installed {
        missing = List.copyOf(missing);
      }
    }

    /** They did not want it after all. */
    record Declined() implements Outcome {}

    /** They came too late, or from elsewhere. */
    record NotExpected() implements Outcome {}

    /** Slack did not give a token. */
    record Refused(String error) implements Outcome {}
  }

  public Consent(
      Addresses addresses,
      TokenOffice.App app,
      TokenOffice office,
      InstallationRecords installations,
      SlackSync sync,
      SecureRandom chance,
      Clock clock) {
    this.addresses = addresses;
    this.app = app;
    this.office = office;
    this.installations = installations;
    this.sync = sync;
    this.states = new ConsentStates(app.clientSecret(), PATIENCE, chance, clock);
  }

  /** Sends somebody to Slack's page. */
  public Departure begin() {
    var state = states.make();
    return new Departure(
        state,
        URI.create(
            addresses.authorize()
                + "?client_id="
                + encoded(app.clientId())
                + "&scope="
                + encoded(String.join(",", Scopes.NEEDED))
                + "&redirect_uri="
                + encoded(addresses.redirect().toString())
                + "&state="
                + state));
  }

  /**
   * Somebody came back.
   *
   * @param state as Slack brought it back
   * @param kept as their browser kept it
   * @param code what Slack gives a token for; null: they declined
   * @throws ponte.platform.PlatformUnavailableException if Slack does not answer
   */
  public Outcome finish(@Nullable String state, @Nullable String kept, @Nullable String code) {
    if (state == null || !state.equals(kept) || !states.isGood(state)) {
      return new Outcome.NotExpected();
    }
    if (code == null) {
      return new Outcome.Declined();
    }
    return switch (office.exchange(app, code, addresses.redirect())) {
      case Grant.Granted(var installation) -> installed(installation);
      case Grant.Refused(var error) -> {
        log.atWarn().addKeyValue("error", error).log("slack gave no token");
        yield new Outcome.Refused(error);
      }
    };
  }

  private Outcome installed(Installation installation) {
    installations.save(installation);
    sync.installed(installation.workspace());
    log.atInfo().addKeyValue("workspace", installation.workspace()).log("installed in slack");
    return new Outcome.Installed(installation, Scopes.missing(installation.scopes()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
