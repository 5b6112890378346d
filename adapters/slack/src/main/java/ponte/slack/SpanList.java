package ponte.slack;

import java.util.ArrayList;
import java.util.List;
import ponte.conversation.RichText.Span;

/** Spans in the making; text that follows text becomes one with it. */
final class SpanList {

  private final List<Span> spans = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();

  SpanList text(CharSequence text) {
    plain.append(text);
    return this;
  }

  SpanList text(char character) {
    plain.append(character);
    return this;
  }

  SpanList text(CharSequence text, int from, int until) {
    plain.append(text, from, until);
    return this;
  }

  SpanList add(Span span) {
    if (span instanceof Span.Plain(var text)) {
      return text(text);
    }
    flush();
    spans.add(span);
    return this;
  }

  SpanList addAll(SpanList others) {
    others.spans.forEach(this::add);
    return text(others.plain);
  }

  /** Drops the line break before something that stands in lines of its own. */
  void trimLineBreak() {
    int last = plain.length() - 1;
    if (last >= 0 && plain.charAt(last) == '\n') {
      plain.setLength(last);
    }
  }

  /** Adds spans that start in a line of their own. */
  void addLines(SpanList lines) {
    if (lines.isEmpty()) {
      return;
    }
    boolean isSeparate =
        isEmpty()
            || plain.isEmpty() && isBlock(spans.getLast())
            || !lines.spans.isEmpty() && isBlock(lines.spans.getFirst());
    if (!isSeparate) {
      text('\n');
    }
    addAll(lines);
  }

  private static boolean isBlock(Span span) {
    return span instanceof Span.CodeBlock || span instanceof Span.Quote;
  }

  boolean isEmpty() {
    return spans.isEmpty() && plain.isEmpty();
  }

  List<Span> spans() {
    flush();
    return spans;
  }

  private void flush() {
    if (!plain.isEmpty()) {
      spans.add(new Span.Plain(plain.toString()));
      plain.setLength(0);
    }
  }
}
