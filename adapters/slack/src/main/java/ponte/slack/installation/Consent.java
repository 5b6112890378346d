package ponte.slack.installation;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.slack.SlackSync;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * Somebody adds Ponte to their workspace:
 * <https://docs.slack.dev/authentication/installing-with-oauth>.
 *
 * <p>Who comes back from Slack's page must be who was sent there: what they carry was made for
 * them, is kept in their browser, too, and is good once and for ten minutes.
 */
public final class Consent {

  private static final Logger log = LoggerFactory.getLogger(Consent.class);

  /** How long somebody has for Slack's page. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Partition STATES = new Partition("slack-consent-states", "all");
  private static final int STATE_BYTES = 32;

  private final Addresses addresses;
  private final TokenOffice.App app;
  private final TokenOffice office;
  private final InstallationRecords installations;
  private final SlackSync sync;
  private final Records records;
  private final SecureRandom chance;
  private final Clock clock;

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

    /** They came too late, twice, or from elsewhere. */
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
      Records records,
      SecureRandom chance,
      Clock clock) {
    this.addresses = addresses;
    this.app = app;
    this.office = office;
    this.installations = installations;
    this.sync = sync;
    this.records = records;
    this.chance = chance;
    this.clock = clock;
  }

  /** Sends somebody to Slack's page. */
  public Departure begin() {
    var bytes = new byte[STATE_BYTES];
    chance.nextBytes(bytes);
    var state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    records.write(Write.create(STATES.key(state), "").expiring(clock.instant().plus(PATIENCE)));
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
    if (state == null || !state.equals(kept) || !takeState(state)) {
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

  /** Of two who bring the same, one is let through. */
  private boolean takeState(String state) {
    return !state.isBlank()
        && records
            .find(STATES.key(state))
            .filter(document -> records.remove(document.key(), document.version()))
            .isPresent();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
