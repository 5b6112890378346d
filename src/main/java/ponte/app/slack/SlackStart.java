package ponte.app.slack;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import ponte.app.Patience;
import ponte.bot.Backoff;
import ponte.bot.Chores;
import ponte.bot.Pause;
import ponte.platform.PlatformUnavailableException;
import ponte.slack.installation.Grant;
import ponte.slack.installation.Installation;
import ponte.slack.installation.Token;
import ponte.slack.sync.Starts;

/**
 * Begins to be in Slack once the server is up, and stops before it goes down: asks Slack whose the
 * token is and what it may do, has people and channels read, and opens connections.
 */
final class SlackStart implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SlackStart.class);

  private final SlackMode mode;
  private final SlackInstallations installations;
  private final SlackCheck check;
  private final Starts starts;
  private final Chores chores;
  private final SlackConnections connections;
  private final Pause pause;
  private final Patience patience;
  private volatile boolean running;

  SlackStart(
      SlackMode mode,
      SlackInstallations installations,
      SlackCheck check,
      Starts starts,
      Chores chores,
      SlackConnections connections,
      Pause pause) {
    this.mode = mode;
    this.installations = installations;
    this.check = check;
    this.starts = starts;
    this.chores = chores;
    this.connections = connections;
    this.pause = pause;
    this.patience = new Patience(pause);
  }

  /** On a thread of its own: Slack may not answer for a while. */
  @Override
  public void start() {
    chores.start();
    running = true;
    Thread.ofVirtual().name("slack-start").start(this::begin);
  }

  private void begin() {
    try {
      switch (mode) {
        case SlackMode.OneWorkspace(var token) -> one(token);
        case SlackMode.ByConsent _ -> {
          for (var installation : patience.until(() -> installations.known().all())) {
            explained(installation.token());
          }
        }
      }
      if (running) {
        connections.start();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void one(Token token) throws InterruptedException {
    var installation = explained(token);
    var one = installations.one();
    if (installation != null && one != null) {
      one.known(installation);
      patience.until(() -> starts.started(installation));
    }
  }

  /** Null: Slack refuses the token, which an administrator must see to, or Ponte stops. */
  private @Nullable Installation explained(Token token) throws InterruptedException {
    var answer = answer(token);
    return switch (answer) {
      case null -> null;
      case Grant.Granted(var installation) -> {
        System.out.println(SlackCheck.connected(installation.name()));
        SlackCheck.missing(installation.name(), installation.scopes()).forEach(System.out::println);
        yield installation;
      }
      case Grant.Refused(var error) -> {
        log.atError().addKeyValue("error", error).log("slack refuses the token");
        System.out.println(SlackCheck.refused(error));
        yield null;
      }
    };
  }

  /** Null: Ponte stops. Nobody is interrupted, since that would close the storage's files. */
  private @Nullable Grant answer(Token token) throws InterruptedException {
    var backoff = new Backoff(pause);
    while (running) {
      try {
        return check.of(token);
      } catch (PlatformUnavailableException e) {
        if (backoff.isNew()) {
          log.atWarn().setCause(e).log("slack does not answer, will be asked again");
          System.out.println(SlackCheck.waiting());
        }
        backoff.pause();
      }
    }
    return null;
  }

  @Override
  public void stop() {
    running = false;
    connections.close();
    chores.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
