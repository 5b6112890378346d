package ponte.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people wrote, and which of it asks.
 *
 * @param complete whether all questions are marked; where not, what is not marked may ask, too
 */
record AskingSet(List<Said> said, boolean complete) {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /**
   * Something said.
   *
   * @param key what names it in the set: two cells
   */
  record Said(String key, String text, boolean asks) {}

  AskingSet {
    said = List.copyOf(said);
  }

  /**
   * Reads a table with the columns {@code text} and {@code question} (1 or 0) and two before that
   * name the row, or dialogues, one JSON object a line, with {@code turns}.
   */
  static AskingSet read(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return file.toString().endsWith(".jsonl")
          ? dialogues(lines.filter(line -> !line.isBlank()).map(MAPPER::readTree).toList())
          : table(lines.toList());
    }
  }

  private static AskingSet table(List<String> lines) {
    var columns = Arrays.asList(lines.getFirst().split("\t", -1));
    int text = column(columns, "text");
    int question = column(columns, "question");
    return new AskingSet(
        lines.stream()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .map(
                cells ->
                    new Said(cells[0] + "\t" + cells[1], cells[text], cells[question].equals("1")))
            .toList(),
        true);
  }

  private static int column(List<String> columns, String name) {
    int column = columns.indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException("no column " + name + " in " + columns);
    }
    return column;
  }

  /**
   * Turns that say whether they request something are all marked. Where pairs of turns are marked,
   * only the questions that got an answer are, and those that a question was answered with. Else
   * each dialogue counts once: it was cut where somebody came with a question.
   */
  private static AskingSet dialogues(List<JsonNode> dialogues) {
    var said = new ArrayList<Said>();
    boolean complete = false;
    for (var dialogue : dialogues) {
      var id = dialogue.path("id").asString();
      var turns = dialogue.path("turns");
      if (dialogue.has("question_answer")) {
        var asked = asked(dialogue);
        for (int i = 0; i < turns.size(); i++) {
          said.add(new Said(id + "\t" + i, text(turns.get(i)), asked.contains(i)));
        }
      } else if (turns.path(0).has("request")) {
        complete = true;
        for (int i = 0; i < turns.size(); i++) {
          var request = turns.get(i).path("request").asBoolean(false);
          said.add(new Said(id + "\t" + i, text(turns.get(i)), request));
        }
      } else {
        said.add(new Said(id + "\t0", opening(turns), true));
      }
    }
    return new AskingSet(said, complete);
  }

  private static Set<Integer> asked(JsonNode dialogue) {
    var asked = new HashSet<Integer>();
    dialogue.path("question_answer").forEach(pair -> asked.add(pair.get(0).asInt()));
    dialogue.path("asks_back").forEach(pair -> asked.add(pair.get(1).asInt()));
    return asked;
  }

  /** What its first speaker says before anybody else does. */
  private static String opening(JsonNode turns) {
    var speaker = turns.path(0).path("speaker").asString();
    return String.join(
        "\n",
        turns
            .valueStream()
            .takeWhile(turn -> turn.path("speaker").asString().equals(speaker))
            .map(AskingSet::text)
            .toList());
  }

  private static String text(JsonNode turn) {
    return turn.path("text").asString();
  }

  /** The same without any question mark: some were set by those who marked the questions. */
  AskingSet withoutMarks() {
    return new AskingSet(
        said.stream()
            .map(each -> new Said(each.key(), each.text().replace("?", "").strip(), each.asks()))
            .toList(),
        complete);
  }

  Stream<Said> questions() {
    return said.stream().filter(Said::asks);
  }
}
