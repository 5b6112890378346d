package ponte.app.deploy;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings that there are: Ponte's own records, and what Spring Boot says of its own.
 *
 * @param types Ponte's records, by the prefix of their settings
 * @param names whole names; those that end with a dot have any name after it
 */
record KnownSettings(Map<String, Class<?>> types, Set<String> names) {

  static KnownSettings find() throws IOException, ClassNotFoundException {
    var types = new HashMap<String, Class<?>>();
    var names = new TreeSet<String>();
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    for (var found : scanner.findCandidateComponents("ponte.app")) {
      var type = Class.forName(found.getBeanClassName());
      var prefix = type.getAnnotation(ConfigurationProperties.class).value();
      types.put(prefix, type);
      collect(prefix, type, names);
    }
    names.addAll(ofSpring());
    return new KnownSettings(types, names);
  }

  private static void collect(String prefix, Class<?> type, Set<String> names) {
    for (var setting : type.getDeclaredConstructors()[0].getParameters()) {
      var name = prefix + "." + name(setting);
      if (setting.getType().isRecord()) {
        collect(name, setting.getType(), names);
      }
      names.add(Map.class.isAssignableFrom(setting.getType()) ? name + "." : name);
    }
  }

  private static String name(Parameter setting) {
    var other = setting.getAnnotation(Name.class);
    return other == null
        ? setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)
        : other.value();
  }

  private static Set<String> ofSpring() throws IOException {
    var names = new HashSet<String>();
    var described =
        KnownSettings.class
            .getClassLoader()
            .getResources("META-INF/spring-configuration-metadata.json");
    while (described.hasMoreElements()) {
      try (var description = described.nextElement().openStream()) {
        for (var property : JsonMapper.shared().readTree(description).path("properties")) {
          names.add(property.path("name").asString());
        }
      }
    }
    return names;
  }

  /** Whether there is a setting, by its name or by that of its environment variable. */
  boolean has(String name) {
    return names.stream()
        .anyMatch(
            known ->
                known.endsWith(".")
                    ? name.startsWith(known)
                    : known.equals(name)
                        || variable(known).equals(name)
                        || variable(known.replace('-', '.')).equals(name));
  }

  private static String variable(String name) {
    return ConfigurationPropertyName.isValid(name)
        ? name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT)
        : name;
  }
}
