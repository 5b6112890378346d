package ponte.teams.card;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Cut;
import tools.jackson.databind.node.ObjectNode;

/** Draws the blocks of one reply, top to bottom, into pieces, each of which fits on a card. */
final class Drawing {

  private final Pointers pointers;
  private final Words words;
  private final Runs runs;
  private final Runs small;
  private final Calling calling;
  private final Eyes eyes;
  private final List<Piece> pieces = new ArrayList<>();

  Drawing(Pointers pointers, Eyes eyes) {
    this.pointers = pointers;
    this.words = new Words(pointers);
    this.runs = new Runs(pointers, eyes, false);
    this.small = new Runs(pointers, eyes, true);
    this.calling = new Calling(pointers, eyes.tenant(), new Mentions(pointers));
    this.eyes = eyes;
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

  /** Draws with less and less room for words, until it fits. */
  private void fit(int room, IntFunction<Piece> draw) {
    var piece = draw.apply(room);
    for (int less = room / 2; piece.bytes() > Limits.PIECE && less > 0; less = less / 2) {
      piece = draw.apply(less);
    }
    if (!piece.elements().isEmpty()) {
      pieces.add(piece);
    }
  }

  private void heading(String text) {
    if (!text.isBlank()) {
      pieces.add(Piece.of(Shapes.heading(text, "Medium"), text));
    }
  }

  private void paragraph(RichText text) {
    for (var part : Cut.pieces(text, Limits.TEXT)) {
      fit(Limits.TEXT, room -> paragraph(Cut.shortened(part, room)));
    }
  }

  private Piece paragraph(List<Span> spans) {
    var said = words.words(spans);
    return eyes instanceof Eyes.Many && !calling.called(spans).isEmpty()
        ? new Piece(calling.elements(spans, runs), said, calling.entities(spans))
        : Piece.of(runs.elements(spans), said);
  }

  private void note(RichText text) {
    fit(
        Limits.TEXT,
        room -> {
          var spans = Cut.shortened(text.spans(), room);
          return Piece.of(small.lines(spans), words.words(spans));
        });
  }

  /** Who it is and why, what shows it, and what can be done stay together. */
  private void card(Block.PersonCard card) {
    var first = pieces.isEmpty();
    var few = card.buttons().subList(0, Math.min(Limits.CARD_BUTTONS, card.buttons().size()));
    fit(
        Limits.CARD_TEXT,
        room -> {
          var said = new ArrayList<String>();
          var items = new ArrayList<ObjectNode>(who(card, said));
          for (var reason : card.reasons()) {
            var spans = Cut.shortened(reason.spans(), room / 4);
            runs.lines(spans).forEach(line -> items.add(line.put("spacing", "Small")));
            said.add(words.words(spans));
          }
          int left = room;
          for (var item : card.evidence()) {
            left -= Cut.length(item.lines().getFirst().spans());
            if (left > 0) {
              items.addAll(evidence(item, room));
              said.add(words.of(item));
            }
          }
          items.addAll(rows(few));
          var person = Shapes.container(items).put("separator", !first);
          return Piece.of(person.put("spacing", "Large"), String.join("\n", said));
        });
    buttons(card.buttons().subList(few.size(), card.buttons().size()));
  }

  private List<ObjectNode> who(Block.PersonCard card, List<String> said) {
    var id = card.person().id();
    var name =
        pointers.name(id).isPresent()
            ? Names.bare(id, pointers)
            : Shapes.label(card.person().name(), Limits.NAME);
    var spans = new ArrayList<Span>();
    var bold = new Span.Styled(Style.BOLD, List.of(new Span.Plain(name)));
    spans.add(
        eyes.chat(id, pointers)
            .<Span>map(chat -> new Span.Styled(Style.BOLD, List.of(new Span.Link(chat, name))))
            .orElse(bold));
    var title = Cut.shortened(card.person().title(), Limits.NAME);
    if (!title.isBlank()) {
      spans.add(new Span.Plain(" · " + title));
    }
    said.add(words.words(spans));
    return runs.lines(spans);
  }

  private List<ObjectNode> evidence(Block.Item item, int room) {
    var quoted = item(item, Math.min(Limits.ITEM, room / 4));
    return quoted.isEmpty()
        ? List.of()
        : List.of(Shapes.container(quoted).put("style", "emphasis").put("spacing", "Small"));
  }

  /** The lines of an item and its small print. */
  private List<ObjectNode> item(Block.Item item, int room) {
    var elements = new ArrayList<ObjectNode>();
    for (var line : item.lines()) {
      for (var each : runs.lines(Cut.shortened(line.spans(), room / item.lines().size()))) {
        elements.add(elements.isEmpty() ? each : each.put("spacing", "None"));
      }
    }
    for (var each : small.lines(Cut.shortened(item.small().spans(), room))) {
      elements.add(elements.isEmpty() ? each : each.put("spacing", "None"));
    }
    return elements;
  }

  /** Items one below the other; the title stays with the first. */
  private void list(String title, List<Block.Item> items) {
    var above = title.isBlank() ? List.<ObjectNode>of() : List.of(titled(title));
    var drawn = 0;
    for (var item : items) {
      var heads = drawn == 0 ? above : List.<ObjectNode>of();
      int before = pieces.size();
      fit(Limits.ITEM, room -> listed(title, heads, item, room));
      drawn += pieces.size() - before;
    }
    if (drawn == 0 && !above.isEmpty()) {
      pieces.add(Piece.of(above, title));
    }
  }

  private Piece listed(String title, List<ObjectNode> heads, Block.Item item, int room) {
    var lines = item(item, room);
    if (lines.isEmpty()) {
      return Piece.of(List.of(), "");
    }
    var elements = new ArrayList<>(heads);
    elements.add(Shapes.bullet(lines));
    var said = words.of(item);
    return Piece.of(elements, heads.isEmpty() ? said : title + "\n" + said);
  }

  private static ObjectNode titled(String title) {
    return Shapes.block(Neutral.text(Shapes.label(title, Limits.HEADER)))
        .put("size", "Default")
        .put("weight", "Bolder")
        .put("style", "heading");
  }

  private void buttons(List<Button> all) {
    rows(all).forEach(row -> pieces.add(Piece.of(row, "")));
  }

  /** Buttons in as few rows as a phone shows whole. */
  private List<ObjectNode> rows(List<Button> all) {
    var rows = new ArrayList<ObjectNode>();
    var row = new ArrayList<Button>();
    int characters = 0;
    for (var button : all) {
      int more = Math.min(button.label().length(), Limits.BUTTON_LABEL) + Limits.BUTTON_EDGE;
      if (!row.isEmpty()
          && (characters + more > Limits.ROW_CHARACTERS || row.size() == Limits.ROW)) {
        rows.add(actions(row));
        row = new ArrayList<>();
        characters = 0;
      }
      row.add(button);
      characters += more;
    }
    if (!row.isEmpty()) {
      rows.add(actions(row));
    }
    rows.stream().skip(1).forEach(each -> each.put("spacing", "Small"));
    return rows;
  }

  private ObjectNode actions(List<Button> row) {
    return Shapes.with("ActionSet", "actions", row.stream().map(this::action).toList());
  }

  /** What opens a form asks Teams for a dialog; all others send what they carry. */
  private ObjectNode action(Button button) {
    var action =
        Shapes.object("Action.Submit")
            .put("title", Shapes.label(button.label(), Limits.BUTTON_LABEL));
    if (button.label().length() > Limits.BUTTON_LABEL) {
      action.put("tooltip", Shapes.label(button.label(), Limits.HEADER));
    }
    var data = action.putObject("data").put(Carried.VALUE, pointers.value(button.command()));
    if (button.command().asksForForm()) {
      data.putObject("msteams").put("type", "task/fetch");
    }
    if (button.weight() == Button.Weight.PRIMARY) {
      action.put("style", "positive");
    }
    return action.put("associatedInputs", "none");
  }
}
