package ponte.app.settings;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Name;

/** The page about all settings, made of what the build knows of them. */
final class ConfigurationReference {

  private static final String BEGINNING =
      """
      # Settings

      Every setting of Ponte, its default, what it may be. Made from the code; do not edit: `%s`

      A setting stands in `application.properties` beside the jar, is an argument of the server (`--ponte.data=…`), or a variable of the
      environment: its name in capitals, with `_` for dots and dashes. The command line reads the file and the environment. A duration is a number with `ms`, `s`,
      `m`, `h` or `d`; a list has commas between its values; secrets belong into the environment. What is out of range stops the start
      with words that say which; `java -jar ponte.jar doctor` finds names that are none.

      What they mean together: [operations](operations.md), [Slack](slack.md), [Teams](teams.md), [Redis](redis.md). Of Spring Boot's own settings, `server.port` (`8080`) and
      `server.address` (`127.0.0.1`) say where the server listens, `logging.level.ponte` (`info`) how much it tells.
      """;

  private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)}");

  private final KnownSettings settings;

  ConfigurationReference(KnownSettings settings) {
    this.settings = settings;
  }

  /**
   * @param command by which it is made again
   */
  String page(String command) {
    var page = new StringBuilder(BEGINNING.formatted(command));
    var groups =
        settings.all().stream()
            .collect(
                Collectors.groupingBy(
                    ConfigurationReference::group, TreeMap::new, Collectors.toList()));
    for (var group : groups.entrySet()) {
      page.append("\n## `%s`\n\n".formatted(group.getKey()));
      page.append(CODE.matcher(about(record(group.getValue().getFirst()))).replaceAll("`$1`"));
      page.append("\n\n");
      page.append("| setting | environment | default | is | what |\n|---|---|---|---|---|\n");
      group.getValue().stream()
          .sorted(Comparator.comparingInt(ConfigurationReference::place))
          .map(ConfigurationReference::row)
          .forEach(page::append);
    }
    return page.toString();
  }

  /** As what a shell sets it. */
  static String environment(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  /** What the source says of a record, before its components. */
  private static String about(Class<?> record) {
    var source =
        Path.of("main", "java", record.getName().replaceAll("\\$.*", "").replace('.', '/'));
    try {
      var documented =
          Pattern.compile(
                  "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+(?:@\\w+(?:\\([^)]*\\))?\\s+)*(?:public )?record "
                      + record.getSimpleName()
                      + "\\(",
                  Pattern.DOTALL)
              .matcher(Files.readString(source.resolveSibling(source.getFileName() + ".java")));
      if (!documented.find()) {
        throw new IllegalArgumentException("nothing is said of " + record);
      }
      var words = documented.group(1).replaceAll("(?m)^\\s*\\*", "").replaceAll("\\s+", " ");
      return words.replaceAll(" @param.*", "").replaceAll("</?p>", "").strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String group(KnownSetting setting) {
    return setting.name().substring(0, setting.name().lastIndexOf('.'));
  }

  private static String row(KnownSetting setting) {
    var more = setting.isMap() ? ".…" : "";
    return "| `%s` | `%s` | %s | %s | %s |\n"
        .formatted(
            setting.name().substring(group(setting).length() + 1) + more,
            environment(setting.name()) + (setting.isMap() ? "_…" : ""),
            setting.usual() == null ? "" : "`" + setting.usual() + "`",
            is(setting),
            what(setting));
  }

  private static String what(KnownSetting setting) {
    var names =
        Arrays.stream(record(setting).getRecordComponents())
            .collect(
                Collectors.toMap(
                    RecordComponent::getName, ConfigurationReference::name, (one, _) -> one));
    return CODE.matcher(setting.description())
        .replaceAll(code -> "`" + names.getOrDefault(code.group(1), code.group(1)) + "`")
        .replaceAll("\\bnull:", "not set:")
        .replace("|", "\\|");
  }

  private static String is(KnownSetting setting) {
    var component = component(setting);
    var kind = kind(component.getType(), setting.type());
    var range = range(component);
    return range.isEmpty() ? kind : kind + ", " + range;
  }

  private static String kind(Class<?> type, String written) {
    if (type.isEnum() && type != DayOfWeek.class) {
      return Arrays.stream(type.getEnumConstants())
          .map(one -> "`" + ((Enum<?>) one).name().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
          .collect(Collectors.joining(" or "));
    }
    return switch (type.getSimpleName()) {
      case "boolean" -> "`true` or `false`";
      case "int" -> "whole number";
      case "double" -> "number";
      case "Duration" -> "duration";
      case "LocalTime" -> "time of day";
      case "DayOfWeek" -> "day of the week";
      case "URI" -> "address";
      case "Path" -> "file or directory";
      case "String" -> "text";
      case "Set", "List" -> "list";
      case "Map" -> "durations";
      case "Secret", "Token" -> "secret";
      default -> throw new IllegalArgumentException("no word for " + written);
    };
  }

  private static String range(RecordComponent component) {
    @Nullable String from = null;
    @Nullable String to = null;
    for (var annotation : component.getAccessor().getAnnotations()) {
      switch (annotation) {
        case Min least -> from = Long.toString(least.value());
        case Max most -> to = Long.toString(most.value());
        case DecimalMin least -> from = least.value();
        case DecimalMax most -> to = most.value();
        case DurationMin least ->
            from =
                written(
                    Duration.ofDays(least.days())
                        .plusHours(least.hours())
                        .plusMinutes(least.minutes())
                        .plusSeconds(least.seconds())
                        .plusMillis(least.millis()));
        case DurationMax most ->
            to =
                written(
                    Duration.ofDays(most.days())
                        .plusHours(most.hours())
                        .plusMinutes(most.minutes())
                        .plusSeconds(most.seconds())
                        .plusMillis(most.millis()));
        default -> {}
      }
    }
    if (from == null) {
      return to == null ? "" : "up to `" + to + "`";
    }
    return to == null ? "`" + from + "` or more" : "`" + from + "` to `" + to + "`";
  }

  private static String written(Duration duration) {
    var units = new ArrayList<String>();
    if (duration.toDays() > 0) {
      units.add(duration.toDays() + "d");
    }
    for (var part :
        List.of(
            Map.entry("h", duration.toHoursPart()),
            Map.entry("m", duration.toMinutesPart()),
            Map.entry("s", duration.toSecondsPart()),
            Map.entry("ms", duration.toMillisPart()))) {
      if (part.getValue() > 0) {
        units.add(part.getValue() + part.getKey());
      }
    }
    return units.isEmpty() ? "0" : String.join("", units);
  }

  private static int place(KnownSetting setting) {
    return Arrays.stream(record(setting).getRecordComponents())
        .map(RecordComponent::getName)
        .toList()
        .indexOf(component(setting).getName());
  }

  private static RecordComponent component(KnownSetting setting) {
    var last = setting.name().substring(group(setting).length() + 1);
    return Arrays.stream(record(setting).getRecordComponents())
        .filter(component -> name(component).equals(last))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing is bound to " + setting.name()));
  }

  private static Class<?> record(KnownSetting setting) {
    try {
      return Class.forName(setting.record());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(RecordComponent component) {
    var parameters = component.getDeclaringRecord().getDeclaredConstructors()[0].getParameters();
    return Arrays.stream(parameters)
        .filter(parameter -> parameter.getName().equals(component.getName()))
        .filter(parameter -> parameter.isAnnotationPresent(Name.class))
        .map(parameter -> parameter.getAnnotation(Name.class).value())
        .findFirst()
        .orElseGet(() -> component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
  }
}
