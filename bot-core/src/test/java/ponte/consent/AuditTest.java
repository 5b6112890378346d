package ponte.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ponte.TestClock;
import ponte.archive.Chat;
import ponte.consent.Audit.Deed;
import ponte.consent.Audit.Role;
import ponte.nlp.Language;
import ponte.store.Codec;
import ponte.store.InMemoryRecords;

class AuditTest {

  private final TestClock clock = TestClock.at(Chat.START);
  private final InMemoryRecords records = new InMemoryRecords(clock);
  private final Audit audit = new Audit(records, Duration.ofDays(365), new Random(1), clock);

  @Test
  void tellsTheLatestFirstPageByPage() {
    for (var count = 1; count <= 5; count++) {
      audit.note(Deed.TOO_OLD_REMOVED, "T1/C1", count);
      clock.advance(Duration.ofHours(1));
    }

    var counts = new ArrayList<Long>();
    var page = audit.page("", 2);
    page.lines().forEach(line -> counts.add(line.count()));
    while (page.next() != null) {
      page = audit.page(page.next(), 2);
      page.lines().forEach(line -> counts.add(line.count()));
    }

    assertThat(counts).containsExactly(5L, 4L, 3L, 2L, 1L);
  }

  @Test
  void knowsAPersonAgainByANameThatTellsNothingOfThem() {
    audit.note(Deed.OPTED_OUT, Chat.person("ada"));
    audit.note(Deed.OPTED_IN, Chat.person("ada"));
    audit.note(Deed.OPTED_OUT, Chat.person("bob"));

    var lines = audit.page("", 10).lines();

    assertThat(lines.stream().map(Audit.Line::who).distinct()).hasSize(2);
    assertThat(Codec.write(lines)).doesNotContain("ada", "bob");
    assertThat(audit.of(Chat.person("ada")))
        .extracting(Audit.Line::deed)
        .containsExactlyInAnyOrder(Deed.OPTED_OUT, Deed.OPTED_IN);
  }

  @Test
  void leadsToNobodyWhoIsForgotten() {
    audit.note(Deed.OPTED_OUT, Chat.person("ada"));
    var before = audit.page("", 10).lines().getFirst().who();

    audit.forget(Chat.person("ada"));

    assertThat(audit.page("", 10).lines()).hasSize(1);
    assertThat(audit.of(Chat.person("ada"))).isEmpty();
    audit.note(Deed.OPTED_IN, Chat.person("ada"));
    assertThat(audit.of(Chat.person("ada")).getFirst().who()).isNotEqualTo(before);
  }

  @Test
  void keepsALineForAYear() {
    audit.note(Deed.ROLE_USED, Role.ADMINISTRATOR, null, "audit", 0);

    clock.advance(Duration.ofDays(365));

    assertThat(audit.page("", 10).lines()).isEmpty();
  }

  @Test
  void noticesAtAStartWhichRulesAreOtherOnes() {
    var usual = HouseRules.DEFAULT.participation();
    var strict = new Participation(true, Set.of());
    var watch = new RulesWatch(records, audit);

    watch.started(Deed.PARTICIPATION_CHANGED, usual, usual);
    assertThat(audit.page("", 10).lines()).isEmpty();
    watch.started(Deed.PARTICIPATION_CHANGED, strict, usual);
    watch.started(Deed.PARTICIPATION_CHANGED, strict, usual);
    assertThat(audit.page("", 10).lines()).hasSize(1);
    watch.started(Deed.PARTICIPATION_CHANGED, usual, usual);
    assertThat(audit.page("", 10).lines()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void hasWordsForEveryDeedInBothLanguages(Deed deed) {
    for (var language : Language.values()) {
      for (var role : Role.values()) {
        assertThat(
                new AuditWords(language)
                    .of(new Audit.Line(clock.instant(), deed, role, "7f", "T1/C1", 3)))
            .contains("7f", "T1/C1");
      }
    }
  }
}
