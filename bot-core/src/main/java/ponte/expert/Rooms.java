package ponte.expert;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ponte.archive.Found;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.directory.Directory;

/** Tells in which channel a question would find somebody to answer it. */
final class Rooms {

  /** A conversation that nobody answered says where people ask, and little about where to ask. */
  private static final double UNANSWERED = 0.2;

  private final Directory directory;

  Rooms(Directory directory) {
    this.directory = directory;
  }

  /**
   * The channel where most about the topic was answered; else the one that is named for it; else
   * the public one with most members. Only channels that are in use and that the audience may open.
   *
   * @param found conversations about the topic
   */
  Optional<Channel> roomFor(Topic about, List<Found> found, Audience audience) {
    var open =
        directory.channels(audience).stream().filter(channel -> !channel.archived()).toList();
    return answering(found, open).or(() -> named(about, open)).or(() -> largest(open));
  }

  private static Optional<Channel> answering(List<Found> found, List<Channel> open) {
    var weights = new HashMap<ChannelId, Double>();
    for (var each : found) {
      weights.merge(
          each.channel(), each.score() * (each.unanswered() ? UNANSWERED : 1), Double::sum);
    }
    return weights.entrySet().stream()
        .sorted(
            Map.Entry.<ChannelId, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .flatMap(best -> open.stream().filter(channel -> channel.id().equals(best.getKey())))
        .findFirst();
  }

  private static Optional<Channel> named(Topic about, List<Channel> open) {
    return open.stream()
        .filter(channel -> about.overlap(description(channel)) > 0)
        .max(Comparator.comparingInt(channel -> about.overlap(description(channel))));
  }

  private static String description(Channel channel) {
    return String.join(" ", channel.name(), channel.topic(), channel.purpose());
  }

  private Optional<Channel> largest(List<Channel> open) {
    return open.stream()
        .filter(Channel::isPublic)
        .max(
            Comparator.comparingInt((Channel channel) -> directory.members(channel.id()).size())
                .thenComparing(Channel::id, Comparator.reverseOrder()));
  }
}
