package ponte.conversation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a person wrote, free of any platform's markup.
 *
 * <p>Adapters translate to and from it: Slack's mrkdwn, Teams' HTML, the console's pages.
 */
public record RichText(List<Span> spans) {

  public static final RichText EMPTY = new RichText(List.of());

  /** An address that stands among words. */
  private static final Pattern ADDRESS = Pattern.compile("\\b(?:https?://|www\\.)\\S+");

  /** A piece of text of one nature. */
  public sealed interface Span {

    /** Words, with line breaks as {@code \n}. */
    record Plain(String text) implements Span {}

    /** A person spoken to. */
    record Mention(PersonId person) implements Span {}

    /** Everybody spoken to at once: {@code channel}, {@code here}, {@code everyone}, a group. */
    record Broadcast(String name) implements Span {}

    /** A channel pointed at. */
    record ChannelLink(ChannelId channel, String name) implements Span {}

    /** A page pointed at; the label is the address where the writer gave none. */
    record Link(String url, String label) implements Span {}

    /** A message pointed at; only Ponte writes these. */
    record MessageLink(MessageId message, String label) implements Span {}

    /** Code within a line. */
    record Code(String code) implements Span {}

    /** Code in lines of its own. */
    record CodeBlock(String code) implements Span {}

    /** An emoji by its name, without colons. */
    record Emoji(String name) implements Span {}

    /** Somebody else's words, quoted. */
    record Quote(List<Span> spans) implements Span {
      public Quote {
        spans = List.copyOf(spans);
      }
    }

    /** Words set apart. */
    record Styled(Style style, List<Span> spans) implements Span {
      public Styled {
        spans = List.copyOf(spans);
      }
    }
  }

  /** How words are set apart. */
  public enum Style {
    BOLD,
    ITALIC,
    STRIKE
  }

  public RichText {
    spans = List.copyOf(spans);
  }

  public static RichText of(Span... spans) {
    return new RichText(List.of(spans));
  }

  public static RichText plain(String text) {
    return text.isEmpty() ? EMPTY : of(new Span.Plain(text));
  }

  public boolean isEmpty() {
    return spans.isEmpty();
  }

  /** The people this text speaks to, in order of their first mention. */
  public Set<PersonId> mentions() {
    var mentions = new LinkedHashSet<PersonId>();
    collectMentions(spans, mentions);
    return mentions;
  }

  /** The pages this text points at, in order. */
  public List<Span.Link> links() {
    var links = new ArrayList<Span.Link>();
    collectLinks(spans, links);
    return links;
  }

  private static void collectMentions(List<Span> spans, Set<PersonId> into) {
    for (var span : spans) {
      switch (span) {
        case Span.Mention(var person) -> into.add(person);
        case Span.Quote(var quoted) -> collectMentions(quoted, into);
        case Span.Styled(_, var styled) -> collectMentions(styled, into);
        case Span.Plain _,
            Span.Broadcast _,
            Span.ChannelLink _,
            Span.Link _,
            Span.MessageLink _ -> {}
        case Span.Code _, Span.CodeBlock _, Span.Emoji _ -> {}
      }
    }
  }

  private static void collectLinks(List<Span> spans, List<Span.Link> into) {
    for (var span : spans) {
      switch (span) {
        case Span.Link link -> into.add(link);
        case Span.Styled(_, var styled) -> collectLinks(styled, into);
        case Span.Plain _,
            Span.Broadcast _,
            Span.ChannelLink _,
            Span.Mention _,
            Span.MessageLink _ -> {}
        case Span.Code _, Span.CodeBlock _, Span.Emoji _, Span.Quote _ -> {}
      }
    }
  }

  /**
   * What search reads: words, labels of links and code; no names of people (a name would answer
   * "who knows" by itself), no emoji, no words of others.
   */
  public String searchable() {
    var text = new StringBuilder();
    appendSearchable(spans, text);
    return text.toString().strip();
  }

  private static void appendSearchable(List<Span> spans, StringBuilder text) {
    for (var span : spans) {
      switch (span) {
        case Span.Plain(var words) -> text.append(words);
        case Span.Link(_, var label) -> text.append(label);
        case Span.MessageLink(_, var label) -> text.append(label);
        case Span.Code(var code) -> text.append(code);
        case Span.CodeBlock(var code) -> text.append('\n').append(code).append('\n');
        case Span.ChannelLink(_, var name) -> text.append(name);
        case Span.Styled(_, var styled) -> appendSearchable(styled, text);
        case Span.Mention _, Span.Broadcast _, Span.Emoji _, Span.Quote _ -> text.append(' ');
      }
    }
  }

  /**
   * What its writer said in words of their own: neither code, nor addresses, nor names of people,
   * emoji or words of others.
   */
  public String prose() {
    var text = new StringBuilder();
    appendProse(spans, text);
    return ADDRESS.matcher(text).replaceAll(" ").strip();
  }

  /** What is written as code, in lines of its own or within one. */
  public String code() {
    var text = new StringBuilder();
    appendCode(spans, text);
    return text.toString().strip();
  }

  private static void appendCode(List<Span> spans, StringBuilder text) {
    for (var span : spans) {
      switch (span) {
        case Span.Code(var code) -> text.append(code).append('\n');
        case Span.CodeBlock(var code) -> text.append(code).append('\n');
        case Span.Styled(_, var styled) -> appendCode(styled, text);
        case Span.Plain _, Span.Link _, Span.MessageLink _, Span.ChannelLink _, Span.Mention _ -> {}
        case Span.Broadcast _, Span.Emoji _, Span.Quote _ -> {}
      }
    }
  }

  private static void appendProse(List<Span> spans, StringBuilder text) {
    for (var span : spans) {
      switch (span) {
        case Span.Plain(var words) -> text.append(words);
        case Span.Link(_, var label) -> text.append(label);
        case Span.MessageLink(_, var label) -> text.append(label);
        case Span.ChannelLink(_, var name) -> text.append(name);
        case Span.Styled(_, var styled) -> appendProse(styled, text);
        case Span.Code _, Span.CodeBlock _ -> text.append(' ');
        case Span.Mention _, Span.Broadcast _, Span.Emoji _, Span.Quote _ -> text.append(' ');
      }
    }
  }
}
