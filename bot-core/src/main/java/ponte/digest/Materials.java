package ponte.digest;

import java.util.List;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.consent.Absent;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Message;

/** Reads what a digest is made of. */
final class Materials {

  /** Of fewer who do not take part somebody could tell who they are. */
  private static final int FEWEST_ABSENT = 5;

  private final Archive archive;
  private final Preferences preferences;
  private final DigestRules rules;

  Materials(Archive archive, Preferences preferences, DigestRules rules) {
    this.archive = archive;
    this.preferences = preferences;
    this.rules = rules;
  }

  /**
   * What was said in a channel in a span.
   *
   * @param out those who do not take part
   */
  record Material(Channel channel, Lookback lookback, List<Filed> filed, Absent out) {
    Material {
      filed = List.copyOf(filed);
    }

    /** What people said, without those who opted out. */
    List<Message> talk() {
      return filed.stream()
          .map(Filed::message)
          .filter(message -> message.isTalk() && !out.contains(message.author()))
          .toList();
    }

    /** The same with only a part of it. */
    Material of(List<Filed> part) {
      return new Material(channel, lookback, part, out);
    }
  }

  /** All of the span; of more than a digest reads, the last. */
  Material read(Channel channel, Lookback lookback) {
    var audience = Audience.of(channel.id());
    var out = preferences.out(channel.id().workspace());
    int most = rules.span().mostMessages();
    var filed = archive.read(channel.id(), lookback.span(), most + 1, audience);
    if (filed.size() <= most) {
      return new Material(channel, remarking(lookback, filed, out), filed, out);
    }
    var latest = archive.before(channel.id(), lookback.span().until(), most, audience);
    return new Material(
        channel,
        remarking(
            lookback.from(latest.getFirst().message().at(), new Digest.Remark.Crowded(most)),
            latest,
            out),
        latest,
        out);
  }

  /**
   * Where people take part only if they say so: how much came from those who do not, unless they
   * are so few that it would tell something of one of them.
   */
  private Lookback remarking(Lookback lookback, List<Filed> filed, Absent out) {
    if (out.in() == null) {
      return lookback;
    }
    var theirs =
        filed.stream()
            .map(Filed::message)
            .filter(message -> message.isTalk() && out.contains(message.author()))
            .toList();
    return Digests.people(theirs) < FEWEST_ABSENT
        ? lookback
        : lookback.remarking(new Digest.Remark.NotTold(theirs.size()));
  }

  /** Whether so much was said that a digest is worth reading. */
  boolean enough(List<Message> talk) {
    return enough(talk.size(), Digests.people(talk));
  }

  /** Whether so many messages of so many people are worth a digest. */
  boolean enough(int messages, int people) {
    return messages >= rules.span().fewestMessages() && people >= rules.span().fewestPeople();
  }
}
