package ponte.teams.html;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;

/**
 * Reads the HTML of Teams' messages, as the Bot Connector and as Microsoft Graph give it:
 * <https://learn.microsoft.com/graph/api/resources/chatmessage>.
 */
public final class Html {

  /** Nobody writes deeper than this; what lies deeper is read as words alone. */
  private static final int DEEPEST = 60;

  /** Marks what an element is, where its name does not tell. */
  private static final String SCHEMA = "http://schema.skype.com/";

  private final List<Mention> mentions;
  private final Map<String, Span> attachments;

  private Html(List<Mention> mentions, Map<String, Span> attachments) {
    this.mentions = mentions;
    this.attachments = attachments;
  }

  /**
   * What somebody wrote.
   *
   * @param attachments what stands in the text where {@code <attachment id="…">} does, by that id
   */
  public static RichText read(String html, List<Mention> mentions, Map<String, Span> attachments) {
    var out = new SpanList();
    new Html(mentions, attachments).children(Jsoup.parseBodyFragment(html).body(), out, 0);
    return new RichText(out.finished());
  }

  private void children(Element parent, SpanList out, int depth) {
    if (depth > DEEPEST) {
      out.words(parent.text());
      return;
    }
    for (var child : parent.childNodes()) {
      node(child, out, depth);
    }
  }

  private void node(Node node, SpanList out, int depth) {
    if (node instanceof TextNode text) {
      out.words(text.getWholeText());
    } else if (node instanceof Element element) {
      element(element, out, depth + 1);
    }
  }

  private void element(Element element, SpanList out, int depth) {
    switch (element.normalName()) {
      case "br" -> out.lineBreak();
      case "p", "div" -> paragraph(element, out, depth);
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        out.block();
        styled(Style.BOLD, element, out, depth);
        out.block();
      }
      case "hr" -> out.block();
      case "b", "strong" -> styled(Style.BOLD, element, out, depth);
      case "i", "em" -> styled(Style.ITALIC, element, out, depth);
      case "s", "strike", "del" -> styled(Style.STRIKE, element, out, depth);
      case "code" -> code(element, out);
      case "pre", "codeblock" -> out.addBlock(new Span.CodeBlock(lines(element)));
      case "blockquote" -> quote(element, out, depth);
      case "ul", "ol" -> list(element, out, depth);
      case "table" -> table(element, out, depth);
      case "a" -> link(element, out, depth);
      case "img" -> image(element, out);
      case "emoji" -> out.literal(element.attr("alt"));
      case "at" -> mention(element.attr("id"), element.text(), out);
      case "attachment" -> attachment(element.attr("id"), out);
      case "script", "style", "systemeventmessage" -> {}
      default -> other(element, out, depth);
    }
  }

  private void other(Element element, SpanList out, int depth) {
    if (is(element, "Mention")) {
      mention(element.attr("itemid"), element.text(), out);
    } else {
      children(element, out, depth);
    }
  }

  private static boolean is(Element element, String kind) {
    return element.attr("itemtype").equals(SCHEMA + kind);
  }

  /** An empty paragraph is an empty line: it holds a space that does not break. */
  private void paragraph(Element element, SpanList out, int depth) {
    out.block();
    if (element.childrenSize() == 0 && element.text().replace('\u00A0', ' ').isBlank()) {
      out.lineBreak();
      return;
    }
    children(element, out, depth);
    out.block();
  }

  private void styled(Style style, Element element, SpanList out, int depth) {
    var inner = new SpanList();
    children(element, inner, depth);
    out.addInner(inner, spans -> List.of(new Span.Styled(style, spans)));
  }

  private static void code(Element element, SpanList out) {
    var code = lines(element);
    if (code.indexOf('\n') < 0) {
      out.add(new Span.Code(code));
    } else {
      out.addBlock(new Span.CodeBlock(code));
    }
  }

  /** Code keeps its white space; its lines end with a break or the end of a block. */
  private static String lines(Element element) {
    var copy = element.clone();
    copy.select("br").forEach(br -> br.replaceWith(new TextNode("\n")));
    copy.select("p,div").forEach(block -> block.after(new TextNode("\n")));
    return copy.wholeText().replace('\u00A0', ' ').stripTrailing();
  }

  private void quote(Element element, SpanList out, int depth) {
    var inner = new SpanList();
    children(element, inner, depth);
    var quoted = inner.finished();
    if (!quoted.isEmpty()) {
      out.addBlock(new Span.Quote(quoted));
    }
  }

  private void list(Element list, SpanList out, int depth) {
    var numbered = list.normalName().equals("ol");
    var inset = "  ".repeat((int) list.parents().stream().filter(Html::isList).count());
    var number = list.hasAttr("start") ? number(list.attr("start")) : 1;
    for (var item : list.children()) {
      out.block();
      if (isList(item)) {
        list(item, out, depth + 1);
      } else {
        out.literal(inset + (numbered ? number++ + ". " : "• "));
        var inner = new SpanList();
        children(item, inner, depth + 1);
        out.addInner(inner, spans -> spans);
      }
    }
    out.block();
  }

  private static boolean isList(Element element) {
    return element.normalName().equals("ul") || element.normalName().equals("ol");
  }

  private static int number(String start) {
    return start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1;
  }

  private void table(Element table, SpanList out, int depth) {
    var rows = table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
    for (var row : rows) {
      out.block();
      var first = true;
      for (var cell : row.children()) {
        if (!first) {
          out.literal(" | ");
        }
        first = false;
        var inner = new SpanList();
        children(cell, inner, depth + 1);
        out.addInner(inner, spans -> spans);
      }
    }
    out.block();
  }

  private void link(Element element, SpanList out, int depth) {
    var address = element.attr("href").strip();
    if (address.matches("(?i)(https?|mailto):.+")) {
      var label = element.text().replace('\u00A0', ' ').strip();
      out.add(new Span.Link(address, label.isEmpty() ? address : label));
    } else {
      children(element, out, depth);
    }
  }

  /** An emoji is its own letter; a GIF lies where everybody can see it, other pictures do not. */
  private static void image(Element image, SpanList out) {
    var alt = image.attr("alt").strip();
    if (is(image, "Giphy") && !image.attr("src").isBlank()) {
      out.add(new Span.Link(image.attr("src"), alt.isEmpty() ? "GIF" : alt));
    } else if (!alt.isEmpty() && !alt.equalsIgnoreCase("image")) {
      out.literal(alt);
    }
  }

  private void mention(String id, String name, SpanList out) {
    mentioned(id, name)
        .ifPresentOrElse(
            mention -> out.add(mention.span()),
            () -> {
              if (!name.isBlank()) {
                out.literal("@" + name.strip());
              }
            });
  }

  /** By its id; where that is of another, as after an edit, by its name. */
  private Optional<Mention> mentioned(String id, String name) {
    var byId = mentions.stream().filter(mention -> mention.id().equals(id)).findFirst();
    return byId.filter(mention -> mention.name().contains(name.strip()))
        .or(() -> mentions.stream().filter(m -> m.name().equals(name.strip())).findFirst())
        .or(() -> byId);
  }

  private void attachment(String id, SpanList out) {
    var span = attachments.get(id);
    if (span instanceof Span.Quote) {
      out.addBlock(span);
    } else if (span != null) {
      out.add(span);
    }
  }
}
