package ponte.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.TestClock;
import ponte.bot.DeadLetters;
import ponte.command.Command;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Form;
import ponte.reply.Reply;
import ponte.store.InMemoryRecords;

class PagesTest {

  private static final String HOSTILE = "<script>alert('1')</script>\" onmouseover=\"x";
  private static final RichText BAD = RichText.plain(HOSTILE);
  private static final Button HELP = Button.primary(HOSTILE, new Command.Help());

  private static final Form FORM =
      new Form(
          "kind",
          HOSTILE,
          Arrays.stream(Form.Kind.values())
              .map(
                  kind ->
                      new Form.Field(
                          "name-" + kind,
                          HOSTILE,
                          HOSTILE,
                          kind,
                          List.of(HOSTILE),
                          kind.name().startsWith("CHOICE")
                              ? List.of(new Form.Option(HOSTILE, HOSTILE))
                              : List.of(),
                          true))
              .toList(),
          HOSTILE);

  private final Pages pages = new Pages();
  private final Reader reader =
      Solfalda.reader(Solfalda.ADA, new InMemoryRecords(TestClock.at(Solfalda.MORNING)));

  @Test
  void drawsEveryBlockAndNoHostileTextGetsThrough() {
    var blocks =
        List.of(
            new Block.Heading(HOSTILE),
            new Block.Paragraph(BAD),
            new Block.Note(BAD),
            new Block.PersonCard(
                Solfalda.BRUNO,
                List.of(BAD),
                List.of(new Block.Item(List.of(BAD, BAD), BAD)),
                List.of(HELP)),
            new Block.Listing(HOSTILE, List.of(new Block.Item(List.of(BAD), RichText.EMPTY))),
            new Block.Buttons(List.of(HELP)),
            new Block.FillIn(FORM, HELP),
            new Block.File(HOSTILE, HOSTILE, HOSTILE),
            new Block.Picture(HOSTILE, HOSTILE, HOSTILE, ""));
    assertCovers(Block.class, blocks);

    for (var block : blocks) {
      var html = news(block);

      assertThat(html).as(block.toString()).contains("&lt;script&gt;alert(");
      assertThat(html).doesNotContain("<script", "<b>Rossi");
    }
  }

  @Test
  void drawsEverySpanAndNoHostileTextGetsThrough() {
    var message = new MessageId(Solfalda.OPEN.id(), "1.5");
    List<Span> spans =
        List.of(
            new Span.Plain(HOSTILE),
            new Span.Mention(Solfalda.BRUNO.id()),
            new Span.Broadcast(HOSTILE),
            new Span.ChannelLink(Solfalda.OPEN.id(), HOSTILE),
            new Span.Link("https://example.org/?a=1&b=" + HOSTILE, HOSTILE),
            new Span.MessageLink(message, HOSTILE),
            new Span.Code(HOSTILE),
            new Span.CodeBlock(HOSTILE),
            new Span.Emoji(HOSTILE),
            new Span.Quote(List.of(new Span.Plain(HOSTILE))),
            new Span.Styled(Style.BOLD, List.of(new Span.Plain(HOSTILE))));
    assertCovers(Span.class, spans);

    for (var span : spans) {
      var html = paragraph(span);

      assertThat(html).as(span.toString()).contains("&lt;");
      assertThat(html).doesNotContain("<script", "<b>", "\" onmouseover=\"x\"");
    }
  }

  @Test
  void labelsEveryFieldOfAFormAndFillsItIn() {
    var form =
        new Form(
            "quiet-hours",
            "Quiet hours",
            List.of(
                new Form.Field(
                    "from",
                    "From",
                    "On your clock.",
                    Form.Kind.TIME,
                    List.of("19:00"),
                    List.of(),
                    true),
                new Form.Field(
                    "days",
                    "Days",
                    "One or more.",
                    Form.Kind.CHOICES,
                    List.of("MONDAY"),
                    List.of(
                        new Form.Option("MONDAY", "Monday"), new Form.Option("SUNDAY", "Sunday")),
                    true)),
            "Keep");

    var html = news(new Block.FillIn(form, HELP));

    assertThat(html)
        .contains(
            "action=\"/chat/fill\"",
            "<label for=\"field-1-0-from\">From</label>",
            "type=\"time\" name=\"field-from\" value=\"19:00\"",
            "<legend>Days</legend>",
            "value=\"MONDAY\" checked",
            "value=\"SUNDAY\">",
            "Keep");
  }

