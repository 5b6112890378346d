package ponte.app.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.TestClock;
import ponte.nlp.Language;
import ponte.reply.Texts;
import ponte.store.InMemoryRecords;

class PresenceTest {

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final InMemoryRecords records = new InMemoryRecords(clock);
  private final List<Long> warnings = new ArrayList<>();
  private final Presence first = replica("first");
  private final Presence second = replica("second");

  private Presence replica(String name) {
    return new Presence(records, new ReplicaName(name), clock, warnings::add);
  }

  @Test
  void warnsOfNobodyWhereThereIsOne() {
    first.beat();
    clock.advance(Duration.ofSeconds(20));
    first.beat();

    assertThat(warnings).isEmpty();
  }

  @Test
  void warnsEachOfTwoReplicasOnceThatTheOtherIsThere() {
    first.beat();
    second.beat();
    first.beat();
    first.beat();
    second.beat();

    assertThat(warnings).containsExactly(1L, 1L);
  }

  @Test
  void doesNotTakeForPresentWhoHasDiedOrWasStartedAgain() {
    first.beat();
    replica("first").beat();
    assertThat(warnings).isEmpty();

    clock.advance(Duration.ofSeconds(70));
    second.beat();
    assertThat(warnings).isEmpty();
  }

  @Test
  void keepsItsNameWithItsData(@TempDir Path data, @TempDir Path other) {
    var name = ReplicaName.in(data);

    assertThat(ReplicaName.in(data)).isEqualTo(name);
    assertThat(ReplicaName.in(other)).isNotEqualTo(name);
  }

  @Test
  void saysInBothLanguagesWhatReplicasDoNotShare() {
    for (var language : Language.values()) {
      var texts = Texts.of("ponte.app.storage.texts", language);
      assertThat(texts.say("replicas.separate-archives", 1L)).doesNotContain("{0}");
      assertThat(texts.say("replicas.separate-archives", 3L)).contains("3");
    }
  }
}
