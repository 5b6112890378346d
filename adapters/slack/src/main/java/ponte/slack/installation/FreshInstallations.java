package ponte.slack.installation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.conversation.WorkspaceId;
import ponte.platform.PlatformUnavailableException;
import ponte.slack.installation.Installation.Rotation;

/**
 * Installations whose tokens hold for at least a while: one that is about to run out is exchanged
 * for the next before it is handed out. For those who call Slack; who is only called by it need not
 * wait for that.
 */
public final class FreshInstallations implements Installations {

  private static final Logger log = LoggerFactory.getLogger(FreshInstallations.class);

  /** Longer than any call that is made with a token. */
  private static final Duration WHILE = Duration.ofMinutes(30);

  /** Longer than it takes; whoever takes longer is taken for dead. */
  private static final Duration TURN = Duration.ofSeconds(30);

  private final InstallationRecords records;
  private final TokenOffice office;
  private final TokenOffice.App app;
  private final Clock clock;
  private final Map<WorkspaceId, Object> turns = new ConcurrentHashMap<>();

  public FreshInstallations(
      InstallationRecords records, TokenOffice office, TokenOffice.App app, Clock clock) {
    this.records = records;
    this.office = office;
    this.app = app;
    this.clock = clock;
  }

  /**
   * @throws PlatformUnavailableException if the token has run out and Slack does not give the next
   */
  @Override
  public Optional<Installation> find(WorkspaceId workspace) {
    var found = records.find(workspace);
    if (found.isEmpty() || !isStale(found.get())) {
      return found;
    }
    synchronized (turns.computeIfAbsent(workspace, _ -> new Object())) {
      return records.find(workspace).flatMap(this::fresh);
    }
  }

  /** As they are kept: nobody calls Slack for all workspaces at once. */
  @Override
  public List<Installation> all() {
    return records.all();
  }

  @Override
  public void remove(WorkspaceId workspace) {
    records.remove(workspace);
  }

  private boolean isStale(Installation installation) {
    var rotation = installation.rotation();
    return rotation != null && rotation.expires().isBefore(clock.instant().plus(WHILE));
  }

  private Optional<Installation> fresh(Installation installation) {
    var rotation = installation.rotation();
    if (rotation == null || !isStale(installation)) {
      return Optional.of(installation);
    }
    try {
      return exchanged(installation, rotation);
    } catch (PlatformUnavailableException e) {
      if (rotation.expires().isAfter(clock.instant())) {
        log.atWarn()
            .addKeyValue("workspace", installation.workspace())
            .setCause(e)
            .log("slack token not exchanged yet, the old one still holds");
        return Optional.of(installation);
      }
      throw e;
    }
  }

  /** A token is exchanged once: by the one replica whose turn it is, while others use the old. */
  private Optional<Installation> exchanged(Installation installation, Rotation rotation) {
    var now = clock.instant();
    if (!records.takeTurn(installation.workspace(), now.plus(TURN))) {
      if (rotation.expires().isAfter(now)) {
        return Optional.of(installation);
      }
      throw new PlatformUnavailableException("slack: token is being exchanged", null);
    }
    return switch (office.refresh(app, installation, rotation.refresh())) {
      // Installed anew or removed meanwhile: that holds, and not what came of the old token.
      case Grant.Granted(var next) ->
          records.replace(installation, next)
              ? Optional.of(next)
              : records.find(installation.workspace());
      case Grant.Refused(var error) -> Optional.of(refused(installation, rotation, error));
    };
  }

  /** Another replica may have been first: a token is exchanged once. */
  private Installation refused(Installation installation, Rotation rotation, String error) {
    var now = records.find(installation.workspace()).orElse(installation);
    if (!now.token().equals(installation.token())) {
      return now;
    }
    log.atError()
        .addKeyValue("workspace", installation.workspace())
        .addKeyValue("error", error)
        .log("slack does not exchange the token, ponte must be installed again");
    if (rotation.expires().isAfter(clock.instant())) {
      return installation;
    }
    throw new PlatformUnavailableException("slack: token not exchanged: " + error, null);
  }
}
