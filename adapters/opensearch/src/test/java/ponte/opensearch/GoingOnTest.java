package ponte.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.TimeSpan;

/** An archive goes on in months that it had not yet, whatever became of the cluster meanwhile. */
class GoingOnTest {

  private static final double NEXT_MONTH = Duration.ofDays(31).toMinutes();

  private final Chat dev = Chat.in("dev");
  private final Audience all = new Audience(Set.of(dev.channel()));
  private final Message march = dev.says(1, "ada", "the kafka broker is slow");
  private final Message april = dev.says(NEXT_MONTH, "bob", "kafka is slow again");

  @Test
  void afterASnapshotWithoutTheStateOfItsClusterWasRestored() {
    LoneNode.ask(
        "PUT",
        "/_snapshot/safe",
        Map.of(),
        Map.of("type", "fs", "settings", Map.of("location", "safe")));
    try (var archive = LoneNode.open(LoneNode.settings("restored"))) {
      archive.apply(List.of(Chat.posted(march)));
    }
    LoneNode.ask(
        "PUT",
        "/_snapshot/safe/monday",
        Map.of("wait_for_completion", "true"),
        Map.of("indices", "restored-*", "include_global_state", false));
    LoneNode.indexes("restored").forEach(index -> LoneNode.delete("/" + index));
    loseTemplate("restored");

    LoneNode.ask(
        "POST",
        "/_snapshot/safe/monday/_restore",
        Map.of("wait_for_completion", "true"),
        Map.of("indices", "restored-*", "include_global_state", false));

    try (var archive = LoneNode.open(LoneNode.settings("restored"))) {
      assertThat(kept(archive)).containsExactly(march);
      goOn(archive, "restored");
    }
  }

  @Test
  void withATemplateAndAsManyCopiesAsAreSetToday() {
    try (var archive = LoneNode.open(LoneNode.settings("more-copies"))) {
      archive.apply(List.of(Chat.posted(march)));
    }
    loseTemplate("more-copies");

    try (var archive = LoneNode.open(LoneNode.settings("more-copies", 1))) {
      goOn(archive, "more-copies");
    }

    assertThat(copies("more-copies")).hasSize(3).containsOnly("1");
    assertThat(templateCopies("more-copies")).isEqualTo("1");
  }

  @Test
  void takesNoCopiesAwayThatSomebodyAdded() {
    try (var archive = LoneNode.open(LoneNode.settings("fewer-copies", 1))) {
      archive.apply(List.of(Chat.posted(march)));
    }

    LoneNode.open(LoneNode.settings("fewer-copies")).close();

    assertThat(copies("fewer-copies")).hasSize(2).containsOnly("1");
  }

  @Test
  void whereNobodyButPonteMakesIndexes() {
    LoneNode.with(
        "action.auto_create_index",
        "false",
        () -> {
          try (var archive = LoneNode.open(LoneNode.settings("by-hand"))) {
            archive.apply(List.of(Chat.posted(march)));
            goOn(archive, "by-hand");
          }
        });
  }

  @Test
  void whereAMonthWasDroppedMeanwhile() {
    LoneNode.with(
        "action.auto_create_index",
        "false",
        () -> {
          try (var archive = LoneNode.open(LoneNode.settings("dropped"))) {
            archive.apply(List.of(Chat.posted(march)));
            LoneNode.delete("/" + month("dropped", march));

            goOn(archive, "dropped");
            archive.apply(List.of(dev.posts(2, "ada", "and now?")));

            assertThat(kept(archive)).hasSize(2).contains(april);
          }
        });
  }

  private void goOn(OpenSearchArchive archive, String prefix) {
    archive.apply(List.of(Chat.posted(april)));

    assertThat(kept(archive)).contains(april);
    assertThat(archive.search("kafka slow", all, 10)).isNotEmpty();
    assertThat(LoneNode.get("/_alias/" + LoneNode.layout(prefix).talk()).has(month(prefix, april)))
        .isTrue();
  }

  private List<Message> kept(OpenSearchArchive archive) {
    return archive
        .read(dev.channel(), new TimeSpan(Chat.minute(0), Chat.minute(2 * NEXT_MONTH)), 100, all)
        .stream()
        .map(Filed::message)
        .toList();
  }

  private String month(String prefix, Message message) {
    return LoneNode.layout(prefix).talk(Chat.WORKSPACE, message.at());
  }

  private static void loseTemplate(String prefix) {
    LoneNode.delete("/_index_template/" + LoneNode.layout(prefix).generation());
  }

  private static List<String> copies(String prefix) {
    return LoneNode.get("/" + prefix + "-*/_settings?flat_settings").properties().stream()
        .map(each -> each.getValue().path("settings").path("index.number_of_replicas").asString())
        .toList();
  }

  private static String templateCopies(String prefix) {
    return LoneNode.get("/_index_template/" + LoneNode.layout(prefix).generation())
        .path("index_templates")
        .path(0)
        .path("index_template")
        .path("template")
        .path("settings")
        .path("index")
        .path("number_of_replicas")
        .asString();
  }
}
