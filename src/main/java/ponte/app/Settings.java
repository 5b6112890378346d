package ponte.app;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Duration;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import ponte.app.rewriting.RewriterProperties;
import ponte.app.storage.ArchiveProperties;
import ponte.app.storage.ArchiveStorage;
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
    ArchiveStorage archive,
    Duration lease,
    RewriterProperties rewriter) {

  /**
   * The settings of a command, which come from where the server's come from: {@code
   * application.properties} in the working directory, environment variables, system properties.
   */
  public static Settings fromEnvironment() {
    return of(environment());
  }

  /** Where the settings of a command come from. */
  public static ConfigurableEnvironment environment() {
    var environment = new StandardEnvironment();
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    return environment;
  }

  /**
   * The settings of an environment.
   *
   * @throws org.springframework.boot.context.properties.bind.BindException if one is out of range
   * @throws NotSetException if those of Redis or of the archive are not whole
   */
  public static Settings of(Environment environment) {
    try (var validation = Validation.buildDefaultValidatorFactory()) {
      return of(environment, validation.getValidator());
    }
  }

  /** The settings of an environment, with a validator that is there: to make one is dear. */
  static Settings of(Environment environment, Validator validator) {
    return of(new Reading(Binder.get(environment), new SpringValidatorAdapter(validator)));
  }

  private static Settings of(Reading read) {
    var ponte = read.bound("ponte", PonteProperties.class);
    var nudges = read.bound("ponte.nudges", NudgeProperties.class);
    return new Settings(
        new Ponte.Rules(
            read.bound("ponte.experts", ExpertProperties.class).rules(),
            read.bound("ponte.digest", DigestProperties.class).rules(),
            read.bound("ponte.introductions", IntroductionProperties.class).rules(),
            read.bound("ponte.follow", FollowProperties.class).rules(),
            read.bound("ponte.schedules", ScheduleProperties.class).rules(),
            read.bound("ponte.pairing", PairingProperties.class).rules(),
            read.bound("ponte.listening", ListeningProperties.class).rules(),
            nudges.politeness(),
            read.bound("ponte.roles", RoleProperties.class).roles(),
            nudges.rules(),
            read.bound("ponte.community", CommunityProperties.class).rules(),
            read.bound("ponte.map", MapProperties.class).rules(),
            read.bound("ponte.seeding", SeedingProperties.class).rules(),
            new HouseRules(
                new Participation(
                    ponte.worksCouncil(),
                    read.bound("ponte.people", PeopleProperties.class).neverNamed()),
                read.bound("ponte.retention", RetentionProperties.class).retention(),
                read.bound("ponte.audit", AuditProperties.class).keep(),
                read.bound("ponte.limits", LimitProperties.class).rules())),
        read.bound("ponte.channels", ChannelProperties.class).rules(),
        Storage.of(ponte.store(), read.bound("ponte.redis", RedisProperties.class)),
        ArchiveStorage.of(read.bound("ponte.archive", ArchiveProperties.class)),
        ponte.lease(),
        read.bound("ponte.digest.rewriter", RewriterProperties.class));
  }

  /**
   * Some settings of an environment.
   *
   * @throws org.springframework.boot.context.properties.bind.BindException if one is out of range
   */
  public static <T> T bound(Environment environment, String prefix, Class<T> type) {
    try (var validation = Validation.buildDefaultValidatorFactory()) {
      var validator = new SpringValidatorAdapter(validation.getValidator());
      return new Reading(Binder.get(environment), validator).bound(prefix, type);
    }
  }

  /**
   * Refuses here, too, what the server refuses to start with; a validator is dear, so there is one.
   */
  private record Reading(Binder binder, SpringValidatorAdapter validator) {

    <T> T bound(String prefix, Class<T> type) {
      return binder.bindOrCreate(prefix, Bindable.of(type), new ValidationBindHandler(validator));
    }
  }
}
