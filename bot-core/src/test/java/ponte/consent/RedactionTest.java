package ponte.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.consent.Redaction.MARK;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.conversation.Person;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;

class RedactionTest {

  private static final String KEY = "AKIAEXAMPLE7FALDADEMO";

  private final Redaction redaction = new Redaction();

  @ParameterizedTest
  @MethodSource("ponte.consent.Samples#secrets")
  void hidesSecretsWhereverTheyStand(String secret) {
    for (var around : List.of("%s", "Use %s for it, ok?", "ecco:\n%s\ngrazie", "(%s)", "è «%s».")) {
      assertThat(redaction.redact(around.formatted(secret))).isEqualTo(around.formatted(MARK));
    }
  }

  @ParameterizedTest
  @MethodSource("ponte.consent.Samples#labelled")
  void hidesWhatALabelCallsASecret(String before, String secret, String after) {
    assertThat(redaction.redact(before + secret + after)).isEqualTo(before + MARK + after);
  }

  @ParameterizedTest
  @MethodSource("ponte.consent.Samples#lookAlikes")
  void leavesWhatOnlyLooksLikeASecret(String text) {
    assertThat(redaction.redact(text)).isEqualTo(text);
    assertThat(redaction.redact(RichText.plain(text))).isEqualTo(RichText.plain(text));
  }

  @Test
  void hidesEverySecretOfALine() {
    assertThat(redaction.redact("pay 4111 1111 1111 1111 or 5555-5555-5555-4444, " + KEY + "!"))
        .isEqualTo("pay ••• or •••, •••!");
  }

  @Test
  void hidesAPrivateKeyWhoseEndWasCutOff() {
    assertThat(redaction.redact("here:\n-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7f\nq8"))
        .isEqualTo("here:\n•••");
  }

  @Test
  void hidesSecretsInEveryKindOfSpan() {
    var rich =
        RichText.of(
            new Span.Plain("Plain " + KEY),
            new Span.Code(KEY),
            new Span.CodeBlock("export KEY=" + KEY),
            new Span.Link("https://ada:pa55@git.acme.com/x?token=abc&y=1", "log " + KEY),
            new Span.MessageLink(Chat.in("C1").id(1), KEY),
            new Span.Quote(List.of(new Span.Plain("quoted " + KEY))),
            new Span.Styled(RichText.Style.BOLD, List.of(new Span.Plain(KEY))));

    assertThat(redaction.redact(rich))
        .isEqualTo(
            RichText.of(
                new Span.Plain("Plain •••"),
                new Span.Code("•••"),
                new Span.CodeBlock("export KEY=•••"),
                new Span.Link("https://ada:•••@git.acme.com/x?token=•••&y=1", "log •••"),
                new Span.MessageLink(Chat.in("C1").id(1), "•••"),
                new Span.Quote(List.of(new Span.Plain("quoted •••"))),
                new Span.Styled(RichText.Style.BOLD, List.of(new Span.Plain("•••")))));
  }

  @Test
  void hidesACodeThatTheWordsBeforeItCallAPassword() {
    var rich =
        RichText.of(
            new Span.Emoji("key"),
            new Span.Styled(RichText.Style.BOLD, List.of(new Span.Plain("Password:"))),
            new Span.Plain(" "),
            new Span.Code("correct horse"),
            new Span.Plain(" for "),
            new Span.Mention(Chat.person("ada")));

    assertThat(redaction.redact(rich).spans().get(3)).isEqualTo(new Span.Code(MARK));
    assertThat(redaction.redact(rich).spans()).hasSize(6).contains(new Span.Plain(" for "));
  }

  @Test
  void hidesANumberThatChangesItsStyleInTheMiddle() {
    var rich =
        RichText.of(
            new Span.Plain("IBAN: IT60 X054 2811 "),
            new Span.Styled(
                RichText.Style.ITALIC, List.of(new Span.Plain("1010 0000 0123 456 by May"))));

    assertThat(redaction.redact(rich))
        .isEqualTo(
            RichText.of(
                new Span.Plain("IBAN: •••"),
                new Span.Styled(RichText.Style.ITALIC, List.of(new Span.Plain("••• by May")))));
  }

