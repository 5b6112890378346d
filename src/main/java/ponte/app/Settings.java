package ponte.app;

import jakarta.validation.Validation;
import java.time.Duration;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import ponte.app.rewriting.RewriterProperties;
import ponte.app.storage.RedisProperties;
import ponte.app.storage.Storage;
import ponte.bot.Ponte;
import ponte.consent.HouseRules;
import ponte.consent.Participation;
import ponte.directory.ChannelRules;

/**
 * What an administrator may have changed.
 *
 * @param channels in which channels Ponte hears
 * @param lease how long a replica that says nothing is waited for before others do its work
 * @param rewriter what may say the quotes of digests in other words
 */
public record Settings(
    Ponte.Rules rules,
    ChannelRules channels,
    Storage storage,
    Duration lease,
    RewriterProperties rewriter) {

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
   * @throws NotSetException if those of Redis are not whole
   */
  static Settings of(Environment environment) {
    var binder = Binder.get(environment);
    var ponte = bound(binder, "ponte", PonteProperties.class);
    return new Settings(
        new Ponte.Rules(
            bound(binder, "ponte.experts", ExpertProperties.class).rules(),
            bound(binder, "ponte.digest", DigestProperties.class).rules(),
            bound(binder, "ponte.introductions", IntroductionProperties.class).rules(),
            bound(binder, "ponte.follow", FollowProperties.class).rules(),
            bound(binder, "ponte.schedules", ScheduleProperties.class).rules(),
            bound(binder, "ponte.pairing", PairingProperties.class).rules(),
            bound(binder, "ponte.listening", ListeningProperties.class).rules(),
            bound(binder, "ponte.nudges", NudgeProperties.class).politeness(),
            bound(binder, "ponte.roles", RoleProperties.class).roles(),
            bound(binder, "ponte.nudges", NudgeProperties.class).rules(),
            bound(binder, "ponte.community", CommunityProperties.class).rules(),
            bound(binder, "ponte.map", MapProperties.class).rules(),
            bound(binder, "ponte.seeding", SeedingProperties.class).rules(),
            new HouseRules(
                new Participation(
                    ponte.worksCouncil(),
                    bound(binder, "ponte.people", PeopleProperties.class).neverNamed()),
                bound(binder, "ponte.retention", RetentionProperties.class).retention(),
                bound(binder, "ponte.audit", AuditProperties.class).keep())),
        bound(binder, "ponte.channels", ChannelProperties.class).rules(),
        Storage.of(ponte.store(), bound(binder, "ponte.redis", RedisProperties.class)),
        ponte.lease(),
        bound(binder, "ponte.digest.rewriter", RewriterProperties.class));
  }

  /** Refuses here, too, what the server refuses to start with. */
  private static <T> T bound(Binder binder, String prefix, Class<T> type) {
    try (var validation = Validation.buildDefaultValidatorFactory()) {
      var validator = new SpringValidatorAdapter(validation.getValidator());
      return binder.bindOrCreate(prefix, Bindable.of(type), new ValidationBindHandler(validator));
    }
  }
}
