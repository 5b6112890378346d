package ponte.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.nlp.Nlp;

class GistTest {

  private static final Nlp NLP = Nlp.shared();
  private static final Span KIM = new Span.Mention(Chat.person("kim"));

  private static String quoted(Span... spans) {
    return new Gist(NLP)
        .of(Chat.in("ops").says(1, "ada", "…").saying(new RichText(List.of(spans))), "");
  }

  @Test
  void whoIsSpokenToIsLeftOutWithTheCommaBehind() {
    assertThat(quoted(KIM, new Span.Plain(", I think the disk is full.")))
        .isEqualTo("I think the disk is full.");
  }

  @Test
  void whoIsPartOfASentenceIsAColleague() {
    assertThat(quoted(KIM, new Span.Plain(" and I are writing a notebook.")))
        .isEqualTo("A colleague and I are writing a notebook.");
    assertThat(quoted(new Span.Plain("Ho chiesto a "), KIM, new Span.Plain(" come si fa.")))
        .isEqualTo("Ho chiesto a qualcuno come si fa.");
  }
}
