package ponte.teams.html;

import java.util.List;
import ponte.conversation.RichText;

/**
 * Reads the text that stands beside the HTML, or in its place: words as they were typed, and
 * mentions as {@code <at>name</at>}.
 */
public final class PlainText {

  private static final String OPEN = "<at>";
  private static final String CLOSE = "</at>";

  private PlainText() {}

  /** What somebody wrote; only what is among the mentions is one. */
  public static RichText read(String text, List<Mention> mentions) {
    var out = new SpanList();
    var lines = text.replace("\r\n", "\n").replace('\r', '\n').strip();
    int at = 0;
    while (at < lines.length()) {
      int open = lines.indexOf(OPEN, at);
      int close = open < 0 ? -1 : lines.indexOf(CLOSE, open);
      if (close < 0) {
        words(lines.substring(at), out);
        break;
      }
      var name = lines.substring(open + OPEN.length(), close);
      var mention = mentions.stream().filter(m -> m.name().equals(name)).findFirst();
      words(lines.substring(at, open), out);
      mention.ifPresentOrElse(m -> out.add(m.span()), () -> words("@" + name, out));
      at = close + CLOSE.length();
    }
    return new RichText(out.finished());
  }

  private static void words(String text, SpanList out) {
    int at = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      out.words(text.substring(at, end));
      out.lineBreak();
      at = end + 1;
    }
    out.words(text.substring(at));
  }
}
