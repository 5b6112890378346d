package ponte.app.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The service of systemd.
 *
 * @param set what is set, by section and name, in its order
 */
record ServiceUnit(Map<String, List<String>> set) {

  static ServiceUnit read() throws IOException {
    var set = new LinkedHashMap<String, List<String>>();
    var section = "";
    for (var line : Files.readAllLines(Yaml.DEPLOY.resolve("systemd").resolve("ponte.service"))) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.indexOf(']'));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        var parts = line.split("=", 2);
        set.computeIfAbsent(section + "." + parts[0], _ -> new ArrayList<>()).add(parts[1]);
      }
    }
    return new ServiceUnit(set);
  }

  List<String> values(String name) {
    return set.getOrDefault("Service." + name, List.of());
  }

  Map<String, String> environment() {
    var variables = new TreeMap<String, String>();
    for (var line : values("Environment")) {
      for (var variable : line.split(" ")) {
        variables.put(variable.split("=", 2)[0], variable.split("=", 2)[1]);
      }
    }
    return variables;
  }
}
