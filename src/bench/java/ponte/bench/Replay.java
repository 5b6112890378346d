package ponte.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.platform.Source;

/** What was said in a workspace, over all channels in the order in which it was said. */
final class Replay {

  private final List<Talk.Posted> all;
  private int next;

  private Replay(List<Talk.Posted> all) {
    this.all = all;
  }

  static Replay of(Source source) {
    var all = new ArrayList<Talk.Posted>();
    for (var channel : source.channels()) {
      source.history(
          channel.id(),
          batch -> {
            for (var event : batch) {
              if (event instanceof Talk.Posted posted) {
                all.add(posted);
              }
            }
          });
    }
    all.sort(Comparator.comparing(Talk.Posted::content, Message.IN_ORDER));
    return new Replay(all);
  }

  /** All of it, also what is still to come. */
  List<Talk.Posted> all() {
    return List.copyOf(all);
  }

  int size() {
    return all.size();
  }

  /** What was said since the last call and before a moment. */
  List<Talk.Posted> before(Instant moment) {
    var first = next;
    while (next < all.size() && all.get(next).content().at().isBefore(moment)) {
      next++;
    }
    return all.subList(first, next);
  }
}
