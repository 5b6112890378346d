package ponte.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.nlp.Summaries.Sentence;
import ponte.nlp.Summaries.Turn;

class SummarySetTest {

  @Test
  void readsConversationsWithAndWithoutGold(@TempDir Path directory) throws IOException {
    var sets =
        read(
            directory,
            """
            {"id": "a", "turns": [{"speaker": "Ada", "text": "One."}], "summaries": ["a b", "a b c d"]}

            {"id": "b", "turns": [{"speaker": "Bob", "text": "Two."}]}
            """);

    assertThat(sets).hasSize(1);
    assertThat(sets.getFirst().words()).isEqualTo(3);
    assertThat(sets.getFirst().conversations())
        .extracting(SummarySet.Summarised::gold)
        .containsExactly(List.of("a b", "a b c d"), List.of());
  }

  @Test
  void takesPartsThatAQuestionIsPutToAsASetOfTheirOwn(@TempDir Path directory) throws IOException {
    var sets =
        read(
            directory,
            """
            {"id": "a", "turns": [{"speaker": "A", "text": "0"}, {"speaker": "B", "text": "1"},\
             {"speaker": "C", "text": "2"}], "summaries": ["all"],\
             "queries": [{"query": "what?", "answer": "two", "turns": [[1, 2]]}]}
            """);

    assertThat(sets.getLast().conversations().getFirst().turns())
        .containsExactly(new Turn("B", "1"), new Turn("C", "2"));
    assertThat(sets.getLast().conversations().getFirst().gold()).containsExactly("two");
  }

  @Test
  void anExtractComesAsNearAsSentencesCanToItsLength() {
    var sentences =
        List.of(
            said(0, "Ada", "one two three"), said(0, "Ada", "four"), said(1, "Bob", "five six"));

    assertThat(Extract.of(sentences, List.of(2, 0, 1), 6))
        .isEqualTo("Ada: one two three Bob: five six");
    assertThat(Extract.of(sentences, List.of(2, 0, 1), 4)).isEqualTo("Bob: five six");
    assertThat(Extract.of(sentences, List.of(0, 1, 2), 5)).isEqualTo("Ada: one two three four");
  }

  private static Sentence said(int turn, String speaker, String text) {
    return new Sentence(turn, speaker, text, List.of());
  }

  private static List<SummarySet> read(Path directory, String lines) throws IOException {
    var file = directory.resolve("set.jsonl");
    Files.writeString(file, lines);
    return SummarySet.read(file);
  }
}
