package ponte.community;

import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;

/**
 * Tells who turned to whom where everybody may read it.
 *
 * <p>Programs, private channels and direct messages are no part of it, nor are those who do not
 * take part or are never named: they are looked up each time. In a large workspace the last minutes
 * may be missing; what is older than {@link CommunityRules#back} is told of no one.
 */
public final class Networks {

  /** Of fewer people nothing is told. */
  public static final int FEWEST = 5;

  private final Chronicles chronicles;
  private final Directory directory;

  Networks(Chronicles chronicles, Directory directory) {
    this.chronicles = chronicles;
    this.directory = directory;
  }

  /** Until when what was said is in it. */
  public Instant asOf() {
    return chronicles.latest().asOf();
  }

  /** Who turned to whom in all public channels that an audience may open. */
  public Optional<Network> of(TimeSpan span, Audience audience) {
    return of(span, audience.channels(), audience);
  }

  /**
   * Who turned to whom in a span.
   *
   * @param channels of these the public ones that {@code audience} may open count
   * @return empty where it would be of fewer than {@link #FEWEST} people
   */
  public Optional<Network> of(TimeSpan span, Set<ChannelId> channels, Audience audience) {
    var open = directory.everybody();
    var counted =
        channels.stream().filter(audience::maySee).filter(open::maySee).collect(Collectors.toSet());
    var network = counted.isEmpty() ? Network.NOBODY : network(span, counted);
    return Optional.of(network).filter(each -> each.size() >= FEWEST);
  }

  private Network network(TimeSpan span, Set<ChannelId> channels) {
    var chronicle = chronicles.latest();
    var people = chronicle.people();
    var present = chronicles.present(people);
    var messages = new HashMap<PersonId, Integer>();
    var tally = new LinkTally(people.size());
    for (var channel : channels) {
      var talk = chronicle.channels().get(channel);
      if (talk != null) {
        talk.messages()
            .in(
                span,
                (_, writer, _) -> {
                  if (present[writer]) {
                    messages.merge(people.get(writer), 1, Integer::sum);
                  }
                });
        talk.links(
            span,
            (kind, from, to) -> {
              if (present[from] && present[to]) {
                tally.add(kind, from, to);
              }
            });
      }
    }
    return new Network(Set.of(), messages, tally.links(people));
  }
}
