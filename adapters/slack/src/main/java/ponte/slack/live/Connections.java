package ponte.slack.live;

import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.SocketModeClient.Backend;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.bot.Backoff;
import ponte.bot.Pause;
import ponte.consent.FailureWords;
import ponte.slack.installation.Token;

/**
 * The connections that Ponte opens to Slack where Slack cannot reach it: Socket Mode,
 * <https://docs.slack.dev/apis/events-api/using-socket-mode>.
 *
 * <p>Slack closes each of them now and then, and says so before: with several, one is always open.
 * What was sent on one and not acknowledged Slack sends again on another, and what comes twice is
 * taken in once.
 */
public final class Connections implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Connections.class);

  /** How many events of one connection are taken in at once: each waits for the disk. */
  private static final int AT_ONCE = 16;

  private final Entrance entrance;
  private final Token token;
  private final int count;
  private final Pause pause;
  private final List<Thread> openers = new ArrayList<>();
  private final List<SocketModeApp> open = new ArrayList<>();
  private final AtomicBoolean silent = new AtomicBoolean();
  private boolean closed;

  /**
   * @param token the app's own token, with the scope {@code connections:write}
   * @param count how many, 1 to 10: Slack allows no more
   */
  public Connections(Entrance entrance, Token token, int count, Pause pause) {
    if (count < 1 || count > 10) {
      throw new IllegalArgumentException("connections is " + count + ", must be 1 to 10");
    }
    this.entrance = entrance;
    this.token = token;
    this.count = count;
    this.pause = pause;
  }

  /** Opens the connections, each on a thread of its own, however long that takes. */
  public synchronized void start() {
    for (int i = 0; i < count; i++) {
      openers.add(Thread.ofVirtual().name("slack-connection-" + i).start(this::open));
    }
  }

  private void open() {
    var backoff = new Backoff(pause);
    try {
      while (!openOnce()) {
        backoff.pause();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False: Slack was not reached. */
  private boolean openOnce() {
    try {
      var app =
          new SocketModeApp(
              token.value(),
              Backend.JavaWebSocket,
              failure -> {
                log.atError()
                    .setCause(FailureWords.of(failure.getException()))
                    .log("what slack sent was not taken in");
                return null;
              },
              entrance.app(),
              AT_ONCE);
      app.startAsync();
      keep(app);
      return true;
    } catch (Exception e) {
      // The library gives back nothing where Slack does not answer, and says why in its own log.
      if (silent.compareAndSet(false, true)) {
        log.atWarn().log("no connection to slack, will be tried again until there is one");
      }
      log.atDebug().setCause(e).log("no connection to slack");
      return false;
    }
  }

  private synchronized void keep(SocketModeApp app) {
    if (closed) {
      close(app);
    } else {
      open.add(app);
      silent.set(false);
      tellWhenItIsLost(app.getClient());
      log.atInfo().addKeyValue("connections", open.size()).log("connected to slack");
    }
  }

  /** The library opens a lost one again and again, and would tell of each try. */
  private static void tellWhenItIsLost(SocketModeClient client) {
    var lost = new AtomicBoolean();
    client.addWebSocketCloseListener(
        (code, _) -> {
          if (lost.compareAndSet(false, true)) {
            log.atInfo().addKeyValue("code", code).log("connection to slack lost, opened again");
          }
        });
    client.addWebSocketMessageListener(
        _ -> {
          if (lost.compareAndSet(true, false)) {
            log.atInfo().log("connected to slack again");
          }
        });
  }

  /** Closes all connections; what was not acknowledged Slack sends again. */
  @Override
  public synchronized void close() {
    closed = true;
    openers.forEach(Thread::interrupt);
    open.forEach(Connections::close);
    open.clear();
  }

  private static void close(SocketModeApp app) {
    var client = app.getClient();
    try {
      // To close the app would interrupt those who write to the storage, and so close its files.
      app.stop();
      client.close();
    } catch (IOException e) {
      log.atDebug().setCause(e).log("connection to slack not closed properly");
    } catch (Exception e) {
      log.atWarn().setCause(e).log("connection to slack not closed properly");
    }
  }
}
