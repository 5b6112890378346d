package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.command.Acquaintance;
import ponte.command.Command;
import ponte.conversation.Away;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.platform.Delivery;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompt;
import ponte.prompt.Prompts;
import ponte.store.Codec;
import ponte.store.Lease;

/** Colleagues are introduced once, though not all of them are told, or stay. */
class IntroducedOnceTest {

  private static final String DECIDED = "2026-03-30T20:00:00Z";

  /** At ten in Rome. */
  private static final String TUESDAY = "2026-03-31T08:00:00Z";

  private final Team team = new Team("2026-03-23T09:00:00Z");

  IntroducedOnceTest() {
    team.ponte.planAhead();
  }

  @Test
  void saysItNotAgainToTheTwoWhoAreLeftOfThreeWhoReadIt() {
    join("ada", "bob", "kim");
    var prompts = due();
    tell(prompts.get(1));
    tell(prompts.get(2));
    tell(prompts.get(0));
    assertThat(openings()).hasSize(1);

    team.says(addressee(prompts.get(0)), "leave introductions");
    team.at("2026-03-31T09:00:00Z");
    team.at("2026-03-31T10:00:00Z");

    assertThat(openings()).hasSize(1);
  }

  @Test
  void bringsThemNotTogetherAgainWhereOneReadItAndTheOtherCouldNotBeTold() {
    join("bob", "kim");
    team.at(DECIDED);
    team.refusal = new Delivery.Later(Instant.parse("2026-03-31T08:30:00Z"), "rate limit", true);
    team.at(TUESDAY);
    team.acme.away("kim", Away.until(Instant.parse("2026-04-06T10:00:00Z")));

    team.at("2026-03-31T08:30:00Z");
    team.at("2026-04-06T20:00:00Z");
    team.at("2026-04-07T08:00:00Z");

    assertThat(openings()).isEmpty();
  }

  @Test
  void saysItToTheOtherTooOnceThePlatformTakesIt() {
    join("bob", "kim");
    team.at(DECIDED);
    team.refusal = new Delivery.Later(Instant.parse("2026-03-31T08:30:00Z"), "rate limit", true);
    team.at(TUESDAY);
    assertThat(openings()).isEmpty();

    team.at("2026-03-31T08:30:00Z");
    team.at("2026-03-31T09:30:00Z");

    assertThat(openings())
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.to())
                    .isEqualTo(
                        new Destination.Together(Set.of(Team.person("bob"), Team.person("kim")))));
  }

  @Test
  void asksNobodyWhetherTheyMetWhoHadNoLetterOfTheirOwn() {
    var lea = new PersonId(new WorkspaceId("T2"), "lea");
    inAnotherWorkspace(lea);
    join("bob", "kim");
    team.wishes(lea, new Acquaintance.Join(null));
    tell(due().getFirst());
    assertThat(openings()).hasSize(1);

    team.acme.away("kim", Away.until(Instant.parse("2026-04-06T10:00:00Z")));
    team.passes(Duration.ofMinutes(15));
    team.at("2026-04-10T08:00:00Z");

    assertThat(openings()).hasSize(1);
    assertThat(team.shown.keySet()).noneMatch(key -> key.endsWith("/later"));
  }

  @Test
  void bringsWhoseColleagueIsForgottenTogetherWithAnotherTheNextWeek() {
    join("bob", "kim");
    team.at(DECIDED);
    team.presses("kim", new Command.ConfirmForget());
    team.at(TUESDAY);
    join("eve");
    team.says("eve", "introductions every week");

    team.at("2026-04-06T20:00:00Z");
    team.at("2026-04-07T08:00:00Z");

    assertThat(openings())
        .extracting(Outgoing::to)
        .containsExactly(new Destination.Together(Set.of(Team.person("bob"), Team.person("eve"))));
  }

  private void join(String... names) {
    for (var name : names) {
      team.says(name, "introduce me to colleagues");
    }
  }

  /** What is in the hands of workers on Tuesday at ten. */
  private List<Lease> due() {
    team.at(DECIDED);
    team.acme.clock.set(Instant.parse(TUESDAY));
    var leases = team.queue.lease(Prompts.TOPIC, 10, Duration.ofMinutes(2));
    assertThat(leases).hasSize(3);
    return leases;
  }

  private void tell(Lease lease) {
    team.worker(Prompts.TOPIC, team.prompting(team.ponte)).work(List.of(lease));
  }

  private static String addressee(Lease lease) {
    return Codec.read(lease.entry().payload(), Prompt.class).to().value();
  }

  private List<Outgoing> openings() {
    return team.shown.values().stream().filter(each -> each.key().endsWith("/opening")).toList();
  }

  private void inAnotherWorkspace(PersonId lea) {
    var there = new ChannelId(lea.workspace(), "lobby");
    team.acme.directory.apply(
        List.of(
            new Event.Roster.ChannelChanged(
                new EventId("lobby"),
                new Channel(there, "lobby", Channel.Visibility.PUBLIC, "", "", false),
                team.acme.clock.instant())));
    for (var person : List.of(lea, Team.person("bob"), Team.person("kim"))) {
      team.hasAnAddress(person, null);
    }
  }
}
