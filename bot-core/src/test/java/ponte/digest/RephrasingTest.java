package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.digest.Digest.Quote;

class RephrasingTest {

  private static final String SAID =
      "Hello everybody, we moved the invoices to the new cluster on Monday evening.";
  private static final String SHORTER =
      "We moved the invoices to the new cluster on Monday evening.";

  private final List<String> asked = new ArrayList<>();

  @Test
  void saysInOtherWordsWhatSaysTheSame() {
    var words = rephrasing(Map.of(SAID, SHORTER)).of(Set.of(quote(SAID)));

    assertThat(words).containsEntry(SAID, SHORTER);
  }

  @Test
  void letsTheQuoteStandWhereTheRewriterSaysSomethingElse() {
    var words = rephrasing(Map.of(SAID, "We never moved the invoices.")).of(Set.of(quote(SAID)));

    assertThat(words).isEmpty();
  }

  @Test
  void asksOnceForWhatItWasToldAndAgainForWhatItWasNot() {
    var other = "Sorry to ask, the proxy of the office drops the connection of the scanners.";
    var rephrasing = rephrasing(Map.of(SAID, SHORTER));

    rephrasing.of(Set.of(quote(SAID), quote(other)));
    var again = rephrasing.of(Set.of(quote(SAID), quote(other)));

    assertThat(asked).containsExactlyInAnyOrder(SAID, other, other);
    assertThat(again).containsEntry(SAID, SHORTER);
  }

  @Test
  void givesAwayNoSecretNoNameNoLinkAndNothingThatIsCut() {
    var mention = new Span.Mention(Chat.person("ada"));
    var link = new Span.Link("https://example.org/a", "the page of the release");
    rephrasing(Map.of())
        .of(
            Set.of(
                quote("The password of the new cluster is ••• and it was changed on Monday."),
                quote("We moved the invoices to the new cluster on Monday evening and then …"),
                quote("too short"),
                quote(RichText.of(new Span.Plain(SAID), mention)),
                quote(RichText.of(new Span.Plain(SAID), link)),
                quote(RichText.of(new Span.Plain(SAID), new Span.Code("rm -rf /")))));

    assertThat(asked).isEmpty();
  }

  private Rephrasing rephrasing(Map<String, String> answers) {
    return new Rephrasing(
        sentences -> {
          asked.addAll(sentences);
          return answers;
        },
        Room.NLP);
  }

  private static Quote quote(String text) {
    return quote(RichText.plain(text));
  }

  private static Quote quote(RichText text) {
    return new Quote(Chat.in("C1").id(0), Chat.person("ada"), Instant.EPOCH, text);
  }
}
