package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ponte.platform.WrittenSource.ADA;
import static ponte.platform.WrittenSource.BEN;
import static ponte.platform.WrittenSource.TEAM;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.conversation.Event;
import ponte.conversation.Event.Roster;
import ponte.conversation.Event.Talk;
import ponte.platform.Progress;
import ponte.platform.SourceUnreadableException;
import ponte.platform.WrittenSource;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.InMemoryQueue;

class ImportTest {

  private static final Instant NINE = Instant.parse("2026-02-27T09:00:00Z");

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final InMemoryQueue queue = new InMemoryQueue(clock);
  private final Import imports = new Import(new Inbox(queue, clock));

  private static WrittenSource source() {
    return new WrittenSource(NINE)
        .say("dev", ADA, NINE, "one")
        .say("dev", ADA, NINE.plusSeconds(1), "two")
        .say("dev", BEN, NINE.plusSeconds(2), "three")
        .say("random", ADA, NINE.plusSeconds(3), "four");
  }

  /** What waits in the inbox, in the order in which it would be handled; then it is empty. */
  private List<Event> heard() {
    var heard = new ArrayList<Event>();
    for (var leases = queue.lease(Inbox.HEARD, 100, Duration.ofMinutes(1));
        !leases.isEmpty();
        leases = queue.lease(Inbox.HEARD, 100, Duration.ofMinutes(1))) {
      for (var lease : leases) {
        heard.addAll(Codec.read(lease.entry().payload(), Inbox.Envelope.class).events());
      }
      queue.done(leases);
    }
    return heard;
  }

  @Test
  void takesInPeopleAndChannelsBeforeWhatWasSaid() {
    imports.load(source(), Progress.NONE);

    var heard = heard();
    assertThat(heard.subList(0, 6))
        .hasOnlyElementsOfTypes(
            Roster.PersonChanged.class, Roster.ChannelChanged.class, Roster.MembersListed.class)
        .allMatch(event -> event.at().equals(NINE));
    assertThat(heard.subList(6, heard.size()))
        .extracting(event -> ((Talk.Posted) event).content().text().searchable())
        .containsExactlyInAnyOrder("one", "two", "three", "four");
  }

  @Test
  void takesInTheMembersOfEachChannel() {
    imports.load(source(), Progress.NONE);

    assertThat(heard())
        .filteredOn(Roster.MembersListed.class::isInstance)
        .extracting(event -> ((Roster.MembersListed) event).members())
        .containsExactly(Set.of(ADA, BEN), Set.of(ADA, BEN));
  }

  @Test
  void countsWhatItTakesIn() {
    assertThat(imports.load(source(), Progress.NONE))
        .isEqualTo(new Import.Imported(4, 2, 2, 2, true));
  }

  @Test
  void knowsWhatIsLeftOfItThoughOthersAreHeardMeanwhile() {
    var other = new Entry(Inbox.HEARD, "other", "other", "{}", clock.instant());
    queue.add(List.of(other));
    assertThat(imports.unfinished()).isZero();

    imports.load(source(), Progress.NONE);

    var own =
        queue.lease(Inbox.HEARD, 100, Duration.ofDays(1)).stream()
            .filter(lease -> !lease.entry().key().equals("other"))
            .toList();
    for (var done = 0; done < own.size(); done++) {
      assertThat(imports.unfinished()).isEqualTo(own.size() - done);
      queue.done(List.of(own.get(done)));
    }
    assertThat(imports.unfinished()).isZero();
    assertThat(queue.depth(Inbox.HEARD).leased()).isOne();
  }

  @Test
  void changesNothingWhenItIsRunTwice() {
    imports.load(source(), Progress.NONE);
    heard();

    var again = imports.load(source(), Progress.NONE);

    assertThat(again).isEqualTo(new Import.Imported(4, 2, 2, 2, false));
    assertThat(heard()).isEmpty();
  }

  @Test
  void takesInOnlyTheRestAfterItBrokeOff() {
    Progress breakingOff =
        (place, _, _) -> {
          throw new SourceUnreadableException("import.unreadable", null, place);
        };
    assertThatThrownBy(() -> imports.load(source(), breakingOff))
        .isInstanceOf(SourceUnreadableException.class);
    heard();

    imports.load(source(), Progress.NONE);

    assertThat(heard())
        .extracting(event -> ((Talk.Posted) event).content().text().searchable())
        .containsExactly("three", "four");
  }

  @Test
  void takesInWhatIsNewInALaterExport() {
    imports.load(source(), Progress.NONE);
    heard();

    var later = source().say("random", BEN, NINE.plusSeconds(9), "five");
    assertThat(imports.load(later, Progress.NONE).isNew()).isTrue();

    assertThat(heard())
        .extracting(event -> ((Talk.Posted) event).content().text().searchable())
        .containsExactly("four", "five");
  }

  @Test
  void tellsHowFarItHasCome() {
    var seen = new ArrayList<String>();

    imports.load(source(), (place, done, total) -> seen.add(place + " " + done + "/" + total));

    assertThat(seen).containsExactly("dev 2/4", "dev 3/4", "random 4/4");
  }

  @Test
  void keepsTheWorkspaceOfTheSource() {
    imports.load(source(), Progress.NONE);

    assertThat(heard()).allMatch(event -> event.workspace().equals(TEAM));
  }
}
