package ponte.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.digest.Edition;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.web.Pages;
import tools.jackson.databind.json.JsonMapper;

class PapersTest {

  private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
  private static final WorkspaceId WORKSPACE = new WorkspaceId("T1");
  private static final ChannelId ID = new ChannelId(WORKSPACE, "C1");
  private static final PersonId ADA = new PersonId(WORKSPACE, "U1");
  private static final String HOSTILE =
      "<script src=\"https://evil.example/x.js\"></script> [x](http://evil.example) *b* `c` # h";

  private final Papers papers =
      new Papers(
          new Pages(),
          new Pointers() {
            @Override
            public String address(MessageId message) {
              return "https://chat.example/archives/C1/p" + message.value();
            }

            @Override
            public String name(PersonId person) {
              return "Adà Ferri";
            }
          });

  @Test
  void writesAMessageThatIsNotSentYetWithTheTextBesideTheHtml() throws Exception {
    var file = papers.write(digest("è tutto pronto"), Format.EML, NOW);

    var mail =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(file));
    assertThat(mail.getSubject()).isEqualTo("Digest of #dev, perché no");
    assertThat(mail.getSentDate()).isEqualTo(Date.from(NOW));
    assertThat(mail.getHeader("X-Unsent")).containsExactly("1");
    assertThat(mail.getFrom()).isNull();
    assertThat(mail.getMessageID()).endsWith("@ponte.invalid>");
    var parts = (MimeMultipart) mail.getContent();
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).isMimeType("text/plain")).isTrue();
    assertThat((String) parts.getBodyPart(0).getContent())
        .contains("- “è tutto pronto” — Adà Ferri", "https://chat.example/archives/C1/p1.5");
    assertThat(parts.getBodyPart(1).isMimeType("text/html")).isTrue();
    assertThat((String) parts.getBodyPart(1).getContent())
        .contains("è tutto pronto", "href=\"https://chat.example/archives/C1/p1.5\"");
    assertThat(new String(file, StandardCharsets.UTF_8).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThan(999));
  }

  @Test
  void writesHtmlThatMailProgramsShowAndThatLoadsNothing() {
    var html = text(digest(HOSTILE), Format.HTML);

    assertThat(html)
        .contains("<table role=\"presentation\"", "&lt;script", "style=\"")
        .doesNotContain("<script", "<link", "<img", "<style", "class=", "position:", "url(");
  }

  @Test
  void escapesInMarkdownWhatPeopleWrote() {
    var markdown = text(digest(HOSTILE), Format.MD);

    assertThat(markdown)
        .contains(
            "# Digest of \\#dev, perché no",
            "## Main discussions",
            "\\<script",
            "\\[x\\](http://evil.example)".replace("(", "\\(").replace(")", "\\)"),
            "[Tue, 14:05](<https://chat.example/archives/C1/p1.5>)",
            "**Adà Ferri**")
        .doesNotContainPattern("(?<!\\\\)<script");
  }

  @ParameterizedTest
  @CsvSource({
    "1. first,1\\. first",
    "2) second,2\\) second",
    "- dash,\\- dash",
    "+ plus,\\+ plus",
    "=== line,\\=== line",
    "1.5 + 2 = 3.5 - 0,1\\.5 + 2 = 3.5 - 0",
    "a - b,a - b",
  })
  void escapesInMarkdownWhatIsAMarkOnlyWhereALineBegins(String words, String escaped) {
    assertThat(text(starting(RichText.plain(words)), Format.MD)).contains("- " + escaped + "\n");
  }

  @Test
  void escapesNothingWhereOnlyASpanBegins() {
    var line = RichText.of(new Span.Mention(ADA), new Span.Plain("- 1. = +"));

    assertThat(text(starting(line), Format.MD)).contains("- **Adà Ferri**- 1. = +\n");
  }

  @Test
  void keepsEveryAddressAndEveryLineInEveryFormat() {
    for (var format : Format.values()) {
      var file = text(digest("everything is ready"), format);

      if (format != Format.EML) {
        assertThat(file)
            .as(format.toString())
            .contains("everything is ready", "p1.5", "p2.5", "One more");
      }
    }
  }

  @Test
  void tellsProgramsTheKindTheSourceAndTheLinksOfEveryLine() {
    var json = JsonMapper.shared().readTree(text(digest("see the page"), Format.JSON));

    assertThat(json.path("format").asString()).isEqualTo("ponte-digest/1");
    assertThat(json.path("channel").path("name").asString()).isEqualTo("dev");
    var line = json.path("lines").path(0);
    assertThat(line.path("kind").asString()).isEqualTo("discussion");
    assertThat(line.path("section").asString()).isEqualTo("Main discussions");
    assertThat(line.path("address").asString()).endsWith("p1.5");
    assertThat(line.path("links").values())
        .extracting(link -> link.path("address").asString())
        .containsExactly("https://chat.example/archives/C1/p1.5", "https://example.org/page");
    assertThat(json.path("more")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void namesTheFileByChannelAndDay(Format format) {
    assertThat(Papers.fileName(digest("x"), format, ZoneOffset.UTC))
        .isEqualTo("dev-2026-03-05." + format.ending());
    assertThat(Format.named(format.ending())).contains(format);
  }

  @Test
  void writesTheSameForTheSame() {
    var digest = digest("x");

    assertThat(papers.write(digest, Format.HTML, NOW))
        .isEqualTo(papers.write(digest, Format.HTML, NOW.plusSeconds(60)));
  }

  private String text(Edition edition, Format format) {
    return new String(papers.write(edition, format, NOW), StandardCharsets.UTF_8);
  }

  static Edition digest(String quote) {
    return digest(quote, "Digest of #dev, perché no");
  }

  static Edition digest(String quote, String title) {
    return new Edition(
        new Channel(ID, "dev", Channel.Visibility.PUBLIC, "", "", false),
        TimeSpan.before(NOW, Duration.ofDays(7)),
        Language.ENGLISH,
        true,
        12,
        3,
        title,
        List.of(RichText.plain("12 messages by 3 people")),
        List.of(new Edition.Section("Main discussions", List.of(line(quote, "1.5")))),
        List.of(new Edition.Section("Decisions", List.of(line("One more", "2.5")))),
        List.of());
  }

  private static Edition starting(RichText line) {
    var item = new Block.Item(List.of(line), RichText.plain(""));
    var section =
        new Edition.Section(
            "Decisions",
            List.of(new Edition.Line("decision", new MessageId(ID, "3.5"), item, List.of())));
    var digest = digest("x");
    return new Edition(
        digest.channel(),
        digest.span(),
        digest.language(),
        true,
        12,
        3,
        digest.title(),
        digest.notes(),
        List.of(section),
        List.of(),
        List.of());
  }

  private static Edition.Line line(String quote, String message) {
    var id = new MessageId(ID, message);
    return new Edition.Line(
        "discussion",
        id,
        new Block.Item(
            List.of(
                RichText.of(
                    new Span.Plain("“" + quote + "” — "),
                    new Span.Mention(ADA),
                    new Span.Plain(", "),
                    new Span.MessageLink(id, "Tue, 14:05"))),
            RichText.of(
                new Span.Styled(Style.BOLD, List.of(new Span.Plain("2 people"))),
                new Span.Link("https://example.org/page", "page"),
                new Span.Link("javascript:alert(1)", "bad"))),
        List.of());
  }
}
