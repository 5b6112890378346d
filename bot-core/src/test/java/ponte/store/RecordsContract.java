package ponte.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ponte.Race;
import ponte.TestClock;
import ponte.conversation.TimeSpan;

/** What every {@link Records} promises; each technology has one subclass. */
public abstract class RecordsContract {

  private static final Instant NOW = Instant.parse("2026-03-29T00:59:59.999999999Z");
  private static final Partition ADAS = new Partition("nudge", "T1/U1");
  private static final Partition GRACES = new Partition("nudge", "T1/U2");
  private static final Key KEY = ADAS.key("one");

  protected final TestClock clock = TestClock.at(NOW);

  /** New records without a document, on a clock. */
  protected abstract Records emptyRecords(Clock clock);

  private Records records() {
    return emptyRecords(clock);
  }

  @Test
  void findsNothingWhereNothingWasWritten() {
    assertThat(records().find(KEY)).isEmpty();
  }

  @Test
  void findsWhatWasWritten() {
    var records = records();
    var at = Instant.parse("2026-02-28T23:00:00.000000001Z");
    var expires = NOW.plusSeconds(1);

    assertThat(records.write(Write.create(KEY, "perché 😀").at(at).expiring(expires))).isTrue();

    assertThat(records.find(KEY)).contains(new Document(KEY, "perché 😀", 1, at, expires));
  }

  @Test
  void keepsLongAndEmptyContents() {
    var records = records();
    var content = "è".repeat(300_000);

    records.write(Write.create(KEY, content));
    records.write(Write.create(ADAS.key("two"), ""));

    assertThat(records.find(KEY)).map(Document::content).contains(content);
    assertThat(records.find(ADAS.key("two"))).map(Document::content).contains("");
  }

  @Test
  void countsTheVersionOfEachWrite() {
    var records = records();
    records.write(Write.create(KEY, "a"));

    assertThat(records.write(new Write(KEY, "b", 1, NOW, null))).isTrue();
    assertThat(records.write(Write.replace(found(records, KEY), "c"))).isTrue();

    assertThat(found(records, KEY)).isEqualTo(new Document(KEY, "c", 3, NOW, null));
  }

  @Test
  void refusesAWriterWhoExpectsAnotherVersion() {
    var records = records();
    records.write(Write.create(KEY, "a"));
    records.write(new Write(KEY, "b", 1, null, null));

    assertThat(records.write(Write.create(KEY, "lost"))).isFalse();
    assertThat(records.write(new Write(KEY, "lost", 1, NOW, NOW.plusSeconds(9)))).isFalse();
    assertThat(records.write(new Write(KEY, "lost", 3, null, null))).isFalse();
    assertThat(records.write(new Write(ADAS.key("none"), "lost", 1, null, null))).isFalse();

    assertThat(found(records, KEY)).isEqualTo(new Document(KEY, "b", 2, null, null));
    assertThat(records.find(ADAS.key("none"))).isEmpty();
    assertThat(always(records, ADAS)).isEmpty();
  }

  @Test
  void letsOneOfManyWritersOfAVersionSucceed() throws Exception {
    var records = records();
    var threads = 8;
    var each = 25;
    records.write(Write.create(KEY, "0"));

    var refused =
        Race.of(
            threads,
            () -> {
              var failures = 0;
              for (var done = 0; done < each; ) {
                var old = found(records, KEY);
                var next = Integer.toString(Integer.parseInt(old.content()) + 1);
                if (records.write(Write.replace(old, next))) {
                  done++;
                } else {
                  failures++;
                }
              }
              return failures;
            });

    assertThat(refused).hasSize(threads);
    assertThat(found(records, KEY))
        .isEqualTo(
            new Document(KEY, Integer.toString(threads * each), threads * each + 1L, null, null));
  }

  @Test
  void letsOneOfManyCreatorsSucceed() throws Exception {
    var records = records();

    for (var round = 0; round < 20; round++) {
      var key = ADAS.key("round " + round);
      var created = Race.of(4, () -> records.write(Write.create(key, "mine")));

      assertThat(created).containsOnlyOnce(true);
    }
  }

