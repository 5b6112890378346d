package ponte.app;

import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import ponte.app.cli.PonteCommand;

/** Starts the server, or, where the first argument is a command's name, that command. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PonteApplication {

  private static final Set<String> ABOUT = Set.of("-h", "--help", "-V", "--version");

  public static void main(String[] args) {
    if (args.length > 0 && (!args[0].startsWith("-") || ABOUT.contains(args[0]))) {
      System.exit(PonteCommand.run(args));
    }
    SpringApplication.run(PonteApplication.class, args);
  }
}
