package ponte.app.slack;

import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import ponte.app.observation.ConnectionMeters;
import ponte.slack.live.Connections;

/** The connections that Ponte opens to Slack; none where Slack comes to Ponte. */
final class SlackConnections {

  private static final Connections.State NONE = new Connections.State(0, 0, null, null);

  private final @Nullable Connections connections;

  /**
   * @param connections null: Slack comes to Ponte
   */
  SlackConnections(@Nullable Connections connections) {
    this.connections = connections;
  }

  void start() {
    if (connections != null) {
      connections.start();
    }
  }

  void close() {
    if (connections != null) {
      connections.close();
    }
  }

  Connections.State state() {
    return connections == null ? NONE : connections.state();
  }

  MeterBinder meters() {
    return new ConnectionMeters("slack", () -> state().wanted(), () -> state().open());
  }
}
