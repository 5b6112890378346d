package ponte.app;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import ponte.app.Imports.Status;
import ponte.app.access.Access;
import ponte.app.cli.ProgressLine;
import ponte.app.slack.SlackIsSet;
import ponte.app.teams.TeamsIsSet;
import ponte.bot.Import.Imported;
import ponte.nlp.Language;
import ponte.platform.Progress;
import ponte.reply.Texts;

/**
 * What happens once the server is ready, and not before, so that nothing of it delays the start: it
 * says where its console is; it plans what should be planned and is not; it goes on with imports
 * that were broken off, loads the export it was given or, where there is nothing yet, the demo
 * workspace; and it prepares what the first question needs.
 */
@Component
class FirstStart {

  private final PonteProperties properties;
  private final Replica replica;
  private final BackgroundImports imports;
  private final Environment environment;
  private final Access access;
  private final CountDownLatch stopped = new CountDownLatch(1);

  FirstStart(
      PonteProperties properties,
      Replica replica,
      BackgroundImports imports,
      Environment environment,
      Access access) {
    this.access = access;
    this.environment = environment;
    this.properties = properties;
    this.replica = replica;
    this.imports = imports;
  }

  /** On a thread of its own, so that the console shows the progress from the first moment. */
  @EventListener
  void ready(ApplicationReadyEvent event) {
    var address =
        switch (access) {
          case Access.Local _ ->
              "http://localhost:" + environment.getRequiredProperty("local.server.port");
          case Access.BySignIn(var reached, _) -> reached.toString();
        };
    Thread.ofPlatform().name("ponte-start").daemon().start(() -> begin(address));
  }

  private void begin(String address) {
    say("start.console", address);
    if (access instanceof Access.BySignIn && replica.roles().administrators().isEmpty()) {
      System.out.println(
          Texts.of("ponte.app.access.texts", language()).say("start.no-administrator"));
    }
    try {
      var patience = new Patience(this::pause);
      patience.until(replica.ponte()::planAhead);
      patience.until(this::loadWhatIsToBeLoaded);
      replica.nlp().warmUp();
      patience.until(replica.experts()::warmUp);
      replica.ponte().prepare();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // What it needs was closed under it: that is how a server ends.
      if (stopped.getCount() > 0) {
        throw e;
      }
    }
  }

  /** Nobody waits for a store that Ponte itself has closed. */
  @PreDestroy
  void stop() {
    stopped.countDown();
  }

  private void pause(Duration time) throws InterruptedException {
    if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new InterruptedException("ponte is stopped");
    }
  }

  /** Where nobody does, a line that is drawn anew, with names of channels in it, is no log. */
  private static boolean somebodyLooks() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  private void loadWhatIsToBeLoaded() {
    goOn();
    var export = properties.export();
    if (export != null) {
      load(
          "start.loading",
          export.toString(),
          () -> true,
          progress -> replica.exportLoader().load(export, progress));
    } else if (SlackIsSet.in(environment) || TeamsIsSet.in(environment)) {
      // As soon as there is a workspace of their own, nobody wants to see the demo any more.
      replica.demo().makeRoom();
    } else if (properties.demo() && replica.demo().isWanted()) {
      var demo = replica.demo();
      load(
          replica.unfinishedImports().demo().isPresent()
              ? "start.going-on-with-demo"
              : "start.loading-demo",
          "demo",
          demo::isWanted,
          progress ->
              demo.unpacked(
                  properties.data(), source -> replica.exportLoader().load(source, progress)));
    }
  }

  /**
   * Loads to its end what a crash broke off and is not loaded anyway; loading it again changes
   * nothing else. Of what lay with a replica that is there no more it is told that somebody has to
   * load it again.
   */
  private void goOn() {
    var loader = replica.exportLoader();
    var export = properties.export();
    var named = export == null ? null : export.toAbsolutePath().normalize();
    for (var begun : begunOnce()) {
      if (!loader.fileOf(begun).equals(named)) {
        load(
            "start.going-on",
            loader.nameOf(begun),
            () -> begunOnce().contains(begun),
            progress -> loader.goOn(begun, progress));
      }
    }
  }

  private List<Begun> begunOnce() {
    var loader = replica.exportLoader();
    return Stream.concat(loader.broken().stream(), loader.lost().stream()).toList();
  }

  /** Somebody at the console may load something at the same moment, and perhaps the same. */
  private void load(
      String beginning,
      String what,
      BooleanSupplier isWanted,
      Function<Progress, Imported> loading) {
    try (var line = new ProgressLine("import", somebodyLooks())) {
      imports
          .inTurn(
              isWanted,
              progress -> {
                say(beginning, what);
                return loading.apply(progress);
              },
              line)
          .ifPresent(FirstStart::tell);
    }
  }

  private static void tell(Status ended) {
    switch (ended) {
      case Status.Finished(var messages, var people, var channels) ->
          say("start.loaded", messages, people, channels);
      case Status.Failed(var situation, var details) ->
          System.out.println(Texts.in(language()).say(situation, details.toArray()));
      case Status.Idle _, Status.Running _ -> throw new IllegalStateException("still loading");
    }
  }

  private static void say(String situation, Object... values) {
    System.out.println(Texts.of("ponte.app.texts", language()).say(situation, values));
  }

  private static Language language() {
    return Language.of(Locale.getDefault(Locale.Category.DISPLAY)).orElse(Language.ENGLISH);
  }
}
