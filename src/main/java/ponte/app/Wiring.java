package ponte.app;

import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import ponte.app.backup.BackupDoor;
import ponte.app.observation.Observing;
import ponte.app.observation.RewriterHealthIndicator;
import ponte.app.storage.ArchiveHealthIndicator;
import ponte.app.storage.ArchiveWatch;
import ponte.app.storage.Presence;
import ponte.app.storage.Safekeeping;
import ponte.app.storage.StoreHealthIndicator;
import ponte.archive.Archive;
import ponte.bot.Inbox;
import ponte.bot.Workers;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.platform.ChatPlatform;
import ponte.platform.WhoIsWho;
import ponte.reply.Texts;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.store.StoreUnavailableException;

/** Puts the server together on its storage. */
@Configuration(proxyBeanMethods = false)
class Wiring {

  private static final Logger log = LoggerFactory.getLogger(Wiring.class);

  @Bean
  Replica replica(
      PonteProperties properties,
      Environment environment,
      Validator validator,
      Observing observing) {
    return Replica.open(
        properties.data(), Settings.of(environment, validator), observing::by, Clock.systemUTC());
  }

  /** Replicas that share a store share its clock. */
  @Bean
  Clock clock(Replica replica) {
    return replica.clock();
  }

  @Bean
  StoreHealthIndicator storeHealthIndicator(Replica replica) {
    return new StoreHealthIndicator(replica.storage(), replica.deadLetters()::depths);
  }

  @Bean
  ArchiveWatch archiveWatch(Archive archive, Clock clock) {
    return new ArchiveWatch(archive, Thread::startVirtualThread, clock);
  }

  @Bean
  ArchiveHealthIndicator archiveHealthIndicator(ArchiveWatch watch) {
    return new ArchiveHealthIndicator(watch);
  }

  @Bean
  @ConditionalOnProperty("ponte.digest.rewriter.base-url")
  RewriterHealthIndicator rewriterHealthIndicator(Replica replica) {
    return new RewriterHealthIndicator(replica.rewriter());
  }

  /** Nobody else can have an embedded state open. */
  @Bean
  @ConditionalOnProperty(name = "ponte.store", havingValue = "redis")
  Presence presence(Replica replica) {
    return new Presence(
        replica.records(),
        replica.name(),
        replica.clock(),
        replica.sharesArchive() ? _ -> {} : Wiring::warnOfSeparateArchives);
  }

  @Bean
  @ConditionalOnProperty(name = "ponte.store", havingValue = "redis")
  Safekeeping safekeeping(Replica replica) {
    return new Safekeeping(replica.storage().looking());
  }

  private static void warnOfSeparateArchives(long others) {
    log.atWarn().addKeyValue("others", others).log("replicas share their state but no archive");
    var language = Language.of(Locale.getDefault()).orElse(Language.ENGLISH);
    System.out.println(
        Texts.of("ponte.app.storage.texts", language).say("replicas.separate-archives", others));
  }

  @Bean(destroyMethod = "")
  Archive archive(Replica replica) {
    return replica.archive();
  }

  @Bean
  Directory directory(Replica replica) {
    return replica.directory();
  }

  @Bean
  Records records(Replica replica) {
    return replica.records();
  }

  @Bean
  Queue queue(Replica replica) {
    return replica.queue();
  }

  @Bean
  Inbox inbox(Replica replica) {
    return replica.inbox();
  }

  @Bean(initMethod = "start")
  Workers workers(
      Replica replica,
      List<ChatPlatform> platforms,
      Observing observing,
      ObjectProvider<WhoIsWho> whoIsWho) {
    var seen = platforms.stream().map(observing::deliveries).toList();
    return replica.workers(seen, whoIsWho.orderedStream().toList());
  }

  /**
   * What no import will ask for any more is deleted before the first browser can send anything; a
   * start at which nobody can say what that is leaves it for the next.
   */
  @Bean
  Uploads uploads(Replica replica) {
    var uploads = replica.uploads();
    var loader = replica.exportLoader();
    try {
      uploads.sweep(loader.broken().stream().map(loader::fileOf).collect(Collectors.toSet()));
    } catch (StoreUnavailableException e) {
      log.atDebug().setCause(e).log("uploads not swept");
    }
    return uploads;
  }

  @Bean
  BackupDoor backupDoor(PonteProperties properties, Replica replica) {
    return new BackupDoor(properties.data(), replica.backups());
  }

  @Bean
  BackgroundImports imports(Replica replica) {
    return new BackgroundImports(
        replica.exportLoader(),
        () -> {
          replica.experts().warmUp();
          replica.ponte().prepare();
        });
  }
}
