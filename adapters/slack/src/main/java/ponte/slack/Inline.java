package ponte.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import ponte.conversation.WorkspaceId;

/** The markup within lines: styles, code, emoji, what stands in angle brackets, bare addresses. */
final class Inline {

  private static final int LONGEST_EMOJI = 100;
  private static final String SKIN_TONE = ":skin-tone-";

  /** A style that was opened and not closed yet. */
  private record Open(char sign, int at, SpanList spans) {}

  private final WorkspaceId workspace;
  private final UnaryOperator<String> channelName;
  private final String text;
  private final List<Open> open = new ArrayList<>();
  private SpanList into = new SpanList();
  private int at;
  private int emojiEnd = -1;

  /** Before this place a backtick or an angle bracket may have its partner, after it not. */
  private final int lastBacktick;

  private final int lastBracket;

  Inline(WorkspaceId workspace, UnaryOperator<String> channelName, String text) {
    this.workspace = workspace;
    this.channelName = channelName;
    this.text = text;
    this.lastBacktick = text.lastIndexOf('`');
    this.lastBracket = text.lastIndexOf('>');
  }

  /** Reads the text to the end of a list of spans. */
  void into(SpanList target) {
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '\n' -> {
          closeAll();
          literal(1);
        }
        case '*', '_', '~' -> style(c);
        case '`' -> code();
        case ':' -> emoji();
        case '<' -> bracket();
        case '&' -> at = Entities.append(text, at, into);
        case 'h' -> address();
        default -> literal(plainLength());
      }
    }
    closeAll();
    target.addAll(into);
  }

  private int plainLength() {
    int end = at + 1;
    while (end < text.length() && !mayMark(text.charAt(end))) {
      end++;
    }
    return end - at;
  }

  private static boolean mayMark(char c) {
    return switch (c) {
      case '\n', '*', '_', '~', '`', ':', '<', '&', 'h' -> true;
      default -> false;
    };
  }

  private void literal(int length) {
    into.text(text, at, at + length);
    at += length;
  }

  // A style opens before a word and closes after one: 2*3*4 and snake_case_words are none.

  private void style(char sign) {
    int opened = opened(sign);
    if (opened >= 0 && mayClose(opened)) {
      close(sign);
      at++;
    } else if (opened < 0 && mayOpen(sign)) {
      open.add(new Open(sign, at, into));
      into = new SpanList();
      at++;
    } else {
      literal(1);
    }
  }

  private boolean mayOpen(char sign) {
    return !isWord(at - 1)
        && at + 1 < text.length()
        && text.charAt(at + 1) != sign
        && !Character.isWhitespace(text.charAt(at + 1));
  }

  private boolean mayClose(int opened) {
    return at - opened > 1 && !Character.isWhitespace(text.charAt(at - 1)) && !isWord(at + 1);
  }

  private boolean isWord(int place) {
    return place >= 0 && place < text.length() && Character.isLetterOrDigit(text.charAt(place));
  }

  /** Where a style that is still open was opened; -1 where it is not. */
  private int opened(char sign) {
    for (var style : open) {
      if (style.sign() == sign) {
        return style.at();
      }
    }
    return -1;
  }

  private void close(char sign) {
    while (open.getLast().sign() != sign) {
      giveUp();
    }
    var style = open.removeLast();
    var styled = into;
    into = style.spans();
    into.add(
        new Span.Styled(
            switch (sign) {
              case '*' -> Style.BOLD;
              case '_' -> Style.ITALIC;
              default -> Style.STRIKE;
            },
            styled.spans()));
  }

  /** The style opened last was none: its sign is text. */
  private void giveUp() {
    var style = open.removeLast();
    into = style.spans().text(style.sign()).addAll(into);
  }

  private void closeAll() {
    while (!open.isEmpty()) {
      giveUp();
    }
  }

  private void code() {
    int end = at < lastBacktick ? text.indexOf('`', at + 1) : -1;
    if (end <= at + 1 || text.indexOf('\n', at + 1, end) >= 0) {
      literal(1);
      return;
    }
    into.add(new Span.Code(visible(text.substring(at + 1, end))));
    at = end + 1;
  }

  // An emoji does not follow a word or a colon: 10:30:45 and std::vector are none.

  private void emoji() {
    boolean mayStart = at == emojiEnd || !isWord(at - 1) && (at == 0 || text.charAt(at - 1) != ':');
    int end = mayStart ? endOfEmojiName() : -1;
    if (end < 0) {
      literal(1);
      return;
    }
    into.add(new Span.Emoji(text.substring(at + 1, end)));
    at = end + 1;
    if (text.startsWith(SKIN_TONE, at)) {
      int tone = at + SKIN_TONE.length();
      if (tone + 1 < text.length() && text.charAt(tone + 1) == ':' && isTone(text.charAt(tone))) {
        at = tone + 2;
      }
    }
    emojiEnd = at;
  }

  /** Where the closing colon is; -1 where this is no emoji. */
  private int endOfEmojiName() {
    int end = at + 1;
    int limit = Math.min(text.length(), at + 1 + LONGEST_EMOJI);
    while (end < limit && isEmojiName(text.charAt(end))) {
      end++;
    }
    return end < text.length() && text.charAt(end) == ':' && isEmoji(text, at + 1, end) ? end : -1;
  }

  private static boolean isEmojiName(char c) {
    return Character.isLetterOrDigit(c) && !Character.isUpperCase(c)
        || c == '_'
        || c == '-'
        || c == '+'
        || c == '\'';
  }

  private static boolean isTone(char c) {
    return c >= '2' && c <= '6';
  }

  private static boolean isEmoji(String text, int from, int until) {
    for (int i = from; i < until; i++) {
      if (Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return switch (text.substring(from, until)) {
      case "+1", "-1", "100", "1234" -> true;
      default -> false;
    };
  }

  private void bracket() {
    int end = at < lastBracket ? endOfBracket(text, at) : -1;
    var span = end < 0 ? null : Bracket.read(text, at + 1, end, workspace, channelName);
    if (span == null) {
      literal(1);
      return;
    }
    into.add(span);
    at = end + 1;
  }

  private static int endOfBracket(String text, int at) {
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) == '>') {
        return i;
      }
      if (text.charAt(i) == '<') {
        return -1;
      }
    }
    return -1;
  }

  private void address() {
    int end = isWord(at - 1) ? -1 : Bracket.endOfAddress(text, at);
    if (end < 0) {
      literal(1);
      return;
    }
    var url = Entities.decode(text.substring(at, end));
    into.add(new Span.Link(url, url));
    at = end;
  }

  /** Text within code: it has no styles, but addresses and mentions are bracketed there too. */
  static String visible(String text) {
    if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
      return text;
    }
    var shown = new StringBuilder();
    int last = text.lastIndexOf('>');
    int at = 0;
    while (at < text.length()) {
      int end = text.charAt(at) == '<' && at < last ? endOfBracket(text, at) : -1;
      var label = end < 0 ? null : Bracket.label(text, at + 1, end);
      if (label != null) {
        shown.append(label);
        at = end + 1;
      } else if (text.charAt(at) == '&') {
        at = Entities.append(text, at, shown);
      } else {
        shown.append(text.charAt(at++));
      }
    }
    return shown.toString();
  }
}
