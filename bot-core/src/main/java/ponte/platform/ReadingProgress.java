package ponte.platform;

import java.time.Instant;
import java.util.List;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;

/** Tells which channels' histories are being read at this moment, and how far that has come. */
@FunctionalInterface
public interface ReadingProgress {

  /** Nothing is being read. */
  ReadingProgress NONE = _ -> List.of();

  /**
   * A channel whose history is being read, from now back.
   *
   * @param until everything since this moment has been read
   * @param messages how many that are so far
   */
  record Reading(ChannelId channel, Instant until, long messages) {}

  /** The channels of a workspace that are being read; those that are done are not among them. */
  List<Reading> of(WorkspaceId workspace);
}
