package ponte.app;

import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import ponte.app.access.AccessModule;
import ponte.app.cli.PonteCommand;
import ponte.app.console.ConsoleModule;
import ponte.app.observation.ObservationModule;
import ponte.app.slack.SlackModule;
import ponte.app.teams.TeamsModule;

/**
 * Starts the server, or, where the first argument is a command's name, that command.
 *
 * <p>What it is made of is named, here and in each package's module, and not looked for: to read
 * all of its classes takes a tenth of a second at each start.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  Wiring.class,
  SettingsModule.class,
  FirstStart.class,
  AccessModule.class,
  ConsoleModule.class,
  ObservationModule.class,
  SlackModule.class,
  TeamsModule.class
})
public class PonteApplication {

  private static final Set<String> ABOUT = Set.of("-h", "--help", "-V", "--version");

  /** Kept, since a logger that nobody holds forgets its level. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  public static void main(String[] args) {
    // Lucene proposes an incubating module of the JDK at each start.
    LUCENE.setLevel(Level.SEVERE);
    if (args.length > 0 && (!args[0].startsWith("-") || ABOUT.contains(args[0]))) {
      // A command's answer is its only output: warnings go to the error stream.
      System.setProperty("logback.configurationFile", "ponte/app/cli/logback.xml");
      System.exit(PonteCommand.run(args));
    }
    // What Spring would prepare beside the start, such as a client's XML, is not needed here.
    System.setProperty("spring.backgroundpreinitializer.ignore", "true");
    SpringApplication.run(PonteApplication.class, args);
  }
}
