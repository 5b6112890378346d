package ponte.schedule;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.guide.Wording;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Lets the people of a channel have its digest posted there again and again, and end that; what is
 * of several channels, or of all of somebody's, comes to them alone.
 *
 * <p>Who is in the channel may schedule; whoever is in it, and who scheduled, may stop. A channel
 * has one schedule: to schedule again changes it, and who did is its owner then.
 */
public final class DigestSchedules {

  private final Schedules schedules;
  private final Previews previews;
  private final ComingDigests coming;
  private final PrivateDigests privately;
  private final DigestPauses pauses;
  private final Digests digests;
  private final Directory directory;
  private final Clock clock;

  public DigestSchedules(
      Schedules schedules,
      Previews previews,
      ComingDigests coming,
      PrivateDigests privately,
      DigestPauses pauses,
      Digests digests,
      Directory directory,
      Clock clock) {
    this.schedules = schedules;
    this.previews = previews;
    this.coming = coming;
    this.privately = privately;
    this.pauses = pauses;
    this.digests = digests;
    this.directory = directory;
    this.clock = clock;
  }

  /** What is going to be posted. */
  public ComingDigests coming() {
    return coming;
  }

  /** What is paused, and goes on. */
  public DigestPauses pauses() {
    return pauses;
  }

  /** Shows how a digest would look now; it is scheduled once this is confirmed. */
  public Reply preview(Command.ScheduleDigest command, Asker asker) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    if (person == null) {
      return Reply.saying(texts, "schedule.who-are-you");
    }
    var name = command.scope().single().orElse(null);
    if (name == null) {
      return privately.preview(command, person, asker);
    }
    var found = directory.channelNamed(name, asker.audience());
    if (found.isEmpty()) {
      return Reply.saying(texts, "digest.no-such-channel", name);
    }
    var channel = found.get();
    var refusal = refusal(channel, person, texts);
    return refusal.orElseGet(() -> preview(channel, command.rhythm(), asker, texts));
  }

  private Reply preview(Channel channel, Command.Rhythm rhythm, Asker asker, Texts texts) {
    var name = channel.name();
    var when = Wording.of(rhythm, texts);
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("schedule.preview.title", name)));
    blocks.add(
        Block.Paragraph.plain(
            texts.say("schedule.preview", name, when, zone(asker.zone(), texts))));
    schedules
        .of(channel.id())
        .ifPresent(
            old ->
                blocks.add(
                    Block.Paragraph.plain(
                        texts.say("schedule.instead", Wording.of(old.rhythm(), texts)))));
    var outcome = digests.on(new Command.Digest(name, new Command.Period.Usual()), asker);
    blocks.addAll(digests.replies(outcome, asker.language(), asker.zone()).of(outcome).blocks());
    blocks.add(
        new Block.Buttons(
            List.of(
                Button.primary(
                    texts.say("schedule.confirm"), new Command.ConfirmDigest(name, rhythm)),
                Button.of(texts.say("schedule.cancel"), new Command.Dismiss()))));
    return new Reply(texts.language(), blocks);
  }

  /**
   * Schedules it.
   *
   * @param request what makes it the same when it is handled twice
   */
  public Reply confirm(Command.ConfirmDigest command, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    if (person == null) {
      return Reply.saying(texts, "schedule.who-are-you");
    }
    var name = command.scope().single().orElse(null);
    if (name == null) {
      return privately.confirm(command, person, asker, request);
    }
    var found = directory.channelNamed(name, asker.audience());
    if (found.isEmpty()) {
      return Reply.saying(texts, "digest.no-such-channel", name);
    }
    var channel = found.get();
    var refusal = refusal(channel, person, texts);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var schedule =
        schedules
            .of(channel.id())
            .filter(kept -> kept.id().equals(request))
            .orElseGet(
                () ->
                    new Schedule(
                        request,
                        channel.id(),
                        person,
                        command.rhythm(),
                        asker.zone(),
                        clock.instant()));
    schedules.start(schedule);
    var first = schedule.next(schedule.since());
    var before =
        previews
            .plan(schedule, first)
            .map(at -> texts.say("preview.soon", texts.moment(at, asker.zone())))
            .orElseGet(
                () ->
                    texts.say(
                        "preview.any-time", texts.say("command.preview-digest", channel.name())));
    return new Reply(
        texts.language(),
        List.of(
            Block.Paragraph.plain(
                texts.say(
                    "schedule.done",
                    channel.name(),
                    Wording.of(schedule.rhythm(), texts),
                    texts.moment(schedule.next(clock.instant()), schedule.zone()))),
            Block.Paragraph.plain(before),
            buttons(
                Button.of(texts.say("preview.show"), new Command.PreviewDigest(channel.name())),
                stopButton(schedule, channel, texts))));
  }

  private Optional<Reply> refusal(Channel channel, PersonId person, Texts texts) {
    if (channel.archived()) {
      return Optional.of(Reply.saying(texts, "schedule.closed", channel.name()));
    }
    return isIn(person, channel.id())
        ? Optional.empty()
        : Optional.of(Reply.saying(texts, "schedule.not-in-channel", channel.name()));
  }

  /**
   * Tells the asker which digests are posted in the channels they are in, and which they wanted,
   * there or for themselves.
   */
  public Reply list(Asker asker) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    if (person == null) {
      return Reply.saying(texts, "schedule.who-are-you");
    }
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("schedule.list.title")));
    var shown = blocks(person, asker);
    blocks.addAll(
        shown.isEmpty() ? List.of(Block.Paragraph.plain(texts.say("schedule.list.none"))) : shown);
    blocks.add(
        buttons(
            Button.of(
                texts.say("schedule.new"), new Command.FillIn(Command.Sheet.SCHEDULE_DIGEST))));
    return new Reply(texts.language(), blocks);
  }

  /** What is scheduled in a person's channels and for them, with buttons that pause and stop it. */
  public List<Block> blocks(PersonId person, Asker asker) {
    var texts = Texts.in(asker.language());
    var blocks = new ArrayList<Block>();
    for (var schedule : of(person, asker)) {
      var channel = directory.channel(schedule.channel()).orElseThrow();
      blocks.add(new Block.Paragraph(line(schedule, channel, texts)));
      var buttons = new ArrayList<Button>();
      pauses.button(schedule, channel, person, texts).ifPresent(buttons::add);
      buttons.add(stopButton(schedule, channel, texts));
      blocks.add(new Block.Buttons(buttons));
    }
    blocks.addAll(privately.blocks(person, texts));
    return blocks;
  }

  private List<Schedule> of(PersonId person, Asker asker) {
    var accounts = directory.accounts(person);
    return accounts.stream()
        .map(PersonId::workspace)
        .distinct()
        .flatMap(workspace -> schedules.in(workspace).stream())
        .filter(schedule -> asker.audience().maySee(schedule.channel()))
        .filter(schedule -> accounts.contains(schedule.owner()) || isIn(person, schedule.channel()))
        .filter(schedule -> directory.channel(schedule.channel()).isPresent())
        .toList();
  }

  private RichText line(Schedule schedule, Channel channel, Texts texts) {
    return texts.rich(
        "schedule." + line(schedule, clock),
        new Span.ChannelLink(channel.id(), channel.name()),
        Wording.of(schedule.rhythm(), texts),
        zone(schedule.zone(), texts),
        texts.moment(schedule.comesNext(clock.instant()), schedule.zone()));
  }

  /** The name of the line that tells whether a schedule is paused, and until when. */
  static String line(Pausable schedule, Clock clock) {
    if (!schedule.isPausedAt(clock.instant())) {
      return "line";
    }
    return schedule.until() == null ? "paused-line" : "paused-until-line";
  }

  /** Stops a digest that was named. */
  public Reply stop(Command.StopDigest command, Asker asker) {
    var name = command.scope().single().orElse(null);
    if (name == null) {
      var person = asker.person();
      return person == null
          ? Reply.saying(Texts.in(asker.language()), "schedule.who-are-you")
          : privately.stop(command, person, asker);
    }
    return directory
        .channelNamed(name, asker.audience())
        .map(channel -> stop(channel, asker))
        .orElseGet(() -> Reply.saying(Texts.in(asker.language()), "digest.no-such-channel", name));
  }

  /** Stops a digest that comes to the asker alone, by its button. */
  public Reply stop(Command.StopPrivateDigest command, Asker asker) {
    var person = asker.person();
    return person == null
        ? Reply.saying(Texts.in(asker.language()), "schedule.who-are-you")
        : privately.stop(command, person, asker);
  }

  /** Stops a digest by its button. */
  public Reply stop(Command.StopSchedule command, Asker asker) {
    return directory
        .channel(command.channel())
        .filter(channel -> asker.audience().maySee(channel.id()))
        .map(channel -> stop(channel, asker))
        .orElseGet(() -> Reply.saying(Texts.in(asker.language()), "schedule.hidden"));
  }

  private Reply stop(Channel channel, Asker asker) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    if (person == null) {
      return Reply.saying(texts, "schedule.who-are-you");
    }
    var schedule = schedules.of(channel.id());
    if (schedule.isEmpty()) {
      return Reply.saying(texts, "schedule.none", channel.name());
    }
    if (!directory.accounts(person).contains(schedule.get().owner())
        && !isIn(person, channel.id())) {
      return Reply.saying(texts, "schedule.not-in-channel", channel.name());
    }
    schedules.stop(channel.id());
    return Reply.saying(texts, "schedule.stopped", channel.name());
  }

  private boolean isIn(PersonId person, ChannelId channel) {
    return directory.isIn(channel, person) && directory.audienceOf(person).maySee(channel);
  }

  /** The channels in which a person may have a digest posted, by name. */
  public List<Channel> open(PersonId person) {
    return directory.channelsOf(person, directory.audienceOf(person)).stream()
        .filter(channel -> !channel.archived())
        .toList();
  }

  private static Button stopButton(Schedule schedule, Channel channel, Texts texts) {
    return Button.of(
        texts.say("schedule.stop", channel.name()), new Command.StopSchedule(schedule.channel()));
  }

  static String zone(ZoneId zone, Texts texts) {
    return Objects.requireNonNull(
        zone.getDisplayName(java.time.format.TextStyle.FULL, texts.language().locale()));
  }

  private static Block buttons(Button... buttons) {
    return new Block.Buttons(List.of(buttons));
  }
}
