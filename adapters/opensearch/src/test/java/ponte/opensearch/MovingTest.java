package ponte.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ponte.archive.Chat.deleted;
import static ponte.archive.Chat.edited;
import static ponte.archive.Chat.posted;
import static ponte.archive.Chat.reacted;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.archive.Archive;
import ponte.archive.ArchiveUnavailableException;
import ponte.archive.Chat;
import ponte.archive.Conversations;
import ponte.archive.Copying;
import ponte.archive.Filed;
import ponte.archive.Holdings;
import ponte.conversation.Audience;
import ponte.conversation.Event.Talk;
import ponte.conversation.TimeSpan;
import ponte.lucene.LuceneArchive;
import ponte.lucene.LuceneHoldings;

/** Archives move between Lucene and OpenSearch, and between layouts, while they are used. */
class MovingTest {

  private static final TimeSpan ALWAYS = new TimeSpan(Instant.MIN, Instant.MAX);
  private static final Conversations.Rules RULES = Conversations.Rules.DEFAULT;
  private static final Clock LATER =
      Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final Chat dev = Chat.in("dev");
  private final Chat board = Chat.in("board");
  private final Audience all = new Audience(Set.of(dev.channel(), board.channel()));

  @Test
  void givesTheSameOnTheOtherSideAndBack(@TempDir Path there, @TempDir Path back) {
    try (var lucene = LuceneArchive.open(there, SharedCluster.NLP, RULES);
        var cluster = SharedCluster.open("moving");
        var again = LuceneArchive.open(back, SharedCluster.NLP, RULES)) {
      lucene.apply(events());

      try (var holdings = LuceneHoldings.open(there)) {
        copy(holdings, cluster, Holdings.BEGINNING);
      }
      try (var holdings = OpenSearchHoldings.open(settings("moving"), RULES)) {
        copy(holdings, again, Holdings.BEGINNING);
      }

      assertThat(seen(cluster)).isEqualTo(seen(lucene));
      assertThat(seen(again)).isEqualTo(seen(lucene));
      assertThat(again.search("kafka broker", all, 10))
          .hasSize(2)
          .isEqualTo(lucene.search("kafka broker", all, 10));
      // What was taken back is known on the other side, too.
      cluster.apply(events());
      assertThat(seen(cluster)).isEqualTo(seen(lucene));
    }
  }

  @Test
  void goesOnWhereItWasKilledAndTakesWhatCameMeanwhile(@TempDir Path directory) {
    try (var cluster = SharedCluster.open("killed");
        var lucene = LuceneArchive.open(directory, SharedCluster.NLP, RULES)) {
      cluster.apply(events());
      var end = Holdings.BEGINNING;
      try (var holdings = OpenSearchHoldings.open(settings("killed"), RULES)) {
        var part = holdings.after(end, 2);
        lucene.apply(part.events());
        end = part.end();
        assertThat(part.events()).isNotEmpty();
      }
      cluster.apply(
          List.of(
              edited(dev.says(1, "ada", "the kafka broker"), 900, "the redis server"),
              dev.posts(901, "kim", "kafka came late")));

      try (var holdings = OpenSearchHoldings.open(settings("killed"), RULES)) {
        end = copy(holdings, lucene, end);
        assertThat(seen(lucene)).isEqualTo(seen(cluster));
        cluster.apply(List.of(deleted(dev.id(901), 902)));
        end = copy(holdings, lucene, end);
        assertThat(holdings.after(end, 10).events()).isEmpty();
      }

      assertThat(seen(lucene)).isEqualTo(seen(cluster));
    }
  }

  @Test
  void isMadeAnewInAnotherLayoutWhileItIsUsed() {
    var settings = settings("anew");
    var others = new Conversations.Rules(50, Duration.ofHours(24), 0);
    try (var old = SharedCluster.open("anew")) {
      old.apply(events());
      assertThatThrownBy(() -> open(settings, others))
          .isInstanceOf(ArchiveUnavailableException.class)
          .hasMessageContaining("ponte reindex");

      try (var relayout = Relayout.open(settings, SharedCluster.NLP, others, LATER)) {
        var end = copy(relayout.holdings(), relayout.next(), Holdings.BEGINNING);
        old.apply(List.of(dev.posts(950, "kim", "kafka came late")));
        relayout.holdWriting();
        copy(relayout.holdings(), relayout.next(), end);
        relayout.finish();
      }

      assertThat(old.search("kafka", all, 10)).isNotEmpty();
      assertThatThrownBy(() -> old.apply(List.of(dev.posts(960, "kim", "too late"))))
          .isInstanceOf(ArchiveUnavailableException.class);
      try (var next = open(settings, others)) {
        assertThat(next.read(dev.channel(), ALWAYS, 99, all))
            .extracting(Filed::message)
            .isEqualTo(
                old.read(dev.channel(), ALWAYS, 99, all).stream().map(Filed::message).toList());
        next.apply(List.of(dev.posts(960, "kim", "not too late")));
        assertThat(next.find(dev.id(960), all)).isPresent();
      }
    }
  }

  private static OpenSearchArchive open(OpenSearchSettings settings, Conversations.Rules rules) {
    return OpenSearchArchive.open(settings, SharedCluster.NLP, rules, LATER);
  }

  private static OpenSearchSettings settings(String prefix) {
    return SharedCluster.settings(prefix);
  }

  private static String copy(Holdings from, Archive to, String end) {
    return new Copying(from, to, (_, _, _) -> {}).run(end, _ -> {});
  }

  private List<List<Filed>> seen(Archive archive) {
    return Stream.of(dev, board)
        .map(chat -> archive.read(chat.channel(), ALWAYS, 99, all))
        .toList();
  }

  private List<Talk> events() {
    var one = dev.says(1, "ada", "the kafka broker");
    return List.of(
        posted(one),
        reacted(one.id(), 2, "bob", "+1"),
        posted(dev.replies(3, 1, "bob", "restart the kafka broker")),
        dev.posts(4, "eve", "lunch"),
        deleted(dev.id(4), 5),
        reacted(dev.id(70), 71, "bob", "+1"),
        board.posts(5, "kim", "kafka costs money"),
        edited(board.says(5, "kim", ""), 6, "kafka costs much money"),
        dev.posts(50_000, "kim", "another month"));
  }
}
