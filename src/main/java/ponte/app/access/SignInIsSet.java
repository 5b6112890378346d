package ponte.app.access;

import java.util.List;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether an administrator has set anything that says that people sign in to the console. */
public final class SignInIsSet implements Condition {

  private static final List<String> SIGNS =
      List.of(
          "address",
          "slack.client-id",
          "slack.client-secret",
          "entra.client-id",
          "entra.client-secret",
          "entra.tenants",
          "entra.tenants[0]");

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return in(context.getEnvironment());
  }

  static boolean in(PropertyResolver settings) {
    return SIGNS.stream().anyMatch(sign -> settings.containsProperty("ponte.console." + sign));
  }
}
