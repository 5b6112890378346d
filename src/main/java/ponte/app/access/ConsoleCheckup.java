package ponte.app.access;

import java.net.http.HttpClient;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.env.Environment;
import ponte.app.Settings;
import ponte.app.doctor.Check;
import ponte.app.doctor.Findings;
import ponte.app.doctor.ReachCheck;
import ponte.app.doctor.SettingsCheck;

/** Who can open the console. */
public final class ConsoleCheckup implements Check {

  private final Environment environment;
  private final HttpClient http;
  private final Set<String> administrators;

  /**
   * @param administrators who is named as one
   */
  public ConsoleCheckup(Environment environment, HttpClient http, Set<String> administrators) {
    this.environment = environment;
    this.http = http;
    this.administrators = Set.copyOf(administrators);
  }

  @Override
  public void look(Findings findings) {
    try {
      var set = Settings.bound(environment, "ponte.console", ConsoleProperties.class);
      if (!SignInIsSet.in(environment)) {
        withoutSignIn(findings);
        return;
      }
      var mode = SignInMode.of(set);
      findings.ok(
          "console",
          "sign-in",
          mode.address(),
          mode.ways().stream().map(Access.Way::name).collect(Collectors.joining(", ")));
      if (administrators.isEmpty()) {
        findings.warning("console", "no-administrator");
      }
      new ReachCheck(http, "ponte.console.address", mode.address()).look(findings);
    } catch (BindException e) {
      SettingsCheck.refused(findings, e);
    } catch (ConsoleNotSetException e) {
      findings.refused("console", e.in(findings.language()));
    }
  }

  private void withoutSignIn(Findings findings) {
    var host = environment.getProperty("server.address", "127.0.0.1");
    if (host.equals("localhost") || host.startsWith("127.") || host.equals("::1")) {
      findings.ok("console", "this-machine");
    } else {
      findings.warning("console", "beyond", host);
    }
  }
}
