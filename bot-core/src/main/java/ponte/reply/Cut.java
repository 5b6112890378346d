package ponte.reply;

import java.util.ArrayList;
import java.util.List;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;

/** Makes texts fit: by cutting words short, never links. */
public final class Cut {

  private static final String DOTS = "…";

  /** How long the address of a message is, about. */
  private static final int ADDRESS = 100;

  /** How much of a link's words is kept where there is too little room. */
  private static final int LABEL = 60;

  private Cut() {}

  /** A text of at most so many characters; what is longer ends at a word, with dots. */
  public static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int room = Math.max(0, most - DOTS.length());
    int space = text.lastIndexOf(' ', room);
    return text.substring(0, whole(text, space > room / 2 ? space : room)) + DOTS;
  }

  /** How many characters a text shows, about: names and addresses count as their label. */
  public static int length(List<Span> spans) {
    return spans.stream().mapToInt(Cut::length).sum();
  }

  private static int length(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> text.length();
      case Span.Mention _ -> 20;
      case Span.Broadcast(var name) -> name.length() + 1;
      case Span.ChannelLink(_, var name) -> name.length() + 1;
      case Span.Link(var url, var label) -> url.length() + label.length();
      case Span.MessageLink(_, var label) -> label.length() + ADDRESS;
      case Span.Code(var code) -> code.length();
      case Span.CodeBlock(var code) -> code.length() + 1;
      case Span.Emoji(var name) -> name.length() + 2;
      case Span.Quote(var quoted) -> length(quoted) + 1;
      case Span.Styled(_, var styled) -> length(styled);
    };
  }

  /**
   * The text with its words cut so that it fits; the first links to messages stay, wherever they
   * stand, since they lead to what was cut.
   */
  public static List<Span> shortened(List<Span> spans, int most) {
    return length(spans) <= most ? spans : keep(spans, new Budget(most, messageLinks(spans)));
  }

  private static int messageLinks(List<Span> spans) {
    return spans.stream()
        .mapToInt(
            span ->
                switch (span) {
                  case Span.MessageLink _ -> 1;
                  case Span.Quote(var quoted) -> messageLinks(quoted);
                  case Span.Styled(_, var styled) -> messageLinks(styled);
                  case Span.Plain _, Span.Mention _, Span.Broadcast _, Span.ChannelLink _ -> 0;
                  case Span.Link _, Span.Code _, Span.CodeBlock _, Span.Emoji _ -> 0;
                })
        .sum();
  }

  /** What room there is, half of it at most for links to messages. */
  private static final class Budget {
    private int left;
    private int linksLeft;

    Budget(int most, int links) {
      this.linksLeft = Math.min(links, most / 2 / (LABEL + ADDRESS));
      this.left = most - linksLeft * (LABEL + ADDRESS);
    }

    boolean takeLink() {
      return linksLeft-- > 0;
    }

    /** As much of a text as there is room for; the first that does not fit ends in dots. */
    String take(String text) {
      if (left == 0) {
        return "";
      }
      var taken = shortened(text, left);
      left = taken.length() < text.length() || taken.endsWith(DOTS) ? 0 : left - taken.length();
      return taken;
    }

    boolean takeWhole(int length) {
      left = length <= left ? left - length : 0;
      return left > 0;
    }
  }

  private static List<Span> keep(List<Span> spans, Budget budget) {
    var kept = new ArrayList<Span>();
    for (var span : spans) {
      switch (span) {
        case Span.Plain(var text) -> kept.add(new Span.Plain(budget.take(text)));
        case Span.Code(var code) -> kept.add(new Span.Code(budget.take(code)));
        case Span.CodeBlock(var code) -> kept.add(new Span.CodeBlock(budget.take(code)));
        case Span.Quote(var quoted) -> kept.add(new Span.Quote(keep(quoted, budget)));
        case Span.Styled(var style, var styled) ->
            kept.add(new Span.Styled(style, keep(styled, budget)));
        case Span.MessageLink(var message, var label) -> {
          if (budget.takeLink()) {
            kept.add(new Span.MessageLink(message, shortened(label, LABEL)));
          }
        }
        case Span.Mention _, Span.Broadcast _, Span.ChannelLink _, Span.Link _, Span.Emoji _ -> {
          if (budget.takeWhole(length(span))) {
            kept.add(span);
          }
        }
      }
    }
    return kept;
  }

  /** The text in pieces of at most so many characters each, cut between words; one at least. */
  public static List<List<Span>> pieces(RichText text, int most) {
    var pieces = new ArrayList<List<Span>>();
    var piece = new ArrayList<Span>();
    int left = most;
    for (var span : text.spans()) {
      if (span instanceof Span.Plain(var words)) {
        var rest = words;
        while (rest.length() > left) {
          int space = Math.max(rest.lastIndexOf(' ', left), rest.lastIndexOf('\n', left));
          int end = whole(rest, space > left / 2 ? space : left);
          piece.add(new Span.Plain(rest.substring(0, end)));
          pieces.add(piece);
          piece = new ArrayList<>();
          left = most;
          rest = rest.substring(end);
        }
        piece.add(new Span.Plain(rest));
        left -= rest.length();
      } else {
        var fitting = shortened(List.of(span), most);
        int length = length(fitting);
        if (length > left) {
          pieces.add(piece);
          piece = new ArrayList<>();
          left = most;
        }
        piece.addAll(fitting);
        left = Math.max(0, left - length);
      }
    }
    pieces.add(piece);
    return pieces;
  }

  /** An end that splits no character in two. */
  private static int whole(String text, int end) {
    return end > 0 && end < text.length() && Character.isLowSurrogate(text.charAt(end))
        ? end - 1
        : end;
  }
}
