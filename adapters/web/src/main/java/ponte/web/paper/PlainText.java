package ponte.web.paper;

import java.util.ArrayList;
import java.util.List;
import ponte.digest.Edition;
import ponte.reply.Texts;

/** A digest as text alone: below each line, the address of its message. */
final class PlainText {

  private static final int WIDTH = 76;

  private final Pointers pointers;
  private final Words words;

  PlainText(Pointers pointers) {
    this.pointers = pointers;
    this.words = new Words(pointers);
  }

  String of(Edition edition) {
    var lines = new ArrayList<String>();
    lines.addAll(wrapped(edition.title(), ""));
    lines.add("=".repeat(Math.min(WIDTH, edition.title().length())));
    edition.notes().forEach(note -> lines.addAll(wrapped(words.of(note), "")));
    edition.first().forEach(section -> write(section, lines));
    if (!edition.rest().isEmpty()) {
      var more = Texts.of("ponte.web.texts", edition.language()).say("digest.rest");
      lines.addAll(List.of("", "* * *", "", more));
      edition.rest().forEach(section -> write(section, lines));
    }
    return String.join("\n", lines) + "\n";
  }

  private void write(Edition.Section section, List<String> lines) {
    lines.add("");
    if (!section.title().isEmpty()) {
      lines.add(section.title());
      lines.add("-".repeat(Math.min(WIDTH, section.title().length())));
    }
    for (var line : section.lines()) {
      var first = true;
      for (var text : line.item().lines()) {
        var wrapped = wrapped(words.of(text), "  ");
        if (first && !wrapped.isEmpty()) {
          wrapped.set(0, "- " + wrapped.getFirst().strip());
        }
        lines.addAll(wrapped);
        first = false;
      }
      lines.addAll(wrapped(words.of(line.item().small()), "  "));
      lines.add("  " + pointers.address(line.source()));
    }
  }

  /** The words in lines of a width that mail is read at; none for no words. */
  private static List<String> wrapped(String words, String indent) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : words.split(" ")) {
      if (!line.isEmpty() && indent.length() + line.length() + 1 + word.length() > WIDTH) {
        lines.add(indent + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(indent + line);
    }
    return lines;
  }
}
