package ponte.digest;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import ponte.archive.Archive;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.directory.Directory;

/**
 * Knows who wrote before: in a channel, or in any that all of its readers may open. It looks back
 * so far and no farther.
 */
final class Acquaintances {

  /** So many messages of the channel itself. */
  private static final int MOST_HERE = 20_000;

  /** So many of all the others together, unless that leaves less than a little for each. */
  private static final int MOST_ELSEWHERE = 5_000;

  private static final int LEAST_OF_A_CHANNEL = 20;

  private final Archive archive;
  private final Directory directory;

  Acquaintances(Archive archive, Directory directory) {
    this.archive = archive;
    this.directory = directory;
  }

  /** Those of some people who wrote before a moment. */
  Set<PersonId> among(Set<PersonId> people, Channel channel, Instant until) {
    var unknown = new HashSet<>(people);
    var audience = directory.audienceOf(channel.id());
    var others =
        directory.channels(audience).stream()
            .map(Channel::id)
            .filter(other -> other.workspace().equals(channel.id().workspace()))
            .filter(other -> !other.equals(channel.id()))
            .toList();
    int most = Math.max(LEAST_OF_A_CHANNEL, MOST_ELSEWHERE / Math.max(1, others.size()));
    for (var other : others) {
      strike(unknown, other, until, most, audience);
    }
    strike(unknown, channel.id(), until, MOST_HERE, Audience.of(channel.id()));
    var known = new HashSet<>(people);
    known.removeAll(unknown);
    return known;
  }

  private void strike(
      Set<PersonId> unknown, ChannelId channel, Instant until, int most, Audience audience) {
    if (!unknown.isEmpty()) {
      archive
          .before(channel, until, most, audience)
          .forEach(filed -> unknown.remove(filed.message().author()));
    }
  }
}
