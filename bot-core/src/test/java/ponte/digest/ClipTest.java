package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;

class ClipTest {

  @Test
  void tellsWhatItWouldCut() {
    var text = RichText.of(new Span.Plain("Call ("), new Span.Code("f x"), new Span.Plain(") now"));

    assertThat(Clip.cuts(5, text)).isFalse();
    assertThat(Clip.cuts(4, text)).isTrue();
  }

  @Test
  void keepsATextThatIsShortEnough() {
    var text = RichText.plain("one two three");

    assertThat(Clip.after(3, text)).isEqualTo(text);
  }

  @Test
  void cutsAtAWordAndShowsIt() {
    assertThat(Clip.after(2, RichText.plain("one two, three")))
        .isEqualTo(RichText.of(new Span.Plain("one two"), new Span.Plain(" …")));
  }

  @Test
  void countsCodeAsOneWordAndKeepsItWhole() {
    var code = new Span.Code("a b c d");
    var text = RichText.of(new Span.Plain("run "), code, new Span.Plain(" now and then"));

    assertThat(Clip.after(2, text))
        .isEqualTo(RichText.of(new Span.Plain("run "), code, new Span.Plain(" …")));
    assertThat(Clip.after(3, text))
        .isEqualTo(
            RichText.of(
                new Span.Plain("run "), code, new Span.Plain(" now"), new Span.Plain(" …")));
  }
}
