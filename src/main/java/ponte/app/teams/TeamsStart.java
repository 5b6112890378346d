package ponte.app.teams;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import ponte.bot.Backoff;
import ponte.bot.Chores;
import ponte.bot.Pause;
import ponte.nlp.Language;
import ponte.platform.PlatformUnavailableException;
import ponte.reply.Texts;
import ponte.teams.ObjectIds;
import ponte.teams.TeamsSync;
import ponte.teams.connector.AccessTokens;
import ponte.teams.reference.References;

/**
 * Begins to be in Teams once the server is up, and stops before it goes down: asks for a token,
 * says what came of it, and has the teams read that Ponte is in.
 */
final class TeamsStart implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(TeamsStart.class);

  private final TeamsMode mode;
  private final TeamsAccess access;
  private final @Nullable GraphCheck graph;
  private final References references;
  private final TeamsSync sync;
  private final Chores chores;
  private final Pause pause;
  private volatile boolean running;

  /**
   * @param graph null: there is no Graph to be asked
   */
  TeamsStart(
      TeamsMode mode,
      TeamsAccess access,
      @Nullable GraphCheck graph,
      References references,
      TeamsSync sync,
      Chores chores,
      Pause pause) {
    this.mode = mode;
    this.access = access;
    this.graph = graph;
    this.references = references;
    this.sync = sync;
    this.chores = chores;
    this.pause = pause;
  }

  /** On a thread of its own: Microsoft may not answer for a while. */
  @Override
  public void start() {
    chores.start();
    running = true;
    Thread.ofVirtual().name("teams-start").start(this::begin);
  }

  private void begin() {
    switch (mode) {
      case TeamsMode.Local _ -> {
        log.atWarn().log("teams: no tokens are asked for, whoever is on this machine is believed");
        System.out.println(texts().say("start.local"));
      }
      case TeamsMode.Registered registered -> begin(registered);
    }
  }

  private void begin(TeamsMode.Registered registered) {
    try {
      if (isAccepted(registered)) {
        for (var tenant : registered.tenants()) {
          if (graph != null) {
            graph.of(tenant, texts()).forEach(System.out::println);
          }
          for (var team : references.teams(ObjectIds.tenant(tenant))) {
            sync.team(team.tenant(), team.id());
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False: Microsoft refuses the app, which an administrator must see to, or Ponte stops. */
  private boolean isAccepted(TeamsMode.Registered registered) throws InterruptedException {
    var tokens = access.tokens();
    var backoff = new Backoff(pause);
    while (running && tokens != null) {
      try {
        return switch (tokens.of(access.authority(), AccessTokens.CONNECTOR)) {
          case AccessTokens.Access.Granted _ -> {
            System.out.println(
                texts().say("start.connected", String.join(", ", registered.tenants())));
            yield true;
          }
          case AccessTokens.Access.Denied(var error, var detail) -> {
            var why = (error + " " + detail).strip();
            log.atError().addKeyValue("error", why).log("microsoft refuses the app");
            System.out.println(texts().say("start.refused", why));
            yield false;
          }
        };
      } catch (PlatformUnavailableException e) {
        if (backoff.isNew()) {
          log.atWarn().setCause(e).log("microsoft does not answer, will be asked again");
          System.out.println(texts().say("start.waiting"));
        }
        backoff.pause();
      }
    }
    return false;
  }

  /** The language of the machine, since an administrator reads it. */
  private static Texts texts() {
    return Texts.of(
        "ponte.app.teams.texts", Language.of(Locale.getDefault()).orElse(Language.ENGLISH));
  }

  @Override
  public void stop() {
    running = false;
    chores.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