  @Test
  void hidesSecretsInEveryBlockOfAReplyAndLeavesWhatButtonsDo() {
    var rich = RichText.plain("the key " + KEY);
    var item = new Block.Item(List.of(rich, rich), rich);
    var button = Button.primary("Who knows " + KEY, new Command.WhoKnows(KEY));
    var person =
        new Person(
            Chat.person("ada"),
            "Ada",
            "ada",
            "",
            null,
            ZoneOffset.UTC,
            null,
            Person.Standing.ACTIVE);
    var reply =
        new Reply(
            Language.ITALIAN,
            List.of(
                new Block.Heading(KEY),
                new Block.Paragraph(rich),
                new Block.Note(rich),
                new Block.PersonCard(person, List.of(rich), List.of(item), List.of(button)),
                new Block.Listing(KEY, List.of(item)),
                new Block.Buttons(List.of(button))));

    var redacted = redaction.redact(reply);

    var hidden = RichText.plain("the key •••");
    var hiddenItem = new Block.Item(List.of(hidden, hidden), hidden);
    var hiddenButton = Button.primary("Who knows •••", new Command.WhoKnows(KEY));
    assertThat(redacted)
        .isEqualTo(
            new Reply(
                Language.ITALIAN,
                List.of(
                    new Block.Heading("•••"),
                    new Block.Paragraph(hidden),
                    new Block.Note(hidden),
                    new Block.PersonCard(
                        person, List.of(hidden), List.of(hiddenItem), List.of(hiddenButton)),
                    new Block.Listing("•••", List.of(hiddenItem)),
                    new Block.Buttons(List.of(hiddenButton)))));
  }

  @Test
  void isDoneOnceHoweverOftenItIsDone() {
    for (var text : Samples.mixtures(7, 3_000)) {
      var once = redaction.redact(text);
      assertThat(redaction.redact(once)).as(text).isEqualTo(once);
      var rich =
          RichText.of(
              new Span.Plain(text.substring(0, text.length() / 2)),
              new Span.Styled(
                  RichText.Style.BOLD, List.of(new Span.Plain(text.substring(text.length() / 2)))),
              new Span.Code(text));
      var richOnce = redaction.redact(rich);
      assertThat(redaction.redact(richOnce)).as(text).isEqualTo(richOnce);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "1",
        "4",
        " ",
        "-",
        "AKIA",
        "eyJ",
        "-eyJ",
        "eyJabc.",
        "xoxb-",
        "1 1",
        "4111 ",
        "IT60",
        "IT60 ",
        "IBAN ",
        "://",
        "://a:",
        "?a",
        "?token",
        "password=",
        "password: ",
        "password=\"",
        "secret ",
        "password for ",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN ",
        "Bearer ",
        "sk-",
        "home address: ",
        "RSSMRA85T10A562",
        "•",
        "\ud83d",
        "\ue000",
        "è ",
        "la pw è "
      })
  void readsTextsOfAnyLengthAndMonotony(String piece) {
    var text = piece.repeat(50_000 / piece.length());

    assertThat(redaction.redact(text).length()).isLessThanOrEqualTo(3 * text.length());
    assertThat(redaction.redact(RichText.of(new Span.Code(text))).spans()).hasSize(1);
  }

  @Test
  void hidesTheAccountBesideItsBank() {
    assertThat(redaction.redact("Sort code 12-34-56, account 12345678"))
        .isEqualTo("Sort code •••, account •••");
    assertThat(redaction.redact("ABI 05428 CAB 11101 conto 000000123456"))
        .isEqualTo("ABI ••• CAB ••• conto •••");
  }

  @Test
  void leavesTheOtherLettersAsTheyWereWritten() {
    var card = "\uff14" + "\uff11".repeat(15);

    assertThat(redaction.redact("\ud83d\ude80 \uff21da, \ud835\udfd2 of " + card + " \uff22"))
        .isEqualTo("\ud83d\ude80 \uff21da, \ud835\udfd2 of ••• \uff22");
  }
}
