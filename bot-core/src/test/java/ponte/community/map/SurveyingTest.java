package ponte.community.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ponte.community.DeclaredTeams;
import ponte.community.Link;
import ponte.community.Network;
import ponte.community.map.PeopleMap.Group;
import ponte.community.map.PeopleMap.Node;
import ponte.community.map.PeopleMap.Sides.Kind;
import ponte.community.map.Surveying.Point;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.reply.Texts;
import ponte.store.InMemoryRecords;

class SurveyingTest {

  private final List<Link> links = new ArrayList<>();
  private final Map<PersonId, Integer> messages = new HashMap<>();
  private final Directory directory = new Directory(new InMemoryRecords(Clock.systemUTC()));

  private static PersonId person(String name) {
    return new PersonId(new WorkspaceId("T1"), name);
  }

  /** Everybody of a team replies to everybody else of it. */
  private void team(String name, int people) {
    for (var one = 0; one < people; one++) {
      for (var other = 0; other < people; other++) {
        if (one != other) {
          replies(name + one, name + other, 1);
        }
      }
    }
  }

  private void replies(String from, String to, int times) {
    links.add(new Link(person(from), person(to), times, 0, 0));
  }

  private PeopleMap map() {
    return map(Map.of());
  }

  private PeopleMap map(Map<PersonId, Point> last) {
    return new Surveying(5)
        .of(
            new Network(Set.of(), messages, links),
            last,
            members ->
                members.stream().map(own -> new Group(List.of(), List.of(), own.size())).toList(),
            people -> DeclaredTeams.of(people, directory, 5));
  }

  @Test
  void drawsNobodyOfAGroupThatIsTooSmall() {
    team("a", 6);
    team("b", 4);

    var map = map();

    assertThat(map.nodes())
        .extracting(node -> node.person().value())
        .allMatch(id -> id.startsWith("a"));
    assertThat(map.groups()).extracting(Group::size).containsExactly(6);
    assertThat(map.undrawn()).isEqualTo(4);
    assertThat(map.isolated()).isZero();
  }

  @Test
  void countsThoseWhomNobodyAnsweredAndNamesNone() {
    team("a", 5);
    messages.put(person("alone"), 3);

    var map = map();

    assertThat(map.isolated()).isEqualTo(1);
    assertThat(map.undrawn()).isZero();
    assertThat(map.nodes()).noneMatch(node -> node.person().value().equals("alone"));
  }

  @Test
  void letsAFewJoinTheGroupThatTheyTalkWithMost() {
    team("a", 6);
    team("b", 3);
    replies("b0", "a0", 1);

    var map = map();

    assertThat(map.nodes()).hasSize(9);
    assertThat(map.groups()).extracting(Group::size).containsExactly(9);
  }

  @Test
  void findsTheBridgeBetweenTwoTeamsAndWhoIsOnIt() {
    team("a", 6);
    team("b", 5);
    replies("a2", "b1", 4);
    replies("b3", "a2", 2);

    var map = map();

    assertThat(map.bridges())
        .singleElement()
        .satisfies(
            bridge -> {
              assertThat(bridge.ties()).isEqualTo(6);
              assertThat(bridge.people().stream().map(map.nodes()::get))
                  .extracting(node -> node.person().value())
                  .containsExactly("a2", "b1", "b3");
            });
  }

  @Test
  void joinsTheTeamsThatProfilesNameWhereMostDo() {
    team("a", 6);
    team("b", 5);
    replies("a2", "b1", 4);
    replies("a2", "a5", 3);
    inDepartment("a", 0, 5, "Sales");
    inDepartment("b", 0, 5, "Finance");

    assertThat(map().sides().kind()).isEqualTo(Kind.DEPARTMENTS);
    assertThat(map().sides().names()).containsExactly("Sales", "Finance");
    assertThat(map().bridges())
        .singleElement()
        .satisfies(bridge -> assertThat(bridge.ties()).isEqualTo(4));
  }

  @Test
  void joinsGroupsWhereFewProfilesNameATeam() {
    team("a", 6);
    team("b", 5);
    replies("a2", "b1", 4);
    inDepartment("a", 0, 5, "Sales");

    assertThat(map().sides().kind()).isEqualTo(Kind.GROUPS);
    assertThat(map().bridges()).hasSize(1);
  }

