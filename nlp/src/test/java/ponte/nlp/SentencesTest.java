package ponte.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  private final Nlp nlp = Nlp.shared();

  @Test
  void cutsEnglishAndItalianSentences() {
    assertThat(nlp.sentences("The build is red. Who broke it? I have no idea."))
        .containsExactly("The build is red.", "Who broke it?", "I have no idea.");
    assertThat(nlp.sentences("Il build è rosso. Chi l'ha rotto? Non ne ho idea."))
        .containsExactly("Il build è rosso.", "Chi l'ha rotto?", "Non ne ho idea.");
  }

  @Test
  void cutsAtLineEndsFirst() {
    assertThat(nlp.sentences("no full stop here\r\n\n  and none there \n"))
        .containsExactly("no full stop here", "and none there");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Use a real database, e.g. Postgres, for that.",
        "Serve un database vero, p.es. Postgres, per questo.",
        "It broke between v1.2.3 and v2.0 of the client.",
        "See https://example.com/a.b?c=d and tell me what node.js does with it",
        "The predicate `special? x. Y` is true for it.",
        "Il sig. Rossi e la dott.ssa Bianchi arrivano alle 10.",
        "Call foo.bar or max.user.connections instead of it",
        "How do I pass same-id=? to the matcher and size>? or a*? along with it",
        "Bring logs, metrics, etc. to the meeting.",
        "1. Restart the server",
        "Ask Edward C. Kendall about it.",
      })
  void leavesMarksAloneThatEndNothing(String sentence) {
    assertThat(nlp.sentences(sentence)).containsExactly(sentence);
  }

  @Test
  void findsNoneInBlankText() {
    assertThat(nlp.sentences("")).isEmpty();
    assertThat(nlp.sentences(" \n\t\r\n ")).isEmpty();
  }
}
