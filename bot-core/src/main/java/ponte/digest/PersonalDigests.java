package ponte.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.command.Command.Period;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.digest.DigestOutcome.ForYou;
import ponte.digest.DigestOutcome.Start;
import ponte.digest.Joint.Weighed;
import ponte.digest.Materials.Material;
import ponte.directory.Directory;

/**
 * Makes digests for one reader: of several channels, or of what they missed in all of theirs. Only
 * the reader may see them: they may be all there is who may open every one of the channels.
 */
final class PersonalDigests {

  /** Who was here a moment ago has missed the last day all the same. */
  private static final Duration SHORTEST = Duration.ofDays(1);

  private static final Duration LONGEST = Duration.ofDays(7);

  private final Materials materials;
  private final Directory directory;
  private final Relevance relevance;
  private final DigestRules rules;
  private final BiFunction<Channel, DigestRules, Writing> writings;
  private final Clock clock;

  PersonalDigests(
      Materials materials,
      Directory directory,
      Relevance relevance,
      DigestRules rules,
      BiFunction<Channel, DigestRules, Writing> writings,
      Clock clock) {
    this.materials = materials;
    this.directory = directory;
    this.relevance = relevance;
    this.rules = rules;
    this.writings = writings;
    this.clock = clock;
  }

  /** What several channels talked about, all of which the asker may open. */
  DigestOutcome several(List<Channel> channels, Period period, Asker asker) {
    var now = clock.instant();
    return several(channels, Lookback.over(period, now, asker.zone(), rules.span()), now);
  }

  /** What was said in several channels since a moment. */
  DigestOutcome several(List<Channel> channels, Instant since) {
    var now = clock.instant();
    return several(channels, Lookback.since(since, now, rules.span()), now);
  }

  private DigestOutcome several(List<Channel> channels, Lookback lookback, Instant now) {
    var read = channels.stream().map(channel -> materials.read(channel, lookback)).toList();
    var talk = talk(read);
    if (!materials.enough(talk)) {
      return new DigestOutcome.TooLittleInAll(
          channels,
          lookback.span(),
          talk.size(),
          Digests.people(talk),
          rules.span().fewestMessages(),
          rules.span().fewestPeople(),
          lookback.remarks());
    }
    return new DigestOutcome.Written(
        joint(channels, lookback, read, Joint.lines(digests(read, rules, now), _ -> 0)));
  }

  /** What a person missed in the channels they are in. */
  DigestOutcome mine(PersonId person, Period period, Asker asker) {
    var now = clock.instant();
    return mine(
        person,
        period instanceof Period.Usual
            ? null
            : Lookback.over(period, now, asker.zone(), rules.span()),
        asker,
        now);
  }

  /** What a person missed since a moment. */
  DigestOutcome mine(PersonId person, Instant since, Asker asker) {
    var now = clock.instant();
    return mine(person, Lookback.since(since, now, rules.span()), asker, now);
  }

  /**
   * @param wanted the time they named; null: since they last wrote
   */
  private DigestOutcome mine(PersonId person, @Nullable Lookback wanted, Asker asker, Instant now) {
    var accounts = directory.accounts(person);
    var channels = channels(accounts, asker);
    var widest = wanted == null ? new Lookback(TimeSpan.before(now, LONGEST), List.of()) : wanted;
    var read = channels.stream().map(channel -> materials.read(channel, widest)).toList();
    var wrote = lastWritten(read, accounts);
    var lookback =
        wanted == null
            ? new Lookback(new TimeSpan(since(wrote.orElse(null), now), now), List.of())
            : widest;
    var missed =
        read.stream()
            .map(material -> missed(material, lookback.span(), accounts))
            .filter(material -> !material.talk().isEmpty())
            .toList();
    var start = wanted == null ? start(wrote.orElse(null), now) : Start.NAMED;
    var reasons = new HashMap<MessageId, ForYou>();
    var reader = relevance.of(person, accounts, read, missed);
    var all =
        Joint.lines(
            digests(missed, rules.ofFew(), now),
            item -> {
              var because = reader.because(item);
              because.ifPresent(
                  each -> reasons.put(item.source(), new ForYou(item.source(), each)));
              return because.map(Relevance::worth).orElse(0.0);
            });
    var lines =
        all.stream()
            .filter(line -> reasons.containsKey(line.item().source()) || isLarge(line.item()))
            .toList();
    if (lines.isEmpty()) {
      return new DigestOutcome.NothingMissed(lookback.span(), start);
    }
    var with = missed.stream().map(Material::channel).toList();
    return new DigestOutcome.Missed(
        joint(with, lookback, missed, lines),
        start,
        lines.stream()
            .flatMap(line -> Stream.ofNullable(reasons.get(line.item().source())))
            .distinct()
            .toList());
  }

