package ponte.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.archive.ArchiveRefusesException;
import ponte.archive.Chat;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.TimeSpan;
import ponte.opensearch.Journal.Write;
import ponte.opensearch.OpenSearchUnavailableException.Reason;

/** What becomes of what OpenSearch refuses although it does well. */
class RefusedTest {

  private static final double NEXT_MONTH = Duration.ofDays(31).toMinutes();

  /** No index has words of so many letters. */
  private static final String ENDLESS = "x".repeat(40_000);

  private final Chat dev = Chat.in("dev");
  private final Audience all = new Audience(Set.of(dev.channel()));
  private final Message march = dev.says(1, "ada", "the kafka broker is slow");
  private final Message april = dev.says(NEXT_MONTH, "bob", "kafka is slow again");

  @Test
  void isToldAndGoesOnByItselfWhereAClusterHadEnoughOfIndexes() {
    try (var archive = LoneNode.open(LoneNode.settings("enough"))) {
      archive.apply(List.of(Chat.posted(march)));

      LoneNode.with(
          "cluster.max_shards_per_node",
          1,
          () -> {
            assertThatThrownBy(() -> archive.apply(List.of(Chat.posted(april))))
                .isInstanceOf(OpenSearchUnavailableException.class);
            assertThatExceptionOfType(OpenSearchUnavailableException.class)
                .isThrownBy(archive::requireUsable)
                .withMessageContaining("maximum LOCAL_ONLY shards open")
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.REFUSED));
            assertThat(archive.forget(dev.channel(), Instant.EPOCH, 10)).isEmpty();
            assertThat(kept(archive)).containsExactly(march);
          });
      archive.apply(List.of(Chat.posted(april)));

      assertThat(kept(archive)).containsExactly(march, april);
      assertThatCode(archive::requireUsable).doesNotThrowAnyException();
    }
  }

  @Test
  void doesNotStopWhatElseChangesInItsChannel() {
    try (var archive = LoneNode.open(LoneNode.settings("elsewhere"))) {
      archive.apply(List.of(Chat.posted(march)));

      LoneNode.with(
          "cluster.max_shards_per_node",
          1,
          () -> {
            assertThatThrownBy(() -> archive.apply(List.of(Chat.posted(april))))
                .isInstanceOf(OpenSearchUnavailableException.class);
            archive.forget(march.author(), march.at().plusSeconds(60));
            assertThat(kept(archive)).isEmpty();
          });
    }
  }

  @Test
  void isAsIfItHadNeverComeWhereADocumentIsAtFault() {
    try (var archive = LoneNode.open(LoneNode.settings("at-fault"))) {
      var bad = dev.posts(2, ENDLESS, "the zebra is loose");
      var next = dev.says(3, "bob", "is it");

      assertThatExceptionOfType(ArchiveRefusesException.class)
          .isThrownBy(() -> archive.apply(List.of(Chat.posted(march), bad, Chat.posted(next))))
          .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("xxx", "120"));

      archive.apply(List.of(Chat.posted(march), Chat.posted(next)));
      assertThat(kept(archive)).containsExactly(march, next);
      assertThat(archive.search("zebra", all, 10)).isEmpty();
      assertThat(archive.search("kafka", all, 10)).hasSize(1);
      assertThatCode(archive::requireUsable).doesNotThrowAnyException();
    }
  }

  @Test
  void leavesAMessageAsItWas() {
    try (var archive = LoneNode.open(LoneNode.settings("as-it-was"))) {
      archive.apply(List.of(Chat.posted(march)));
      var praise = Chat.reacted(march.id(), 2, ENDLESS, "tada");

      assertThatExceptionOfType(ArchiveRefusesException.class)
          .isThrownBy(() -> archive.apply(List.of(praise)));

      assertThat(kept(archive)).containsExactly(march);
      archive.apply(List.of(Chat.edited(march, 3, "the zookeeper is slow")));
      assertThat(archive.search("zookeeper", all, 10)).hasSize(1);
      assertThat(archive.search("kafka", all, 10)).isEmpty();
    }
  }

  @Test
  void doesNotStandBeforeWhatComesAfterItsWriterDied() {
    var settings = LoneNode.settings("left");
    try (var archive = LoneNode.open(settings);
        var cluster = Connecting.to(settings)) {
      archive.apply(List.of(Chat.posted(march)));
      var layout = LoneNode.layout("left");
      var journal = new Journal(cluster, layout, _ -> {});
      var note = journal.read(dev.channel());
      var never =
          new Write(
              layout.talk(Chat.WORKSPACE, march.at()), "m:never", Map.of("nonsense", "for ever"));
      journal.commit(note, note.change() + 1, "of somebody who died", List.of(never));

      archive.apply(List.of(Chat.posted(april)));

      assertThat(kept(archive)).containsExactly(march, april);
      assertThat(journal.read(dev.channel()).pending()).isEmpty();
    }
  }

  private List<Message> kept(OpenSearchArchive archive) {
    return archive
        .read(dev.channel(), new TimeSpan(Chat.minute(0), Chat.minute(2 * NEXT_MONTH)), 100, all)
        .stream()
        .map(Filed::message)
        .toList();
  }
}
