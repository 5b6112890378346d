package ponte.app.slack;

import java.net.http.HttpClient;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.env.Environment;
import ponte.app.Settings;
import ponte.app.doctor.Check;
import ponte.app.doctor.ClockCheck;
import ponte.app.doctor.Findings;
import ponte.app.doctor.ReachCheck;
import ponte.app.doctor.SettingsCheck;
import ponte.platform.PlatformUnavailableException;
import ponte.slack.installation.Grant;
import ponte.slack.installation.Scopes;
import ponte.slack.installation.Token;
import ponte.slack.installation.TokenOffice;
import ponte.store.Records;

/** Whether Slack lets Ponte in, and lets it do all that it needs. */
public final class SlackCheckup implements Check {

  private final Environment environment;
  private final HttpClient http;
  private final @Nullable Records records;
  private final Clock clock;

  /**
   * @param records where workspaces that consented are kept; null: they cannot be read now
   */
  public SlackCheckup(
      Environment environment, HttpClient http, @Nullable Records records, Clock clock) {
    this.environment = environment;
    this.http = http;
    this.records = records;
    this.clock = clock;
  }

  @Override
  public void look(Findings findings) {
    if (!SlackIsSet.in(environment)) {
      findings.ok("slack", "not-set");
      return;
    }
    try {
      var set = Settings.bound(environment, "ponte.slack", SlackProperties.class);
      Settings.bound(environment, "ponte.slack.history", SlackHistoryProperties.class);
      look(set, SlackMode.of(set), findings);
    } catch (BindException e) {
      SettingsCheck.refused(findings, e);
    } catch (SlackNotSetException e) {
      findings.refused("slack", e.in(findings.language()));
    }
  }

  private void look(SlackProperties set, SlackMode mode, Findings findings) {
    new ClockCheck(http, set.address(), clock).look(findings);
    var office = new TokenOffice(http, set.api(), clock);
    switch (mode) {
      case SlackMode.OneWorkspace(var token) -> token(office, token, findings);
      case SlackMode.ByConsent _ -> {
        if (records == null) {
          findings.ok("slack", "not-now");
        } else {
          consented(office, mode, records, findings);
        }
      }
    }
    var app = set.appToken();
    if (app != null) {
      connections(office, app, findings);
    }
    if (set.signingSecret() != null) {
      findings.ok("slack", "signed");
    }
    var address = set.publicAddress();
    if (address != null) {
      new ReachCheck(http, "ponte.slack.public-address", address).look(findings);
    }
  }

  private void consented(TokenOffice office, SlackMode mode, Records kept, Findings findings) {
    // As they are kept: the server renews those that have ended.
    var known = SlackInstallations.of(mode, kept, office, clock).known().all();
    if (known.isEmpty()) {
      findings.warning("slack", "nowhere");
    }
    for (var installation : known) {
      var rotation = installation.rotation();
      if (rotation == null || rotation.expires().isAfter(clock.instant())) {
        token(office, installation.token(), findings);
      } else {
        findings.ok("slack", "renewed", installation.name());
      }
    }
  }

  private static void token(TokenOffice office, Token token, Findings findings) {
    try {
      switch (office.explain(token)) {
        case Grant.Refused(var error) -> findings.failure("slack", "refused", error);
        case Grant.Granted(var installation) -> {
          var missing = Scopes.missing(installation.scopes());
          if (missing.isEmpty()) {
            findings.ok("slack", "connected", installation.name());
          } else {
            findings.warning("slack", "missing", installation.name(), String.join(", ", missing));
          }
        }
      }
    } catch (PlatformUnavailableException e) {
      findings.warning("slack", "no-answer", String.valueOf(e.getMessage()));
    }
  }

  private static void connections(TokenOffice office, Token app, Findings findings) {
    try {
      office
          .refusesConnections(app)
          .ifPresentOrElse(
              error -> findings.failure("slack", "no-connection", error),
              () -> findings.ok("slack", "connects"));
    } catch (PlatformUnavailableException e) {
      findings.warning("slack", "no-answer", String.valueOf(e.getMessage()));
    }
  }
}
