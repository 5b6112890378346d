package ponte.app.console;

import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ponte.app.PonteProperties;
import ponte.app.Replica;
import ponte.archive.Archive;
import ponte.bot.DeadLetters;
import ponte.bot.Inbox;
import ponte.bot.Workers;
import ponte.directory.Directory;
import ponte.store.Records;
import ponte.web.Asking;
import ponte.web.Chats;
import ponte.web.Console;
import ponte.web.Pages;
import ponte.web.Suggestions;
import ponte.web.Timelines;

/** Puts the console together. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

  /** How long a page waits for a reply before it is shown without. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Bean
  Pages pages() {
    return new Pages();
  }

  @Bean
  Timelines timelines(Archive archive) {
    return new Timelines(archive);
  }

  @Bean
  Suggestions suggestions(Archive archive, Directory directory) {
    return new Suggestions(archive, directory);
  }

  @Bean
  Chats chats(Records records, Clock clock) {
    return new Chats(records, clock);
  }

  @Bean
  Console console(Directory directory, Chats chats, Inbox inbox, Records records, Clock clock) {
    return new Console(directory, chats, inbox, records, clock);
  }

  @Bean
  Asking asking(Chats chats, Workers workers, Clock clock) {
    return new Asking(chats, workers, PATIENCE, clock);
  }

  @Bean
  DeadLetters deadLetters(Replica replica) {
    return replica.deadLetters();
  }

  /** For readers who have not said who they are. */
  @Bean
  ZoneId zone() {
    return ZoneId.systemDefault();
  }

  /** An upload goes to the disk of the data and never into memory. */
  @Bean
  MultipartConfigElement multipartConfigElement(
      MultipartProperties multipart, PonteProperties properties) {
    multipart.setLocation(properties.data().toAbsolutePath().toString());
    return multipart.createMultipartConfig();
  }
}
