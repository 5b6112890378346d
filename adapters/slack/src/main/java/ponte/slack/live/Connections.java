package ponte.slack.live;

import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.bot.Backoff;
import ponte.bot.Pause;
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

  private final Entrance entrance;
  private final Token token;
  private final int count;
  private final Pause pause;
  private final List<Thread> openers = new ArrayList<>();
  private final List<Line> begun = new ArrayList<>();
  private final Lines lines;
  private boolean closed;

  /**
   * How the connections are.
   *
   * @param wanted how many there should be
   * @param open how many there are
   * @param noneSince since when Slack cannot reach this Ponte; null: one is open, or it was not
   *     begun yet
   * @param trouble what hindered the last try; null: nothing since one was opened
   */
  public record State(
      int wanted, int open, @Nullable Instant noneSince, @Nullable Trouble trouble) {}

  /**
   * @param token the app's own token, with the scope {@code connections:write}
   * @param count how many, 1 to 10: Slack allows no more
   */
  public Connections(Entrance entrance, Token token, int count, Pause pause, Clock clock) {
    if (count < 1 || count > 10) {
      throw new IllegalArgumentException("connections is " + count + ", must be 1 to 10");
    }
    this.entrance = entrance;
    this.token = token;
    this.count = count;
    this.pause = pause;
    this.lines = new Lines(clock);
  }

  /** Opens the connections, each on a thread of its own, however long that takes. */
  public synchronized void start() {
    lines.awaited();
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

  /** False: Slack was not reached, or refused. */
  private boolean openOnce() {
    try {
      keep(Line.begun(entrance.app(), token, lines, pause));
      return true;
    } catch (IOException | URISyntaxException | RuntimeException e) {
      lines.hindered(Hindrance.of(e));
      log.atDebug().setCause(e).log("no connection to slack");
      return false;
    }
  }

  private synchronized void keep(Line line) {
    if (closed) {
      line.close();
    } else {
      begun.add(line);
    }
  }

  /** How many there are now, and what hinders the others. */
  public State state() {
    return lines.state(count);
  }

  /** Closes all connections; what was not acknowledged Slack sends again. */
  @Override
  public synchronized void close() {
    closed = true;
    openers.forEach(Thread::interrupt);
    begun.forEach(Line::close);
    begun.clear();
  }
}
