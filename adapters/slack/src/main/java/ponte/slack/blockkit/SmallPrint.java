package ponte.slack.blockkit;

import java.util.List;
import java.util.regex.Pattern;
import ponte.conversation.RichText.Span;
import ponte.reply.Cut;

/**
 * Writes small print, which Slack takes as mrkdwn only.
 *
 * <p>The three characters that Slack escapes are escaped. For those that mark bold, italic, struck
 * and code it knows no escape, so that they are written as characters that look the same; {@code
 * verbatim} keeps Slack from finding links and mentions in the rest.
 */
final class SmallPrint {

  /** A line that begins so is a quote, escaped or not. */
  private static final Pattern QUOTE = Pattern.compile("(?m)^>");

  private static final Pattern CALL =
      Pattern.compile("@(?=here|channel|everyone|group)", Pattern.CASE_INSENSITIVE);

  /** Within a word it marks nothing, and names of code are full of it. */
  private static final Pattern UNDERSCORE =
      Pattern.compile("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

  private final Pointers pointers;

  SmallPrint(Pointers pointers) {
    this.pointers = pointers;
  }

  /** The text as mrkdwn of at most 3,000 characters; empty where it is. */
  String write(List<Span> spans) {
    int room = Limits.TEXT;
    var written = line(Cut.shortened(spans, room));
    while (written.length() > Limits.TEXT) {
      room = room / 2;
      written = line(Cut.shortened(spans, room));
    }
    return written.strip();
  }

  private String line(List<Span> spans) {
    var line = new StringBuilder();
    spans.forEach(span -> line.append(write(span)));
    return line.toString();
  }

  private String write(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> neutral(text);
      case Span.Mention(var person) -> neutral(Names.of(person, pointers));
      case Span.Broadcast(var name) -> neutral("@" + name);
      case Span.ChannelLink(var channel, var name) ->
          Addresses.isChannel(channel) ? "<#" + channel.value() + ">" : neutral("#" + name);
      case Span.Link(var url, var label) ->
          Addresses.opens(url) ? link(url, label) : neutral(label);
      case Span.MessageLink(var message, var label) -> link(pointers.permalink(message), label);
      case Span.Code(var code) -> neutral(code);
      case Span.CodeBlock(var code) -> neutral(code);
      case Span.Emoji(var name) ->
          Addresses.namesEmoji(name) ? ":" + name + ":" : neutral(":" + name + ":");
      case Span.Quote(var quoted) -> line(quoted);
      case Span.Styled(_, var styled) -> line(styled);
    };
  }

  private static String link(String url, String label) {
    // A bar or an angle bracket would end the address and begin another thing.
    var address = escaped(url).replace("|", "%7C");
    return label.isBlank()
        ? "<" + address + ">"
        : "<" + address + "|" + neutral(label).replace('|', '¦').replace('\n', ' ') + ">";
  }

  /** Text that is no markup to Slack, nor calls anybody. */
  static String neutral(String text) {
    var marked = QUOTE.matcher(text).replaceAll("›");
    marked = CALL.matcher(marked).replaceAll("@\u2060");
    marked = UNDERSCORE.matcher(marked).replaceAll("＿");
    return escaped(marked).replace('*', '∗').replace('~', '∼').replace('`', 'ˋ');
  }

  /** Text with the characters escaped that Slack asks to escape. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
