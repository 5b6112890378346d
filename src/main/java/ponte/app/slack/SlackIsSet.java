package ponte.app.slack;

import java.util.List;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether an administrator has set anything that says that Ponte is to be in Slack. */
public final class SlackIsSet implements Condition {

  private static final List<String> SIGNS =
      List.of("bot-token", "signing-secret", "app-token", "client-id", "client-secret");

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return in(context.getEnvironment());
  }

  public static boolean in(PropertyResolver settings) {
    return SIGNS.stream().anyMatch(sign -> settings.containsProperty("ponte.slack." + sign));
  }
}
