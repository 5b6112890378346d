package ponte.consent;

import java.util.List;
import java.util.Set;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;

/**
 * What somebody wrote in words of their own, as marks are looked for in it: code and quotes are
 * none, at whatever depth.
 */
final class OwnWords {

  /** The emoji of a closed lock, as the platforms name them. */
  private static final Set<String> LOCKS =
      Set.of("lock", "closed_lock_with_key", "lock_with_ink_pen", "🔒", "🔐", "🔏");

  /** What stands for any of them. */
  private static final String LOCK = "\ud83d\udd12 ";

  private static final String ENDS_OF_SENTENCES = ".!?:;\n";

  private final StringBuilder text = new StringBuilder();

  private OwnWords() {}

  /** As they read without what is set apart. */
  static String plain(RichText rich) {
    var words = new OwnWords();
    words.read(rich.spans(), false);
    return words.text.toString();
  }

  /**
   * As somebody writes them who has asterisks alone: around what is set apart at the beginning of
   * the message, a line or a sentence, and at the end of the message. Elsewhere a bold word is one
   * of its sentence.
   */
  static String emphasised(RichText rich) {
    var words = new OwnWords();
    words.read(rich.spans(), true);
    return words.text.toString();
  }

  private void read(List<Span> spans, boolean emphasised) {
    for (var span : spans) {
      switch (span) {
        case Span.Plain(var said) -> text.append(said);
        case Span.Link(_, var label) -> text.append(label);
        case Span.MessageLink(_, var label) -> text.append(label);
        case Span.ChannelLink(_, var name) -> text.append(name);
        case Span.Styled(var style, var styled) -> {
          var apart = emphasised && style != Style.STRIKE && (isBeginning() || isEnd(span, spans));
          text.append(apart ? "*" : "");
          read(styled, false);
          text.append(apart ? "*" : "");
        }
        case Span.Code _, Span.CodeBlock _, Span.Quote _ -> text.append(' ');
        case Span.Emoji(var name) -> text.append(LOCKS.contains(name) ? LOCK : " ");
        case Span.Mention _, Span.Broadcast _ -> text.append(' ');
      }
    }
  }

  private static boolean isEnd(Span span, List<Span> spans) {
    return spans.reversed().stream()
        .dropWhile(each -> each instanceof Span.Plain(var words) && words.isBlank())
        .findFirst()
        .filter(last -> last == span)
        .isPresent();
  }

  private boolean isBeginning() {
    int at = text.length();
    while (at > 0 && text.charAt(at - 1) != '\n' && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at == 0 || ENDS_OF_SENTENCES.indexOf(text.charAt(at - 1)) >= 0;
  }
}
