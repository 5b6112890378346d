package ponte.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.command.Command;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest;
import ponte.digest.DigestOutcome;
import ponte.digest.DigestReplies;
import ponte.digest.Digests;
import ponte.digest.Edition;
import ponte.directory.Directory;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.schedule.DigestPost;

/**
 * Makes digests that are read beside the chat. Each line is said as it is said in chat, so that
 * whatever a digest can tell is told there, too.
 */
public final class Editions {

  private final Digests digests;
  private final Directory directory;
  private final Discretion discretion;

  Editions(Digests digests, Directory directory, Discretion discretion) {
    this.digests = digests;
    this.directory = directory;
    this.discretion = discretion;
  }

  /**
   * The digest of a channel, made of it alone; empty where the asker may not open it.
   *
   * @throws ponte.archive.ArchiveUnavailableException if the archive can't be read
   */
  public Optional<Edition> of(ChannelId id, Command.Period period, Asker asker) {
    if (!asker.audience().maySee(id)) {
      return Optional.empty();
    }
    return directory
        .channel(id)
        .flatMap(
            channel -> {
              var there =
                  new Asker(asker.person(), Audience.of(id), asker.language(), asker.zone());
              var outcome = digests.on(new Command.Digest(channel.name(), period), there);
              var replies = digests.replies(outcome, asker.language(), asker.zone());
              return edition(channel, outcome, replies, asker.person());
            });
  }

  /**
   * A digest that was posted, with the lines that stand in it by now, in its language and by its
   * clock; empty where the asker may not open the channel.
   */
  public Optional<Edition> asItStands(DigestPost post, Asker asker) {
    if (!asker.audience().maySee(post.channel())) {
      return Optional.empty();
    }
    return directory
        .channel(post.channel())
        .flatMap(
            channel -> {
              var outcome = new DigestOutcome.Written(post.digest().of(List.of(channel)));
              var replies = digests.replies(post.words(), post.language(), post.zone());
              return edition(channel, outcome, replies, asker.person());
            });
  }

  private Optional<Edition> edition(
      Channel channel, DigestOutcome outcome, DigestReplies replies, @Nullable PersonId by) {
    var reply = discretion.of(replies.of(outcome), by);
    return switch (outcome) {
      case DigestOutcome.Written(var digest) ->
          Optional.of(
              edition(
                  channel,
                  digest.span(),
                  reply,
                  new Size(digest.messages(), digest.people(), true),
                  sections(digest, digest.items(), replies, by),
                  sections(digest, digest.more(), replies, by)));
      case DigestOutcome.TooLittle little ->
          Optional.of(
              edition(
                  channel,
                  little.span(),
                  reply,
                  new Size(little.messages(), little.people(), false),
                  List.of(),
                  List.of()));
      case DigestOutcome.NoSuchChannel _,
          DigestOutcome.NoSuchChannels _,
          DigestOutcome.TooLittleInAll _,
          DigestOutcome.Missed _,
          DigestOutcome.NothingMissed _,
          DigestOutcome.WhoAreYou _ ->
          Optional.empty();
    };
  }

  private record Size(int messages, int people, boolean enough) {}

  private static Edition edition(
      Channel channel,
      TimeSpan span,
      Reply reply,
      Size size,
      List<Edition.Section> first,
      List<Edition.Section> rest) {
    var title = "#" + channel.name();
    var notes = new ArrayList<RichText>();
    for (var block : beforeLines(reply)) {
      switch (block) {
        case Block.Heading(var text) -> title = text;
        case Block.Paragraph(var text) -> notes.add(text);
        case Block.Note(var text) -> notes.add(text);
        case Block.Listing _, Block.PersonCard _, Block.Buttons _, Block.FillIn _ -> {
          // Stands among the lines, or is of no use beside the chat.
        }
        case Block.File _, Block.Picture _ -> {
          // Stands among the lines, or is of no use beside the chat.
        }
      }
    }
    return new Edition(
        channel,
        span,
        reply.language(),
        size.enough(),
        size.messages(),
        size.people(),
        title,
        notes,
        first,
        rest,
        size.enough() ? List.of() : instead(reply));
  }

  private static List<Block> beforeLines(Reply reply) {
    return reply.blocks().stream().takeWhile(block -> !(block instanceof Block.Listing)).toList();
  }

  private static List<Edition.Instead> instead(Reply reply) {
    return buttons(reply)
        .flatMap(
            button ->
                button.command() instanceof Command.Digest wish
                    ? Stream.of(new Edition.Instead(button.label(), wish))
                    : Stream.empty())
        .toList();
  }

  private static Stream<Button> buttons(Reply reply) {
    return reply.blocks().stream()
        .flatMap(
            block ->
                block instanceof Block.Buttons(var buttons) ? buttons.stream() : Stream.empty());
  }

  /** The lines, those that follow each other under one title together. */
  private List<Edition.Section> sections(
      Digest digest, List<Digest.Item> items, DigestReplies replies, @Nullable PersonId by) {
    var sections = new ArrayList<Edition.Section>();
    for (var item : items) {
      var reply = discretion.of(replies.of(new DigestOutcome.Written(just(digest, item))), by);
      for (var block : reply.blocks()) {
        if (block instanceof Block.Listing(var title, var shown) && !shown.isEmpty()) {
          var line =
              new Edition.Line(
                  kind(item), item.source(), shown.getFirst(), actions(reply).toList());
          var before = sections.isEmpty() ? null : sections.getLast();
          if (before != null && before.title().equals(title)) {
            var lines = new ArrayList<>(before.lines());
            lines.add(line);
            sections.set(sections.size() - 1, new Edition.Section(title, lines));
          } else {
            sections.add(new Edition.Section(title, List.of(line)));
          }
        }
      }
    }
    return sections;
  }

  /** What can be done about a line; that there is more to read is said elsewhere. */
  private static Stream<Button> actions(Reply reply) {
    return buttons(reply).filter(button -> !(button.command() instanceof Command.Digest));
  }

  private static Digest just(Digest digest, Digest.Item item) {
    return new Digest(
        digest.channels(),
        digest.span(),
        digest.messages(),
        digest.people(),
        List.of(),
        List.of(item),
        List.of());
  }

  /** {@code RisingTopic} is {@code rising-topic}. */
  private static String kind(Digest.Item item) {
    return item.getClass()
        .getSimpleName()
        .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", "-")
        .toLowerCase(Locale.ROOT);
  }
}
