package ponte.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import ponte.conversation.WorkspaceId;

class MrkdwnTest {

  private static final WorkspaceId TEAM = new WorkspaceId("T1");
  private static final Mrkdwn MRKDWN = new Mrkdwn(TEAM, id -> id.equals("C1") ? "general" : id);

  private static Span plain(String text) {
    return new Span.Plain(text);
  }

  private static Span mention(String id) {
    return new Span.Mention(new PersonId(TEAM, id));
  }

  private static Span bold(Span... spans) {
    return new Span.Styled(Style.BOLD, List.of(spans));
  }

  private static Span italic(Span... spans) {
    return new Span.Styled(Style.ITALIC, List.of(spans));
  }

  private static Span strike(Span... spans) {
    return new Span.Styled(Style.STRIKE, List.of(spans));
  }

  private static Arguments reads(String text, Span... spans) {
    return Arguments.of(text, List.of(spans));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        reads("hello", plain("hello")),
        reads("two\r\nlines\rthree", plain("two\nlines\nthree")),
        // people, channels, groups
        reads("<@U1> <@W2|ada>, hi", mention("U1"), plain(" "), mention("W2"), plain(", hi")),
        reads("<@UNKNOWN99>", mention("UNKNOWN99")),
        reads("<#C1|old-name>", new Span.ChannelLink(new ChannelId(TEAM, "C1"), "old-name")),
        reads("<#C1> <#C1|>", channel("general"), plain(" "), channel("general")),
        reads("<#C404>", new Span.ChannelLink(new ChannelId(TEAM, "C404"), "C404")),
        reads("<!here> <!channel|@channel>", broadcast("here"), plain(" "), broadcast("channel")),
        reads("<!everyone> <!group>", broadcast("everyone"), plain(" "), broadcast("channel")),
        reads("<!subteam^S1|@italia>", broadcast("italia")),
        reads("<!subteam^S1>", broadcast("S1")),
        reads("<!date^1392734382^{date}|18 Feb 2014>", plain("18 Feb 2014")),
        reads("<!date^1392734382^{date}>", plain("2014-02-18")),
        reads("<!date^1392734382^{date}^https://x.org|then>", link("https://x.org", "then")),
        reads("<!new^thing|label>", plain("label")),
        // addresses
        reads("<https://x.org/?a=1&amp;b=2>", link("https://x.org/?a=1&b=2")),
        reads("<https://x.org|the &lt;docs&gt;>", link("https://x.org", "the <docs>")),
        reads("<https://x.org|>", link("https://x.org")),
        reads("<mailto:a@x.org|a@x.org>", link("mailto:a@x.org", "a@x.org")),
        reads("<mailto:a@x.org>", link("mailto:a@x.org", "a@x.org")),
        reads("<tel:+39055|+39 055>", link("tel:+39055", "+39 055")),
        reads("<javascript:alert(1)|click>", plain("click")),
        reads("see https://x.org/a_b_c.", plain("see "), link("https://x.org/a_b_c"), plain(".")),
        reads("(http://x.org)", plain("("), link("http://x.org"), plain(")")),
        reads("http://x.org/A_(b)", link("http://x.org/A_(b)")),
        reads("&lt;https://x.org&gt;", plain("<"), link("https://x.org"), plain(">")),
        reads("http:// and xhttp://x.org", plain("http:// and xhttp://x.org")),
        reads("*https://x.org*", bold(link("https://x.org"))),
        // styles
        reads("*b* _i_ ~s~", bold(plain("b")), plain(" "), italic(plain("i")), plain(" "), s("s")),
        reads("*_both_*", bold(italic(plain("both")))),
        reads("(*b*), *b*.", plain("("), bold(plain("b")), plain("), "), bold(plain("b")), dot()),
        reads("snake_case_words", plain("snake_case_words")),
        reads("_snake_case_", italic(plain("snake_case"))),
        reads("2*3*4 and 2 * 3 * 4", plain("2*3*4 and 2 * 3 * 4")),
        reads("*not\nbold*", plain("*not\nbold*")),
        reads("*open", plain("*open")),
        reads("*a _b*", bold(plain("a _b"))),
        reads("_a *b_ c*", italic(plain("a *b")), plain(" c*")),
        reads("**", plain("**")),
        reads("**bold**", plain("*"), bold(plain("bold")), plain("*")),
        reads("*<@U1>*", bold(mention("U1"))),
        reads("~~~", plain("~~~")),
        // code
        reads("a `b *c* &lt;` d", plain("a "), new Span.Code("b *c* <"), plain(" d")),
        reads("`a\nb`", plain("`a\nb`")),
        reads("`", plain("`")),
        reads("``", plain("``")),
        reads("`<https://x.org|x.org> <@U1|ada> <!here>`", new Span.Code("x.org @ada @here")),
        reads("x\n```\na &gt; b\n*c*\n```\ny", plain("x"), block("a > b\n*c*"), plain("y")),
        reads("```curl <https://x.org>```", block("curl https://x.org")),
        reads("```a```> b", block("a"), plain("> b")),
        reads("```a```\n&gt; b", block("a"), quote(plain("b"))),
        reads("```a\n&gt; b```", block("a\n> b")),
        reads("``` open", plain("``` open")),
        reads("``````", plain("``````")),
        // quotes
        reads("&gt; a\n&gt; b\nc", quote(plain("a\nb")), plain("c")),
        reads("x\n&gt;a", plain("x"), quote(plain("a"))),
        reads("> raw", quote(plain("raw"))),
        reads("&amp;gt; twice", quote(plain("twice"))),
        reads("&gt;&gt;&gt; a\nb", quote(plain("a\nb"))),
        reads("&gt; `a` *b*", quote(new Span.Code("a"), plain(" "), bold(plain("b")))),
        reads("&gt; ```a```", quote(block("a"))),
        reads("a &gt; b", plain("a > b")),
        reads("&gt; &gt; nested", quote(plain("> nested"))),
        // emoji
        reads(":tada::+1:", new Span.Emoji("tada"), new Span.Emoji("+1")),
        reads(":wave::skin-tone-4:!", new Span.Emoji("wave"), plain("!")),
        reads(":skin-tone-4:", new Span.Emoji("skin-tone-4")),
        reads(":100: :caffè:", new Span.Emoji("100"), plain(" "), new Span.Emoji("caffè")),
        reads("10:30:45 at :30:", plain("10:30:45 at :30:")),
        reads("std::vector::iterator", plain("std::vector::iterator")),
        reads("a:b:c", plain("a:b:c")),
        reads(":: : :a", plain(":: : :a")),
        reads(":Not_One:", plain(":Not_One:")),
        // escapes
        reads("AT&amp;T &lt;3 &gt;.&lt;", plain("AT&T <3 >.<")),
        reads("a &amp;gt; &amp;lt; &amp;amp; b", plain("a > < & b")),
        reads("&nbsp; & &am", plain("&nbsp; & &am")),
        // no markup
        reads("a < b and c > d", plain("a < b and c > d")),
        reads("<> <|> <@> <#|x> <!> <nothing>", plain("<> <|> <@> <#|x> <!> <nothing>")),
        reads("<@U1 <@U2>", plain("<@U1 "), mention("U2")),
        reads("<@../../etc>", plain("<@../../etc>")));
  }

  private static Span channel(String name) {
    return new Span.ChannelLink(new ChannelId(TEAM, "C1"), name);
  }

  private static Span broadcast(String name) {
    return new Span.Broadcast(name);
  }

  private static Span link(String url) {
    return new Span.Link(url, url);
  }

  private static Span link(String url, String label) {
    return new Span.Link(url, label);
  }

  private static Span block(String code) {
    return new Span.CodeBlock(code);
  }

  private static Span quote(Span... spans) {
    return new Span.Quote(List.of(spans));
  }

  private static Span s(String text) {
    return strike(plain(text));
  }

  private static Span dot() {
    return plain(".");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void readsWhatSlackWrites(String text, List<Span> spans) {
    assertThat(MRKDWN.parse(text).spans()).isEqualTo(spans);
  }

  @Test
  void readsNothingAsNothing() {
    assertThat(MRKDWN.parse("")).isEqualTo(RichText.EMPTY);
  }

  @Test
  void keepsEveryLetterOfAnyText() {
    var random = new Random(20150606);
    var pieces =
        List.of(
            "*",
            "_",
            "~",
            "`",
            "```",
            "<",
            ">",
            "&gt;",
            "&lt;",
            "&amp;",
            "&",
            ":",
            "|",
            "@",
            "#",
            "!",
            "^",
            "\n",
            "\r",
            " ",
            "h",
            "http://",
            "https://x",
            "<@U1|",
            "<#C1|",
            "<!date^",
            "😀",
            "\uD83D",
            "a",
            "B",
            "è",
            "7",
            "(",
            ")",
            ">>>",
            "&gt;&gt;&gt;",
            "\u0000",
            ":tada:");
    for (int round = 0; round < 20_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }

      var read = MRKDWN.parse(text.toString());

      // A bracket may turn a target into its label: only texts without one keep every letter.
      if (text.indexOf("<") < 0 && text.indexOf("&") < 0) {
        assertThat(letters(shown(read.spans()))).isEqualTo(letters(text.toString()));
      }
    }
  }

  private static String letters(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String shown(List<Span> spans) {
    var shown = new StringBuilder();
    for (var span : spans) {
      switch (span) {
        case Span.Plain(var text) -> shown.append(text);
        case Span.Mention(var person) -> shown.append(person.value());
        case Span.Broadcast(var name) -> shown.append(name);
        case Span.ChannelLink(_, var name) -> shown.append(name);
        case Span.Link(_, var label) -> shown.append(label);
        case Span.MessageLink(_, var label) -> shown.append(label);
        case Span.Code(var code) -> shown.append(code);
        case Span.CodeBlock(var code) -> shown.append(code);
        case Span.Emoji(var name) -> shown.append(name);
        case Span.Quote(var quoted) -> shown.append(shown(quoted));
        case Span.Styled(_, var styled) -> shown.append(shown(styled));
      }
    }
    return shown.toString();
  }

  /** A reader that takes the square of these lengths would not come back for minutes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "* ",
        " *a",
        "*a ",
        "_*",
        "~a_b*",
        "`",
        "` ",
        "```",
        "```a",
        "``` ",
        "<",
        "<@",
        "<a ",
        "<a>",
        "<!",
        "&",
        "&amp;",
        "&gt;",
        "&gt;\n",
        "&gt; &gt; ",
        ":",
        ":a",
        ":a:",
        "http://",
        "http://(",
        "http://a)",
        "> ```\n",
        "*_~`<:&",
        "\n",
        "(*a\n",
        "|",
        "<a|"
      })
  void readsLongRunsOfMarksInLinearTime(String unit) {
    var text = unit.repeat(200_000 / unit.length());

    MRKDWN.parse(text);
    MRKDWN.parse(text + ">");
    MRKDWN.parse(text + "```");
    assertThat(letters(shown(MRKDWN.parse(text + "end").spans()))).endsWith("end");
  }
}
