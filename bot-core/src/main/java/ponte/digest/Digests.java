package ponte.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.command.SimilarNames;
import ponte.consent.Preferences;
import ponte.consent.WrittenNames;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.digest.Materials.Material;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.follow.Follows;
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
  private final Analyses analyses;
  private final Preferences preferences;
  private final Proposals proposals;
  private final Materials materials;
  private final PersonalDigests personal;
  private final Recaps recaps;
  private final Questions questions;
  private final DigestRules rules;
  private final Rephrasing rephrasing;
  private final Clock clock;

  public Digests(
      Archive archive,
      Directory directory,
      Nlp nlp,
      Preferences preferences,
      Experts experts,
      Follows follows,
      DigestRules rules,
      Clock clock) {
    this(archive, directory, nlp, preferences, experts, follows, rules, Rewriter.NONE, clock);
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
      Follows follows,
      DigestRules rules,
      Rewriter rewriter,
      Clock clock) {
    this.archive = archive;
    this.directory = directory;
    this.nlp = nlp;
    this.analyses = new Analyses(nlp);
    this.preferences = preferences;
    this.proposals = new Proposals(experts, directory);
    this.rules = rules;
    this.rephrasing = new Rephrasing(rewriter, nlp);
    this.materials = new Materials(archive, preferences, rules);
    this.personal =
        new PersonalDigests(
            materials,
            directory,
            new Relevance(archive, follows, preferences, nlp),
            rules,
            this::writing,
            clock);
    this.recaps = new Recaps(archive, directory, nlp, analyses, preferences, rules);
    this.questions = new Questions(archive, directory, analyses, rules);
    this.clock = clock;
  }

  /** What people ask, and whether it may have been answered. */
  public Questions questions() {
    return questions;
  }

  /** What people call what they talk about. */
  public TopicNaming naming() {
    return new TopicNaming(nlp, analyses, rules);
  }

  /** Single conversations as a digest would tell them. */
  public Retelling retelling() {
    return new Retelling(archive, preferences, nlp, analyses, rules);
  }

  /** Summaries of single conversations. */
  public Recaps recaps() {
    return recaps;
  }

  /**
   * Says what became of a wish, in a language and by somebody's clock; with a rewriter, in other
   * words where they are sure to say the same.
   */
  public DigestReplies replies(DigestOutcome outcome, Language language, ZoneId zone) {
    return replies(otherWords(outcome), language, zone);
  }

  /**
   * Says it with the other words that were found before, and no others.
   *
   * @param otherWords as {@link #otherWords} gave them
   */
  public DigestReplies replies(Map<String, String> otherWords, Language language, ZoneId zone) {
    return new DigestReplies(language, zone, OtherWords.among(otherWords));
  }

  /**
   * The other words in which its quotes are told now, by the sentence that they stand for; none
   * without a rewriter.
   */
  public Map<String, String> otherWords(DigestOutcome outcome) {
    return rephrasing.of(DigestReplies.quotesOf(outcome));
  }

  /** Those other words that a digest has a quote for. */
  public static Map<String, String> wordsOf(Digest digest, Map<String, String> otherWords) {
    if (otherWords.isEmpty()) {
      return otherWords;
    }
    var kept = new HashMap<String, String>();
    for (var quote : DigestReplies.quotesOf(new DigestOutcome.Written(digest.whole()))) {
      Rephrasing.sentence(quote)
          .ifPresent(
              sentence ->
                  Optional.ofNullable(otherWords.get(sentence))
                      .ifPresent(words -> kept.put(sentence, words)));
    }
    return kept;
  }

  /** Reads a message before anybody wants a digest with it; it need not be called. */
  public void prepare(Message message) {
    if (message.isTalk()) {
      analyses.prepare(message);
    }
  }

  /** Lets go of all that was read. */
  public void forgetAll() {
    analyses.forgetAll();
  }

  /** Lets go of what was read of a message. */
  public void forget(MessageId message) {
    analyses.forget(message);
  }

  /**
   * Answers who wants a digest. One of a single channel is made of this channel alone, so that it
   * may be shown to all who may open the channel; any other is for the asker's eyes only.
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
              .map(outcome -> whole(outcome, wish))
              .orElseGet(() -> noSuchChannel(names.getFirst(), wish, asker.audience()));
      case Command.Scope.Named(var names) -> whole(several(names, wish, asker), wish);
      case Command.Scope.Mine() -> {
        var person = asker.person();
        yield person == null
            ? new DigestOutcome.WhoAreYou()
            : whole(personal.mine(person, wish.period(), asker), wish);
      }
    };
  }

  /**
   * What was said since a moment in channels all of which one reader may open, for their eyes only.
   *
   * @throws ponte.archive.ArchiveUnavailableException if the archive can't be read
   */
  public DigestOutcome since(Instant from, List<Channel> channels) {
    return personal.several(channels, from);
  }

  /**
   * What a person missed since a moment in the channels they are in, for their eyes only.
   *
   * @throws ponte.archive.ArchiveUnavailableException if the archive can't be read
   */
  public DigestOutcome missedSince(Instant from, PersonId person, Asker asker) {
    return personal.mine(person, from, asker);
  }

  /**
   * The digest of a channel over just this span, for all who may open the channel.
   *
   * @throws ponte.archive.ArchiveUnavailableException if the archive can't be read
   */
  public DigestOutcome over(TimeSpan span, Channel channel, ZoneId zone) {
    var lookback = Lookback.since(span.from(), span.until(), rules.span());
    return of(materials.read(channel, lookback), zone);
  }

  /**
   * All of a channel over a span that would be worth a line of a digest, for all who may open the
   * channel; however little was said. For those who look for what is worth talking about.
   *
   * @param most most discussions and most open questions, at least 1
   * @throws ponte.archive.ArchiveUnavailableException if the archive can't be read
   */
  public List<Digest.Item> lines(Channel channel, TimeSpan span, int most) {
    var material = materials.read(channel, new Lookback(span, List.of()));
    return writing(channel, rules.ofMany(most))
        .digest(material.lookback(), material.filed(), clock.instant())
        .whole()
        .items();
  }

  private DigestOutcome several(List<String> names, Command.Digest wish, Asker asker) {
    var audience = asker.audience();
    var channels = new ArrayList<Channel>();
    var missing = new ArrayList<String>();
    for (var name : names) {
      directory
          .channelNamed(name, audience)
          .ifPresentOrElse(channels::add, () -> missing.add(name));
    }
    var distinct = channels.stream().distinct().toList();
    if (!missing.isEmpty()) {
      return noSuchChannels(missing, names, wish, audience);
    }
    return distinct.size() == 1
        ? of(distinct.getFirst(), wish.period(), asker)
        : personal.several(distinct, wish.period(), asker);
  }

  private DigestOutcome noSuchChannels(
      List<String> missing, List<String> names, Command.Digest wish, Audience audience) {
    var open = directory.channels(audience).stream().map(Channel::name).distinct().toList();
    var similar = SimilarNames.to(missing.getFirst(), open, MOST_SIMILAR);
    return new DigestOutcome.NoSuchChannels(
        missing,
        similar.stream()
            .map(
                near ->
                    names.stream()
                        .map(
                            name ->
                                name.equals(missing.getFirst())
                                    ? near
                                    : nearest(name, missing, open))
                        .toList())
            .map(
                meant ->
                    new Command.Digest(new Command.Scope.Named(meant), wish.period(), wish.whole()))
            .toList());
  }

  private static String nearest(String name, List<String> missing, List<String> open) {
    return missing.contains(name)
        ? SimilarNames.to(name, open, 1).stream().findFirst().orElse(name)
        : name;
  }

  private static DigestOutcome whole(DigestOutcome outcome, Command.Digest wish) {
    if (wish.whole() && outcome instanceof DigestOutcome.Written(var digest)) {
      return new DigestOutcome.Written(digest.whole());
    }
    return wish.whole()
            && outcome instanceof DigestOutcome.Missed(var digest, var start, var forYou)
        ? new DigestOutcome.Missed(digest.whole(), start, forYou)
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
    var material = materials.read(channel, Lookback.over(period, now, asker.zone(), rules.span()));
    if (material.talk().isEmpty() && period instanceof Period.Usual) {
      var last = lastTalk(channel, now);
      if (last.isPresent()) {
        material = materials.read(channel, Lookback.upTo(last.get(), rules.span()));
      }
    }
    return of(material, asker.zone());
  }

  private DigestOutcome of(Material material, ZoneId zone) {
    var now = clock.instant();
    if (!materials.enough(material.talk())) {
      return tooLittle(material, now, zone);
    }
    return new DigestOutcome.Written(
        writing(material.channel(), rules).digest(material.lookback(), material.filed(), now));
  }

  private Writing writing(Channel channel, DigestRules by) {
    return new Writing(
        archive,
        channel,
        by,
        nlp,
        analyses,
        proposals,
        person -> directory.person(person).map(Person::zone).orElse(ZoneOffset.UTC),
        words -> WrittenNames.ofEverybody(directory, nlp).areIn(words),
        new Acquaintances(archive, directory),
        preferences.out(channel.id().workspace()));
  }

  private Optional<Instant> lastTalk(Channel channel, Instant until) {
    return archive.before(channel.id(), until, LAST_MESSAGES, Audience.of(channel.id())).stream()
        .map(Filed::message)
        .filter(Message::isTalk)
        .map(Message::at)
        .reduce((_, later) -> later);
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
          && materials.enough(materials.read(channel, new Lookback(longer, List.of())).talk())) {
        return span.until().equals(now) ? new Period.LastDays(days) : dates(longer, zone);
      }
    }
    var last = lastTalk(channel, span.from());
    if (last.isEmpty()) {
      return null;
    }
    var earlier = Lookback.upTo(last.get(), rules.span());
    return materials.enough(materials.read(channel, earlier).talk())
        ? dates(earlier.span(), zone)
        : null;
  }

  /** A span as whole days, the last one included. */
  private static Period dates(TimeSpan span, ZoneId zone) {
    var last = span.until().minusNanos(1).atZone(zone).toLocalDate();
    return new Period.Dates(last.minusDays(span.length().toDays() - 1), last);
  }
}
