package ponte.app.cli;

import java.util.ArrayList;
import java.util.List;
import ponte.command.Command;
import ponte.conversation.RichText;
import ponte.guide.Wording;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * A reply as lines of text. There is nothing to press here: of a row of buttons the words are
 * written, as they would be typed where they can be; those of a person are left out.
 *
 * @param console the address where a server on the same directory shows the messages
 */
record PlainReply(Names names, String console) {

  private static final int WIDTH = 96;

  String write(Reply reply) {
    var texts = Texts.in(reply.language());
    var lines = new ArrayList<String>();
    for (var block : reply.blocks()) {
      var written = new ArrayList<String>();
      write(block, texts, written);
      if (!lines.isEmpty() && !written.isEmpty()) {
        lines.add("");
      }
      lines.addAll(written);
    }
    return String.join(System.lineSeparator(), lines);
  }

  private void write(Block block, Texts texts, List<String> lines) {
    switch (block) {
      case Block.Heading(var text) -> {
        lines.add(text);
        lines.add("=".repeat(Math.min(text.length(), WIDTH)));
      }
      case Block.Paragraph(var text) -> add(lines, "", text);
      case Block.Note(var text) -> add(lines, "", text);
      case Block.PersonCard card -> {
        var title = card.person().title();
        lines.add(card.person().name() + (title.isEmpty() ? "" : ", " + title));
        card.reasons().forEach(reason -> add(lines, "  ", reason));
        card.evidence().forEach(item -> write(item, "  ", lines));
      }
      case Block.Listing(var title, var items) -> {
        if (!title.isEmpty()) {
          lines.add(title);
          lines.add("-".repeat(Math.min(title.length(), WIDTH)));
        }
        items.forEach(item -> write(item, "", lines));
      }
      case Block.Buttons(var buttons) ->
          buttons.stream()
              // Nothing that can be typed here names one conversation.
              .filter(button -> !(button.command() instanceof Command.Recap))
              .map(button -> Wording.of(button.command(), texts).orElse(button.label()))
              .forEach(words -> add(lines, "- ", RichText.plain(words)));
      case Block.FillIn(var form, _) ->
          add(lines, "- ", RichText.plain(texts.say("form." + form.kind() + ".words")));
      case Block.Picture(_, _, var alternative, _) -> add(lines, "", RichText.plain(alternative));
      case Block.File(_, var label, var content) -> {
        add(lines, "", RichText.plain(label));
        lines.addAll(content.lines().toList());
      }
    }
  }

  private void write(Block.Item item, String indent, List<String> lines) {
    add(lines, indent + "- ", item.lines().getFirst());
    item.lines().stream().skip(1).forEach(line -> add(lines, indent + "  ", line));
    add(lines, indent + "  ", item.small());
    Permalinks.in(item).forEach(link -> lines.add(indent + "  " + console + link));
  }

  /** Adds a text, its lines broken at words, the first with this prefix and the others below it. */
  private void add(List<String> lines, String prefix, RichText text) {
    var words = names.words(text).strip();
    if (words.isEmpty()) {
      return;
    }
    var indent = " ".repeat(prefix.length());
    var first = true;
    for (var line : words.lines().toList()) {
      var rest = new StringBuilder();
      for (var word : line.strip().split("\\s+")) {
        if (!rest.isEmpty() && prefix.length() + rest.length() + 1 + word.length() > WIDTH) {
          lines.add((first ? prefix : indent) + rest);
          rest.setLength(0);
          first = false;
        }
        rest.append(rest.isEmpty() ? "" : " ").append(word);
      }
      lines.add((first ? prefix : indent) + rest);
      first = false;
    }
  }
}
