package ponte.teams.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.consent.Confidentiality;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import ponte.conversation.WorkspaceId;

class HtmlTest {

  private static final WorkspaceId TENANT = new WorkspaceId("tenant");
  private static final PersonId ADELE = new PersonId(TENANT, "adele");
  private static final PersonId PONTE = new PersonId(TENANT, "28:ponte");

  private static RichText read(String html, Mention... mentions) {
    return Html.read(html, List.of(mentions), Map.of());
  }

  private static RichText plain(String text) {
    return RichText.plain(text);
  }

  @Test
  void readsParagraphsAsLines() {
    assertThat(read("<div><div>one</div>\n</div>")).isEqualTo(plain("one"));
    assertThat(read("<p>one</p><p>two</p>")).isEqualTo(plain("one\ntwo"));
    assertThat(read("<p>one</p>\n<p>&nbsp;</p>\n<p>two</p>")).isEqualTo(plain("one\n\ntwo"));
    assertThat(read("one<br>two<br><br>three")).isEqualTo(plain("one\ntwo\n\nthree"));
  }

  @Test
  void readsWhiteSpaceAsHtmlMeansIt() {
    assertThat(read("  one \n\t two&nbsp;three  ")).isEqualTo(plain("one two three"));
    assertThat(read("a &lt; b &amp;&amp; c &gt; d")).isEqualTo(plain("a < b && c > d"));
  }

  @Test
  void readsMentionsByTheirNumber() {
    var mentions =
        new Mention[] {
          new Mention("0", "Ponte", new Span.Mention(PONTE)),
          new Mention("1", "Adele Vance", new Span.Mention(ADELE))
        };

    var asked =
        read(
            "<div><span itemscope itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">Ponte</span>"
                + "&nbsp;who knows, <at id=\"1\">Adele</at>?</div>",
            mentions);

    assertThat(asked)
        .isEqualTo(
            RichText.of(
                new Span.Mention(PONTE),
                new Span.Plain(" who knows, "),
                new Span.Mention(ADELE),
                new Span.Plain("?")));
  }

  @Test
  void readsAMentionByItsNameWhereTheNumberIsOfAnother() {
    var text =
        read(
            "<at id=\"0\">Adele Vance</at>",
            new Mention("0", "Ponte", new Span.Mention(PONTE)),
            new Mention("1", "Adele Vance", new Span.Mention(ADELE)));

    assertThat(text).isEqualTo(RichText.of(new Span.Mention(ADELE)));
  }

  @Test
  void keepsTheNameOfAMentionThatNobodyExplains() {
    assertThat(read("ask <at id=\"7\">Somebody</at> else")).isEqualTo(plain("ask @Somebody else"));
  }

  @Test
  void readsStylesWithTheSpaceAroundThem() {
    assertThat(read("a <strong>bold</strong>-<em>italic</em> <s>gone</s> word"))
        .isEqualTo(
            RichText.of(
                new Span.Plain("a "),
                new Span.Styled(Style.BOLD, plain("bold").spans()),
                new Span.Plain("-"),
                new Span.Styled(Style.ITALIC, plain("italic").spans()),
                new Span.Plain(" "),
                new Span.Styled(Style.STRIKE, plain("gone").spans()),
                new Span.Plain(" word")));
    assertThat(read("a<b> bold </b>word"))
        .isEqualTo(
            RichText.of(
                new Span.Plain("a "),
                new Span.Styled(Style.BOLD, plain("bold").spans()),
                new Span.Plain(" word")));
  }

  @Test
  void readsAMarkInBold() {
    assertThat(
            List.of(
                "<p><strong>CONFIDENTIAL</strong>&nbsp;how do we close the merger?</p>",
                "<div><div><b><i>Internal only</i></b> the roadmap</div></div>"))
        .allMatch(html -> Confidentiality.isMarked(read(html)));
  }

  @Test
  void readsQuotes() {
    var reply =
        read(
            """
            <blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1632474074231">
            <strong itemprop="mri" itemid="8:orgid:7faf8ab2">Megan Bowen</strong><span itemprop="time" itemid="1632474074231"></span>
            <p itemprop="preview">the deploy failed</p>
            </blockquote>
            <p>did you try again?</p>
            """);

    assertThat(reply)
        .isEqualTo(
            RichText.of(
                new Span.Quote(
                    List.of(
                        new Span.Styled(Style.BOLD, plain("Megan Bowen").spans()),
                        new Span.Plain("\nthe deploy failed"))),
                new Span.Plain("did you try again?")));
    assertThat(reply.searchable()).isEqualTo("did you try again?");
  }

  @Test
  void readsAQuoteThatIsAttached() {
    var quoted = new Span.Quote(plain("the deploy failed").spans());

    var text =
        Html.read(
            "<attachment id=\"1\"></attachment><p>again</p><attachment id=\"2\"></attachment>",
            List.of(),
            Map.of("1", quoted));

    assertThat(text).isEqualTo(RichText.of(quoted, new Span.Plain("again")));
  }

