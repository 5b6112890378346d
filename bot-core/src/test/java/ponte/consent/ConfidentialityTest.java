package ponte.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;

class ConfidentialityTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONFIDENTIAL: the merger closes in May",
        "Confidential - the price list for next year",
        "[confidential] the offer is 40k",
        "The offer is 40k (strictly confidential)",
        "*Internal only* the roadmap for 2027",
        "The roadmap for 2027. Internal use only.",
        "The numbers are in. INTERNAL USE ONLY, they change next week",
        "The numbers are below\nDo not forward",
        "TLP:AMBER the supplier was breached",
        "the supplier was breached, tlp:red",
        "we lost the tender, please keep this between us",
        "please don't share this outside yet: we move to Turin",
        "Please do not forward this mail",
        "this information is strictly confidential and concerns the audit",
        "it's under NDA",
        "CONFIDENTIAL how do we close the merger?",
        "\ud83d\udd12\ufe0f CONFIDENTIAL how do we close the merger?",
        "\ud83d\udd12 confidential how do we close the merger?",
        ":rotating_light: CONFIDENTIAL: the merger closes in May",
        "Confidential, how do we close the merger?",
        "#confidential how do we close the merger?",
        "#internal-only the roadmap for 2027",
        "Do not share: the merger closes in May",
        "The merger closes in May. Don't share.",
        "don't share outside the team: we move to Turin",
        "The merger closes in May, DO NOT SHARE yet",
        "Under NDA: the supplier changes",
        "[under NDA] the supplier changes",
        "Privileged & Confidential: the settlement",
        "Privileged and confidential - the settlement",
        "Sensitivity: Confidential\nthe settlement is 40k",
        "The settlement is 40k. Classification: restricted",
        "RISERVATO come si chiude la fusione?",
        "Riservato, come si chiude la fusione?",
        "Da non condividere: ci trasferiamo a Torino",
        "ci trasferiamo a Torino, non condividere fuori dal gruppo",
        "per favore non condividete con nessuno: ci trasferiamo",
        "#riservato il piano del 2027",
        "Classificazione: riservato. Il piano del 2027",
        "RISERVATO: la fusione si chiude a maggio",
        "Riservato - il listino del prossimo anno",
        "[riservato] l'offerta è 40k",
        "L'offerta è 40k (strettamente riservato)",
        "Il piano del 2027. Solo per uso interno.",
        "ad uso interno: il piano del 2027",
        "Da non divulgare: ci trasferiamo a Torino",
        "do not ſhare this outside: we are moving",
        "[İNTERNAL ONLY] the offer is 40k",
        "abbiamo perso la gara, resti tra noi",
        "abbiamo perso la gara, ma rimanga tra di noi",
        "per favore non inoltrate questo messaggio",
        "questo documento è riservato e riguarda la verifica",
        "I numeri sono questi. USO INTERNO, la settimana prossima cambiano: AD USO INTERNO"
      })
  void isAskedForByAMark(String text) {
    assertThat(Confidentiality.isMarked(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "who knows how to register a confidential client in OAuth?",
        "confidential clients need a secret, public ones do not",
        "is this confidential?",
        "CONFIDENTIAL COMPUTING: who knows about it?",
        "CONFIDENTIAL clients need a secret",
        "post it in #confidential please",
        "who reads #nda?",
        "processes do not share outside their group",
        "what you do not share outside stays yours",
        "the classification: internal nodes and leaves",
        "sensitivity: 0.9, specificity: 0.8",
        "is the classification: confidential?",
        "RISERVATO AGLI ISCRITTI il corso di maggio",
        "under an embargo of two months nothing is published",
        "si lavora sotto NDA o no?",
        "is this information confidential?",
        "this is not confidential",
        "what does CONFIDENTIAL mean in our classification?",
        "set CLIENT_CONFIDENTIAL in the environment",
        "do not forward port 22",
        "don't forward this port to the outside",
        "don't share this object between threads",
        "do not distribute the load by hand",
        "who knows about confidential computing?",
        "the internal API is only for tests",
        "the internal only network has no route",
        "who handles confidentiality agreements?",
        "who signs an NDA?",
        "accesso riservato agli amministratori",
        "il parcheggio è riservato ai fornitori",
        "Riservato agli iscritti il corso di maggio",
        "chi sa di dati riservati e GDPR?",
        "non condividere l'oggetto tra thread",
        "il modulo per uso interno del laboratorio dove si trova? serve un modulo diverso",
        "questo documento è riservato?",
        "questo canale è riservato ai fornitori",
        "ALL CAPS BECAUSE THE KEYBOARD IS BROKEN",
        "keep this in mind",
        ""
      })
  void isNotAskedForByTalkOfIt(String text) {
    assertThat(Confidentiality.isMarked(text)).isFalse();
  }

  @Test
  void isNotAskedForByCodeOrAQuote() {
    var text =
        new RichText(
            List.of(
                new Span.Plain("the header says "),
                new Span.Code("[confidential]"),
                new Span.Quote(List.of(new Span.Plain("please keep this between us")))));

    assertThat(Confidentiality.isMarked(text)).isFalse();
    assertThat(Confidentiality.isMarked(RichText.plain("[confidential] the offer"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "|Internal only| the roadmap for 2027",
        "|CONFIDENTIAL| how do we close the merger?",
        "|Riservato| come chiudiamo la fusione?",
        "|Confidential:| the offer is 40k",
        "The offer is 40k. |Confidential| Rossi must not know",
        "The offer is 40k |strictly confidential|",
        "|please do not share this| outside: we move to Turin"
      })
  void isAskedForByAMarkInBoldOrItalics(String before, String mark, String after) {
    for (var style : List.of(Style.BOLD, Style.ITALIC)) {
      assertThat(Confidentiality.isMarked(styled(before, style, new Span.Plain(mark), after)))
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "who has a |confidential| client in OAuth?",
        "this is |not| confidential",
        "il parcheggio è |riservato| ai fornitori"
      })
  void isNotAskedForByABoldWordOfASentence(String before, String word, String after) {
    assertThat(Confidentiality.isMarked(styled(before, Style.BOLD, new Span.Plain(word), after)))
        .isFalse();
  }

  @Test
  void isNotAskedForByCodeInBold() {
    var header = new Span.Code("[confidential]");

    assertThat(Confidentiality.isMarked(styled("says ", Style.BOLD, header, ""))).isFalse();
  }

  private static RichText styled(
      @Nullable String before, Style style, Span span, @Nullable String after) {
    return new RichText(
        List.of(
            new Span.Plain(Objects.requireNonNullElse(before, "")),
            new Span.Styled(style, List.of(span)),
            new Span.Plain(Objects.requireNonNullElse(after, ""))));
  }
}
