package ponte.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Archive;
import ponte.archive.Chat;
import ponte.conversation.Audience;
import ponte.conversation.Event.Talk;
import ponte.conversation.TimeSpan;
import ponte.expert.Expert;
import ponte.expert.ExpertRules;
import ponte.expert.Experts;
import ponte.expert.Workspace;

/** How often OpenSearch is asked for those who know about a topic. */
class WhoKnowsRequestsTest {

  private static final double DAY = 24 * 60;

  private final Workspace acme =
      new Workspace().open("dev").people("ada", "bob", "eve", "fay", "gus", "hal", "kim");

  @BeforeEach
  void talk() {
    var answering = List.of("bob", "eve", "fay", "gus", "hal", "kim");
    for (var day = 0; day < 90; day++) {
      var who = answering.get(day % answering.size());
      acme.thread("dev", 1 + day * DAY, "ada: kafka brokers?", who + ": kafka brokers want room");
    }
  }

  /** Twice for words, four times for what one may be short for, four times for who knows. */
  @Test
  void asksForWordsAndConversationsTogether() throws IOException {
    assertThat(asked("kafka brokers"))
        .hasSizeLessThanOrEqualTo(12)
        .as("what stands in for a word, and what those say who come into question")
        .filteredOn(WhoKnowsRequestsTest::reads)
        .hasSize(2);
  }

  /** What may be meant is looked for, then what stands in for that. */
  @Test
  void asksLittleMoreWhereAWordIsMisspelt() throws IOException {
    assertThat(asked("kafka brokres")).hasSizeLessThanOrEqualTo(16);
  }

  /** The requests that one question makes; it is answered as it is without OpenSearch. */
  private List<String> asked(String topic) throws IOException {
    try (var node = new CountedNode(SharedCluster.nodes().addresses().getFirst());
        var archive = node.archive("counted")) {
      archive.apply(said());
      node.asked();

      var named = experts(archive).on(topic, acme.asker("ada"));

      var asked = node.asked();
      assertThat(named.experts())
          .isNotEmpty()
          .extracting(Expert::person, Expert::answers, Expert::evidence)
          .containsExactlyElementsOf(
              experts(acme.archive).on(topic, acme.asker("ada")).experts().stream()
                  .map(each -> tuple(each.person(), each.answers(), each.evidence()))
                  .toList());
      return asked;
    }
  }

  private static boolean reads(String request) {
    return request.contains("\"" + Fields.CONVERSATION + "\":");
  }

  private List<Talk> said() {
    var dev = Chat.in("dev").channel();
    return acme
        .archive
        .read(dev, new TimeSpan(Instant.EPOCH, acme.clock.instant()), 1_000, Audience.of(dev))
        .stream()
        .map(filed -> Chat.posted(filed.message()))
        .toList();
  }

  private Experts experts(Archive archive) {
    return new Experts(
        archive,
        acme.directory,
        Workspace.NLP,
        acme.posed,
        acme.feedback,
        acme.preferences,
        ExpertRules.DEFAULT,
        acme.clock);
  }
}
