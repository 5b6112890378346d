package ponte.schedule;

import java.util.ArrayList;
import java.util.List;
import ponte.conversation.Channel;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.digest.Digest;
import ponte.digest.DigestOutcome;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.guide.Wording;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Puts a digest in words as it stands in a channel. */
final class PostReplies {

  private final Digests digests;
  private final Directory directory;

  PostReplies(Digests digests, Directory directory) {
    this.digests = digests;
    this.directory = directory;
  }

  /** What stands in the channel: the main lines, with why it is there. */
  Reply shown(DigestPost post) {
    var texts = Texts.in(post.language());
    var blocks = new ArrayList<Block>();
    if (post.origin() instanceof DigestPost.Origin.SharedBy(var person)) {
      blocks.add(new Block.Paragraph(texts.rich("share.by", new Span.Mention(person))));
    }
    blocks.addAll(lines(post, post.digest().items()));
    if (post.continued()) {
      blocks.add(note(texts.say("posted.continued")));
    }
    if (post.origin() instanceof DigestPost.Origin.Scheduled(_, var rhythm)) {
      blocks.add(
          note(
              texts.say(
                  "schedule.signature",
                  Wording.of(rhythm, texts),
                  texts.say("command.stop-digest", name(post)))));
    }
    return new Reply(post.language(), blocks);
  }

  /** What stands under it: the rest of the lines. */
  Reply rest(DigestPost post) {
    var blocks = new ArrayList<Block>();
    blocks.add(Block.Paragraph.plain(Texts.in(post.language()).say("posted.rest")));
    lines(post, post.digest().more()).stream()
        .filter(block -> !(block instanceof Block.Heading || block instanceof Block.Note))
        .forEach(blocks::add);
    return new Reply(post.language(), blocks);
  }

  private List<Block> lines(DigestPost post, List<Digest.Item> items) {
    var digest = named(post).with(items, List.of());
    var outcome = new DigestOutcome.Written(digest);
    var blocks = digests.replies(post.words(), post.language(), post.zone()).of(outcome).blocks();
    if (post.revision() == 0 || !items.isEmpty()) {
      return blocks;
    }
    return List.of(
        blocks.getFirst(), Block.Paragraph.plain(Texts.in(post.language()).say("posted.all-gone")));
  }

  /** The digest with the channel as it is called now. */
  private Digest named(DigestPost post) {
    var made = post.digest();
    return made.of(
        made.channels().stream()
            .map(channel -> directory.channel(channel.id()).orElse(channel))
            .toList());
  }

  private String name(DigestPost post) {
    return directory
        .channel(post.channel())
        .map(Channel::name)
        .orElse(post.digest().channels().getFirst().name());
  }

  private static Block note(String text) {
    return new Block.Note(RichText.plain(text));
  }
}