  /** Where nobody is known to be in a channel, it is enough to be able to open it. */
  private List<Channel> channels(Set<PersonId> accounts, Asker asker) {
    return directory.channels(asker.audience()).stream()
        .filter(
            channel -> {
              var members = directory.members(channel.id());
              return members.isEmpty() || !Collections.disjoint(members, accounts);
            })
        .toList();
  }

  /** What matters to nobody in particular is worth a line where many said much. */
  private boolean isLarge(Digest.Item item) {
    return !(item instanceof Digest.Discussion talk)
        || talk.people().size() >= rules.rank().fewestPeople()
            && (talk.messages() >= rules.rank().fewestMessages() || talk.outcome() != null);
  }

  private static Optional<Instant> lastWritten(List<Material> read, Set<PersonId> accounts) {
    return read.stream()
        .flatMap(material -> material.filed().stream())
        .map(Filed::message)
        .filter(message -> accounts.contains(message.author()))
        .map(Message::at)
        .max(Instant::compareTo);
  }

  private static Instant since(@Nullable Instant wrote, Instant now) {
    var latest = now.minus(SHORTEST);
    if (wrote == null) {
      return now.minus(LONGEST);
    }
    return wrote.isAfter(latest) ? latest : wrote;
  }

  private static Start start(@Nullable Instant wrote, Instant now) {
    if (wrote == null) {
      return Start.LONGEST;
    }
    return wrote.isAfter(now.minus(SHORTEST)) ? Start.SHORTEST : Start.LAST_WRITTEN;
  }

  /** What was said in a span, in each conversation after the reader's own last word. */
  private static Material missed(Material material, TimeSpan span, Set<PersonId> accounts) {
    var last = new HashMap<MessageId, Instant>();
    for (var filed : material.filed()) {
      if (accounts.contains(filed.message().author())) {
        last.merge(filed.conversation(), filed.message().at(), (one, other) -> later(one, other));
      }
    }
    return material.of(
        material.filed().stream()
            .filter(filed -> !filed.message().at().isBefore(span.from()))
            .filter(filed -> isAfter(filed, last))
            .toList());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static boolean isAfter(Filed filed, Map<MessageId, Instant> last) {
    var own = last.get(filed.conversation());
    return own == null || filed.message().at().isAfter(own);
  }

  private List<Digest> digests(List<Material> read, DigestRules by, Instant now) {
    return read.stream()
        .filter(material -> !material.talk().isEmpty())
        .map(
            material ->
                writings
                    .apply(material.channel(), by)
                    .digest(material.lookback(), material.filed(), now))
        .toList();
  }

  private Digest joint(
      List<Channel> channels, Lookback lookback, List<Material> read, List<Weighed> lines) {
    var talk = talk(read);
    var most = Math.min(rules.lines().most(), lines.size());
    var remarks = new ArrayList<>(lookback.remarks());
    read.stream()
        .flatMap(material -> material.lookback().remarks().stream())
        .filter(remark -> !remarks.contains(remark))
        .forEach(remarks::add);
    return new Digest(
        channels,
        lookback.span(),
        talk.size(),
        Digests.people(talk),
        remarks,
        Joint.inOrder(lines.subList(0, most)),
        Joint.inOrder(lines.subList(most, lines.size())));
  }

  private static List<Message> talk(List<Material> read) {
    return read.stream().flatMap(material -> material.talk().stream()).toList();
  }
}
