package ponte.app.teams;

import java.util.List;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether an administrator has set anything that says that Ponte is to be in Teams. */
public final class TeamsIsSet implements Condition {

  private static final List<String> SIGNS =
      List.of("app-id", "app-password", "certificate", "tenant-id");

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return in(context.getEnvironment());
  }

  public static boolean in(PropertyResolver settings) {
    return isLocal(settings)
        || SIGNS.stream().anyMatch(sign -> settings.containsProperty("ponte.teams." + sign));
  }

  /** Whether what comes to Teams' address comes from a client emulator on this machine. */
  public static boolean isLocal(PropertyResolver settings) {
    return settings.getProperty("ponte.teams.local", Boolean.class, false);
  }
}
