package ponte.web;

import java.util.ArrayList;
import java.util.List;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import ponte.reply.Block;
import ponte.reply.Reply;

/** A reply as one text, for places that hold messages only: what can be pressed is left out. */
final class Flat {

  private Flat() {}

  static RichText of(Reply reply) {
    var spans = new ArrayList<Span>();
    reply.blocks().forEach(block -> add(block, spans));
    return new RichText(spans);
  }

  private static void add(Block block, List<Span> spans) {
    switch (block) {
      case Block.Heading(var text) -> add(bold(text), spans);
      case Block.Paragraph(var text) -> add(text, spans);
      case Block.Note(var text) -> add(text, spans);
      case Block.PersonCard card -> {
        add(RichText.of(new Span.Mention(card.person().id())), spans);
        card.reasons().forEach(reason -> add(reason, spans));
        card.evidence().forEach(item -> add(item, spans));
      }
      case Block.Listing(var title, var items) -> {
        add(title.isEmpty() ? RichText.EMPTY : bold(title), spans);
        items.forEach(item -> add(item, spans));
      }
      case Block.Buttons _, Block.FillIn _, Block.File _, Block.Picture _ -> {}
    }
  }

  private static void add(Block.Item item, List<Span> spans) {
    item.lines().forEach(line -> add(line, spans));
    add(item.small(), spans);
  }

  private static void add(RichText line, List<Span> spans) {
    if (!line.isEmpty()) {
      if (!spans.isEmpty()) {
        spans.add(new Span.Plain("\n"));
      }
      spans.addAll(line.spans());
    }
  }

  private static RichText bold(String text) {
    return RichText.of(new Span.Styled(Style.BOLD, List.of(new Span.Plain(text))));
  }
}
