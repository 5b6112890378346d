package ponte.listening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Sounding;
import ponte.command.Sounding.Subject;
import ponte.consent.Audit;
import ponte.consent.Audit.Deed;
import ponte.consent.Audit.Role;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompt;
import ponte.prompt.Prompted;
import ponte.prompt.Prompts;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Tells those who want it every week what rose and faded in it, which questions came back, or what
 * was asked for which there is nobody or just one: of what they may open at that very moment, and
 * nothing where there is nothing.
 */
public final class Alerting {

  private static final Duration WEEK = Duration.ofDays(7);

  /** Later the next week is near. */
  private static final Duration LATEST = Duration.ofDays(3);

  private final Alerts alerts;
  private final Ears ears;
  private final Directory directory;
  private final Preferences preferences;
  private final Roles roles;
  private final Audit audit;
  private final Prompts prompts;
  private final ListeningRules.Weekly rules;

  /** The span over which questions are looked for. */
  private final Duration asking;

  private final Clock clock;

  Alerting(
      Alerts alerts,
      Ears ears,
      Directory directory,
      Preferences preferences,
      Roles roles,
      Audit audit,
      Prompts prompts,
      ListeningRules rules,
      Clock clock) {
    this.alerts = alerts;
    this.ears = ears;
    this.directory = directory;
    this.preferences = preferences;
    this.prompts = prompts;
    this.roles = roles;
    this.audit = audit;
    this.rules = rules.weekly();
    this.asking = rules.asking().span();
    this.clock = clock;
  }

  /**
   * Begins it; whoever has it keeps it as it is. Who takes no part is told that nothing would come.
   */
  Reply begin(PersonId person, Subject subject, @Nullable Channel channel, Asker asker) {
    var texts = Texts.in(asker.language());
    if (preferences.isOut(person)) {
      return out(texts);
    }
    var alert = new Alert(subject, channel == null ? null : channel.id(), clock.instant());
    if (all(person).stream().noneMatch(each -> each.isOf(subject, alert.channel()))) {
      alerts.add(person, alert);
    }
    plan(person, alert, clock.instant());
    return new Reply(
        texts.language(),
        List.of(
            Block.Paragraph.plain(
                texts.say(
                    "listening.alert.done",
                    what(alert, asker, texts),
                    texts.moment(next(person, clock.instant()), zone(person)))),
            new Block.Buttons(List.of(stop(alert, asker, texts)))));
  }

  /**
   * Ends it, on all accounts, whether or not they may still open the channel.
   *
   * @param channel null: that of all that they may open
   */
  Reply end(PersonId person, Subject subject, @Nullable ChannelId channel, Asker asker) {
    var texts = Texts.in(asker.language());
    var had = all(person).stream().anyMatch(each -> each.isOf(subject, channel));
    directory.accounts(person).forEach(account -> alerts.remove(account, subject, channel));
    return Reply.saying(
        texts,
        had ? "listening.alert.ended" : "listening.alert.none-such",
        what(new Alert(subject, channel, Instant.EPOCH), asker, texts));
  }

  /** Those of a person under all their accounts. */
  List<Alert> all(PersonId person) {
    return directory.accounts(person).stream()
        .flatMap(account -> alerts.of(account).stream())
        .toList();
  }

  /** The channels of which a person is told something, as far as an audience may open them. */
  Audience channels(PersonId person, Subject subject, Audience audience) {
    return new Audience(
        all(person).stream()
            .filter(alert -> alert.subject() == subject)
            .flatMap(alert -> Stream.ofNullable(alert.channel()))
            .filter(audience::maySee)
            .collect(Collectors.toSet()));
  }

