package ponte.app;

import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import ponte.app.cli.PonteCommand;

/** Starts the server, or, where the first argument is a command's name, that command. */
@SpringBootApplication
@ConfigurationPropertiesScan
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
    SpringApplication.run(PonteApplication.class, args);
  }
}
