package ponte.community;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Tells community managers, and administrators, how well people help each other. */
public final class ScorecardDesk {

  /** Four whole weeks, so that each has as many working days as the four before. */
  private static final Period USUAL = new Period.LastDays(28);

  private static final List<Period> OFFERED =
      List.of(USUAL, new Period.LastDays(91), new Period.LastDays(182));

  private static final Duration WEEK = Duration.ofDays(7);

  private final Scorecards scorecards;
  private final Directory directory;
  private final Preferences preferences;
  private final Roles roles;
  private final Clock clock;

  ScorecardDesk(
      Scorecards scorecards,
      Directory directory,
      Preferences preferences,
      Roles roles,
      Clock clock) {
    this.scorecards = scorecards;
    this.directory = directory;
    this.preferences = preferences;
    this.roles = roles;
    this.clock = clock;
  }

  /** Whether somebody may see it. */
  public boolean isOpenTo(Asker asker) {
    var person = asker.person();
    return person != null && roles.looksAfter(person, directory);
  }

  /** Shows it to who may see it, and says who may to who may not. */
  public Reply show(Command.Pulse command, Asker asker) {
    var texts = Texts.in(asker.language());
    if (!isOpenTo(asker)) {
      return refusal(asker, texts);
    }
    var name = command.channel();
    var channel =
        Optional.ofNullable(name)
            .flatMap(each -> directory.channelNamed(each, asker.audience()))
            .filter(Channel::isPublic);
    if (name != null && channel.isEmpty()) {
      return Reply.saying(texts, "pulse.no-channel", name);
    }
    return scorecards
        .of(channel.orElse(null), span(command.period(), asker), asker.audience(), asker.zone())
        .map(pulse -> card(pulse, command, asker, texts))
        .orElseGet(() -> Reply.saying(texts, "pulse.too-few", Networks.FEWEST));
  }

  /**
   * A span as it is meant by this moment, in whole weeks back from it, so that no two of them tell
   * by what they differ of a day and of the few who spoke in it. What is still to come is no part
   * of it.
   */
  public TimeSpan span(Period period, Asker asker) {
    var now = clock.instant();
    return inWeeks(meant(period, asker.zone(), now), now);
  }

  private static TimeSpan inWeeks(TimeSpan meant, Instant now) {
    var last = weeks(meant.until(), now, Duration.ZERO);
    var first = weeks(meant.from(), now, WEEK.minusNanos(1));
    return new TimeSpan(
        now.minus(WEEK.multipliedBy(Math.max(first, last + 1))),
        now.minus(WEEK.multipliedBy(last)));
  }

  private static long weeks(Instant from, Instant until, Duration more) {
    return Duration.between(from, until).plus(more).dividedBy(WEEK);
  }

  private static TimeSpan meant(Period period, ZoneId zone, Instant now) {
    return switch (period) {
      case Period.Usual() -> meant(USUAL, zone, now);
      case Period.LastDays(var days) -> TimeSpan.before(now, Duration.ofDays(days));
      case Period.Dates(var first, var last) ->
          until(
              first.atStartOfDay(zone).toInstant(),
              last.plusDays(1).atStartOfDay(zone).toInstant(),
              now);
      case Period.Between(var from, var until, _) -> until(from, until, now);
    };
  }

  private static TimeSpan until(Instant from, Instant until, Instant now) {
    var first = from.isBefore(now) ? from : now;
    return new TimeSpan(first, until.isBefore(now) ? until : now);
  }

  private Reply card(Pulse pulse, Command.Pulse command, Asker asker, Texts texts) {
    var words = new ScorecardWords(texts, asker.zone());
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(words.title(pulse)));
    blocks.add(Block.Paragraph.plain(words.verdict(pulse)));
    var shape = words.shape(pulse.now());
    if (!shape.isEmpty()) {
      blocks.add(Block.Paragraph.plain(shape));
    }
    blocks.add(new Block.Listing(words.span(pulse), items(pulse, words, texts)));
    blocks.add(
        new Block.Note(
            RichText.plain(
                texts.say(
                    "pulse.how", Networks.FEWEST, texts.moment(pulse.asOf(), asker.zone())))));
    blocks.add(
        new Block.Buttons(
            OFFERED.stream()
                .filter(period -> !span(period, asker).equals(pulse.now().span()))
                .map(
                    period ->
                        Button.of(
                            texts.say("pulse.other", ((Period.LastDays) period).days()),
                            new Command.Pulse(command.channel(), period)))
                .toList()));
    return new Reply(texts.language(), blocks);
  }

  private static List<Block.Item> items(Pulse pulse, ScorecardWords words, Texts texts) {
    var items = new ArrayList<Block.Item>();
    for (var measure : Measure.values()) {
      if (measure.of(pulse.now()) != null) {
        items.add(
            new Block.Item(
                List.of(
                    RichText.plain(
                        texts.say(
                            "pulse.line",
                            words.label(measure),
                            words.value(measure, pulse.now())))),
                RichText.plain(words.before(measure, pulse))));
      }
    }
    return items;
  }

  private Reply refusal(Asker asker, Texts texts) {
    if (asker.person() == null) {
      return Reply.saying(texts, "pulse.who-are-you");
    }
    var managers =
        roles.managers(directory).stream().filter(each -> !preferences.isOut(each)).toList();
    return managers.isEmpty()
        ? Reply.saying(texts, "pulse.no-managers")
        : new Reply(
            texts.language(),
            List.of(
                Block.Paragraph.plain(texts.say("pulse.managers")),
                new Block.Listing(
                    "",
                    managers.stream()
                        .map(
                            each ->
                                new Block.Item(
                                    List.of(RichText.of(new Span.Mention(each))), RichText.EMPTY))
                        .toList())));
  }
}
