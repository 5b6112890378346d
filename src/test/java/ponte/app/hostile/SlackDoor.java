package ponte.app.hostile;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ponte.app.alike.Core;
import ponte.app.alike.Office;
import ponte.app.alike.SlackWired;
import ponte.slack.installation.Token;

/** What Slack sends, signed; nobody listens where Ponte would call Slack. */
final class SlackDoor extends Reception {

  private @Nullable SlackWired slack;

  SlackDoor() {
    super("T123ABC456");
  }

  @Override
  void open(Core core, Office office) {
    slack = new SlackWired(core, office, "http://127.0.0.1:1", new Token("a signing secret"));
  }

  @Override
  int receive(byte[] input, Instant now) {
    return Objects.requireNonNull(slack).sendSigned(input, now);
  }
}