  @Test
  void drawsThePageOfAPersonWithButtonsThatCarryThemselves() {
    var reply =
        new Reply(
            Language.ENGLISH,
            List.of(new Block.Heading("Your topics"), new Block.Buttons(List.of(HELP))));

    var html = pages.home(new HomePage(reader, reply));

    assertThat(html)
        .contains(
            "href=\"/home\" aria-current=\"page\"",
            "<h1>My page</h1>",
            "action=\"/home/press\"",
            "value=\"{&#34;is&#34;:&#34;Help&#34;}\"");
  }

  @Test
  void addsNoSpaceBetweenSpans() {
    var html =
        paragraph(
            new Span.Plain("("),
            new Span.Styled(Style.BOLD, List.of(new Span.Plain("a"), new Span.Plain("b"))),
            new Span.Code("c"),
            new Span.Plain(").\nNext"));

    assertThat(html).contains(">(<strong>ab</strong><code>c</code>).\nNext</p>");
  }

  @Test
  void putsQuotesAndCodeInLinesOfTheirOwnAndNoEmptyOnesAround() {
    var html =
        paragraph(
            new Span.Plain("Look:\n\n"),
            new Span.CodeBlock("a\n\nb"),
            new Span.Plain("\n\nand\n"),
            new Span.Quote(List.of(new Span.Plain("c"))),
            new Span.Plain(" \n  Done."));

    assertThat(html)
        .contains(
            ">Look:<pre tabindex=\"0\"><code>a\n\nb</code></pre>and<blockquote>c</blockquote>"
                + "  Done.</p>");
  }

  @Test
  void namesWhoIsMentionedAndMarksTheReader() {
    assertThat(paragraph(new Span.Mention(Solfalda.BRUNO.id())))
        .contains("<span class=\"mention\">@Bruno &lt;b&gt;Rossi&lt;/b&gt;</span>");
    assertThat(paragraph(new Span.Mention(Solfalda.ADA.id())))
        .contains("<span class=\"mention mine\">@Ada Ferri</span>");
  }

  @Test
  void linksAMessageToItsPlaceInTheArchive() {
    var message = new MessageId(Solfalda.OPEN.id(), "1767000000.000100");

    assertThat(paragraph(new Span.MessageLink(message, "there")))
        .contains("href=\"/archive/T1/general/1767000000.000100#message\">there</a>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/a", "http://example.org", "mailto:ada@example.org"})
  void linksToPagesAndMailAlone(String url) {
    assertThat(paragraph(new Span.Link(url, "label")))
        .contains("<a href=\"" + url + "\" rel=\"noopener nofollow\" target=\"_blank\">label</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "relative"
      })
  void showsEveryOtherAddressAsText(String url) {
    assertThat(paragraph(new Span.Link(url, "label"))).doesNotContain("href=\"" + url.strip());
    assertThat(paragraph(new Span.Link(url, "label"))).contains(">label</span>");
  }

  @Test
  void showsEmojiAsTheirCharacters() {
    assertThat(paragraph(new Span.Emoji("tada"))).contains(">🎉</span>");
    assertThat(paragraph(new Span.Emoji("our-logo"))).contains(">:our-logo:</span>");
  }

  @Test
  void countsButtonsThroughTheWholeReplyAndShowsWhichWerePressed() {
    var card =
        new Block.PersonCard(
            Solfalda.BRUNO, List.of(RichText.plain("why")), List.of(), List.of(button("one")));
    var row = new Block.Buttons(List.of(button("two"), button("three")));

    var html = pages.news(page(Set.of(1), card, row));

    assertThat(html).containsPattern("value=\"0\" class=\"normal\">\\s*one");
    assertThat(html)
        .containsPattern("value=\"1\" class=\"normal\" disabled>[^~]*Pressed: [^~]*two");
    assertThat(html).containsPattern("value=\"2\" class=\"normal\">\\s*three");
  }

