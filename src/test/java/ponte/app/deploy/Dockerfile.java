package ponte.app.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The instructions of the Dockerfile, in its order, each on one line.
 *
 * @param stages what makes each image of it, the last one Ponte's own
 */
record Dockerfile(List<Stage> stages) {

  /** One instruction: {@code COPY} and what to copy. */
  record Instruction(String name, String arguments) {}

  /**
   * From one {@code FROM} to the next.
   *
   * @param from what it begins with: another stage or an image
   * @param name empty where it has none
   */
  record Stage(String from, String name, List<Instruction> instructions) {}

  private static final Pattern FROM = Pattern.compile("(\\S+)(?: AS (\\S+))?");
  private static final Pattern VARIABLE = Pattern.compile("(\\w+)=(\\S+)");

  static Dockerfile read() throws IOException {
    var text =
        Files.readString(Yaml.DEPLOY.resolve("Dockerfile"))
            .replaceAll("(?m)^#.*\\R", "")
            .replaceAll("\\\\\\R\\s*", "");
    var stages = new ArrayList<Stage>();
    for (var line : text.lines().filter(line -> !line.isBlank()).toList()) {
      var instruction =
          new Instruction(line.split(" ", 2)[0], line.substring(line.indexOf(' ') + 1).strip());
      if (instruction.name().equals("FROM")) {
        var from = FROM.matcher(instruction.arguments());
        if (!from.matches()) {
          throw new IOException("no image in " + line);
        }
        stages.add(
            new Stage(
                from.group(1), from.group(2) == null ? "" : from.group(2), new ArrayList<>()));
      } else if (!stages.isEmpty()) {
        stages.getLast().instructions().add(instruction);
      }
    }
    return new Dockerfile(List.copyOf(stages));
  }

  Stage stage(String name) {
    return stages.stream().filter(stage -> stage.name().equals(name)).findFirst().orElseThrow();
  }

  Map<String, String> environment() {
    var variables = new TreeMap<String, String>();
    for (var set : named("ENV", stages.getLast())) {
      VARIABLE
          .matcher(set)
          .results()
          .forEach(variable -> variables.put(variable.group(1), variable.group(2)));
    }
    return variables;
  }

  /** Where Ponte lies. */
  String directory() {
    return named("WORKDIR", stage("app")).getFirst();
  }

  static List<String> named(String name, Stage stage) {
    return stage.instructions().stream()
        .filter(instruction -> instruction.name().equals(name))
        .map(Instruction::arguments)
        .toList();
  }
}
