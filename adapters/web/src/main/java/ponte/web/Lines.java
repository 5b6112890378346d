package ponte.web;

import java.util.ArrayList;
import java.util.List;
import ponte.conversation.RichText.Span;

/** Line breaks of a text as a page shows them. */
public final class Lines {

  private Lines() {}

  /**
   * The same spans without the line breaks next to quotes and blocks of code, which a page puts in
   * lines of their own anyway.
   */
  public static List<Span> of(List<Span> spans) {
    var tidy = new ArrayList<Span>(spans);
    for (var i = 0; i < spans.size(); i++) {
      if (spans.get(i) instanceof Span.Plain(var text)) {
        var afterBlock = i > 0 && standsAlone(spans.get(i - 1));
        var beforeBlock = i + 1 < spans.size() && standsAlone(spans.get(i + 1));
        var start = afterBlock ? text.replaceFirst("^\\s*\\n", "") : text;
        tidy.set(i, new Span.Plain(beforeBlock ? start.stripTrailing() : start));
      }
    }
    return tidy;
  }

  private static boolean standsAlone(Span span) {
    return span instanceof Span.Quote || span instanceof Span.CodeBlock;
  }
}
