package ponte.app;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import ponte.digest.DigestRules;
import ponte.expert.ExpertRules;

/** The numbers that an administrator may have changed. */
public record Settings(ExpertRules experts, DigestRules digest) {

  /**
   * The settings of a command, which come from where the server's come from: {@code
   * application.properties} in the working directory, environment variables, system properties.
   */
  public static Settings fromEnvironment() {
    var environment = new StandardEnvironment();
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    return of(environment);
  }

  static Settings of(Environment environment) {
    var binder = Binder.get(environment);
    return new Settings(
        binder.bindOrCreate("ponte.experts", ExpertProperties.class).rules(),
        binder.bindOrCreate("ponte.digest", DigestProperties.class).rules());
  }
}