  @Test
  void tellsWithWhomAConversationIs() {
    var entry =
        new ChatEntry.Replied(
            null,
            new Reply(Language.ENGLISH, List.of(new Block.Heading("Meet"))),
            Set.of(Solfalda.ADA.id(), Solfalda.BRUNO.id()),
            Set.of(),
            Solfalda.MORNING);

    assertThat(pages.news(page(new ChatLine(1, entry))))
        .contains("With Ada Ferri, Bruno &lt;b&gt;Rossi&lt;/b&gt; and Ponte");
  }

  @Test
  void asksBeforeAnythingIsDiscarded() {
    var letter =
        new DeadLetters.Letter(
            "outbox",
            HOSTILE,
            DeadLetters.Kind.REPLY,
            null,
            List.of(new DeadLetters.About(DeadLetters.Subject.CHANNEL, HOSTILE)),
            8,
            HOSTILE,
            Solfalda.MORNING);
    var pile = new DeadLetters.Pile("outbox", DeadLetters.Kind.REPLY, 7);

    var html =
        pages.letters(
            new LettersPage(
                reader, List.of(new LettersPage.Shelf(pile, List.of(letter))), HOSTILE));

    assertThat(html)
        .contains("Said, but not delivered", "channel &lt;script&gt;", "tried 8 times")
        .contains("6 more are not shown.")
        .doesNotContain("<script>");
    // Each button that discards lies in something to be opened first.
    assertThat(html.split("action=\"/dead-letters/discard\"", -1)).hasSize(3);
    assertThat(html)
        .containsPattern(
            "(?s)<details>\\s*<summary>[^<]*<span[^>]*>[^<]*</span></summary>\\s*<form[^>]*/discard");
  }

  @Test
  void speaksTheReadersLanguage() {
    var bruno =
        Solfalda.administrator(Solfalda.BRUNO, new InMemoryRecords(TestClock.at(Solfalda.MORNING)));

    var html =
        pages.start(
            new StartPage(
                bruno,
                "",
                List.of(Solfalda.ADA),
                Set.of(Solfalda.ADA.id()),
                2,
                null,
                new StartPage.Loading.Failed(HOSTILE),
                3,
                ""));

    assertThat(html)
        .contains(
            "<html lang=\"it\">",
            "Chi sei?",
            "Cura la comunità",
            "Altre 2 persone",
            "non si può caricare")
        .contains("<a href=\"/dead-letters\">Si è rinunciato a 3 cose</a>");
    assertThat(html).contains("&lt;script&gt;").doesNotContain("<script>");
  }

  private String paragraph(Span... spans) {
    return news(new Block.Paragraph(RichText.of(spans)));
  }

  private String news(Block... blocks) {
    return pages.news(page(Set.of(), blocks));
  }

  private ChatPage page(Set<Integer> pressed, Block... blocks) {
    var reply = new Reply(Language.ENGLISH, List.of(blocks));
    return page(
        new ChatLine(
            1,
            new ChatEntry.Replied(new EventId("r"), reply, Set.of(), pressed, Solfalda.MORNING)));
  }

  private ChatPage page(ChatLine line) {
    return new ChatPage(
        reader,
        Solfalda.ADA,
        List.of(line),
        List.of(),
        1,
        ChatPage.Waiting.NO,
        "form",
        "",
        "",
        List.of());
  }

  private static Button button(String label) {
    return Button.of(label, new Command.Help());
  }

  private static void assertCovers(Class<?> sealed, List<?> cases) {
    assertThat(cases.stream().<Class<?>>map(Object::getClass))
        .as("a case of each kind")
        .containsAll(
            Arrays.stream(sealed.getPermittedSubclasses())
                .filter(type -> type != Block.Item.class)
                .flatMap(Stream::of)
                .toList());
  }
}
