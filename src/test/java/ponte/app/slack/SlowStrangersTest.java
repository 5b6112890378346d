package ponte.app.slack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.app.BesideOthers;
import ponte.bench.load.RememberingSlack;

/** A server with a small heap, and strangers who never end what they send. */
@BesideOthers
class SlowStrangersTest {

  private static final int STRANGERS = 600;
  private static final int SILENT = 64;
  private static final int DECLARED = 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(50);
  private static final long SECOND = 1_772_442_000;

  private final List<Socket> strangers = new ArrayList<>();

  @Test
  void listensToSlackWhileHundredsDoNotEndWhatTheySend(@TempDir Path data) throws Exception {
    try (var slack = new RememberingSlack(1);
        var ponte = started(data, slack);
        var teller = new Teller()) {
      for (var i = 0; i < STRANGERS; i++) {
        begin(URI.create(ponte.address()).getPort(), DECLARED - 1);
      }
      awaitHeard(teller, ponte, Told.message(1, 1, 1, SECOND));

      for (var stranger : strangers) {
        stranger.close();
      }
      awaitHeard(teller, ponte, Told.message(2, 1, 1, SECOND));
    }
  }

  /** All places for long requests are taken by who says nothing more, and are free again soon. */
  @Test
  void takesInWhatIsLongWhenStrangersWereSilentForAWhile(@TempDir Path data) throws Exception {
    try (var slack = new RememberingSlack(1);
        var ponte = started(data, slack);
        var teller = new Teller()) {
      for (var i = 0; i < SILENT; i++) {
        begin(URI.create(ponte.address()).getPort(), 20_000);
      }
      awaitHeard(teller, ponte, Told.longMessage(1, SECOND));
    }
  }

  /** Slack tells again what was not heard at once. */
  private static void awaitHeard(Teller teller, PonteProcess ponte, Told told) {
    await().atMost(PATIENCE).until(() -> teller.isAcknowledged(ponte.address(), told));
  }

  private static PonteProcess started(Path data, RememberingSlack slack) throws IOException {
    return PonteProcess.started(
        data,
        Map.of("PONTE_SLACK_BOT_TOKEN", "xoxb-1", "PONTE_SLACK_SIGNING_SECRET", Teller.SECRET),
        List.of("-XX:+ExitOnOutOfMemoryError"),
        List.of("--ponte.slack.address=" + slack.address()));
  }

  /** Sends all but the end of a body, under a signature that looks like one. */
  private void begin(int port, int sent) throws IOException {
    var head =
        "POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "X-Slack-Request-Timestamp: %d\r\nX-Slack-Signature: v0=%s\r\nContent-Length: %d\r\n\r\n"
                .formatted(Clock.systemUTC().instant().getEpochSecond(), "0".repeat(64), DECLARED);
    var socket = new Socket("localhost", port);
    strangers.add(socket);
    try {
      socket.getOutputStream().write((head + "x".repeat(sent)).getBytes(US_ASCII));
    } catch (IOException e) {
      // It was told that nobody reads it.
    }
  }
}
