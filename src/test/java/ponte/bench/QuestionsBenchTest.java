package ponte.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.bench.AskingSet.Said;

class QuestionsBenchTest {

  @Test
  void countsAsByHand() {
    var tally = new QuestionsBench.Tally();

    tally.add(true, true);
    tally.add(true, true);
    tally.add(true, false);
    tally.add(false, true);
    tally.add(false, false);

    assertThat(tally.precision()).isCloseTo(200.0 / 3, within(1e-9));
    assertThat(tally.recall()).isCloseTo(200.0 / 3, within(1e-9));
    assertThat(tally.f1()).isCloseTo(200.0 / 3, within(1e-9));
  }

  @Test
  void readsATableByItsHeaderAndTakesMarksAway(@TempDir Path directory) throws IOException {
    var set =
        read(
            directory,
            "set.tsv",
            """
            session\tline\tspeaker\ttext\tquestion
            s\t0\tada\twhere is it?\t1
            s\t1\tbob\there\t0
            """);

    assertThat(set.withoutMarks().said())
        .containsExactly(new Said("s\t0", "where is it", true), new Said("s\t1", "here", false));
    assertThat(set.complete()).isTrue();
  }

  @Test
  void takesPairsOfTurnsForTheQuestionsThatAreKnown(@TempDir Path directory) throws IOException {
    var set =
        read(
            directory,
            "set.jsonl",
            """
            {"id": "d", "turns": [{"text": "where"}, {"text": "what"}, {"text": "it"}], \
            "question_answer": [[0, 2]], "asks_back": [[0, 1]]}
            """);

    assertThat(set.questions().map(Said::key)).containsExactly("d\t0", "d\t1");
    assertThat(set.complete()).isFalse();
  }

  @Test
  void takesTheFirstWordsOfADialogueForItsQuestion(@TempDir Path directory) throws IOException {
    var set =
        read(
            directory,
            "set.jsonl",
            """
            {"id": "d", "turns": [{"speaker": "ada", "text": "hi"}, \
            {"speaker": "ada", "text": "where?"}, {"speaker": "bob", "text": "here"}]}
            """);

    assertThat(set.said()).containsExactly(new Said("d\t0", "hi\nwhere?", true));
  }

  private AskingSet read(Path directory, String name, String content) throws IOException {
    var file = directory.resolve(name);
    Files.writeString(file, content);
    return AskingSet.read(file);
  }
}
