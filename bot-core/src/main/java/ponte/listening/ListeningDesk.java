package ponte.listening;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.command.Sounding;
import ponte.command.Sounding.Subject;
import ponte.consent.Audit;
import ponte.consent.Preferences;
import ponte.consent.WrittenNames;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.nlp.Nlp;
import ponte.prompt.Prompts;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;
import ponte.store.Records;

/**
 * What Ponte hears in what people say, for those who ask: what rises and fades, new words and
 * questions that keep coming back for everybody who may open the channels, and topics that hardly
 * anybody answers for, which may show who does, for community managers.
 */
public final class ListeningDesk {

  /** Of a longer time more was forgotten than is worth looking for. */
  private static final Duration LONGEST = Duration.ofDays(366);

  private final Ears ears;
  private final Alerts alerts;
  private final Alerting alerting;
  private final Directory directory;
  private final Preferences preferences;
  private final Nlp nlp;
  private final Roles roles;
  private final ListeningRules rules;
  private final Clock clock;

  /**
   * What it stands on.
   *
   * @param beside reads what was said while nobody waits
   */
  public record Ground(
      Archive archive,
      Directory directory,
      Records records,
      Nlp nlp,
      Preferences preferences,
      Digests digests,
      Prompts prompts,
      Roles roles,
      Audit audit,
      Executor beside,
      Clock clock) {}

  public ListeningDesk(Ground ground, ListeningRules rules) {
    this.directory = ground.directory();
    this.preferences = ground.preferences();
    this.nlp = ground.nlp();
    this.roles = ground.roles();
    this.rules = rules;
    this.clock = ground.clock();
    this.ears =
        new Ears(
            new Ears.Ground(
                ground.archive(),
                directory,
                ground.preferences(),
                ground.records(),
                ground.nlp(),
                ground.digests(),
                ground.beside(),
                clock),
            rules);
    this.alerts = new Alerts(ground.records());
    this.alerting =
        new Alerting(
            alerts,
            ears,
            directory,
            preferences,
            roles,
            ground.audit(),
            ground.prompts(),
            rules,
            clock);
  }

  /** What is heard. */
  public Ears ears() {
    return ears;
  }

  /** Tells people what they want to be told every week. */
  public Alerting alerting() {
    return alerting;
  }

  /** The numbers by which it listens. */
  public ListeningRules rules() {
    return rules;
  }

  /** Whether somebody may see which topics hardly anybody answers for. */
  public boolean maySeeRisks(@Nullable PersonId person) {
    return person != null && roles.isManager(person, directory);
  }

  /** The span that somebody means, up to now at most. */
  public TimeSpan span(Period period, ZoneId zone) {
    var now = clock.instant();
    var meant = period.span(now, zone, rules.reach().usual());
    var until = meant.until().isAfter(now) ? now : meant.until();
    var from = meant.from().isAfter(until) ? until : meant.from();
    return Duration.between(from, until).compareTo(LONGEST) > 0
        ? TimeSpan.before(until, LONGEST)
        : new TimeSpan(from, until);
  }

  /** The span over which questions are looked for. */
  public TimeSpan longSpan() {
    return TimeSpan.before(clock.instant(), rules.asking().span());
  }

  /**
   * Does what the asker wants.
   *
   * @throws ponte.archive.ArchiveUnavailableException if the archive can't be read
   */
  public Reply take(Sounding wish, Asker asker) {
    var texts = Texts.in(asker.language());
    var name = wish.channel();
    var channel = name == null ? Optional.<Channel>empty() : meant(wish, name, asker);
    if (name != null && channel.isEmpty()) {
      return Reply.saying(texts, "digest.no-such-channel", name);
    }
    return take(wish, channel.orElse(null), asker, texts);
  }

  /**
   * The channel of a name; of several, where something is to end, the one of which they are told.
   */
  private Optional<Channel> meant(Sounding wish, String name, Asker asker) {
    var person = asker.person();
    var told =
        wish instanceof Sounding.NoAlert(var subject, _) && person != null
            ? directory.channelNamed(name, alerting.channels(person, subject, asker.audience()))
            : Optional.<Channel>empty();
    return told.or(() -> directory.channelNamed(name, asker.audience()));
  }