  @Test
  void forgetsADocumentAtTheMomentOfItsExpiry() {
    var records = records();
    records.write(Write.create(KEY, "a").at(NOW).expiring(NOW.plusNanos(2)));

    clock.set(NOW.plusNanos(1));
    assertThat(records.find(KEY)).isPresent();
    assertThat(records.list(ADAS, "", 9)).hasSize(1);
    assertThat(always(records, ADAS)).hasSize(1);
    clock.set(NOW.plusNanos(2));
    assertThat(records.find(KEY)).isEmpty();
    assertThat(records.list(ADAS, "", 9)).isEmpty();
    assertThat(always(records, ADAS)).isEmpty();
    assertThat(records.remove(KEY, 1)).isFalse();
    assertThat(records.write(new Write(KEY, "b", 1, null, null))).isFalse();
    assertThat(records.writeAll(List.of(new Write(KEY, "b", 1, null, null)))).isFalse();
  }

  @Test
  void startsAnewAfterAnExpiry() {
    var records = records();
    records.write(Write.create(KEY, "a").at(NOW).expiring(NOW.plusSeconds(1)));
    records.write(new Write(KEY, "b", 1, NOW, NOW.plusSeconds(1)));
    clock.advance(Duration.ofSeconds(1));

    assertThat(records.write(Write.create(KEY, "c"))).isTrue();

    assertThat(records.find(KEY)).contains(new Document(KEY, "c", 1, null, null));
    assertThat(records.list(ADAS, "", 9)).hasSize(1);
    assertThat(always(records, ADAS)).isEmpty();
  }

  @Test
  void letsAWritePutOffOrLiftAnExpiry() {
    var records = records();
    records.write(Write.create(KEY, "a").expiring(NOW.plusSeconds(1)));
    records.write(Write.create(ADAS.key("two"), "a").expiring(NOW.plusSeconds(1)));
    records.write(new Write(KEY, "b", 1, null, NOW.plusSeconds(10)));
    records.write(new Write(ADAS.key("two"), "b", 1, null, null));

    clock.advance(Duration.ofSeconds(5));
    assertThat(records.list(ADAS, "", 9)).hasSize(2);
    clock.advance(Duration.ofDays(400));
    assertThat(records.list(ADAS, "", 9)).extracting(d -> d.key().id()).containsExactly("two");
  }

  @Test
  void takesADocumentThatHasExpiredAlready() {
    var records = records();

    assertThat(records.write(Write.create(KEY, "a").expiring(NOW))).isTrue();

    assertThat(records.find(KEY)).isEmpty();
  }

  @Test
  void listsInOrderOfCodePoints() {
    var records = records();
    var ids = List.of("A", "Z", "a", "a ", "aa", "ab", "b", "é", "～", "😀", "😀a");
    for (var id : ids.reversed()) {
      records.write(Write.create(ADAS.key(id), id));
    }

    assertThat(records.list(ADAS, "", 99)).extracting(Document::content).isEqualTo(ids);
  }

  @Test
  void listsPageByPage() {
    var records = records();
    var ids = new ArrayList<String>();
    for (var i = 0; i < 25; i++) {
      ids.add("id%03d".formatted(i * 2));
      records.write(Write.create(ADAS.key(ids.getLast()), "x"));
    }

    var listed = new ArrayList<String>();
    var after = "";
    while (true) {
      var page = records.list(ADAS, after, 10);
      if (page.isEmpty()) {
        break;
      }
      page.forEach(document -> listed.add(document.key().id()));
      after = listed.getLast();
    }

    assertThat(listed).isEqualTo(ids);
    assertThat(records.list(ADAS, "id003", 1).getFirst().key().id()).isEqualTo("id004");
  }

  @Test
  void goesThroughAllWithAPrefixHoweverMany() {
    var records = records();
    var ids =
        IntStream.range(0, 2 * Records.READ_AT_ONCE + 1).mapToObj("ab%04d"::formatted).toList();
    ids.forEach(id -> records.write(Write.create(ADAS.key(id), id)));
    for (var other : List.of("aa", "ab", "ac", "b")) {
      records.write(Write.create(ADAS.key(other), other));
    }
    var with = new ArrayList<String>();
    var all = new ArrayList<String>();

    records.each(ADAS, "ab", document -> with.add(document.content()));
    records.each(ADAS, document -> all.add(document.content()));

    assertThat(with).isEqualTo(ids);
    assertThat(all)
        .hasSize(ids.size() + 4)
        .startsWith("aa", "ab", ids.getFirst())
        .endsWith("ac", "b");
  }

