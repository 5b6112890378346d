package ponte.teams.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import ponte.conversation.RichText.Span;

/** Spans while they are written down: white space as HTML means it, lines where blocks begin. */
final class SpanList {

  private final List<Span> spans = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();
  private boolean space;
  private int breaks;
  private boolean begun;

  /** Whether a line begins here by itself. */
  private boolean fresh = true;

  /** Whether white space stood before the first word. */
  private boolean spaceBefore;

  /** Words; white space around and between them is one space, and none where a line begins. */
  void words(String text) {
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c) || c == '\u00A0') {
                space = true;
              } else {
                write();
                plain.appendCodePoint(c);
              }
            });
  }

  /** Text as it stands, with its white space. */
  void literal(String text) {
    if (!text.isEmpty()) {
      write();
      plain.append(text);
    }
  }

  /** What follows stands in a line of its own. */
  void block() {
    breaks = fresh ? breaks : Math.max(breaks, 1);
    space = false;
  }

  /** One more line. */
  void lineBreak() {
    breaks++;
    space = false;
  }

  /** A span within the line. */
  void add(Span span) {
    write();
    endPlain();
    spans.add(span);
  }

  /** A span that makes its own lines: none are needed around it. */
  void addBlock(Span span) {
    if (begun && breaks > 1) {
      plain.append("\n".repeat(breaks - 1));
    }
    endPlain();
    spans.add(span);
    begun = true;
    fresh = true;
    breaks = 0;
    space = false;
  }

  /** Spans that belong together, where there are any, with the space around them left outside. */
  void addInner(SpanList inner, UnaryOperator<List<Span>> wrap) {
    if (inner.spans.isEmpty() && inner.plain.isEmpty()) {
      space |= inner.space;
      breaks = Math.max(breaks, inner.breaks);
      return;
    }
    space |= inner.spaceBefore;
    write();
    endPlain();
    wrap.apply(inner.finished()).forEach(this::append);
    space = inner.space;
    breaks = inner.breaks;
  }

  /** All of it; what only separates is left out at the end. */
  List<Span> finished() {
    endPlain();
    return List.copyOf(spans);
  }

  private void write() {
    if (begun && breaks > 0) {
      plain.append("\n".repeat(breaks));
    } else if (begun && space) {
      plain.append(' ');
    } else if (!begun) {
      spaceBefore = space;
    }
    begun = true;
    fresh = false;
    breaks = 0;
    space = false;
  }

  private void endPlain() {
    if (!plain.isEmpty()) {
      append(new Span.Plain(plain.toString()));
      plain.setLength(0);
    }
  }

  /** Words that follow upon words are one span with them. */
  private void append(Span span) {
    if (span instanceof Span.Plain(var words)
        && !spans.isEmpty()
        && spans.getLast() instanceof Span.Plain(var before)) {
      spans.set(spans.size() - 1, new Span.Plain(before + words));
    } else {
      spans.add(span);
    }
  }
}