  /** What a person is told, each with a button that ends it; empty: nothing. */
  List<Block> blocks(PersonId person, Asker asker) {
    var texts = Texts.in(asker.language());
    var all = all(person);
    if (all.isEmpty()) {
      return List.of();
    }
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Listing(
            texts.say("listening.alerts"),
            all.stream()
                .map(
                    alert ->
                        new Block.Item(
                            List.of(
                                RichText.plain(
                                    texts.say(
                                        "listening.alert.line",
                                        what(alert, asker, texts),
                                        texts.moment(
                                            next(person, clock.instant()), zone(person))))),
                            RichText.EMPTY))
                .toList()));
    blocks.add(new Block.Buttons(all.stream().map(alert -> stop(alert, asker, texts)).toList()));
    if (preferences.isOut(person)) {
      blocks.addAll(out(texts).blocks());
    }
    return blocks;
  }

  private static Reply out(Texts texts) {
    return Reply.saying(texts, "preference.is-out", texts.say("command.opt-in"));
  }

  private Button stop(Alert alert, Asker asker, Texts texts) {
    var channel = alert.channel();
    return Button.of(
        texts.say("listening.alert.stop", what(alert, asker, texts)),
        new Command.Sound(
            channel == null
                ? new Sounding.NoAlert(alert.subject(), null)
                : new Sounding.EndAlert(alert.subject(), channel)));
  }

  /** What it is about; what a channel is called now is for those alone who may open it. */
  private String what(Alert alert, Asker asker, Texts texts) {
    var channel = alert.channel();
    if (channel == null) {
      return texts.say("listening.alert." + alert.subject(), texts.say("listening.everywhere"));
    }
    return texts.say(
        "listening.alert." + alert.subject(),
        asker.audience().maySee(channel)
            ? "#" + name(channel)
            : texts.say("listening.closed-to-you"));
  }

  private @Nullable String name(@Nullable ChannelId channel) {
    return channel == null
        ? null
        : directory.channel(channel).map(Channel::name).orElse(channel.value());
  }

  /** Plans what was not planned, or was lost. */
  public void planAhead(WorkspaceId workspace, Instant now) {
    alerts.each(workspace, (person, alert) -> plan(person, alert, now));
  }

  /** Plans the one after this one, whatever becomes of this one. */
  public void planNext(Prompt.Trends prompt) {
    var now = clock.instant();
    find(prompt)
        .ifPresent(
            alert -> plan(prompt.to(), alert, prompt.week().isAfter(now) ? prompt.week() : now));
  }

  private void plan(PersonId person, Alert alert, Instant now) {
    var due = next(person, now);
    prompts.plan(
        new Prompt.Trends(person, alert.subject(), alert.channel(), due, due.plus(LATEST)), due);
  }

  private Optional<Alert> find(Prompt.Trends prompt) {
    return alerts.of(prompt.to()).stream()
        .filter(each -> each.isOf(prompt.subject(), prompt.about()))
        .filter(each -> each.since().isBefore(prompt.week()))
        .findFirst();
  }

  /** What a person is told now of the week that ends with its moment. */
  public Prompted tell(Prompt.Trends prompt, Asker asker) {
    var alert = find(prompt).orElse(null);
    if (alert == null) {
      return new Prompted.Drop("the alert has ended");
    }
    var channel = alert.channel();
    if (channel != null && !asker.audience().maySee(channel)) {
      return new Prompted.Drop("they may not open the channel any more");
    }
    if (prompt.subject() == Subject.AT_RISK && !roles.isManager(prompt.to(), directory)) {
      return new Prompted.Drop("they take care of the community no more");
    }
    var texts = Texts.in(asker.language());
    var blocks = new ArrayList<>(news(alert, prompt.week(), asker, texts));
    if (blocks.isEmpty()) {
      return new Prompted.Drop("there is nothing new");
    }
    blocks.add(new Block.Buttons(List.of(stop(alert, asker, texts))));
    return new Prompted.Say(
        new Outgoing(
            prompt.key(),
            new Destination.Together(Set.of(prompt.to())),
            new Reply(texts.language(), blocks)));
  }

  /** What is new of it in the week up to a moment; empty: nothing. */
  private List<Block> news(Alert alert, Instant until, Asker asker, Texts texts) {
    var replies = new ListeningReplies(texts, asker.zone(), directory);
    var week = TimeSpan.before(until, WEEK);
    var half = TimeSpan.before(until, asking);
    var name = name(alert.channel());
    var channels =
        alert.channel() == null ? List.<ChannelId>of() : List.<ChannelId>of(alert.channel());
    return switch (alert.subject()) {
      case TRENDS -> {
        var trends = ears.trending().over(asker.audience(), week, channels);
        yield trends.isEmpty() ? List.of() : replies.trends(trends, week, name);
      }
      case RECURRING -> {
        var again =
            ears.recurring().over(asker.audience(), half, channels).stream()
                .filter(each -> !each.last().isBefore(week.from()))
                .toList();
        yield again.isEmpty() ? List.of() : replies.recurring(again, half, name);
      }
      case AT_RISK -> {
        var asked =
            ears.risks().over(asker.audience(), half, channels).stream()
                .filter(each -> !each.last().isBefore(week.from()))
                .toList();
        yield asked.isEmpty() ? List.of() : replies.atRisk(asked, half, name);
      }
    };
  }

  /** What follows from its being said: who sees what is at risk uses what their role may. */
  public void said(Prompt.Trends prompt) {
    if (prompt.subject() == Subject.AT_RISK) {
      audit.note(Deed.ROLE_USED, Role.MANAGER, prompt.to(), "knowledge-at-risk", 0);
    }
  }

  private ZoneId zone(PersonId person) {
    return directory.person(person).map(Person::zone).orElse(ZoneOffset.UTC);
  }

  private Instant next(PersonId person, Instant moment) {
    var zone = zone(person);
    var day = moment.atZone(zone).toLocalDate();
    while (day.getDayOfWeek() != rules.day()
        || !day.atTime(rules.at()).atZone(zone).toInstant().isAfter(moment)) {
      day = day.plusDays(1);
    }
    return day.atTime(rules.at()).atZone(zone).toInstant();
  }
}
