package ponte.app.slack;

import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import ponte.slack.installation.FreshInstallations;
import ponte.slack.installation.InstallationRecords;
import ponte.slack.installation.Installations;
import ponte.slack.installation.OneInstallation;
import ponte.slack.installation.TokenCipher;
import ponte.slack.installation.TokenOffice;
import ponte.store.Records;

/**
 * The workspaces, for those who call Slack and for those whom Slack calls.
 *
 * @param fresh with tokens that hold for a while
 * @param known as they are kept, at once
 * @param one null: workspaces consent
 * @param consented null: there is one workspace
 */
record SlackInstallations(
    Installations fresh,
    Installations known,
    @Nullable OneInstallation one,
    @Nullable InstallationRecords consented) {

  static SlackInstallations of(SlackMode mode, Records records, TokenOffice office, Clock clock) {
    return switch (mode) {
      case SlackMode.OneWorkspace _ -> {
        var one = new OneInstallation();
        yield new SlackInstallations(one, one, one, null);
      }
      case SlackMode.ByConsent(var app, var key, _) -> {
        var kept =
            new InstallationRecords(records, new TokenCipher(key.value(), new SecureRandom()));
        yield new SlackInstallations(
            new FreshInstallations(kept, office, app, clock), kept, null, kept);
      }
    };
  }
}
