package ponte.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ponte.archive.Chat.posted;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.archive.Conversations;
import ponte.archive.Copying;
import ponte.archive.Holdings;
import ponte.conversation.Audience;
import ponte.opensearch.OpenSearchUnavailableException.Reason;

/** What becomes of an archive of an earlier layout. */
class LayoutsTest {

  private static final Conversations.Rules EARLIER = Conversations.Rules.DEFAULT;
  private static final Conversations.Rules NOW =
      new Conversations.Rules(50, Duration.ofHours(24), 0);
  private static final Instant MOVED = Instant.parse("2027-01-01T00:00:00Z");

  private final Chat dev = Chat.in("dev");
  private final Audience all = new Audience(Set.of(dev.channel()));

  @Test
  void areRemovedOnceTheirSuccessorIsWhole() {
    var settings = moved("removed");

    try (var layouts = Layouts.open(settings, NOW);
        var next = open(settings, NOW, MOVED)) {
      var others = layouts.others();
      assertThat(others).hasSize(1);
      assertThat(layouts.removeOthers()).isEqualTo(others);
      assertThat(layouts.others()).isEmpty();
      assertThat(layouts.removeOthers()).isEmpty();
      assertThat(names(settings))
          .isNotEmpty()
          .noneMatch(name -> name.startsWith(others.getFirst()));
      assertThat(next.search("kafka", all, 10)).isNotEmpty();
    }
  }

  @Test
  void stayWhereTheirSuccessorIsNotWhole() {
    var settings = SharedCluster.settings("not-whole");
    fill(settings);
    try (var relayout = Relayout.open(settings, SharedCluster.NLP, NOW, at(MOVED));
        var layouts = Layouts.open(settings, NOW)) {
      relayout.holdWriting();
      var before = names(settings);

      assertThat(layouts.isInUse()).isFalse();
      assertThatThrownBy(layouts::removeOthers)
          .isInstanceOfSatisfying(
              OpenSearchUnavailableException.class,
              e -> assertThat(e.reason()).isEqualTo(Reason.NOT_WHOLE));
      assertThat(names(settings)).isEqualTo(before);
    }
  }

  @Test
  void areNotRemovedByTheVersionThatWasGivenUp() {
    var settings = moved("given-up");
    var before = names(settings);

    try (var layouts = Layouts.open(settings, EARLIER)) {
      assertThatThrownBy(layouts::removeOthers)
          .isInstanceOfSatisfying(
              OpenSearchUnavailableException.class,
              e -> assertThat(e.reason()).isEqualTo(Reason.GIVEN_UP));
    }
    assertThatThrownBy(() -> Relayout.open(settings, SharedCluster.NLP, EARLIER, at(MOVED)))
        .isInstanceOfSatisfying(
            OpenSearchUnavailableException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.GIVEN_UP));
    assertThat(names(settings)).isEqualTo(before);
  }

  @Test
  void areRemovedWhereAnEarlierRemovalWasKilled() {
    var settings = moved("half");
    try (var layouts = Layouts.open(settings, NOW);
        var cluster = Connecting.to(settings)) {
      var other = layouts.others().getFirst();
      cluster.ask("DELETE", "/" + other + "-journal", Map.of());

      assertThat(layouts.removeOthers()).containsExactly(other);
      assertThat(names(settings)).noneMatch(name -> name.startsWith(other));
    }
  }

  @Test
  void areRemovedWithWhomeverIsForgotten() {
    var settings = moved("forgotten");
    try (var layouts = Layouts.open(settings, NOW);
        var next = open(settings, NOW, MOVED)) {
      next.forget(dev.says(1, "ada", "").author(), MOVED);

      assertThat(layouts.others()).isEmpty();
      assertThat(next.search("kafka", all, 10)).isEmpty();
    }
  }

  @Test
  void areRemovedAtNightWhenNoReplicaNeedsThemAnyMore() {
    var settings = moved("night");
    try (var layouts = Layouts.open(settings, NOW);
        var early = open(settings, NOW, MOVED.plus(Duration.ofHours(23)));
        var late = open(settings, NOW, MOVED.plus(Duration.ofHours(24)))) {
      early.expunge();
      assertThat(layouts.others()).hasSize(1);

      late.expunge();
      assertThat(layouts.others()).isEmpty();
      assertThat(late.search("kafka", all, 10)).isNotEmpty();
    }
  }

  @Test
  void stayWhileTheyAreBeingFilled() {
    var settings = SharedCluster.settings("filling");
    fill(settings);
    try (var relayout = Relayout.open(settings, SharedCluster.NLP, NOW, at(MOVED));
        var layouts = Layouts.open(settings, EARLIER);
        var old = open(settings, EARLIER, MOVED.plus(Duration.ofDays(9)))) {
      old.forget(dev.says(7, "eve", "").author(), MOVED);
      old.expunge();

      assertThat(layouts.others()).hasSize(1);
      copy(relayout);
      relayout.finish();
      assertThat(relayout.next().search("kafka", all, 10)).isNotEmpty();
    }
  }

  /** An archive that was made anew in the layout of {@link #NOW}, beside the earlier one. */
  private OpenSearchSettings moved(String prefix) {
    var settings = SharedCluster.settings(prefix);
    fill(settings);
    try (var relayout = Relayout.open(settings, SharedCluster.NLP, NOW, at(MOVED))) {
      copy(relayout);
      relayout.holdWriting();
      relayout.finish();
    }
    return settings;
  }

  private void fill(OpenSearchSettings settings) {
    try (var old = open(settings, EARLIER, MOVED)) {
      old.apply(List.of(posted(dev.says(1, "ada", "the kafka broker"))));
    }
  }

  private static void copy(Relayout relayout) {
    new Copying(relayout.holdings(), relayout.next(), (_, _, _) -> {})
        .run(Holdings.BEGINNING, _ -> {});
  }

  private static OpenSearchArchive open(
      OpenSearchSettings settings, Conversations.Rules rules, Instant when) {
    return OpenSearchArchive.open(settings, SharedCluster.NLP, rules, at(when));
  }

  private static Clock at(Instant when) {
    return Clock.fixed(when, ZoneOffset.UTC);
  }

  private static List<String> names(OpenSearchSettings settings) {
    try (var cluster = Connecting.to(settings)) {
      return cluster
          .ask("GET", "/" + settings.prefix() + "-*/_alias", Map.of())
          .body()
          .properties()
          .stream()
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }
  }
}
