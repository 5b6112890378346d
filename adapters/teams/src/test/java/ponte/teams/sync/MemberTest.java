package ponte.teams.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.TestClock;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.directory.Directory;
import ponte.store.InMemoryRecords;
import ponte.teams.graph.FakeGraph;

class MemberTest {

  private static final String OBJECT = "8ea0e38b-efb3-4757-924a-5f94061cf8c2";

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final Directory directory = new Directory(new InMemoryRecords(clock));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "user, -, -, ACTIVE",
        "User, 72F988BF-86F1-41AF-91AB-2D7CD011DB47, adele@acme.example, ACTIVE",
        "-, 72f988bf-86f1-41af-91ab-2d7cd011db47, adele@acme.example, ACTIVE",
        "guest, 72f988bf-86f1-41af-91ab-2d7cd011db47, adele@acme.example, GUEST",
        "anonymous, -, -, GUEST",
        "user, dcd219dd-bc68-4b9b-bf0b-4a33a796be35, adele@acme.example, GUEST",
        "user, -, adele_other.example#ext#@acme.example, GUEST",
        "-, 72f988bf-86f1-41af-91ab-2d7cd011db47, -, GUEST",
        "-, -, adele@acme.example, GUEST",
        "-, -, -, GUEST"
      })
  void takesForAGuestWhomNobodyVouchesFor(
      @Nullable String role, @Nullable String home, @Nullable String user, Standing standing) {
    var person = read(role, home, user);

    assertThat(person.standing()).isEqualTo(standing);
    assertThat(person.email()).isEqualTo(standing == Standing.ACTIVE ? "adele@acme.example" : null);
  }

  @Test
  void leavesWhatIsKnownBetterWhereTheRosterTellsNothing() {
    var id = new Member(FakeGraph.ACME, FakeGraph.json("{\"objectId\":\"" + OBJECT + "\"}")).id();
    directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId("graph"),
                new Person(
                    id.orElseThrow(),
                    "Adele",
                    "adele",
                    "",
                    "adele@example.com",
                    ZoneOffset.UTC,
                    null,
                    Standing.ACTIVE),
                clock.instant())));

    var person = read(null, null, null);

    assertThat(person.standing()).isEqualTo(Standing.ACTIVE);
    assertThat(person.email()).isEqualTo("adele@example.com");
  }

  private Person read(@Nullable String role, @Nullable String home, @Nullable String user) {
    var member =
        new Member(
            FakeGraph.ACME,
            FakeGraph.json(
                """
                {"id":"29:adele","objectId":"%s","name":"Adele","email":"adele@acme.example"%s%s%s}
                """
                    .formatted(
                        OBJECT.toUpperCase(Locale.ROOT),
                        field("userRole", role),
                        field("tenantId", home),
                        field("userPrincipalName", user))));
    return member.person(member.id().orElseThrow(), directory);
  }

  private static String field(String name, @Nullable String value) {
    return value == null ? "" : ",\"%s\":\"%s\"".formatted(name, value);
  }
}
