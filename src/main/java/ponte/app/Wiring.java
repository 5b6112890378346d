package ponte.app;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import ponte.archive.Archive;
import ponte.bot.Inbox;
import ponte.bot.Workers;
import ponte.directory.Directory;
import ponte.platform.ChatPlatform;
import ponte.platform.WhoIsWho;
import ponte.store.Queue;
import ponte.store.Records;

/** Puts the server together on embedded storage. */
@Configuration(proxyBeanMethods = false)
class Wiring {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Embedded embedded(PonteProperties properties, Environment environment, Clock clock) {
    return Embedded.open(properties.data(), Settings.of(environment), clock);
  }

  @Bean(destroyMethod = "")
  Archive archive(Embedded embedded) {
    return embedded.archive();
  }

  @Bean
  Directory directory(Embedded embedded) {
    return embedded.directory();
  }

  @Bean
  Records records(Embedded embedded) {
    return embedded.records();
  }

  @Bean
  Queue queue(Embedded embedded) {
    return embedded.queue();
  }

  @Bean
  Inbox inbox(Embedded embedded) {
    return embedded.inbox();
  }

  @Bean(initMethod = "start")
  Workers workers(
      Embedded embedded, List<ChatPlatform> platforms, ObjectProvider<WhoIsWho> whoIsWho) {
    return embedded.workers(platforms, whoIsWho.orderedStream().toList());
  }

  /** What no import will ask for any more is deleted before the first browser can send anything. */
  @Bean
  Uploads uploads(Embedded embedded) {
    var uploads = embedded.uploads();
    var loader = embedded.exportLoader();
    uploads.sweep(loader.broken().stream().map(loader::fileOf).collect(Collectors.toSet()));
    return uploads;
  }

  @Bean
  BackgroundImports imports(Embedded embedded) {
    return new BackgroundImports(embedded.exportLoader());
  }
}
