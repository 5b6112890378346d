package ponte.app.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.app.BesideOthers;
import ponte.archive.Conversations;

/** {@code ponte reindex}, killed in the middle and called again: nothing is lost, nothing twice. */
@BesideOthers
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReindexKilledTest {

  private static final int KILLED = 137;
  private static final Conversations.Rules EARLIER =
      new Conversations.Rules(50, Duration.ofHours(24), 0);

  /** Before anything is written, between the halves of a change, and after the first mark. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9})
  void completesTheWayToOpenSearch(int write, @TempDir Path data) throws Exception {
    var moving = new Moving(data, "killed-there-" + write);
    try (var gate = Gate.to(OneNode.address())) {
      moving.giveLucene(Moving.talk());
      gate.hold(nth(write, "POST /_bulk"::equals));

      assertThat(moving.reindexKilled(gate, "--from", "lucene", "--to", "opensearch"))
          .isEqualTo(KILLED);
      assertThat(moving.reindex("--from", "lucene", "--to", "opensearch").exitCode()).isZero();

      assertThat(moving.inOpenSearch()).isEqualTo(moving.of(Moving.talk()));
    }
  }

  @Test
  void completesTheWayBack(@TempDir Path data) throws Exception {
    var moving = new Moving(data, "killed-back");
    try (var gate = Gate.to(OneNode.address())) {
      moving.giveOpenSearch(Moving.talk(), Moving.RULES);
      var mark = moving.directory().resolve("reindex-opensearch-lucene");
      gate.hold(_ -> Files.exists(mark));

      assertThat(moving.reindexKilled(gate, "--from", "opensearch", "--to", "lucene"))
          .isEqualTo(KILLED);
      assertThat(moving.inLucene()).isNotEqualTo(moving.inOpenSearch());
      moving.giveOpenSearch(Moving.later(), Moving.RULES);
      var again = moving.reindex("--from", "opensearch", "--to", "lucene");

      assertThat(again.exitCode()).isZero();
      var all = Stream.of(Moving.talk(), Moving.later()).flatMap(List::stream).toList();
      assertThat(moving.inLucene()).isEqualTo(moving.of(all));
      // It went on, rather than begin anew.
      assertThat(copied(again.out())).isLessThan(all.size() - 900);
    }
  }

  /** While it copies; when the old one is closed, and the new one not whole yet. */
  @ParameterizedTest
  @ValueSource(strings = {"POST /_bulk", "POST /_aliases"})
  void completesTheWayIntoAnotherLayout(String request, @TempDir Path data) throws Exception {
    var moving = new Moving(data, "killed-anew-" + request.length());
    try (var gate = Gate.to(OneNode.address())) {
      moving.giveOpenSearch(Moving.talk(), EARLIER);
      gate.hold(nth(request.endsWith("_bulk") ? 4 : 1, request::equals));

      assertThat(moving.reindexKilled(gate, "--from", "opensearch", "--to", "opensearch"))
          .isEqualTo(KILLED);
      var early = moving.reindex("--remove-old");
      assertThat(early.exitCode()).isEqualTo(4);
      assertThat(early.err()).contains("is not whole yet").doesNotContain("\tat ");
      assertThat(moving.reindex("--from", "opensearch", "--to", "opensearch").exitCode()).isZero();

      assertThat(moving.inOpenSearch()).isEqualTo(moving.of(Moving.talk()));
      assertThat(moving.reindex("--remove-old").out()).startsWith("Removed: killed-anew-");
      assertThat(moving.inOpenSearch()).isEqualTo(moving.of(Moving.talk()));
    }
  }

  private static long copied(String said) {
    return Long.parseLong(said.replaceAll("(?s)^Copied: ([0-9,]+) .*", "$1").replace(",", ""));
  }

  private static Predicate<String> nth(int number, Predicate<String> which) {
    var seen = new AtomicInteger();
    return request -> which.test(request) && seen.incrementAndGet() == number;
  }
}
