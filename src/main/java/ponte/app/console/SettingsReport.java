package ponte.app.console;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import ponte.web.SettingsPage.Group;
import ponte.web.SettingsPage.Setting;

/**
 * All settings of Ponte as they hold, read from the records that they are bound to. Of what may be
 * a secret nothing is told but whether it is set.
 */
@Component
class SettingsReport {

  /** Types whose text says nothing, and whatever a name calls a secret, of whichever type it is. */
  private static final Pattern SECRET = Pattern.compile("(?i).*(secret|token|password|key)$");

  private static final String PREFIX = "ponte";

  private final ApplicationContext context;
  private final Environment environment;

  SettingsReport(ApplicationContext context, Environment environment) {
    this.context = context;
    this.environment = environment;
  }

  /** By their prefixes. */
  List<Group> groups() {
    return context.getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
        .filter(Record.class::isInstance)
        .map(bound -> new Group(prefix(bound), settings(prefix(bound), (Record) bound)))
        .filter(group -> group.prefix().startsWith(PREFIX) && !group.settings().isEmpty())
        .sorted(Comparator.comparing(Group::prefix))
        .toList();
  }

  private static String prefix(Object bound) {
    var annotation = bound.getClass().getAnnotation(ConfigurationProperties.class);
    return annotation == null ? "" : annotation.value();
  }

  private List<Setting> settings(String prefix, Record bound) {
    var settings = new ArrayList<Setting>();
    for (var component : bound.getClass().getRecordComponents()) {
      var name = prefix + "." + name(component);
      var value = value(component, bound);
      if (isOfMore(component)) {
        if (value instanceof Record nested) {
          settings.addAll(settings(name, nested));
        }
      } else {
        settings.add(setting(name, value, component));
      }
    }
    return settings;
  }

  private Setting setting(String name, @Nullable Object value, RecordComponent component) {
    var secret = isSecret(component);
    var written = written(value);
    return new Setting(
        name, secret && written != null ? "" : written, secret, environment.containsProperty(name));
  }

  private static boolean isSecret(RecordComponent component) {
    return SECRET.matcher(component.getName()).matches()
        || SECRET.matcher(component.getType().getSimpleName()).matches();
  }

  /** Whether it is a record of settings, and no value that is written as a record. */
  private static boolean isOfMore(RecordComponent component) {
    return component.getType().isRecord() && !isSecret(component);
  }

  private static @Nullable String written(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case URI uri -> withoutUser(uri);
      case Collection<?> many when many.isEmpty() -> null;
      case Collection<?> many ->
          many.stream()
              .map(one -> one instanceof URI uri ? withoutUser(uri) : one.toString())
              .sorted()
              .collect(Collectors.joining(", "));
      case Map<?, ?> map when map.isEmpty() -> null;
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> entry.getKey() + " = " + entry.getValue())
              .sorted()
              .collect(Collectors.joining(", "));
      case Enum<?> one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-');
      default -> value.toString();
    };
  }

  private static String withoutUser(URI uri) {
    return uri.toString().replaceFirst("//[^/@]*@", "//");
  }

  /** As it is written in a file: {@code most-private} for {@code mostPrivate}. */
  private static String name(RecordComponent component) {
    var parameters = component.getDeclaringRecord().getDeclaredConstructors()[0].getParameters();
    return Arrays.stream(parameters)
        .filter(parameter -> parameter.getName().equals(component.getName()))
        .map(parameter -> parameter.getAnnotation(Name.class))
        .filter(Objects::nonNull)
        .map(Name::value)
        .findFirst()
        .orElseGet(() -> component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
  }

  private static @Nullable Object value(RecordComponent component, Record bound) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(bound);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record tells all of its components", e);
    }
  }
}
