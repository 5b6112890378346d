package ponte.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;

/** Marks as they come from Slack and Teams, which tell bold apart from words. */
class StyledMarksTest {

  private static RichText bold(String mark, String rest) {
    return new RichText(
        List.of(
            new Span.Styled(Style.BOLD, List.of(new Span.Plain(mark))), new Span.Plain(rest)));
  }

  @Test
  void countInBoldAsTheyDoBetweenAsterisks() {
    assertThat(Confidentiality.isMarked("*Internal only* the roadmap for 2027")).isTrue();
    assertThat(Confidentiality.isMarked(bold("Internal only", " the roadmap for 2027"))).isTrue();
    assertThat(Confidentiality.isMarked(bold("CONFIDENTIAL", " how do we close the merger?")))
        .isTrue();
    assertThat(Confidentiality.isMarked(bold("Riservato", " come chiudiamo la fusione?"))).isTrue();
  }
}