  @Test
  void fillsAPagePastWhatHasExpired() {
    var records = records();
    for (var i = 10; i < 30; i++) {
      var write = Write.create(ADAS.key("id" + i), "x").at(NOW.plusSeconds(i));
      records.write(i % 4 == 0 ? write : write.expiring(NOW.plusSeconds(1)));
    }
    clock.advance(Duration.ofSeconds(1));

    assertThat(records.list(ADAS, "", 3))
        .extracting(document -> document.key().id())
        .containsExactly("id12", "id16", "id20");
    assertThat(records.between(ADAS, new TimeSpan(NOW, NOW.plusSeconds(99)), 3))
        .extracting(document -> document.key().id())
        .containsExactly("id12", "id16", "id20");
  }

  @Test
  void findsThoseWhoseTimeLiesInASpan() {
    var records = records();
    var from = Instant.parse("1969-12-31T23:59:59.5Z");
    var until = Instant.parse("2026-10-25T01:00:00Z");
    records.write(Write.create(ADAS.key("before"), "").at(from.minusNanos(1)));
    records.write(Write.create(ADAS.key("z"), "").at(from));
    records.write(Write.create(ADAS.key("b"), "").at(NOW));
    records.write(Write.create(ADAS.key("c"), "").at(NOW));
    records.write(Write.create(ADAS.key("😀"), "").at(NOW));
    records.write(Write.create(ADAS.key("～"), "").at(NOW));
    records.write(Write.create(ADAS.key("a"), "").at(until.minusNanos(1)));
    records.write(Write.create(ADAS.key("after"), "").at(until));
    records.write(Write.create(ADAS.key("timeless"), ""));

    assertThat(records.between(ADAS, new TimeSpan(from, until), 99))
        .extracting(document -> document.key().id())
        .containsExactly("z", "b", "c", "～", "😀", "a");
    assertThat(records.between(ADAS, new TimeSpan(from, until), 2))
        .extracting(document -> document.key().id())
        .containsExactly("z", "b");
    assertThat(records.between(ADAS, new TimeSpan(NOW, NOW), 99)).isEmpty();
  }

  @Test
  void movesADocumentInTimeWithEachWrite() {
    var records = records();
    records.write(Write.create(KEY, "a").at(NOW));
    records.write(new Write(KEY, "b", 1, NOW.plusSeconds(60), null));

    assertThat(records.between(ADAS, new TimeSpan(NOW, NOW.plusSeconds(60)), 9)).isEmpty();
    assertThat(records.between(ADAS, TimeSpan.before(NOW.plusSeconds(61), Duration.ofHours(1)), 9))
        .containsExactly(found(records, KEY));
    records.write(new Write(KEY, "c", 2, null, null));
    assertThat(always(records, ADAS)).isEmpty();
  }

  @Test
  void writesAllTogether() {
    var records = records();
    records.write(Write.create(KEY, "a"));

    assertThat(
            records.writeAll(
                List.of(new Write(KEY, "b", 1, NOW, null), Write.create(ADAS.key("two"), "new"))))
        .isTrue();

    assertThat(records.list(ADAS, "", 9))
        .containsExactly(
            new Document(KEY, "b", 2, NOW, null),
            new Document(ADAS.key("two"), "new", 1, null, null));
    assertThat(records.writeAll(List.of())).isTrue();
  }

  @Test
  void writesNoneWhereOneIsRefused() {
    var records = records();
    records.write(Write.create(KEY, "a"));

    assertThat(
            records.writeAll(
                List.of(
                    Write.create(ADAS.key("first"), "x").at(NOW),
                    Write.create(KEY, "x").at(NOW),
                    Write.create(ADAS.key("third"), "x").at(NOW))))
        .isFalse();

    assertThat(records.list(ADAS, "", 9)).containsExactly(new Document(KEY, "a", 1, null, null));
    assertThat(always(records, ADAS)).isEmpty();
  }

