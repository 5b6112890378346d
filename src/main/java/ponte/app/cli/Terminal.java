package ponte.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.springframework.core.env.ConfigurableEnvironment;
import ponte.app.Settings;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Where a command is called from, and all that it knows of it: answers go to one stream, complaints
 * to the other.
 *
 * @param environment where the settings come from; asked only by commands that need any, since it
 *     reads files
 */
record Terminal(
    BufferedReader in,
    PrintWriter out,
    PrintWriter err,
    Language language,
    Supplier<ConfigurableEnvironment> environment) {

  static final String TEXTS = "ponte.app.cli.texts";

  /** The settings as they are now. */
  Settings settings() {
    return Settings.of(environment.get());
  }

  /** Where the server's console is, as these settings have it. */
  String console() {
    return "http://localhost:" + environment.get().getProperty("server.port", "8080");
  }

  /** The sentences of the command line. */
  Texts texts() {
    return Texts.of(TEXTS, language);
  }

  /** The sentences of the core. */
  Texts said() {
    return Texts.in(language);
  }

  void say(String line) {
    out.println(line);
  }

  void complain(String line) {
    err.println(line);
  }

  /** Whether a person typed these words when they were asked to. */
  boolean confirms(String question, String words) {
    err.println(question);
    err.flush();
    try {
      var typed = in.readLine();
      return typed != null && typed.strip().equals(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints a reply for people to read, or as JSON for programs. */
  void show(Reply reply, Directory directory, boolean json) {
    var names = new Names(directory);
    out.println(
        json ? new JsonReply(names).write(reply) : new PlainReply(names, console()).write(reply));
  }
}
