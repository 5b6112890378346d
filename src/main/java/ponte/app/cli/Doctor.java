package ponte.app.cli;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import ponte.app.NotSetException;
import ponte.app.OutgoingHttp;
import ponte.app.PonteProperties;
import ponte.app.Settings;
import ponte.app.access.ConsoleCheckup;
import ponte.app.backup.Restoring;
import ponte.app.doctor.Findings;
import ponte.app.doctor.MachineCheck;
import ponte.app.doctor.RunningServer;
import ponte.app.doctor.ServerCheck;
import ponte.app.doctor.SettingsCheck;
import ponte.app.doctor.StateCheck;
import ponte.app.move.Moves;
import ponte.app.observation.ObservationDefaults;
import ponte.app.rewriting.RewriterCheckup;
import ponte.app.settings.KnownSettings;
import ponte.app.slack.SlackCheckup;
import ponte.app.storage.OpenStorage;
import ponte.app.teams.TeamsCheckup;
import ponte.store.Records;
import ponte.store.StoreUnavailableException;

/**
 * Looks at all of a deployment, as its settings say that it is. Outside of this machine it asks
 * only whom the settings name.
 *
 * @param named the data directory; null: that of the settings
 */
record Doctor(ConfigurableEnvironment environment, @Nullable Path named, Clock clock) {

  /** Looks at everything, one thing after the other. */
  void look(Findings findings) {
    ConfigurationPropertySources.attach(environment);
    findings.ok("ponte", "version", PonteCommand.version());
    new SettingsCheck(environment, KnownSettings.read()).look(findings);
    try (var http = OutgoingHttp.client()) {
      // Where the health is told is what it is for the server, which these commands are not.
      ObservationDefaults.addTo(environment);
      var host = environment.getProperty("server.address", "127.0.0.1");
      var port = environment.getProperty("server.port", Integer.class, 8080);
      var healthHost = environment.getProperty("management.server.address", host);
      var healthPort = environment.getProperty("management.server.port", Integer.class, port + 1);
      var server =
          RunningServer.at(http, new RunningServer.Place(host, port, healthHost, healthPort));
      new ServerCheck(server, host, port).look(findings);
      look(http, server, findings);
    }
  }

  private void look(HttpClient http, RunningServer server, Findings findings) {
    try {
      var ponte = Settings.bound(environment, "ponte", PonteProperties.class);
      var settings = Settings.of(environment);
      var data = named == null ? ponte.data() : named;
      new MachineCheck(data, clock).look(findings);
      var administrators = settings.rules().roles().administrators();
      try (var storage = open(data, settings, server, findings)) {
        if (storage != null) {
          state(new StateCheck(data, settings, storage), findings);
        }
        platforms(
            http, storage == null ? null : storage.state().records(), administrators, findings);
      }
      new RewriterCheckup(settings.rewriter(), clock).look(findings);
    } catch (BindException e) {
      SettingsCheck.refused(findings, e);
      platforms(http, null, Set.of(), findings);
    } catch (NotSetException e) {
      findings.refused("settings", e.in(findings.language()));
      platforms(http, null, Set.of(), findings);
    }
  }

  /** Null: there is none yet, a server has it to itself, or it cannot be had. */
  private @Nullable OpenStorage open(
      Path data, Settings settings, RunningServer server, Findings findings) {
    if (!settings.storage().mayBeIn(data)) {
      findings.ok("store", "none", data);
      return null;
    }
    try {
      Restoring.requireNoneBegun(data);
      return settings.storage().open(data, clock, Moves::requireWhole);
    } catch (StoreUnavailableException e) {
      if (server instanceof RunningServer.Ponte) {
        findings.ok("store", "of-the-server", data);
      } else {
        findings.failure("store", "unavailable", String.valueOf(e.getMessage()));
      }
      return null;
    }
  }

  private static void state(StateCheck check, Findings findings) {
    try {
      check.look(findings);
    } catch (StoreUnavailableException e) {
      findings.failure("store", "away", String.valueOf(e.getMessage()));
    }
  }

  private void platforms(
      HttpClient http, @Nullable Records records, Set<String> administrators, Findings findings) {
    new SlackCheckup(environment, http, records, clock).look(findings);
    new TeamsCheckup(environment, http, clock).look(findings);
    new ConsoleCheckup(environment, http, administrators).look(findings);
  }
}
