package ponte.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.digest.Edition;
import ponte.web.paper.Format;

/**
 * A channel's digest for somebody who may open the channel.
 *
 * @param feed whether the channel has a feed, for who may switch it on and off
 */
public record DigestPage(Reader reader, Edition edition, DigestLink link, FeedSwitch feed) {

  /** Whether a channel has a feed. */
  public sealed interface FeedSwitch {

    /** The reader has no say in it, or there are no feeds. */
    record None() implements FeedSwitch {}

    record Off() implements FeedSwitch {}

    record On(Instant since) implements FeedSwitch {}

    /** It was switched on just now; its address is told once. */
    record Told(String address) implements FeedSwitch {}
  }

  private static final List<Integer> DAYS = List.of(7, 14, 30);

  /** A digest to go to, and what it is called. */
  public record Other(String label, DigestLink link, boolean here) {}

  /** The same channel's last days. */
  public List<Other> spans() {
    return DAYS.stream()
        .map(days -> link(new Period.LastDays(days), reader.say("digest.last-days", days)))
        .toList();
  }

  private Other link(Period period, String label) {
    return new Other(
        label,
        new DigestLink(link.channel(), period),
        link.post() == null && period.equals(link.period()));
  }

  /** Digests of this channel to read instead, where this one is not worth reading. */
  public List<Other> instead() {
    return edition.instead().stream()
        .flatMap(
            other ->
                isOfThisChannel(other.wish())
                    ? Stream.of(link(other.wish().period(), other.label()))
                    : Stream.empty())
        .toList();
  }

  private boolean isOfThisChannel(Command.Digest wish) {
    return wish.scope() instanceof Command.Scope.Named named
        && named.isJust(edition.channel().name());
  }

  /** How many lines are one click away. */
  public int rest() {
    return edition.rest().stream().mapToInt(section -> section.lines().size()).sum();
  }

  /** As what it can be had. */
  public List<Format> formats() {
    return List.of(Format.values());
  }
}
