package ponte.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CentralityTest {

  private final Nlp nlp = Nlp.shared();

  @Test
  void ranksTheSentenceThatSaysWhatTheOthersSayFirst() {
    var centrality =
        nlp.centrality(
            List.of(
                List.of("server", "disk"),
                List.of("server", "disk", "full", "log"),
                List.of("full", "log"),
                List.of("lunch", "pizza")));

    assertThat(centrality[1]).isEqualTo(1);
    assertThat(centrality[0]).isBetween(centrality[3], 1.0);
    assertThat(centrality[2]).isBetween(centrality[3], 1.0);
  }

  @Test
  void givesTwinsTheSameRank() {
    var centrality = nlp.centrality(List.of(List.of("a", "b"), List.of("c"), List.of("a", "b")));

    assertThat(centrality[0]).isEqualTo(centrality[2], within(1e-9));
  }

  @Test
  void givesASentenceWithoutTermsNothing() {
    assertThat(nlp.centrality(List.of(List.of(), List.of("a")))).containsExactly(0, 1);
    assertThat(nlp.centrality(List.of(List.of()))).containsExactly(0);
    assertThat(nlp.centrality(List.of())).isEmpty();
  }

  @Test
  void doesNotDependOnTheOrderOfSentences() {
    var sentences =
        new ArrayList<>(
            List.of(List.of("a", "b"), List.of("b", "c"), List.of("c", "d", "b"), List.of("e")));
    var forward = nlp.centrality(sentences);
    var backward = nlp.centrality(sentences.reversed());

    for (int i = 0; i < forward.length; i++) {
      assertThat(backward[forward.length - 1 - i]).isEqualTo(forward[i], within(1e-5));
    }
  }
}
