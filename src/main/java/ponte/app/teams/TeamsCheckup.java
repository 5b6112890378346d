package ponte.app.teams;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.env.Environment;
import ponte.app.Settings;
import ponte.app.doctor.Check;
import ponte.app.doctor.ClockCheck;
import ponte.app.doctor.Findings;
import ponte.app.doctor.SettingsCheck;
import ponte.platform.PlatformUnavailableException;
import ponte.reply.Texts;
import ponte.teams.connector.AccessTokens;
import ponte.teams.connector.AccessTokens.Access;
import ponte.teams.graph.GraphApi;

/** Whether Microsoft accepts the app, and what Graph lets it read. */
public final class TeamsCheckup implements Check {

  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final Environment environment;
  private final HttpClient http;
  private final Clock clock;

  public TeamsCheckup(Environment environment, HttpClient http, Clock clock) {
    this.environment = environment;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public void look(Findings findings) {
    if (!TeamsIsSet.in(environment)) {
      findings.ok("teams", "not-set");
      return;
    }
    try {
      var set = Settings.bound(environment, "ponte.teams", TeamsProperties.class);
      var graph = Settings.bound(environment, "ponte.teams.graph", TeamsGraphProperties.class);
      switch (TeamsMode.of(set)) {
        case TeamsMode.Local _ -> findings.warning("teams", "local");
        case TeamsMode.Registered registered -> look(registered, set, graph, findings);
      }
    } catch (BindException e) {
      SettingsCheck.refused(findings, e);
    } catch (TeamsNotSetException e) {
      findings.refused("teams", e.in(findings.language()));
    }
  }

  private void look(
      TeamsMode.Registered app,
      TeamsProperties set,
      TeamsGraphProperties graph,
      Findings findings) {
    new ClockCheck(http, set.login(), clock).look(findings);
    var tokens = new AccessTokens(http, set.login(), app.app(), ANSWER, clock);
    try {
      switch (tokens.of(app.authority(), AccessTokens.CONNECTOR)) {
        case Access.Denied(var error, var detail) ->
            findings.failure("teams", "refused", (error + " " + detail).strip());
        case Access.Granted _ -> {
          findings.ok("teams", "accepted", String.join(", ", app.tenants()));
          graph(new GraphCheck(tokens, GraphApi.scope(graph.address())), app, findings);
        }
      }
    } catch (PlatformUnavailableException e) {
      findings.warning("teams", "no-answer", String.valueOf(e.getMessage()));
    }
  }

  /** In the words of the start. */
  private static void graph(GraphCheck check, TeamsMode.Registered app, Findings findings) {
    var texts = Texts.of("ponte.app.teams.texts", findings.language());
    for (var tenant : app.tenants().stream().sorted().toList()) {
      var said = check.of(tenant, texts);
      if (said.isEmpty()) {
        findings.ok("graph", "reads", tenant);
      } else {
        findings.warned("graph", said.getFirst(), String.join(" ", said.subList(1, said.size())));
      }
    }
  }
}
