package ponte.consent;

import java.util.ArrayList;
import java.util.List;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;

/**
 * Reads spans as one text, so that {@code password:} in words labels a value in code, and puts the
 * marks where they belong.
 */
final class Spans {

  /** Stands for a span that has no words and may belong to no secret. */
  private static final char OBJECT = '\ufffc';

  private final StringBuilder text = new StringBuilder();
  private int at;

  private Spans() {}

  static RichText withoutSecrets(RichText rich) {
    var spans = new Spans();
    spans.read(rich.spans());
    var secrets = Secrets.in(spans.text.toString());
    return new RichText(spans.hidden(rich.spans(), secrets));
  }

  private void read(List<Span> spans) {
    for (var span : spans) {
      switch (span) {
        case Span.Plain(var words) -> text.append(words);
        case Span.Code(var code) -> text.append('`').append(code).append('`');
        case Span.CodeBlock(var code) -> text.append('\n').append(code).append('\n');
        case Span.Link(_, var label) -> text.append(' ').append(label).append(' ');
        case Span.MessageLink(_, var label) -> text.append(' ').append(label).append(' ');
        case Span.Styled(_, var styled) -> read(styled);
        case Span.Quote(var quoted) -> {
          text.append('\n');
          read(quoted);
          text.append('\n');
        }
        case Span.Mention _, Span.Broadcast _, Span.ChannelLink _, Span.Emoji _ ->
            text.append(OBJECT);
      }
    }
  }

  private List<Span> hidden(List<Span> spans, Secrets secrets) {
    var hidden = new ArrayList<Span>();
    for (var span : spans) {
      hidden.add(
          switch (span) {
            case Span.Plain(var words) -> new Span.Plain(next(words, secrets));
            case Span.Code(var code) -> new Span.Code(set(code, secrets));
            case Span.CodeBlock(var code) -> new Span.CodeBlock(set(code, secrets));
            case Span.Link(var url, var label) ->
                new Span.Link(Secrets.in(url).hidden(0, url.length()), set(label, secrets));
            case Span.MessageLink(var message, var label) ->
                new Span.MessageLink(message, set(label, secrets));
            case Span.Styled(var style, var styled) ->
                new Span.Styled(style, hidden(styled, secrets));
            case Span.Quote(var quoted) -> {
              at++;
              var inner = hidden(quoted, secrets);
              at++;
              yield new Span.Quote(inner);
            }
            case Span.Mention _, Span.Broadcast _, Span.ChannelLink _, Span.Emoji _ -> {
              at++;
              yield span;
            }
          });
    }
    return hidden;
  }

  /** A piece that is read between two separators. */
  private String set(String piece, Secrets secrets) {
    at++;
    var hidden = next(piece, secrets);
    at++;
    return hidden;
  }

  private String next(String piece, Secrets secrets) {
    int from = at;
    at += piece.length();
    return secrets.hidden(from, at);
  }
}
