package ponte.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Recurring;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.digest.DigestOutcome;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.guide.Wording;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Lets people have a digest of several channels, or of what they missed in all of theirs, again and
 * again for themselves alone, and end that. To want the same again changes it.
 */
public final class PrivateDigests {

  private final PrivateSchedules schedules;
  private final Digests digests;
  private final Directory directory;
  private final Preferences preferences;
  private final int most;
  private final Clock clock;

  /**
   * @param most how many may come to one person
   */
  PrivateDigests(
      PrivateSchedules schedules,
      Digests digests,
      Directory directory,
      Preferences preferences,
      int most,
      Clock clock) {
    this.schedules = schedules;
    this.digests = digests;
    this.directory = directory;
    this.preferences = preferences;
    this.most = most;
    this.clock = clock;
  }

  /** Shows how it would look now; it is scheduled once this is confirmed. */
  Reply preview(Command.ScheduleDigest command, PersonId person, Asker asker) {
    var texts = Texts.in(asker.language());
    var refusal = refusal(command.scope(), person, asker);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var schedule = schedule("", command.scope(), command.rhythm(), person, asker);
    if (isOneTooMany(schedule)) {
      return tooMany(texts);
    }
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("schedule.private.title")));
    blocks.add(
        Block.Paragraph.plain(
            texts.say(
                "schedule.private.preview",
                what(schedule, texts),
                Wording.of(schedule.rhythm(), texts),
                DigestSchedules.zone(schedule.zone(), texts))));
    sameAs(schedule)
        .forEach(
            old ->
                blocks.add(
                    Block.Paragraph.plain(
                        texts.say("schedule.instead", Wording.of(old.rhythm(), texts)))));
    var now = clock.instant();
    var next = schedule.next(now);
    var outcome = made(schedule, now.minus(Duration.between(schedule.before(next), next)));
    outcome.ifPresent(
        made ->
            blocks.addAll(digests.replies(made, asker.language(), asker.zone()).of(made).blocks()));
    blocks.add(
        new Block.Buttons(
            List.of(
                Button.primary(
                    texts.say("schedule.private.confirm"),
                    new Command.ConfirmDigest(command.scope(), command.rhythm())),
                Button.of(texts.say("schedule.cancel"), new Command.Dismiss()))));
    return new Reply(texts.language(), blocks);
  }

  /**
   * Schedules it.
   *
   * @param request what makes it the same when it is handled twice
   */
  Reply confirm(Command.ConfirmDigest command, PersonId person, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    var refusal = refusal(command.scope(), person, asker);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var schedule =
        schedules
            .of(person, request)
            .orElseGet(() -> schedule(request, command.scope(), command.rhythm(), person, asker));
    if (isOneTooMany(schedule)) {
      return tooMany(texts);
    }
    sameAs(schedule).stream().filter(old -> !old.person().equals(person)).forEach(schedules::stop);
    schedules.start(schedule);
    return new Reply(
        texts.language(),
        List.of(
            Block.Paragraph.plain(
                texts.say(
                    "schedule.private.done",
                    what(schedule, texts),
                    Wording.of(schedule.rhythm(), texts),
                    texts.moment(schedule.next(clock.instant()), schedule.zone()))),
            new Block.Buttons(List.of(stopButton(schedule, texts)))));
  }

  /** What an occurrence would tell its reader now; empty where they may open nothing of it. */
  Optional<DigestOutcome> made(PrivateSchedule schedule, Instant from) {
    var person = schedule.person();
    if (schedule.isOfAll()) {
      var language = preferences.languageOf(directory.person(person).orElse(null));
      var reader = new Asker(person, directory.audienceOf(person), language, schedule.zone());
      return Optional.of(digests.missedSince(from, person, reader));
    }
    var open = open(schedule);
    return open.isEmpty() ? Optional.empty() : Optional.of(digests.since(from, open));
  }

  /** The channels that it names and its reader may open at this moment. */
  private List<Channel> open(PrivateSchedule schedule) {
    var audience = directory.audienceOf(schedule.person());
    return schedule.channels().stream()
        .filter(audience::maySee)
        .flatMap(channel -> directory.channel(channel).stream())
        .toList();
  }

  private Optional<Reply> refusal(Command.Scope scope, PersonId person, Asker asker) {
    var texts = Texts.in(asker.language());
    if (preferences.isOut(person)) {
      return Optional.of(Reply.saying(texts, "preference.is-out", texts.say("command.opt-in")));
    }
    var missing =
        names(scope).stream()
            .filter(name -> directory.channelNamed(name, asker.audience()).isEmpty())
            .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(Reply.saying(texts, "digest.no-such-channel", String.join(", #", missing)));
  }

  /** What takes the place of another is none more. */
  private boolean isOneTooMany(PrivateSchedule schedule) {
    var kept = of(schedule.person());
    return kept.size() >= most
        && kept.stream()
            .noneMatch(old -> old.id().equals(schedule.id()) || schedule.isOfTheSameAs(old));
  }

  private Reply tooMany(Texts texts) {
    return Reply.saying(texts, "schedule.private.most", most, texts.say("command.schedules"));
  }

  private PrivateSchedule schedule(
      String id, Command.Scope scope, Command.Rhythm rhythm, PersonId person, Asker asker) {
    return new PrivateSchedule(
        id, person, scope, channels(scope, asker), rhythm, asker.zone(), clock.instant());
  }

  private List<ChannelId> channels(Command.Scope scope, Asker asker) {
    return names(scope).stream()
        .flatMap(name -> directory.channelNamed(name, asker.audience()).stream())
        .map(Channel::id)
        .distinct()
        .toList();
  }

  private static List<String> names(Command.Scope scope) {
    return scope instanceof Command.Scope.Named(var names) ? names : List.of();
  }

  private List<PrivateSchedule> sameAs(PrivateSchedule schedule) {
    return of(schedule.person()).stream()
        .filter(old -> !old.id().equals(schedule.id()))
        .filter(schedule::isOfTheSameAs)
        .toList();
  }

  /** Those of a person under all their accounts. */
  public List<PrivateSchedule> of(PersonId person) {
    return directory.accounts(person).stream()
        .flatMap(account -> schedules.of(account).stream())
        .toList();
  }

  /** What comes to a person alone, with buttons that pause and stop it. */
  List<Block> blocks(PersonId person, Texts texts) {
    var blocks = new ArrayList<Block>();
    for (var schedule : of(person)) {
      blocks.add(
          Block.Paragraph.plain(
              texts.say(
                  "schedule.private." + DigestSchedules.line(schedule, clock),
                  what(schedule, texts),
                  Wording.of(schedule.rhythm(), texts),
                  DigestSchedules.zone(schedule.zone(), texts),
                  texts.moment(schedule.comesNext(clock.instant()), schedule.zone()))));
      blocks.add(
          new Block.Buttons(
              List.of(
                  DigestPauses.button(
                      schedule,
                      new Recurring.Mine(schedule.id()),
                      texts.say("schedule.private.pause"),
                      texts.say("schedule.private.resume"),
                      clock),
                  stopButton(schedule, texts))));
    }
    return blocks;
  }

  /** Stops one that was named. */
  Reply stop(Command.StopDigest command, PersonId person, Asker asker) {
    return stopped(named(command.scope(), person, asker), asker);
  }

  /** One that is named; by the names it was given, too, where they lead nowhere any more. */
  List<PrivateSchedule> named(Command.Scope scope, PersonId person, Asker asker) {
    var channels = channels(scope, asker);
    var whole = channels.size() == names(scope).size();
    return of(person).stream()
        .filter(each -> each.wasNamed(scope) || whole && !channels.isEmpty() && each.isOf(channels))
        .toList();
  }

  /** Has those not come for a while. */
  Reply pause(List<PrivateSchedule> those, @Nullable LocalDate until, Texts texts) {
    var now = clock.instant();
    those.forEach(each -> schedules.pause(each, now, until));
    if (those.isEmpty()) {
      return Reply.saying(texts, "schedule.private.none");
    }
    var paused = those.getFirst().paused(now, until);
    var what = what(paused, texts);
    var resume =
        Wording.of(new Command.ResumeSchedule(new Recurring.Digests(paused.scope())), texts)
            .orElseThrow();
    return until == null
        ? Reply.saying(texts, "schedule.private.paused", what, resume)
        : Reply.saying(
            texts,
            "schedule.private.paused-until",
            what,
            texts.moment(paused.comesNext(now), paused.zone()),
            resume);
  }

  /** Has those come again. */
  Reply resume(List<PrivateSchedule> those, Texts texts) {
    var now = clock.instant();
    those.forEach(each -> schedules.resume(each, now));
    return those.isEmpty()
        ? Reply.saying(texts, "schedule.private.none")
        : Reply.saying(
            texts,
            "schedule.private.resumed",
            what(those.getFirst(), texts),
            texts.moment(those.getFirst().next(now), those.getFirst().zone()));
  }

  /** Stops one by its button. */
  Reply stop(Command.StopPrivateDigest command, PersonId person, Asker asker) {
    return stopped(
        of(person).stream().filter(each -> each.id().equals(command.schedule())).toList(), asker);
  }

  private Reply stopped(List<PrivateSchedule> those, Asker asker) {
    var texts = Texts.in(asker.language());
    those.forEach(schedules::stop);
    return those.isEmpty()
        ? Reply.saying(texts, "schedule.private.none")
        : Reply.saying(texts, "schedule.private.stopped", what(those.getFirst(), texts));
  }

  /** What it is of, as far as its reader may open it now. */
  private String what(PrivateSchedule schedule, Texts texts) {
    if (schedule.isOfAll()) {
      return texts.say("schedule.private.mine");
    }
    var names = open(schedule).stream().map(channel -> "#" + channel.name()).toList();
    var last = names.size() - 1;
    return switch (names.size()) {
      case 0 -> texts.say("schedule.private.closed");
      case 1 -> texts.say("schedule.private.of", names.getFirst());
      default ->
          texts.say(
              "schedule.private.of",
              texts.say("digest.and", String.join(", ", names.subList(0, last)), names.get(last)));
    };
  }

  private static Button stopButton(PrivateSchedule schedule, Texts texts) {
    return Button.of(
        texts.say("schedule.private.stop"), new Command.StopPrivateDigest(schedule.id()));
  }
}
