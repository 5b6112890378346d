package ponte.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.command.SimilarNames;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** Tells what a channel talked about. */
public final class Digests {

  private static final int MOST_SIMILAR = 3;

  /** Longer spans to offer where a shorter one holds too little. */
  private static final List<Integer> LONGER_DAYS = List.of(14, 30);

  /** How many last messages are looked through for one of a person. */
  private static final int LAST_MESSAGES = 500;

  private final Archive archive;
  private final Directory directory;
  private final Nlp nlp;
  private final Preferences preferences;
  private final Proposals proposals;
  private final DigestRules rules;
  private final Rephrasing rephrasing;
  private final Clock clock;

  public Digests(
      Archive archive,
      Directory directory,
      Nlp nlp,
      Preferences preferences,
      Experts experts,
      DigestRules rules,
      Clock clock) {
    this(archive, directory, nlp, preferences, experts, rules, Rewriter.NONE, clock);
  }

  /**
   * @param rewriter may say what is quoted in other words
   */
  public Digests(
      Archive archive,
      Directory directory,
      Nlp nlp,
      Preferences preferences,
      Experts experts,
      DigestRules rules,
      Rewriter rewriter,
      Clock clock) {
    this.archive = archive;
    this.directory = directory;
    this.nlp = nlp;
    this.preferences = preferences;
    this.proposals = new Proposals(experts, directory);
    this.rules = rules;
    this.rephrasing = new Rephrasing(rewriter, nlp);
    this.clock = clock;
  }

  /**
   * Says what became of a wish, in a language and by somebody's clock; with a rewriter, in other
   * words where they are sure to say the same.
   */
  public DigestReplies replies(DigestOutcome outcome, Language language, ZoneId zone) {
    return new DigestReplies(language, zone, rephrasing.of(DigestReplies.quotesOf(outcome)));
  }

  /**
   * Answers who wants a digest. It is made of this channel alone, so that it may be shown to all
   * who may open the channel.
   *
   * <p>A period that nobody named ends now; where nothing was said in it, it ends with the last
   * thing that was said.
   *
   * @throws ponte.archive.ArchiveUnavailableException if the archive can't be read
   */
  public DigestOutcome on(Command.Digest wish, Asker asker) {
    return switch (wish.scope()) {
      case Command.Scope.Named(var names) when names.size() == 1 ->
          directory
              .channelNamed(names.getFirst(), asker.audience())
              .map(channel -> of(channel, wish.period(), asker))
              .map(outcome -> wish.whole() ? whole(outcome) : outcome)
              .orElseGet(() -> noSuchChannel(names.getFirst(), wish, asker.audience()));
      case Command.Scope.Named several ->
          throw new UnsupportedOperationException("digest of several: " + several);
      case Command.Scope.Mine mine -> throw new UnsupportedOperationException("digest of " + mine);
    };
  }

  private static DigestOutcome whole(DigestOutcome outcome) {
    return outcome instanceof DigestOutcome.Written(var digest)
        ? new DigestOutcome.Written(digest.whole())
        : outcome;
  }

  private DigestOutcome noSuchChannel(String name, Command.Digest wish, Audience audience) {
    var names = directory.channels(audience).stream().map(Channel::name).distinct().toList();
    return new DigestOutcome.NoSuchChannel(
        name,
        SimilarNames.to(name, names, MOST_SIMILAR).stream()
            .map(similar -> new Command.Digest(similar, wish.period()))
            .toList());
  }

  private DigestOutcome of(Channel channel, Period period, Asker asker) {
    var now = clock.instant();
    var material = read(channel, Lookback.over(period, now, asker.zone(), rules.span()));
    if (material.talk().isEmpty() && period instanceof Period.Usual) {
      var last = lastTalk(channel, now);
      if (last.isPresent()) {
        material = read(channel, Lookback.upTo(last.get(), rules.span()));
      }
    }
    if (!enough(material.talk())) {
      return tooLittle(material, now, asker.zone());
    }
    return new DigestOutcome.Written(
        writing(channel).digest(material.lookback(), material.filed(), now));
  }

  private Writing writing(Channel channel) {
    return new Writing(
        archive,
        channel,
        rules,
        nlp,
        proposals,
        person -> directory.person(person).map(Person::zone).orElse(ZoneOffset.UTC),
        preferences.out(channel.id().workspace()));
  }

  /** What was said in a span. */
  private record Material(
      Channel channel, Lookback lookback, List<Filed> filed, Set<PersonId> out) {
    /** What people said, without those who opted out. */
    List<Message> talk() {
      return filed.stream()
          .map(Filed::message)
          .filter(message -> message.isTalk() && !out.contains(message.author()))
          .toList();
    }
  }

  private Material read(Channel channel, Lookback lookback) {
    var audience = Audience.of(channel.id());
    var out = preferences.out(channel.id().workspace());
    int most = rules.span().mostMessages();
    var filed = archive.read(channel.id(), lookback.span(), most + 1, audience);
    if (filed.size() <= most) {
      return new Material(channel, lookback, filed, out);
    }
    var latest = archive.before(channel.id(), lookback.span().until(), most, audience);
    return new Material(
        channel,
        lookback.from(latest.getFirst().message().at(), new Digest.Remark.Crowded(most)),
        latest,
        out);
  }

  private Optional<Instant> lastTalk(Channel channel, Instant until) {
    return archive.before(channel.id(), until, LAST_MESSAGES, Audience.of(channel.id())).stream()
        .map(Filed::message)
        .filter(Message::isTalk)
        .map(Message::at)
        .reduce((_, later) -> later);
  }

  private boolean enough(List<Message> talk) {
    return talk.size() >= rules.span().fewestMessages()
        && people(talk) >= rules.span().fewestPeople();
  }

  static int people(List<Message> talk) {
    return (int) talk.stream().map(Message::author).distinct().count();
  }

  private DigestOutcome tooLittle(Material material, Instant now, ZoneId zone) {
    return new DigestOutcome.TooLittle(
        material.channel(),
        material.lookback().span(),
        material.talk().size(),
        people(material.talk()),
        rules.span().fewestMessages(),
        rules.span().fewestPeople(),
        material.lookback().remarks(),
        longer(material, now, zone));
  }

  /** The shortest longer period with enough in it, or the last one in which something was said. */
  private @Nullable Period longer(Material material, Instant now, ZoneId zone) {
    var span = material.lookback().span();
    var channel = material.channel();
    for (int days : LONGER_DAYS) {
      var longer = TimeSpan.before(span.until(), Duration.ofDays(days));
      if (longer.length().compareTo(span.length()) > 0
          && enough(read(channel, new Lookback(longer, List.of())).talk())) {
        return span.until().equals(now) ? new Period.LastDays(days) : dates(longer, zone);
      }
    }
    var last = lastTalk(channel, span.from());
    if (last.isEmpty()) {
      return null;
    }
    var earlier = Lookback.upTo(last.get(), rules.span());
    return enough(read(channel, earlier).talk()) ? dates(earlier.span(), zone) : null;
  }

  /** A span as whole days, the last one included. */
  private static Period dates(TimeSpan span, ZoneId zone) {
    var last = span.until().minusNanos(1).atZone(zone).toLocalDate();
    return new Period.Dates(last.minusDays(span.length().toDays() - 1), last);
  }
}
