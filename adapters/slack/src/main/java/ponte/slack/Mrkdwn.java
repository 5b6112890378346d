package ponte.slack;

import java.util.List;
import java.util.function.UnaryOperator;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.WorkspaceId;

/**
 * Slack's markup, read into the domain's.
 *
 * <p>Nothing that a message holds makes it fail, and the time it takes is linear in the message's
 * length. What is no markup is text. The rules are those of Slack's page "Formatting text for app
 * surfaces" and, where that is silent, what its clients show.
 */
public final class Mrkdwn {

  static final String FENCE = "```";

  private final WorkspaceId workspace;
  private final UnaryOperator<String> channelName;

  /**
   * @param channelName the name of the channel with an id, for links that have none; the id where
   *     it is not known
   */
  public Mrkdwn(WorkspaceId workspace, UnaryOperator<String> channelName) {
    this.workspace = workspace;
    this.channelName = channelName;
  }

  /** Reads a text as Slack stores it. */
  public RichText parse(String text) {
    if (text.isEmpty()) {
      return RichText.EMPTY;
    }
    var lines = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    return lines.chars().anyMatch(Mrkdwn::mayMark)
        ? new RichText(blocks(lines))
        : RichText.plain(lines);
  }

  String channelName(String id) {
    return channelName.apply(id);
  }

  private static boolean mayMark(int c) {
    return switch (c) {
      case '<', '>', '&', '*', '_', '~', '`', ':' -> true;
      default -> false;
    };
  }

  private List<Span> blocks(String text) {
    var into = new SpanList();
    int from = 0;
    int at = 0;
    boolean lineStart = true;
    int fencesUntil = text.lastIndexOf(FENCE);
    while (at < text.length()) {
      if (lineStart && QuoteMark.at(text, at) > 0) {
        inline(text, from, at, into);
        at = quote(text, at, into);
        from = at;
      } else if (text.charAt(at) == '`' && text.startsWith(FENCE, at) && at < fencesUntil) {
        int close = text.indexOf(FENCE, at + FENCE.length());
        if (close > at + FENCE.length()) {
          inline(text, from, at, into);
          at = codeBlock(text, at, close, into);
          from = at;
          lineStart = text.charAt(at - 1) == '\n';
        } else {
          at = endOfRun(text, at);
          lineStart = false;
        }
      } else {
        lineStart = text.charAt(at) == '\n';
        at++;
      }
    }
    inline(text, from, at, into);
    return into.spans();
  }

  /** Reads a quote that starts here; returns where what follows it starts. */
  private int quote(String text, int start, SpanList into) {
    var quoted = new StringBuilder();
    int at = start;
    int mark = QuoteMark.at(text, at);
    while (mark > 0) {
      boolean toTheEnd = QuoteMark.isLong(text, at);
      int lineEnd = toTheEnd ? -1 : text.indexOf('\n', at);
      int end = lineEnd < 0 ? text.length() : lineEnd;
      if (at > start) {
        quoted.append('\n');
      }
      quoted.append(text, at + mark, end);
      at = Math.min(text.length(), end + 1);
      mark = at < text.length() ? QuoteMark.at(text, at) : 0;
    }
    var inner = new SpanList();
    fences(quoted.toString(), inner);
    into.trimLineBreak();
    into.add(new Span.Quote(inner.spans()));
    return at;
  }

  /** Reads a text that has code blocks and no quotes. */
  private void fences(String text, SpanList into) {
    int from = 0;
    int at = text.indexOf(FENCE);
    while (at >= 0) {
      int close = text.indexOf(FENCE, at + FENCE.length());
      if (close < 0) {
        break;
      }
      if (close == at + FENCE.length()) {
        at = text.indexOf(FENCE, endOfRun(text, at));
      } else {
        inline(text, from, at, into);
        from = codeBlock(text, at, close, into);
        at = text.indexOf(FENCE, from);
      }
    }
    inline(text, from, text.length(), into);
  }

  private int codeBlock(String text, int open, int close, SpanList into) {
    int start = open + FENCE.length();
    int from = text.charAt(start) == '\n' ? start + 1 : start;
    int until = close > from && text.charAt(close - 1) == '\n' ? close - 1 : close;
    into.trimLineBreak();
    into.add(new Span.CodeBlock(Inline.visible(text.substring(from, until))));
    int after = close + FENCE.length();
    return after < text.length() && text.charAt(after) == '\n' ? after + 1 : after;
  }

  private static int endOfRun(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end;
  }

  private void inline(String text, int from, int until, SpanList into) {
    if (from < until) {
      new Inline(workspace, channelName, text.substring(from, until)).into(into);
    }
  }
}
