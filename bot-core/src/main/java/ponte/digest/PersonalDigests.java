package ponte.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.command.Command.Period;
import ponte.conversation.Channel;
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
    var joint = new Joint(lookback);
    for (var channel : channels) {
      var material = materials.read(channel, lookback);
      joint.add(
          material,
          material.talk().isEmpty()
              ? List.of()
              : Joint.lines(digest(material, rules, now), _ -> 0));
    }
    return materials.enough(joint.messages(), joint.people())
        ? new DigestOutcome.Written(joint.digest(channels, rules.lines().most()))
        : new DigestOutcome.TooLittleInAll(
            channels,
            lookback.span(),
            joint.messages(),
            joint.people(),
            rules.span().fewestMessages(),
            rules.span().fewestPeople(),
            lookback.remarks());
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
    var widest = wanted == null ? new Lookback(TimeSpan.before(now, LONGEST), List.of()) : wanted;
    var here =
        Whereabouts.of(
            directory.channelsOf(person, asker.audience()),
            materials,
            widest,
            accounts,
            rules.span().mostMessages());
    var wrote = here.wrote().orElse(null);
    var lookback =
        wanted == null ? new Lookback(new TimeSpan(since(wrote, now), now), List.of()) : widest;
    var start = wanted == null ? start(wrote, now) : Start.NAMED;
    var reader = relevance.of(person, accounts, here.partners());
    var reasons = new HashMap<MessageId, ForYou>();
    var joint = new Joint(lookback);
    var with = new ArrayList<Channel>();
    here.each(
        material -> {
          var missed = missed(material, lookback.span(), accounts);
          if (!missed.talk().isEmpty()) {
            with.add(missed.channel());
            joint.add(missed, lines(missed, reader, reasons, now));
          }
        });
    var lines = joint.best();
    if (lines.isEmpty()) {
      return new DigestOutcome.NothingMissed(lookback.span(), start);
    }
    return new DigestOutcome.Missed(
        joint.digest(with, rules.lines().most()),
        start,
        lines.stream()
            .flatMap(line -> Stream.ofNullable(reasons.get(line.item().source())))
            .distinct()
            .toList());
  }

  /** The lines of one channel that matter to the reader, or to anybody. */
  private List<Weighed> lines(
      Material missed, Relevance.Reader reader, Map<MessageId, ForYou> reasons, Instant now) {
    var digest = digest(missed, rules.ofFew(), now);
    var there = reader.in(missed, digest.whole().items());
    var lines =
        Joint.lines(
            digest,
            item -> {
              var because = there.because(item);
              because.ifPresent(
                  each -> reasons.put(item.source(), new ForYou(item.source(), each)));
              return because.map(Relevance::worth).orElse(0.0);
            });
    return lines.stream()
        .filter(line -> reasons.containsKey(line.item().source()) || isLarge(line.item()))
        .toList();
  }

  /** What matters to nobody in particular is worth a line where many said much. */
  private boolean isLarge(Digest.Item item) {
    return !(item instanceof Digest.Discussion talk)
        || talk.people().size() >= rules.rank().fewestPeople()
            && (talk.messages() >= rules.rank().fewestMessages() || talk.outcome() != null);
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

  private Digest digest(Material material, DigestRules by, Instant now) {
    return writings
        .apply(material.channel(), by)
        .digest(material.lookback(), material.filed(), now);
  }
}
