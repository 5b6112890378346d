package ponte.digest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.digest.Digest.Item;
import ponte.digest.DigestOutcome.Because;
import ponte.reply.Block;
import ponte.reply.Texts;

/**
 * Says under the lines of a digest of several channels where each was said, and why it is there.
 */
final class DigestLabels {

  private final Texts texts;

  DigestLabels(Texts texts) {
    this.texts = texts;
  }

  /** Puts what there is to say under a line. */
  @FunctionalInterface
  interface Label {
    Block.Item on(Item item, Block.Item line);
  }

  /** The channels; nothing where there is but one. */
  Label of(Digest digest) {
    return digest.channels().size() == 1 ? (_, line) -> line : channels(digest);
  }

  /** The channels, and what the lines are to the reader. */
  Label of(DigestOutcome.Missed missed) {
    var reasons = new HashMap<MessageId, Because>();
    missed.forYou().forEach(line -> reasons.put(line.line(), line.because()));
    var channels = channels(missed.digest());
    return (item, line) -> {
      var because = reasons.get(item.source());
      var placed = channels.on(item, line);
      return because == null
          ? placed
          : new Block.Item(placed.lines(), joined(said(because), placed.small()));
    };
  }

  /**
   * Says first of what kind each line is, where lines of several kinds stand together; what is
   * talked about needs no word for it.
   */
  Label kinds(Function<Item, String> kind, Label label) {
    return (item, line) -> {
      var labelled = label.on(item, line);
      if (item instanceof Digest.Discussion) {
        return labelled;
      }
      return new Block.Item(
          labelled.lines(), joined(RichText.plain(kind.apply(item)), labelled.small()));
    };
  }

  private static Label channels(Digest digest) {
    var names = new HashMap<ChannelId, String>();
    for (Channel channel : digest.channels()) {
      names.put(channel.id(), channel.name());
    }
    return (item, line) -> {
      var channel = item.source().channel();
      var name = names.get(channel);
      return name == null
          ? line
          : new Block.Item(
              line.lines(), joined(RichText.of(new Span.ChannelLink(channel, name)), line.small()));
    };
  }

  private RichText said(Because because) {
    return switch (because) {
      case Because.MentionsYou() -> RichText.plain(texts.say("digest.because.mentions-you"));
      case Because.YouBegan() -> RichText.plain(texts.say("digest.because.you-began"));
      case Because.YouTookPart() -> RichText.plain(texts.say("digest.because.you-took-part"));
      case Because.YouFollow(var topic) ->
          RichText.plain(texts.say("digest.because.you-follow", topic));
      case Because.YouKnow(var topic) ->
          RichText.plain(texts.say("digest.because.you-know", topic));
      case Because.Colleague(var person) ->
          texts.rich("digest.because.colleague", new Span.Mention(person));
    };
  }

  private static RichText joined(RichText first, RichText then) {
    if (then.spans().isEmpty()) {
      return first;
    }
    var spans = new ArrayList<Span>(first.spans());
    spans.add(new Span.Plain(" · "));
    spans.addAll(then.spans());
    return new RichText(List.copyOf(spans));
  }
}
