package ponte.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ponte.command.Command;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText.Span;
import ponte.digest.DigestOutcome;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.expert.ExpertAnswers;
import ponte.introduction.ChannelLanguage;
import ponte.introduction.Ledger;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;
import ponte.schedule.DigestPost;
import ponte.schedule.DigestPosts;

/**
 * Gives an answer that one person got in private to a whole channel, made anew from what everybody
 * may see who may open the channel. A digest is given only to the channel it is of.
 */
public final class Sharing {

  /** An answer is shared once; nobody presses the same button after that long. */
  private static final Duration MEMORY = Duration.ofDays(180);

  private final ExpertAnswers experts;
  private final Digests digests;
  private final DigestPosts posts;
  private final Directory directory;
  private final ChannelLanguage languages;
  private final Ledger ledger;
  private final Clock clock;

  public Sharing(
      ExpertAnswers experts,
      Digests digests,
      DigestPosts posts,
      Directory directory,
      ChannelLanguage languages,
      Ledger ledger,
      Clock clock) {
    this.experts = experts;
    this.digests = digests;
    this.posts = posts;
    this.directory = directory;
    this.languages = languages;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * The button that shares an answer in the channel where it was asked for; empty where it cannot
   * be shared there.
   */
  Optional<Block> button(String answer, ChannelId channel, Command question, Asker asker) {
    return open(channel, asker)
        .filter(room -> !room.archived() && isSharable(question, room))
        .map(
            room ->
                new Block.Buttons(
                    List.of(
                        Button.of(
                            Texts.in(asker.language()).say("share.button", room.name()),
                            new Command.Share(answer, channel, question)))));
  }

  private Optional<Channel> open(ChannelId channel, Asker asker) {
    return asker.audience().maySee(channel) ? directory.channel(channel) : Optional.empty();
  }

  private static boolean isSharable(Command question, Channel room) {
    return question instanceof Command.WhoKnows
        || question instanceof Command.Digest digest
            && digest.scope() instanceof Command.Scope.Named named
            && named.isJust(room.name());
  }

  /** Shares an answer; a second time it says that this was done. */
  Answer share(Command.Share command, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    if (person == null) {
      return says(texts, "share.who-are-you");
    }
    var found = open(command.channel(), asker);
    if (found.isEmpty()) {
      return says(texts, "share.hidden");
    }
    var room = found.get();
    if (room.archived()) {
      return says(texts, "share.closed", room.name());
    }
    if (!isSharable(command.question(), room)) {
      return says(texts, "share.elsewhere", room.name());
    }
    var given = forAll(command.question(), room, asker, person, request + "/shared");
    if (given.isEmpty()) {
      return says(texts, "share.nothing", room.name());
    }
    var deed = "share " + command.answer() + " in " + room.id();
    var first = ledger.note(person, deed, request, MEMORY);
    if (!first.request().equals(request)) {
      return says(texts, "share.done-before", room.name());
    }
    var outgoing =
        switch (given.get()) {
          case Given.Said(var said) -> List.of(said);
          case Given.Posted(var post) -> posts.post(post);
        };
    return new Answer(Reply.saying(texts, "share.done", room.name()), true, outgoing);
  }

  /** Takes whoever opted out from the digests that stand in channels. */
  void withdraw(Asker asker) {
    var person = asker.person();
    if (person != null) {
      directory.accounts(person).forEach(posts::forget);
    }
  }

  /** What is given to a channel. */
  private sealed interface Given {

    record Said(Outgoing outgoing) implements Given {}

    /** A digest, which is kept true from then on. */
    record Posted(DigestPost post) implements Given {}
  }

  /** The answer as all who may open the channel may read it; empty where there is none. */
  private Optional<Given> forAll(
      Command question, Channel room, Asker asker, PersonId person, String key) {
    var language = languages.of(room.id(), asker.language());
    return switch (question) {
      case Command.WhoKnows whoKnows -> {
        var all =
            new Asker(null, directory.audienceOf(room.id()), language, asker.zone(), room.id());
        var reply = experts.whoKnows(whoKnows, all);
        var to = new Destination.InChannel(room.id());
        yield reply.blocks().stream().anyMatch(Block.PersonCard.class::isInstance)
            ? Optional.of(new Given.Said(new Outgoing(key, to, signed(reply, person))))
            : Optional.empty();
      }
      case Command.Digest digest -> {
        var all = new Asker(null, Audience.of(room.id()), language, asker.zone());
        yield digests.on(digest, all) instanceof DigestOutcome.Written(var written)
            ? Optional.of(
                new Given.Posted(
                    DigestPost.of(
                        key,
                        room.id(),
                        clock.instant(),
                        all,
                        new DigestPost.Origin.SharedBy(person),
                        written)))
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private static Reply signed(Reply reply, PersonId by) {
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Paragraph(Texts.in(reply.language()).rich("share.by", new Span.Mention(by))));
    blocks.addAll(reply.blocks());
    return new Reply(reply.language(), blocks);
  }

  private static Answer says(Texts texts, String situation, Object... values) {
    return Answer.nothingFound(Reply.saying(texts, situation, values));
  }
}
