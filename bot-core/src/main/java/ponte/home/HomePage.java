package ponte.home;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Sheet;
import ponte.consent.Offer;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.follow.Following;
import ponte.nlp.Language;
import ponte.pairing.PairingPage;
import ponte.platform.ReadingProgress;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;
import ponte.schedule.DigestSchedules;
import ponte.schedule.PostedDigests;

/**
 * The page that shows a person all that is theirs: their topics, what they follow, whom they are
 * introduced to, when they may be written to, what is posted in their channels, and what is kept of
 * them.
 */
public final class HomePage {

  private static final int RECENT = 5;
  private static final int READ = 5;

  private final TopicList topics;
  private final OwnData data;
  private final Preferences preferences;
  private final DigestSchedules schedules;
  private final Following following;
  private final PairingPage pairing;
  private final BiFunction<PersonId, Asker, List<Block>> alerts;
  private final PostedDigests posted;
  private final Directory directory;
  private final ReadingProgress progress;
  private final Clock clock;

  /**
   * @param alerts shows what they are told every week of what people talk about
   */
  public HomePage(
      TopicList topics,
      OwnData data,
      Preferences preferences,
      DigestSchedules schedules,
      Following following,
      PairingPage pairing,
      BiFunction<PersonId, Asker, List<Block>> alerts,
      PostedDigests posted,
      Directory directory,
      ReadingProgress progress,
      Clock clock) {
    this.topics = topics;
    this.data = data;
    this.preferences = preferences;
    this.schedules = schedules;
    this.following = following;
    this.pairing = pairing;
    this.alerts = alerts;
    this.posted = posted;
    this.directory = directory;
    this.progress = progress;
    this.clock = clock;
  }

  public Reply of(Asker asker) {
    var person = asker.person();
    if (person == null) {
      return Saying.says(asker, "home.who-are-you");
    }
    var texts = Texts.in(asker.language());
    var blocks = new ArrayList<Block>();
    reading(person, asker, texts, blocks);
    blocks.addAll(topics.blocks(person, asker));
    blocks.addAll(following.blocks(person, asker));
    blocks.addAll(alerts.apply(person, asker));
    blocks.addAll(pairing.blocks(person, asker));
    peace(person, asker, texts, blocks);
    scheduled(person, asker, texts, blocks);
    recent(person, asker, texts, blocks);
    blocks.add(new Block.Heading(texts.say("home.privacy")));
    blocks.add(Block.Paragraph.plain(texts.say(data.standing(person))));
    var privacy = new ArrayList<Button>();
    privacy.add(Button.of(texts.say("home.my-data"), new Command.MyData()));
    privacy.addAll(data.buttons(person, texts));
    blocks.add(new Block.Buttons(privacy));
    return new Reply(asker.language(), blocks);
  }

  private void reading(PersonId person, Asker asker, Texts texts, List<Block> blocks) {
    var lines =
        progress.of(person.workspace()).stream()
            .filter(reading -> asker.audience().maySee(reading.channel()))
            .limit(READ)
            .map(
                reading ->
                    texts.rich(
                        "home.reading",
                        link(reading.channel()),
                        reading.messages(),
                        texts.day(reading.until(), asker.zone())))
            .map(line -> new Block.Item(List.of(line), RichText.EMPTY))
            .toList();
    if (!lines.isEmpty()) {
      blocks.add(new Block.Listing(texts.say("home.reading.title"), lines));
    }
  }

  private Span link(ChannelId channel) {
    var name = directory.channel(channel).map(Channel::name).orElse(channel.value());
    return new Span.ChannelLink(channel, name);
  }

