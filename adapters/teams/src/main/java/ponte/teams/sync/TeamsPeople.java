package ponte.teams.sync;

import java.util.Optional;
import java.util.stream.Stream;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.WhoIsWho;
import ponte.teams.connector.Answer;
import ponte.teams.connector.Call;
import ponte.teams.connector.Connector;
import ponte.teams.graph.Graph;
import ponte.teams.reference.Reference;
import ponte.teams.reference.References;
import ponte.teams.reference.Team;

/**
 * Asks who somebody is: Graph, where that is permitted; else Teams, in their chat with Ponte or in
 * a team that Ponte is in.
 */
public final class TeamsPeople implements WhoIsWho {

  /** Whoever is in none of so many teams is asked about when they speak again. */
  private static final int TEAMS = 10;

  private final Connector connector;
  private final References references;
  private final Directory directory;
  private final Graph graph;

  public TeamsPeople(Connector connector, References references, Directory directory, Graph graph) {
    this.connector = connector;
    this.references = references;
    this.directory = directory;
    this.graph = graph;
  }

  @Override
  public Optional<Person> find(PersonId person) {
    var tenant = person.workspace();
    return references.service(tenant).isEmpty()
        ? Optional.empty()
        : GraphPeople.find(graph, directory, person).or(() -> inTeams(person));
  }

  private Optional<Person> inTeams(PersonId person) {
    var tenant = person.workspace();
    var service = references.service(tenant);
    if (service.isEmpty()) {
      return Optional.empty();
    }
    var name = references.teamsId(person).orElse(person.value());
    return Stream.concat(
            references.personal(person).map(Reference::conversation).stream(),
            references.teams(tenant).stream().map(Team::id).limit(TEAMS))
        .map(conversation -> connector.call(service.get(), Call.member(conversation, name)))
        .flatMap(answer -> person(answer, person).stream())
        .findFirst();
  }

  private Optional<Person> person(Answer answer, PersonId id) {
    return switch (answer) {
      case Answer.Done(var body) -> {
        var member = new Member(id.workspace(), body);
        yield Optional.of(member.person(id, directory));
      }
      case Answer.Refused _ -> Optional.empty();
      case Answer.Later(var notBefore) ->
          throw new PlatformUnavailableException("teams: not before " + notBefore, null);
      case Answer.Busy(var why) -> throw new PlatformUnavailableException(why, null);
    };
  }
}
