package ponte.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import ponte.nlp.Summaries.Turn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Conversations and what people wrote of them in short. */
record SummarySet(String name, List<Summarised> conversations) {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** Of which length a summary is where nobody wrote one. */
  private static final int WORDS_WITHOUT_GOLD = 60;

  /**
   * A conversation.
   *
   * @param gold may be empty
   */
  record Summarised(String id, List<Turn> turns, List<String> gold) {
    Summarised {
      turns = List.copyOf(turns);
      gold = List.copyOf(gold);
    }
  }

  SummarySet {
    conversations = List.copyOf(conversations);
  }

  /**
   * Reads one JSON object a line: {@code id}, {@code turns} of {@code speaker} and {@code text},
   * and {@code summaries}, which may be missing. Where questions are put to parts of them ({@code
   * queries}), those parts with their answers are a set of their own, the second.
   */
  static List<SummarySet> read(Path file) throws IOException {
    var whole = new ArrayList<Summarised>();
    var parts = new ArrayList<Summarised>();
    try (var lines = Files.lines(file)) {
      lines
          .filter(line -> !line.isBlank())
          .map(MAPPER::readTree)
          .forEach(
              node -> {
                var conversation = conversation(node, Integer.toString(whole.size()));
                whole.add(conversation);
                parts.addAll(parts(node.path("queries"), conversation));
              });
    }
    var name = file.getFileName().toString().replace(".jsonl", "");
    var all = new SummarySet(name, whole);
    return parts.isEmpty()
        ? List.of(all)
        : List.of(all, new SummarySet(name + ", parts asked for", parts));
  }

  private static Summarised conversation(JsonNode node, String otherwise) {
    return new Summarised(
        node.path("id").asString(otherwise),
        each(node.path("turns")).stream()
            .map(
                turn -> new Turn(turn.path("speaker").asString(""), turn.path("text").asString("")))
            .toList(),
        each(node.path("summaries")).stream()
            .map(JsonNode::asString)
            .filter(text -> !text.isBlank())
            .toList());
  }

  private static List<Summarised> parts(JsonNode queries, Summarised whole) {
    var parts = new ArrayList<Summarised>();
    for (var query : queries) {
      var turns = new ArrayList<Turn>();
      for (var span : query.path("turns")) {
        int last = Math.min(span.path(1).asInt(), whole.turns().size() - 1);
        turns.addAll(whole.turns().subList(Math.min(span.path(0).asInt(), last + 1), last + 1));
      }
      var answer = query.path("answer").asString("");
      if (!turns.isEmpty() && !answer.isBlank()) {
        parts.add(new Summarised(whole.id() + "/" + parts.size(), turns, List.of(answer)));
      }
    }
    return parts;
  }

  private static List<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  boolean hasGold() {
    return conversations.stream().anyMatch(one -> !one.gold().isEmpty());
  }

  /** How many words the summaries of people have in the mean. */
  int words() {
    return (int)
        Math.round(
            conversations.stream()
                .flatMap(one -> one.gold().stream())
                .mapToInt(gold -> gold.strip().split("\\s+").length)
                .average()
                .orElse(WORDS_WITHOUT_GOLD));
  }
}