  private Reply take(Sounding wish, @Nullable Channel channel, Asker asker, Texts texts) {
    var replies = new ListeningReplies(texts, asker.zone(), directory);
    var name = channel == null ? null : channel.name();
    var where = channel == null ? List.<ChannelId>of() : List.of(channel.id());
    var audience = asker.audience();
    return switch (wish) {
      case Sounding.Trends(_, var period) -> {
        var span = span(period, asker.zone());
        var blocks =
            replies.trends(ears.trending().orElseStaying(audience, span, where), span, name);
        yield with(
            blocks,
            texts,
            alert(Subject.TRENDS, name, texts),
            Button.of(
                texts.say("listening.button.new-words"), of(new Sounding.NewWords(name, period))),
            Button.of(texts.say("listening.button.recurring"), of(new Sounding.Recurring(name))));
      }
      case Sounding.NewWords(_, var period) -> {
        var span = span(period, asker.zone());
        yield new Reply(
            texts.language(), replies.newWords(ears.newWords(audience, span, where), span, name));
      }
      case Sounding.Recurring _ -> {
        var questions = ears.recurring().over(audience, longSpan(), where);
        var blocks = replies.recurring(questions, longSpan(), name);
        yield questions.isEmpty()
            ? new Reply(texts.language(), blocks)
            : with(
                blocks,
                texts,
                alert(Subject.RECURRING, name, texts),
                Button.of(
                    texts.say("listening.button.page"), of(new Sounding.RecurringPage(name))));
      }
      case Sounding.RecurringPage _ -> page(where, asker, texts);
      case Sounding.AtRisk _ ->
          maySeeRisks(asker.person())
              ? with(
                  replies.atRisk(ears.risks().over(audience, longSpan(), where), longSpan(), name),
                  texts,
                  alert(Subject.AT_RISK, name, texts))
              : Reply.saying(texts, "listening.managers-only");
      case Sounding.Alert(var subject, _) -> begin(subject, channel, asker, texts);
      case Sounding.NoAlert(var subject, _) ->
          end(subject, channel == null ? null : channel.id(), asker, texts);
      case Sounding.EndAlert(var subject, var of) -> end(subject, of, asker, texts);
      case Sounding.MyAlerts() -> mine(asker, texts);
    };
  }

  private Reply begin(Subject subject, @Nullable Channel channel, Asker asker, Texts texts) {
    var person = asker.person();
    if (person == null) {
      return Reply.saying(texts, "listening.who-are-you");
    }
    return subject == Subject.AT_RISK && !maySeeRisks(person)
        ? Reply.saying(texts, "listening.managers-only")
        : alerting.begin(person, subject, channel, asker);
  }

  private Reply end(Subject subject, @Nullable ChannelId channel, Asker asker, Texts texts) {
    var person = asker.person();
    return person == null
        ? Reply.saying(texts, "listening.who-are-you")
        : alerting.end(person, subject, channel, asker);
  }

  private static Button alert(Subject subject, @Nullable String channel, Texts texts) {
    return Button.of(texts.say("listening.button.alert"), of(new Sounding.Alert(subject, channel)));
  }

  private Reply page(List<ChannelId> where, Asker asker, Texts texts) {
    var questions = ears.recurring().over(asker.audience(), longSpan(), where);
    return questions.isEmpty()
        ? Reply.saying(texts, "listening.recurring.none")
        : new Reply(
            texts.language(),
            List.of(
                Block.Paragraph.plain(texts.say("listening.page")),
                new Block.File(
                    "faq.md",
                    texts.say("listening.faq"),
                    faq(texts, asker.zone(), _ -> Optional.empty()).page(questions))));
  }

  /**
   * Writes recurring questions as a page that leaves Ponte.
   *
   * @param links where a message opens; empty where that is not known
   */
  public FrequentQuestions faq(
      Texts texts, ZoneId zone, Function<MessageId, Optional<String>> links) {
    var names =
        new FrequentQuestions.Names(
            WrittenNames.ofEverybody(directory, nlp),
            WrittenNames.ofAbsent(directory, preferences, nlp));
    return new FrequentQuestions(texts, zone, directory, names, links);
  }

  private Reply mine(Asker asker, Texts texts) {
    var person = asker.person();
    if (person == null) {
      return Reply.saying(texts, "listening.who-are-you");
    }
    var blocks = blocks(person, asker);
    return blocks.isEmpty()
        ? with(
            List.of(Block.Paragraph.plain(texts.say("listening.alerts.none"))),
            texts,
            alert(Subject.TRENDS, null, texts))
        : new Reply(texts.language(), blocks);
  }

  /** What a person is told every week, for the page of all that is theirs. */
  public List<Block> blocks(PersonId person, Asker asker) {
    return alerting.blocks(person, asker);
  }

  /** What a person is told every week. */
  public List<Alert> of(PersonId person) {
    return alerting.all(person);
  }

  /** Forgets what a person wanted to be told, and all that was read. */
  public void forget(PersonId person) {
    alerts.forget(person);
    ears.forgetAll();
  }

  /** Forgets what those of a workspace wanted to be told. */
  public void forget(WorkspaceId workspace) {
    alerts.forget(workspace);
    ears.forget(workspace);
  }

  private static Command of(Sounding wish) {
    return new Command.Sound(wish);
  }

  private static Reply with(List<Block> blocks, Texts texts, Button... buttons) {
    var all = new ArrayList<>(blocks);
    all.add(new Block.Buttons(List.of(buttons)));
    return new Reply(texts.language(), all);
  }
}
