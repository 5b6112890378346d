package ponte.slack.blockkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Cut;
import tools.jackson.databind.node.ObjectNode;

/** Draws the blocks of one reply, top to bottom, into pieces. */
final class Drawing {

  private final Pointers pointers;
  private final Fallback fallback;
  private final SmallPrint small;
  private final RichElements speaking;
  private final RichElements listing;
  private final List<Piece> pieces = new ArrayList<>();
  private final AtomicInteger buttons = new AtomicInteger();

  Drawing(Pointers pointers, Eyes eyes) {
    this.pointers = pointers;
    this.fallback = new Fallback(pointers);
    this.small = new SmallPrint(pointers);
    this.speaking = new RichElements(pointers, eyes, false);
    this.listing = new RichElements(pointers, eyes, true);
  }

  List<Piece> pieces(List<Block> blocks) {
    blocks.forEach(this::draw);
    return pieces;
  }

  private void draw(Block block) {
    switch (block) {
      case Block.Heading(var text) -> heading(text);
      case Block.Paragraph(var text) -> paragraph(text);
      case Block.Note(var text) -> note(text);
      case Block.PersonCard card -> card(card);
      case Block.Listing(var title, var items) -> list(title, items);
      case Block.Buttons(var row) -> buttons(row);
      case Block.FillIn(_, var opener) -> buttons(List.of(opener));
      case Block.File(_, var label, _) -> paragraph(RichText.plain(label));
      case Block.Picture(_, var label, _, _) -> paragraph(RichText.plain(label));
    }
  }

  private void buttons(List<Button> all) {
    rows(all).forEach(row -> pieces.add(Piece.of(row, "")));
  }

  private void heading(String text) {
    if (!text.isBlank()) {
      pieces.add(Piece.of(Shapes.header(text), text));
    }
  }

  private void paragraph(RichText text) {
    for (var part : Cut.pieces(text, Limits.TEXT)) {
      var elements = speaking.blocks(part);
      if (!elements.isEmpty()) {
        var words = fallback.of(new RichText(part));
        pieces.add(Piece.of(Shapes.richText(elements), words));
      }
    }
  }

  private void note(RichText text) {
    var written = small.write(text.spans());
    if (!written.isEmpty()) {
      pieces.add(Piece.of(Shapes.context(written), fallback.of(text)));
    }
  }

  /** Who it is and why, what shows it, and what can be done stay together. */
  private void card(Block.PersonCard card) {
    var blocks = new ArrayList<ObjectNode>();
    var words = new ArrayList<String>();
    int characters = 0;
    if (!pieces.isEmpty()) {
      blocks.add(Shapes.divider());
    }
    var who = new ArrayList<Span>();
    who.add(new Span.Styled(Style.BOLD, List.of(new Span.Mention(card.person().id()))));
    if (!card.person().title().isBlank()) {
      who.add(new Span.Plain(" · " + card.person().title()));
    }
    for (var reason : card.reasons()) {
      who.add(new Span.Plain("\n"));
      who.addAll(reason.spans());
    }
    var why = Cut.shortened(who, Limits.TEXT);
    blocks.add(Shapes.richText(speaking.blocks(why)));
    words.add(fallback.of(new RichText(why)));
    characters += Cut.length(why);
    for (var item : card.evidence()) {
      var lines = lines(item);
      characters += Cut.length(lines) + Cut.length(item.small().spans());
      if (characters > Limits.CARD_TEXT
          || blocks.size() + 2 + rowsOf(card.buttons()) >= Limits.MESSAGE_BLOCKS) {
        break;
      }
      var elements = listing.blocks(List.of(new Span.Quote(lines)));
      if (!elements.isEmpty()) {
        blocks.add(Shapes.richText(elements));
        smallPrint(item).ifPresent(blocks::add);
        words.add(fallback.of(item));
      }
    }
    blocks.addAll(rows(card.buttons()));
    pieces.add(new Piece(blocks, String.join("\n", words)));
  }

  private Optional<ObjectNode> smallPrint(Block.Item item) {
    return Optional.of(small.write(item.small().spans()))
        .filter(written -> !written.isEmpty())
        .map(Shapes::context);
  }

  /**
   * Items as one list, as far as a block's room goes, then another; an item with small print ends
   * its list, and the title stays with the first.
   */
  private void list(String title, List<Block.Item> items) {
    var list = new BulletList(title, title.isBlank() ? List.of() : titled(title));
    for (var item : items) {
      var lines = lines(item);
      var inline = listing.inline(lines);
      var below = smallPrint(item);
      if (inline.isEmpty() && below.isEmpty()) {
        continue;
      }
      if (!list.hasRoom(Cut.length(lines))) {
        list = list.closed(List.of(), pieces);
      }
      list.add(inline, fallback.of(item), Cut.length(lines));
      if (below.isPresent()) {
        list = list.closed(List.of(below.get()), pieces);
      }
    }
    list.closed(List.of(), pieces);
  }

  private List<ObjectNode> titled(String title) {
    var shown = List.<Span>of(new Span.Plain(Cut.shortened(title, Limits.HEADER)));
    return speaking.blocks(List.of(new Span.Styled(Style.BOLD, shown)));
  }

  private static List<Span> lines(Block.Item item) {
    var spans = new ArrayList<Span>();
    for (var line : item.lines()) {
      if (!spans.isEmpty()) {
        spans.add(new Span.Plain("\n"));
      }
      spans.addAll(line.spans());
    }
    return Cut.shortened(spans, Limits.ITEM);
  }

  private static int rowsOf(List<Button> all) {
    return (all.size() + Limits.ROW - 1) / Limits.ROW;
  }

  private List<ObjectNode> rows(List<Button> all) {
    var rows = new ArrayList<ObjectNode>();
    for (int from = 0; from < all.size(); from += Limits.ROW) {
      var row = all.subList(from, Math.min(all.size(), from + Limits.ROW));
      rows.add(Shapes.actions(row.stream().map(this::button).toList()));
    }
    return rows;
  }

  private ObjectNode button(Button button) {
    var shape =
        Shapes.object("button")
            .put("action_id", "ponte-" + buttons.incrementAndGet())
            .put("value", pointers.value(button.command()));
    shape.set("text", Shapes.plain(button.label(), Limits.BUTTON_LABEL));
    if (button.weight() == Button.Weight.PRIMARY) {
      shape.put("style", "primary");
    }
    return shape;
  }
}
