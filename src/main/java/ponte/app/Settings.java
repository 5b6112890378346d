package ponte.app;

import jakarta.validation.Validation;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import ponte.digest.DigestRules;
import ponte.expert.ExpertRules;

/** The numbers that an administrator may have changed. */
public record Settings(ExpertRules experts, DigestRules digest) {

  /**
   * The settings of a command, which come from where the server's come from: {@code
   * application.properties} in the working directory, environment variables, system properties.
   */
  public static Settings fromEnvironment() {
    return of(environment());
  }

  /** Where the server's console is, as the settings of a command have it. */
  public static String consoleAddress() {
    return "http://localhost:" + environment().getProperty("server.port", "8080");
  }

  private static Environment environment() {
    var environment = new StandardEnvironment();
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    return environment;
  }

  /**
   * The settings of an environment.
   *
   * @throws org.springframework.boot.context.properties.bind.BindException if one is out of range
   */
  static Settings of(Environment environment) {
    var binder = Binder.get(environment);
    return new Settings(
        bound(binder, "ponte.experts", ExpertProperties.class).rules(),
        bound(binder, "ponte.digest", DigestProperties.class).rules());
  }

  /** Refuses here, too, what the server refuses to start with. */
  private static <T> T bound(Binder binder, String prefix, Class<T> type) {
    try (var validation = Validation.buildDefaultValidatorFactory()) {
      var validator = new SpringValidatorAdapter(validation.getValidator());
      return binder.bindOrCreate(prefix, Bindable.of(type), new ValidationBindHandler(validator));
    }
  }
}
