package ponte.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import ponte.app.Imports.Status;
import ponte.app.cli.ProgressLine;
import ponte.bot.Import.Imported;
import ponte.nlp.Language;
import ponte.platform.Progress;
import ponte.platform.ShiftedSource;
import ponte.reply.Texts;
import ponte.slack.Limits;
import ponte.slack.SlackExport;

/**
 * What happens once the server listens: it loads the export it was given or, where there is nothing
 * yet, the demo workspace; it gets the language models ready; and it says where its console is.
 */
@Component
class FirstStart {

  private static final String DEMO = "demo.zip";

  private final PonteProperties properties;
  private final Embedded embedded;
  private final BackgroundImports imports;
  private final Clock clock;

  FirstStart(
      PonteProperties properties, Embedded embedded, BackgroundImports imports, Clock clock) {
    this.properties = properties;
    this.embedded = embedded;
    this.imports = imports;
    this.clock = clock;
  }

  /** On a thread of its own, so that the console shows the progress from the first moment. */
  @EventListener
  void listening(WebServerInitializedEvent event) {
    var address = "http://localhost:" + event.getWebServer().getPort();
    Thread.ofPlatform().name("ponte-start").daemon().start(() -> begin(address));
  }

  private void begin(String address) {
    say("start.console", address);
    var export = properties.export();
    if (export != null) {
      load(
          "start.loading",
          export.toString(),
          progress -> embedded.exportLoader().load(export, progress));
    } else if (properties.demo() && embedded.directory().workspaces().isEmpty()) {
      load("start.loading-demo", DEMO, this::demo);
    }
    embedded.nlp().warmUp();
  }

  private void load(String beginning, String what, Function<Progress, Imported> loading) {
    say(beginning, what);
    Status ended;
    try (var line = new ProgressLine(true)) {
      ended = imports.now(loading, line);
    }
    switch (ended) {
      case Status.Finished(var messages, var people, var channels) ->
          say("start.loaded", messages, people, channels);
      case Status.Failed(var situation, var details) ->
          System.out.println(Texts.in(language()).say(situation, details.toArray()));
      case Status.Idle _, Status.Running _ -> throw new IllegalStateException("still loading");
    }
  }

  /** The demo workspace, moved by whole weeks so that its last messages are of this week. */
  private Imported demo(Progress progress) {
    var copy = properties.data().resolve(DEMO);
    try {
      try (var packed = new ClassPathResource(DEMO).getInputStream()) {
        Files.copy(packed, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      try (var export = SlackExport.open(copy, Limits.DEFAULT)) {
        return embedded
            .exportLoader()
            .load(ShiftedSource.endingBefore(export, clock.instant()), progress);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(String situation, Object... values) {
    System.out.println(Texts.of("ponte.app.texts", language()).say(situation, values));
  }

  private static Language language() {
    return Language.of(Locale.getDefault(Locale.Category.DISPLAY)).orElse(Language.ENGLISH);
  }
}
