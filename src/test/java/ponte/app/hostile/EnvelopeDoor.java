package ponte.app.hostile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import ponte.app.alike.Core;
import ponte.app.alike.Office;
import ponte.app.alike.SlackWired;
import ponte.slack.installation.Token;
import ponte.slack.live.Envelopes;

/** What Slack sends on a connection that Ponte opened. */
final class EnvelopeDoor extends Reception {

  private static final int NO_ENVELOPE = 400;

  private @Nullable Envelopes envelopes;
  private OptionalInt answered = OptionalInt.empty();

  EnvelopeDoor() {
    super("T123ABC456");
  }

  @Override
  void open(Core core, Office office) {
    var slack = new SlackWired(core, office, "http://127.0.0.1:1", new Token("a signing secret"));
    envelopes = new Envelopes(slack.entrance());
  }

  @Override
  int receive(byte[] input, Instant now) {
    answered = Objects.requireNonNull(envelopes).send(new String(input, StandardCharsets.UTF_8));
    return answered.orElse(NO_ENVELOPE);
  }

  /** What the last one was answered with; empty: it was none. */
  OptionalInt answered() {
    return answered;
  }
}