  private void inDepartment(String team, int from, int until, String department) {
    for (var each = from; each < until; each++) {
      var id = person(team + each);
      directory.apply(
          List.of(
              new Event.Roster.PersonChanged(
                  new EventId("in " + id),
                  new Person(
                          id,
                          id.value(),
                          id.value(),
                          "Engineer",
                          null,
                          ZoneOffset.UTC,
                          null,
                          Person.Standing.ACTIVE)
                      .inDepartment(department),
                  Instant.EPOCH)));
    }
  }

  @Test
  void countsWhatComesInAndNotWhatGoesOut() {
    team("a", 5);
    replies("b", "a0", 7);
    replies("a1", "b", 1);

    var in =
        map().nodes().stream()
            .collect(Collectors.toMap(node -> node.person().value(), Node::inLinks));

    assertThat(in).containsEntry("a0", 4 + 7).containsEntry("a1", 4).containsEntry("b", 1);
    assertThat(map().nodes().getFirst().person()).isEqualTo(person("a0"));
  }

  @Test
  void placesThoseOfAGroupNearEachOther() {
    team("a", 12);
    team("b", 12);
    replies("a0", "b0", 1);

    var map = map();

    assertThat(apart(map, 0, 0)).isLessThan(apart(map, 0, 1) / 2);
  }

  /** How far people of two groups stand from each other, on average. */
  private static double apart(PeopleMap map, int one, int other) {
    return map.nodes().stream()
        .filter(node -> node.group() == one)
        .flatMapToDouble(
            node ->
                map.nodes().stream()
                    .filter(each -> each.group() == other && each != node)
                    .mapToDouble(each -> Math.hypot(each.x() - node.x(), each.y() - node.y())))
        .average()
        .orElseThrow();
  }

  @Test
  void drawsTheSameMapOfTheSameNetwork() {
    team("a", 8);
    team("b", 7);
    replies("a0", "b0", 1);

    assertThat(map()).isEqualTo(map());
  }

  @Test
  void letsPeopleStandAboutWhereTheyStoodLastWeek() {
    for (var team = 0; team < 6; team++) {
      team("t" + team + "-", 10);
    }
    var random = new Random(3);
    for (var tie = 0; tie < 40; tie++) {
      replies("t" + random.nextInt(6) + "-1", "t" + random.nextInt(6) + "-2", 1);
    }
    var last = places(map());
    for (var tie = 0; tie < 20; tie++) {
      replies("t" + random.nextInt(6) + "-3", "t" + random.nextInt(6) + "-4", 1);
    }
    replies("new", "t0-0", 2);

    var next = places(map(last));

    var moved =
        last.entrySet().stream()
            .mapToDouble(
                each -> {
                  var now = Objects.requireNonNull(next.get(each.getKey()));
                  return Math.hypot(now.x() - each.getValue().x(), now.y() - each.getValue().y());
                })
            .average()
            .orElseThrow();
    assertThat(moved).isLessThan(0.15);
    assertThat(next).containsKey(person("new"));
  }

  private static Map<PersonId, Point> places(PeopleMap map) {
    return map.nodes().stream()
        .collect(Collectors.toMap(Node::person, node -> new Point(node.x(), node.y())));
  }

  @Test
  void putsNoWordsOnOthersAndNoneBeyondTheEdge() {
    for (var team = 0; team < 15; team++) {
      team("team-of-a-long-name-" + team + "-", 8);
    }
    IntStream.range(0, 14)
        .forEach(
            team ->
                replies(
                    "team-of-a-long-name-" + team + "-0",
                    "team-of-a-long-name-" + (team + 1) + "-0",
                    1));
    var map = map();
    var captions = new Captions(map, "", Texts.in(Language.ITALIAN), channel -> channel.value());

    var scene = MapScene.forPhone(map, PersonId::value, captions);

    assertThat(scene.words()).hasSizeGreaterThan(12);
    for (var one : scene.words()) {
      assertThat(scene.words()).noneMatch(other -> other != one && one.overlaps(other));
      assertThat(one.x()).isGreaterThanOrEqualTo(0);
      assertThat(one.x() + one.length()).isLessThanOrEqualTo(scene.width());
    }
    assertThat(Png.of(scene)).hasSizeLessThan(500_000);
  }
}