  private void peace(PersonId person, Asker asker, Texts texts, List<Block> blocks) {
    var preference = preferences.of(person);
    var quiet = preference.quietHours();
    blocks.add(new Block.Heading(texts.say("home.peace")));
    blocks.add(
        Block.Paragraph.plain(
            quiet.from().equals(quiet.until())
                ? texts.say("home.no-quiet-hours", quiet.weekends() ? 1 : 0)
                : texts.say(
                    "home.quiet-hours",
                    quiet.from().toString(),
                    quiet.until().toString(),
                    quiet.weekends() ? 1 : 0)));
    var buttons = new ArrayList<Button>();
    buttons.add(
        Button.of(texts.say("home.quiet-hours.change"), new Command.FillIn(Sheet.QUIET_HOURS)));
    var until = preference.pausedUntil();
    if (until != null && preference.paused(clock.instant(), asker.zone())) {
      blocks.add(
          Block.Paragraph.plain(
              texts.say(
                  "home.paused",
                  texts.day(until.atStartOfDay(asker.zone()).toInstant(), asker.zone()))));
      buttons.add(Button.of(texts.say("home.resume"), new Command.Resume()));
    } else {
      buttons.add(Button.of(texts.say("home.pause"), new Command.FillIn(Sheet.PAUSE)));
    }
    blocks.add(
        Block.Paragraph.plain(
            texts.say(
                preference.takes(Offer.INVITATIONS) ? "home.invitations" : "home.no-invitations")));
    buttons.add(
        preference.takes(Offer.INVITATIONS)
            ? Button.of(texts.say("home.stop-invitations"), new Command.StopInvitations())
            : Button.of(texts.say("home.allow-invitations"), new Command.AllowInvitations()));
    var helped = preference.takes(Offer.HELP);
    blocks.add(Block.Paragraph.plain(texts.say(helped ? "home.help" : "home.no-help")));
    buttons.add(
        helped
            ? Button.of(texts.say("home.stop-help"), new Command.StopHelp())
            : Button.of(texts.say("home.allow-help"), new Command.AllowHelp()));
    var followedUp = preference.takes(Offer.AFTERCARE);
    blocks.add(
        Block.Paragraph.plain(texts.say(followedUp ? "home.aftercare" : "home.no-aftercare")));
    buttons.add(
        followedUp
            ? Button.of(texts.say("home.stop-aftercare"), new Command.StopAftercare())
            : Button.of(texts.say("home.allow-aftercare"), new Command.AllowAftercare()));
    var other = asker.language() == Language.ENGLISH ? Language.ITALIAN : Language.ENGLISH;
    buttons.add(Button.of(Texts.in(other).say("home.speak"), new Command.Speak(other)));
    blocks.add(new Block.Buttons(buttons));
  }

  private void scheduled(PersonId person, Asker asker, Texts texts, List<Block> blocks) {
    blocks.add(new Block.Heading(texts.say("schedule.list.title")));
    var shown = schedules.blocks(person, asker);
    blocks.addAll(
        shown.isEmpty() ? List.of(Block.Paragraph.plain(texts.say("schedule.list.none"))) : shown);
    blocks.add(
        Saying.buttons(
            Button.of(texts.say("schedule.new"), new Command.FillIn(Sheet.SCHEDULE_DIGEST))));
  }

  private void recent(PersonId person, Asker asker, Texts texts, List<Block> blocks) {
    var buttons =
        posted.in(person.workspace()).stream()
            .filter(digest -> asker.audience().maySee(digest.channel()))
            .filter(digest -> directory.isIn(digest.channel(), person))
            .flatMap(digest -> button(digest, asker, texts).stream())
            .distinct()
            .limit(RECENT)
            .toList();
    if (!buttons.isEmpty()) {
      blocks.add(new Block.Heading(texts.say("home.recent")));
      blocks.add(new Block.Buttons(buttons));
    }
  }

  /** Shows the same days again, as they are to be told now. */
  private java.util.Optional<Button> button(PostedDigests.Posted digest, Asker asker, Texts texts) {
    return directory
        .channel(digest.channel())
        .map(
            channel ->
                Button.of(
                    texts.say(
                        "home.recent.digest", channel.name(), texts.day(digest.at(), asker.zone())),
                    new Command.Digest(
                        channel.name(), new Command.Period.Dates(digest.first(), digest.last()))));
  }
}
