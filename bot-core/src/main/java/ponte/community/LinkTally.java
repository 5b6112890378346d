package ponte.community;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ponte.conversation.PersonId;

/** Counts who turned to whom, by numbers. */
final class LinkTally {

  private final long people;
  private final Map<Long, int[]> counts = new HashMap<>();

  LinkTally(int people) {
    this.people = people;
  }

  void add(Link.Kind kind, int from, int to) {
    counts
        .computeIfAbsent(from * people + to, _ -> new int[Link.Kind.values().length])[
        kind.ordinal()]++;
  }

  List<Link> links(List<PersonId> named) {
    var links = new ArrayList<Link>();
    counts.forEach(
        (pair, count) ->
            links.add(
                new Link(
                    named.get((int) (pair / people)),
                    named.get((int) (pair % people)),
                    count[Link.Kind.REPLY.ordinal()],
                    count[Link.Kind.MENTION.ordinal()],
                    count[Link.Kind.THANKS.ordinal()])));
    return links;
  }
}