  @Test
  void refusesToWriteAKeyTwiceOrInTwoPartitions() {
    var records = records();

    assertThatThrownBy(
            () -> records.writeAll(List.of(Write.create(KEY, "a"), Write.create(KEY, "b"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                records.writeAll(
                    List.of(Write.create(KEY, "a"), Write.create(GRACES.key("one"), "b"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(records.find(KEY)).isEmpty();
  }

  @Test
  void neverListsHalfOfWhatIsWrittenTogether() throws Exception {
    var records = records();
    var both = List.of(ADAS.key("left"), ADAS.key("right"));
    var rounds = 40;
    records.writeAll(both.stream().map(key -> Write.create(key, "0")).toList());

    var torn =
        Race.of(
            List.of(
                () -> {
                  for (var round = 0; round < rounds; round++) {
                    var version = round + 1;
                    records.writeAll(
                        both.stream()
                            .map(key -> new Write(key, "" + version, version, null, null))
                            .toList());
                  }
                  return 0L;
                },
                () -> {
                  var differing = 0L;
                  List<Document> listed;
                  do {
                    listed = records.list(ADAS, "", 2);
                    differing += listed.stream().map(Document::version).distinct().count() - 1;
                  } while (listed.getFirst().version() <= rounds);
                  return differing;
                }));

    assertThat(torn).containsOnly(0L);
  }

  @Test
  void removesTheExpectedVersion() {
    var records = records();
    records.write(Write.create(KEY, "a").at(NOW).expiring(NOW.plusSeconds(5)));
    records.write(new Write(KEY, "b", 1, NOW, NOW.plusSeconds(5)));

    assertThat(records.remove(KEY, 1)).isFalse();
    assertThat(records.remove(KEY, 0)).isFalse();
    assertThat(records.find(KEY)).isPresent();
    assertThat(records.remove(KEY, 2)).isTrue();
    assertThat(records.find(KEY)).isEmpty();
    assertThat(always(records, ADAS)).isEmpty();
    assertThat(records.remove(KEY, 2)).isFalse();
    assertThat(records.remove(KEY, 0)).isFalse();
    assertThat(records.write(Write.create(KEY, "c"))).isTrue();
    clock.advance(Duration.ofSeconds(5));
    assertThat(records.find(KEY)).contains(new Document(KEY, "c", 1, null, null));
  }

  @Test
  void dropsAPartitionWithEverythingInItAndNothingElse() {
    var records = records();
    var neighbours =
        List.of(
            GRACES,
            new Partition("nudge", "T1/U1 "),
            new Partition("nudge", "T1/U10"),
            new Partition("nudge", "T1/U"),
            new Partition("nudges", "T1/U1"));
    for (var i = 0; i < 30; i++) {
      records.write(Write.create(ADAS.key("id" + i), "x").at(NOW).expiring(NOW.plusSeconds(5)));
    }
    for (var partition : neighbours) {
      records.write(Write.create(partition.key("one"), "x").at(NOW));
    }

    records.drop(ADAS);

    assertThat(records.list(ADAS, "", 99)).isEmpty();
    assertThat(always(records, ADAS)).isEmpty();
    assertThat(records.write(Write.create(KEY, "new"))).isTrue();
    clock.advance(Duration.ofSeconds(5));
    assertThat(records.find(KEY)).contains(new Document(KEY, "new", 1, null, null));
    for (var partition : neighbours) {
      assertThat(records.list(partition, "", 9)).hasSize(1);
      assertThat(always(records, partition)).hasSize(1);
    }
  }

  @Test
  void dropsWhatIsNotThere() {
    var records = records();

    records.drop(ADAS);

    assertThat(records.list(ADAS, "", 9)).isEmpty();
  }

  @Test
  void refusesALimitBelowOne() {
    var records = records();

    assertThatThrownBy(() -> records.list(ADAS, "", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> records.between(ADAS, new TimeSpan(NOW, NOW), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Document found(Records records, Key key) {
    return records.find(key).orElseThrow();
  }

  private static List<Document> always(Records records, Partition partition) {
    return records.between(partition, new TimeSpan(Instant.EPOCH, NOW.plusSeconds(999)), 99);
  }
}
