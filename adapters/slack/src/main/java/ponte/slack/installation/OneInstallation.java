package ponte.slack.installation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import ponte.conversation.WorkspaceId;
import ponte.platform.PlatformUnavailableException;

/**
 * The one installation of a Ponte that was given a bot's token: whose token it is, Slack says when
 * it is asked for the first time.
 */
public final class OneInstallation implements Installations {

  private sealed interface State {
    record NotYetKnown() implements State {}

    record Known(Installation installation) implements State {}

    record Gone() implements State {}
  }

  private final AtomicReference<State> state = new AtomicReference<>(new State.NotYetKnown());

  /** Takes note of what Slack says of the token. */
  public void known(Installation installation) {
    state.set(new State.Known(installation));
  }

  @Override
  public Optional<Installation> find(WorkspaceId workspace) {
    return Optional.ofNullable(installation())
        .filter(installation -> installation.workspace().equals(workspace));
  }

  @Override
  public List<Installation> all() {
    return Optional.ofNullable(installation()).stream().toList();
  }

  @Override
  public void remove(WorkspaceId workspace) {
    state.updateAndGet(
        now ->
            now instanceof State.Known(var installation)
                    && installation.workspace().equals(workspace)
                ? new State.Gone()
                : now);
  }

  private @Nullable Installation installation() {
    return switch (state.get()) {
      case State.Known(var installation) -> installation;
      case State.Gone _ -> null;
      case State.NotYetKnown _ ->
          throw new PlatformUnavailableException("slack has not yet said whose the token is", null);
    };
  }
}
