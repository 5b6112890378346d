package ponte.pairing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ponte.bot.Asker;
import ponte.command.Acquaintance;
import ponte.command.Command;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.introduction.ChannelLanguage;
import ponte.introduction.Ledger;
import ponte.introduction.Outcome;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Lets the people of a channel be introduced to each other again and again: those of them who join.
 * Who is in the channel, and a community manager who can open it, may begin it and end it. The
 * channel is told once, in the words that whoever begins it has seen before.
 */
final class ChannelProgrammes {

  /** The channel is not told the same again for that long. */
  private static final Duration MEMORY = Duration.ofDays(7);

  private final Programmes programmes;
  private final Directory directory;
  private final Roles roles;
  private final ChannelLanguage languages;
  private final Ledger ledger;
  private final Clock clock;

  ChannelProgrammes(
      Programmes programmes,
      Directory directory,
      Roles roles,
      ChannelLanguage languages,
      Ledger ledger,
      Clock clock) {
    this.programmes = programmes;
    this.directory = directory;
    this.roles = roles;
    this.languages = languages;
    this.ledger = ledger;
    this.clock = clock;
  }

  boolean isRunning(ChannelId channel) {
    return programmes.of(channel).isPresent();
  }

  Outcome start(Acquaintance.Start wish, PersonId person, Asker asker, String request) {
    var found = directory.channelNamed(wish.channel(), asker.audience());
    if (found.isEmpty()) {
      return says(asker, "digest.no-such-channel", wish.channel());
    }
    var channel = found.get();
    var refusal = refusal(channel, person);
    if (refusal.isPresent()) {
      return says(asker, refusal.get(), channel.name());
    }
    if (!wish.announced()) {
      return Outcome.only(preview(wish, channel, person, asker));
    }
    programmes.start(
        programmes
            .of(channel.id())
            .filter(kept -> kept.cadence() == wish.cadence())
            .orElseGet(() -> new Programme(channel.id(), wish.cadence(), person, clock.instant())));
    var deed = "introductions in " + channel.id() + " " + wish.cadence();
    var first = ledger.note(person, deed, request, MEMORY);
    return new Outcome(
        Reply.saying(Texts.in(asker.language()), "pairing.started", channel.name()),
        first.request().equals(request)
            ? List.of(
                new Outgoing(
                    request + "/introductions",
                    new Destination.InChannel(channel.id()),
                    announcement(wish, channel, person, asker.language())))
            : List.of());
  }

  private Reply preview(Acquaintance.Start wish, Channel channel, PersonId person, Asker asker) {
    var texts = Texts.in(asker.language());
    var blocks = new java.util.ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("pairing.preview", channel.name())));
    announcement(wish, channel, person, asker.language()).blocks().stream()
        .filter(block -> !(block instanceof Block.Buttons))
        .forEach(blocks::add);
    blocks.add(
        new Block.Buttons(
            List.of(
                Button.primary(
                    texts.say("pairing.start", channel.name()),
                    new Command.Meet(new Acquaintance.Start(channel.name(), wish.cadence(), true))),
                Button.of(texts.say("room.dismiss"), new Command.Dismiss()))));
    return new Reply(texts.language(), blocks);
  }

  /** What the channel reads, with a button for whoever wants it. */
  private Reply announcement(
      Acquaintance.Start wish, Channel channel, PersonId person, Language otherwise) {
    var texts = Texts.in(languages.of(channel.id(), otherwise));
    return new Reply(
        texts.language(),
        List.of(
            new Block.Paragraph(
                texts.rich(
                    "pairing.announcement",
                    new Span.Mention(person),
                    PairingPage.often(wish.cadence(), texts))),
            new Block.Buttons(
                List.of(
                    Button.primary(
                        texts.say("pairing.join"),
                        new Command.Meet(new Acquaintance.Join(channel.name()))))),
            new Block.Note(RichText.plain(texts.say("pairing.announcement.note")))));
  }

  Outcome stop(Acquaintance.Stop wish, PersonId person, Asker asker) {
    var found = directory.channelNamed(wish.channel(), asker.audience());
    if (found.isEmpty()) {
      return says(asker, "digest.no-such-channel", wish.channel());
    }
    var channel = found.get();
    if (!isRunning(channel.id())) {
      return says(asker, "pairing.no-programme", channel.name());
    }
    if (!mayDecide(channel, person)) {
      return says(asker, "pairing.not-in-channel", channel.name());
    }
    programmes.stop(channel.id());
    return says(asker, "pairing.stopped", channel.name());
  }

  private Optional<String> refusal(Channel channel, PersonId person) {
    return channel.archived()
        ? Optional.of("schedule.closed")
        : mayDecide(channel, person) ? Optional.empty() : Optional.of("pairing.not-in-channel");
  }

  private boolean mayDecide(Channel channel, PersonId person) {
    return directory.audienceOf(person).maySee(channel.id())
        && (roles.isManager(person, directory)
            || directory.accounts(person).stream()
                .anyMatch(directory.members(channel.id())::contains));
  }

  private static Outcome says(Asker asker, String situation, Object... values) {
    return Outcome.only(Reply.saying(Texts.in(asker.language()), situation, values));
  }
}
