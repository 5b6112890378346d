package ponte.app.observation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** What the dashboard and the alerts in {@code deploy} want of a running Ponte. */
public final class Shown {

  private static final Path DEPLOY = Path.of("..", "deploy");

  /** What Prometheus knows of each metric by itself. */
  private static final Set<String> PROMETHEUS = Set.of("instance", "job");

  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+");

  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)=\"(?:[^\"\\\\]|\\\\.)*\"");

  private Shown() {}

  /** The expressions of the alerts, by name. */
  static Map<String, String> alerts() throws IOException {
    Map<String, Object> file =
        new Yaml().load(Files.readString(DEPLOY.resolve("prometheus/ponte.rules.yaml")));
    var alerts = new HashMap<String, String>();
    for (var group : listed(file, "groups")) {
      for (var alert : listed(group, "rules")) {
        alerts.put(String.valueOf(alert.get("alert")), String.valueOf(alert.get("expr")));
      }
    }
    return alerts;
  }

  private static List<Map<?, ?>> listed(Map<?, ?> of, String name) {
    return of.get(name) instanceof List<?> list
        ? list.stream().<Map<?, ?>>map(Map.class::cast).toList()
        : List.of();
  }

  /** The expressions of the dashboard. */
  static List<String> panels() throws IOException {
    return new JsonMapper()
        .readTree(Files.readString(DEPLOY.resolve("grafana/ponte.json")))
        .findValuesAsString("expr");
  }

  /**
   * What they read and a Ponte does not tell.
   *
   * @param told what it told when Prometheus asked
   */
  public static List<String> missing(String told) throws IOException {
    var samples = samples(told);
    var missing = new ArrayList<String>();
    var expressions = new ArrayList<>(alerts().values());
    expressions.addAll(panels());
    for (var expression : expressions) {
      for (var metric : PromQl.metrics(expression)) {
        var labels = samples.get(metric.name());
        if (metric.name().equals("up")) {
          // Prometheus tells it itself, of whatever it asks.
          continue;
        }
        if (labels == null) {
          missing.add(metric.name());
        } else {
          metric.labels().stream()
              .filter(label -> !labels.contains(label) && !PROMETHEUS.contains(label))
              .forEach(label -> missing.add(metric.name() + " by " + label));
        }
      }
    }
    return missing.stream().distinct().sorted().toList();
  }

  /** The labels of each metric. */
  private static Map<String, Set<String>> samples(String told) {
    var samples = new HashMap<String, Set<String>>();
    for (var line : told.lines().toList()) {
      var sample = SAMPLE.matcher(line);
      if (sample.matches()) {
        var labels = samples.computeIfAbsent(sample.group(1), _ -> new HashSet<>());
        if (sample.group(2) != null) {
          LABEL.matcher(sample.group(2)).results().forEach(label -> labels.add(label.group(1)));
        }
      }
    }
    return samples;
  }
}
