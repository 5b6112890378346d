package ponte.digest;

import java.util.ArrayList;
import java.util.regex.Pattern;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;

/** Cuts a text after so many words. */
final class Clip {

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern LOOSE_END = Pattern.compile("[\\s,;:.(–—-]+$");

  private Clip() {}

  /** The text, or its first words and dots; a name, a link or a piece of code is one word. */
  static RichText after(int words, RichText text) {
    var kept = new ArrayList<Span>();
    int left = words;
    for (var span : text.spans()) {
      if (left == 0) {
        return dotted(kept);
      }
      if (span instanceof Span.Plain(var plain)) {
        var matcher = WORD.matcher(plain);
        int end = 0;
        while (left > 0 && matcher.find()) {
          end = matcher.end();
          left--;
        }
        if (left == 0 && matcher.find()) {
          kept.add(new Span.Plain(plain.substring(0, end)));
          return dotted(kept);
        }
        kept.add(span);
      } else {
        kept.add(span);
        left--;
      }
    }
    return text;
  }

  /** Whether a text is longer than so many words. */
  static boolean cuts(int words, RichText text) {
    return !after(words, text).equals(text);
  }

  private static RichText dotted(ArrayList<Span> kept) {
    if (kept.getLast() instanceof Span.Plain(var plain)) {
      kept.set(kept.size() - 1, new Span.Plain(LOOSE_END.matcher(plain).replaceAll("")));
    }
    kept.add(new Span.Plain(" …"));
    return new RichText(kept);
  }
}
