package ponte.app.doctor;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import ponte.app.settings.KnownSetting;
import ponte.app.settings.KnownSettings;

/**
 * Settings that are none: a slip that nothing else would ever tell of. Values are not looked at.
 */
public final class SettingsCheck implements Check {

  private static final String OURS = "ponte.";
  private static final String OURS_IN_THE_ENVIRONMENT = "PONTE_";

  /** What Kubernetes tells every container of services beside it that are called so. */
  private static final Pattern OF_SERVICES =
      Pattern.compile("PONTE_([A-Z0-9_]+_)?(SERVICE_(HOST|PORT)(_.*)?|PORT(_\\d+_.*)?)");

  private final ConfigurableEnvironment environment;
  private final KnownSettings known;

  public SettingsCheck(ConfigurableEnvironment environment, KnownSettings known) {
    this.environment = environment;
    this.known = known;
  }

  @Override
  public void look(Findings findings) {
    var set = new TreeSet<String>();
    var unknown = new TreeSet<String>();
    for (var source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> names) {
        var inEnvironment = source instanceof SystemEnvironmentPropertySource;
        for (var name : names.getPropertyNames()) {
          if (isOurs(name, inEnvironment)) {
            (isKnown(name, inEnvironment) ? set : unknown).add(name);
          }
        }
      }
    }
    for (var name : unknown) {
      var meant = meant(name);
      if (meant.isEmpty()) {
        findings.warning("settings", "unknown", name);
      } else {
        findings.warning("settings", "mistyped", name, String.join(", ", meant));
      }
    }
    if (unknown.isEmpty()) {
      findings.ok("settings", "known", set.size());
    }
  }

  /** One that the server does not start with; its value is not told, since it may be a secret. */
  public static void refused(Findings findings, BindException refusal) {
    var cause = NestedExceptionUtils.getMostSpecificCause(refusal);
    var wrong =
        cause instanceof BindValidationException invalid
            ? invalid.getValidationErrors().getAllErrors().stream()
                .map(SettingsCheck::said)
                .sorted()
                .collect(Collectors.joining("; "))
            : "";
    findings.failure("settings", "refused", refusal.getName().toString(), wrong);
  }

  private static String said(ObjectError error) {
    return error instanceof FieldError of
        ? of.getField() + " " + of.getDefaultMessage()
        : String.valueOf(error.getDefaultMessage());
  }

  private static boolean isOurs(String name, boolean inEnvironment) {
    return inEnvironment
        ? name.startsWith(OURS_IN_THE_ENVIRONMENT) && !OF_SERVICES.matcher(name).matches()
        : name.startsWith(OURS);
  }

  private boolean isKnown(String name, boolean inEnvironment) {
    return inEnvironment
        ? known.all().stream().anyMatch(setting -> isSetBy(setting, name))
        : known.has(name) || known.all().stream().anyMatch(setting -> isLoosely(setting, name));
  }

  /** In a variable of the environment a dash may be an underscore, or left out. */
  private static boolean isSetBy(KnownSetting setting, String variable) {
    for (var form :
        List.of(
            setting.name().replace('-', '_').replace('.', '_'),
            setting.name().replace("-", "").replace('.', '_'))) {
      var name = form.toUpperCase(Locale.ROOT);
      if (variable.equals(name)
          || variable.matches(Pattern.quote(name) + "_\\d+")
          || setting.isMap() && variable.startsWith(name + "_")) {
        return true;
      }
    }
    return false;
  }

  /** In a file words may be joined in several ways: {@code mostDays}, {@code most_days}. */
  private static boolean isLoosely(KnownSetting setting, String name) {
    var bare = bare(name);
    var theirs = bare(setting.name());
    return bare.equals(theirs)
        || bare.startsWith(theirs + "[")
        || setting.isMap() && bare.startsWith(theirs + ".");
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }

  private List<String> meant(String name) {
    return known.meant(
        name.startsWith(OURS_IN_THE_ENVIRONMENT)
            ? name.toLowerCase(Locale.ROOT).replace('_', '.')
            : name);
  }
}