  @Test
  void readsCode() {
    assertThat(read("run <code>mvn -o  test</code> first"))
        .isEqualTo(
            RichText.of(
                new Span.Plain("run "), new Span.Code("mvn -o  test"), new Span.Plain(" first")));
    assertThat(
            read(
                "<p>so:</p><codeblock class=\"Java\"><code>if (a &lt; b) {<br>&nbsp;&nbsp;return;<br>}</code></codeblock><p>done</p>"))
        .isEqualTo(
            RichText.of(
                new Span.Plain("so:"),
                new Span.CodeBlock("if (a < b) {\n  return;\n}"),
                new Span.Plain("done")));
    assertThat(read("<pre>one\n  two</pre>"))
        .isEqualTo(RichText.of(new Span.CodeBlock("one\n  two")));
  }

  @Test
  void readsTables() {
    assertThat(
            read(
                "<table><tbody><tr><td>Name</td><td><p>Team</p></td></tr><tr><td>Adele</td><td><b>Payments</b></td></tr></tbody></table>"))
        .isEqualTo(
            RichText.of(
                new Span.Plain("Name | Team\nAdele | "),
                new Span.Styled(Style.BOLD, plain("Payments").spans())));
  }

  @Test
  void readsLists() {
    assertThat(
            read(
                "<p>Tasks:</p><ul><li>one</li><li>two<ul><li>deeper</li></ul></li></ul><p>end</p>"))
        .isEqualTo(plain("Tasks:\n• one\n• two\n  • deeper\nend"));
    assertThat(read("<ol start=\"3\"><li>three</li><li>four</li></ol>"))
        .isEqualTo(plain("3. three\n4. four"));
  }

  @Test
  void readsLinks() {
    assertThat(
            read(
                "see <a href=\"https://example.org/x?a=1&amp;b=2\" title=\"t\">the <b>page</b></a>"))
        .isEqualTo(
            RichText.of(
                new Span.Plain("see "),
                new Span.Link("https://example.org/x?a=1&b=2", "the page")));
    assertThat(read("<a href=\"https://example.org/\"></a>"))
        .isEqualTo(RichText.of(new Span.Link("https://example.org/", "https://example.org/")));
    assertThat(read("<a href=\"javascript:alert(1)\">press</a>")).isEqualTo(plain("press"));
  }

  @Test
  void readsEmojiAsTheirLetters() {
    assertThat(
            read(
                "good <img itemscope itemtype=\"http://schema.skype.com/Emoji\" itemid=\"1f44d_thumbsup\" alt=\"👍\" src=\"x\"> work<emoji id=\"smile\" alt=\"🙂\" title=\"Smile\"></emoji>"))
        .isEqualTo(plain("good 👍 work🙂"));
  }

  @Test
  void readsPicturesByTheirDescription() {
    assertThat(
            read(
                "<img itemtype=\"http://schema.skype.com/Giphy\" alt=\"Dance (GIF Image)\" src=\"https://media.giphy.com/1.gif\">"))
        .isEqualTo(
            RichText.of(new Span.Link("https://media.giphy.com/1.gif", "Dance (GIF Image)")));
    assertThat(
            read(
                "<img itemtype=\"http://schema.skype.com/AMSImage\" alt=\"image\" src=\"https://eu-api.asm.skype.com/v1/objects/1\">"))
        .isEqualTo(RichText.EMPTY);
    assertThat(read("<img alt=\"a plan of the bridge\" src=\"https://x/1\">"))
        .isEqualTo(plain("a plan of the bridge"));
  }

  @Test
  void readsNothingThatIsNoText() {
    assertThat(read("<systemEventMessage/>")).isEqualTo(RichText.EMPTY);
    assertThat(read("a<script>alert(1)</script><style>p {}</style>")).isEqualTo(plain("a"));
    assertThat(read("")).isEqualTo(RichText.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<blockquote>", "<ul><li>", "<table><tr><td>"})
  void readsTheWordsHoweverDeepTheyLie(String element) {
    assertThat(read(element.repeat(20_000) + "word").toString()).contains("word");
  }

  @ParameterizedTest
  @CsvSource({
    "like, +1",
    "yes, +1",
    "yes-tone3, +1",
    "👍, +1",
    "heart, heart",
    "laugh, laughing",
    "surprised, open_mouth",
    "sad, cry",
    "angry, angry",
    "✅, white_check_mark",
    "2705_whiteheavycheckmark, white_check_mark",
    "1f44d_thumbsup-tone2, +1",
    "1f389_partypopper, tada",
    "cwl, cwl",
    "'', ''"
  })
  void knowsReactionsByOneName(String type, String name) {
    assertThat(Reactions.name(type)).isEqualTo(name);
  }

  @Test
  void readsPlainTextWithItsMentions() {
    var ponte = new Mention("0", "Ponte", new Span.Mention(PONTE));

    assertThat(PlainText.read("<at>Ponte</at> is a < b?\r\nyes", List.of(ponte)))
        .isEqualTo(RichText.of(new Span.Mention(PONTE), new Span.Plain(" is a < b?\nyes")));
    assertThat(PlainText.read("<at>Adele</at> <at>", List.of(ponte)))
        .isEqualTo(plain("@Adele <at>"));
    assertThat(PlainText.read(" \n ", List.of())).isEqualTo(RichText.EMPTY);
  }
}
