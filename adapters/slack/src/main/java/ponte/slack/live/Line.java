package ponte.slack.live;

import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.bot.Backoff;
import ponte.bot.Pause;
import ponte.consent.FailureWords;
import ponte.slack.installation.Token;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One connection to Slack: hands on what comes, and is opened anew whenever it is lost.
 *
 * <p>The library looks every five seconds whether its connection is there. Left to itself it would
 * never look again once Slack had answered <em>no</em>, and would tell nobody what it saw.
 */
final class Line extends SocketModeClientJavaWSImpl {

  private static final Logger log = LoggerFactory.getLogger(Line.class);
  private static final JsonMapper JSON = new JsonMapper();

  /** How many events are taken in at once: each waits for the disk. */
  private static final int AT_ONCE = 16;

  /** When the library may look again at the earliest: it keeps to its five seconds anyway. */
  private static final long AT_ANY_TIME = 0;

  private final App app;
  private final Lines lines;
  private final SocketModeRequestParser parser;
  private final Pause pause;
  private final ExecutorService hands =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("slack-line-", 0).factory());

  /** Not yet open. */
  private Line(App app, Token token, Lines lines, Pause pause)
      throws IOException, URISyntaxException {
    super(app.slack(), token.value(), app.slack().issueSocketModeUrl(token.value()));
    this.app = app;
    this.lines = lines;
    this.pause = pause;
    this.parser = new SocketModeRequestParser(app.config());
  }

  /**
   * Asks Slack where to connect to, and begins to.
   *
   * @param lines are told when it is open, and what becomes of it
   */
  static Line begun(App app, Token token, Lines lines, Pause pause)
      throws IOException, URISyntaxException {
    var line = new Line(app, token, lines, pause);
    line.addWebSocketMessageListener(line::heard);
    line.addWebSocketErrorListener(failure -> lines.failed(line, failure));
    line.connect();
    return line;
  }

  private void heard(String message) {
    try {
      var envelope = JSON.readTree(message);
      if (envelope.path("type").asString("").equals("hello")) {
        lines.opened(this);
      } else {
        hands.execute(() -> take(message, envelope.path("envelope_id").asString("")));
      }
    } catch (JacksonException e) {
      notTakenIn(e);
    }
  }

  private void take(String message, String envelope) {
    try {
      var request = parser.parse(message);
      if (request != null) {
        var response = app.run(request.getBoltRequest());
        // What was not taken in is not acknowledged, so that Slack sends it again.
        if (response.getStatusCode() == 200) {
          sendSocketModeResponse(acknowledgement(envelope, response));
        }
      }
    } catch (Exception e) {
      notTakenIn(e);
    }
  }

  private static void notTakenIn(Exception failure) {
    log.atError().setCause(FailureWords.of(failure)).log("what slack sent was not taken in");
  }

  private static String acknowledgement(String envelope, Response response) {
    var answer = JSON.createObjectNode().put("envelope_id", envelope);
    var body = response.getBody();
    if (body != null) {
      if (response.getContentType().startsWith("application/json")) {
        answer.set("payload", JSON.readTree(body));
      } else {
        answer.putObject("payload").put("text", body);
      }
    }
    return JSON.writeValueAsString(answer);
  }

  /** Asked by the library again and again. */
  @Override
  public boolean verifyConnection() {
    var isThere = super.verifyConnection();
    if (!isThere) {
      lines.lost(this);
    }
    return isThere;
  }

  /**
   * @throws IOException also where Slack says no: whatever else is thrown ends the library's looks
   */
  @Override
  public void connectToNewEndpoint() throws IOException {
    try {
      super.connectToNewEndpoint();
    } catch (IOException | RuntimeException e) {
      lines.hindered(Hindrance.of(e));
      throw new IOException("no connection to slack", e);
    }
  }

  /** Tries until Slack says where to connect to; whether that came to something shows next time. */
  @Override
  public long maintainCurrentSession() {
    if (isAutoReconnectEnabled() && !verifyConnection()) {
      try {
        reopen();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return AT_ANY_TIME;
  }

  private void reopen() throws InterruptedException {
    var backoff = new Backoff(pause);
    while (isAutoReconnectEnabled()) {
      try {
        connectToNewEndpoint();
        return;
      } catch (IOException e) {
        log.atDebug().setCause(e).log("no connection to slack");
        backoff.pause();
      }
    }
  }

  /** What was not acknowledged Slack sends again. */
  @Override
  public void close() {
    try {
      super.close();
    } catch (IOException e) {
      log.atDebug().setCause(e).log("connection to slack not closed properly");
    }
    // Nobody is interrupted who writes to the storage: that would close its files.
    hands.shutdown();
  }
}
