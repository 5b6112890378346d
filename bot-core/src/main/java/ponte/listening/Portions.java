package ponte.listening;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ponte.conversation.ChannelId;

/**
 * Reads channels, and no more messages of them than is allowed: what quiet ones leave of it goes to
 * the busy ones, in equal portions. Of a channel with more than its portion the latest are read.
 */
final class Portions {

  private final ListeningRules.Reach rules;

  Portions(ListeningRules.Reach rules) {
    this.rules = rules;
  }

  /** Gives what is made of the messages of a channel. */
  interface Source<T> {

    /** What is made of all of them; empty: there are more than so many. */
    Optional<All<T>> all(ChannelId channel, int most);

    /** What is made of so many of the latest ones. */
    T latest(ChannelId channel, int most);
  }

  /**
   * What is made of all that was said in a channel.
   *
   * @param messages of how many
   */
  record All<T>(int messages, T made) {}

  /** Reads these channels, each by itself; channel by channel. */
  <T> List<T> read(Collection<ChannelId> channels, Source<T> source) {
    var made = new HashMap<ChannelId, T>();
    var waiting = new LinkedHashSet<>(channels);
    int left = rules.ofAll();
    while (!waiting.isEmpty()) {
      int portion = Math.min(rules.ofChannel(), Math.max(1, left / waiting.size()));
      int taken = quiet(waiting, portion, source, made);
      left = Math.max(0, left - taken);
      boolean grows = Math.max(1, left / Math.max(1, waiting.size())) > portion;
      if (!grows || portion == rules.ofChannel()) {
        waiting.forEach(each -> made.put(each, source.latest(each, portion)));
        waiting.clear();
      }
    }
    return List.copyOf(channels).stream().distinct().map(made::get).toList();
  }

  /** Those that have no more than their portion are done with; how many messages it took. */
  private static <T> int quiet(
      Collection<ChannelId> waiting, int portion, Source<T> source, Map<ChannelId, T> made) {
    int taken = 0;
    for (var channel : List.copyOf(waiting)) {
      var all = source.all(channel, portion);
      if (all.isPresent()) {
        made.put(channel, all.get().made());
        waiting.remove(channel);
        taken += all.get().messages();
      }
    }
    return taken;
  }
}
