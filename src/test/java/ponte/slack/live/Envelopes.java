package ponte.slack.live;

import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A connection of Socket Mode without a socket: what Slack would send on it is handed over. */
public final class Envelopes {

  private final App app;
  private final SocketModeRequestParser parser;

  public Envelopes(Entrance entrance) {
    app = entrance.app();
    parser = new SocketModeRequestParser(app.config());
  }

  /**
   * Takes in an envelope as the library does.
   *
   * @return the status it is answered with; empty: it is none, and Slack is told nothing
   */
  public OptionalInt send(String envelope) {
    var request = parsed(envelope);
    if (request == null) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(app.run(request.getBoltRequest()).getStatusCode());
    } catch (JacksonException e) {
      return OptionalInt.empty();
    } catch (Exception e) {
      throw new AssertionError("not taken in", e);
    }
  }

  /** Null: the library logs that it knows no such thing. */
  private @Nullable SocketModeRequest parsed(String envelope) {
    try {
      return parser.parse(envelope);
    } catch (RuntimeException e) {
      return null;
    }
  }
}
