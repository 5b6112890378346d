package ponte.app.storage;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import ponte.archive.Archive;
import ponte.archive.ArchiveUnavailableException;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.WorkspaceId;

/**
 * Whether the archive can be read, wherever it lies: it is asked for a message that nobody said.
 */
public final class ArchiveHealthIndicator implements HealthIndicator {

  private static final ChannelId NOWHERE = new ChannelId(new WorkspaceId("health"), "none");

  private final Archive archive;

  public ArchiveHealthIndicator(Archive archive) {
    this.archive = archive;
  }

  @Override
  public Health health() {
    try {
      archive.find(new MessageId(NOWHERE, "0"), Audience.of(NOWHERE));
      return Health.up().build();
    } catch (ArchiveUnavailableException e) {
      return Health.outOfService().withDetail("trouble", String.valueOf(e.getMessage())).build();
    }
  }
}
