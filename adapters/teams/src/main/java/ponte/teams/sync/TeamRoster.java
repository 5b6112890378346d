package ponte.teams.sync;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import ponte.bot.Errands;
import ponte.bot.Handler.Outcome;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Trait;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.platform.PlatformUnavailableException;
import ponte.teams.Conversations;
import ponte.teams.connector.Answer;
import ponte.teams.connector.Call;
import ponte.teams.connector.Connector;
import ponte.teams.graph.Graph;
import ponte.teams.live.ChannelKinds.Kind;
import ponte.teams.live.Doorkeeper;
import ponte.teams.reference.References;
import ponte.teams.reference.Team;
import tools.jackson.databind.JsonNode;

/** Reads teams: what they are called, their channels, and who is in them. */
final class TeamRoster {

  private static final Outcome DONE = new Outcome.Done();

  private final Connector connector;
  private final Graph graph;
  private final References references;
  private final ChannelNews news;
  private final Directory directory;
  private final Doorkeeper doorkeeper;
  private final Errands errands;
  private final Clock clock;

  TeamRoster(
      Connector connector,
      Graph graph,
      References references,
      ChannelNews news,
      Directory directory,
      Doorkeeper doorkeeper,
      Errands errands,
      Clock clock) {
    this.connector = connector;
    this.graph = graph;
    this.references = references;
    this.news = news;
    this.directory = directory;
    this.doorkeeper = doorkeeper;
    this.errands = errands;
    this.clock = clock;
  }

  Outcome look(TeamsErrand.Look errand) {
    return read(
        errand.tenant(),
        errand.team(),
        errand,
        Call::team,
        body -> {
          var name = body.path("name").stringValue("");
          var group = body.path("aadGroupId").stringValue("");
          references
              .service(errand.tenant())
              .ifPresent(
                  service ->
                      references.heardTeam(
                          new Team(errand.tenant(), errand.team(), group.isBlank() ? null : group),
                          service));
          add(new TeamsErrand.Channels(errand.tenant(), errand.team(), name, errand.asked()));
        });
  }

  Outcome channels(TeamsErrand.Channels errand) {
    return read(
        errand.tenant(),
        errand.team(),
        errand,
        Call::channels,
        body -> {
          var standard = new HashSet<String>();
          var events = new ArrayList<Event.Roster>();
          for (var json : body.path("conversations").values()) {
            var id = json.path("id").stringValue("");
            if (!id.isBlank() && id.indexOf('/') < 0) {
              var channel = Conversations.channel(errand.tenant(), id);
              Kind.of(json.path("type").stringValue(""))
                  .ifPresent(kind -> doorkeeper.note(channel, kind));
              if (isStandard(errand, channel)) {
                standard.add(id);
              }
              if (!doorkeeper.isPrivate(channel) && !doorkeeper.isShared(channel)) {
                described(errand, channel, json, events);
              }
            }
          }
          news.tell(errand, events);
          closeOthers(errand, standard);
          add(new TeamsErrand.Details(errand.tenant(), errand.team(), standard, errand.asked()));
          add(
              new TeamsErrand.Members(
                  errand.tenant(), errand.team(), standard, errand.asked(), "", 0, Set.of()));
        });
  }

  /** A channel of which nobody told yet of what kind it is stays closed: Graph may know it. */
  private boolean isStandard(TeamsErrand.Channels errand, ChannelId channel) {
    return doorkeeper.isStandard(channel, team(errand.tenant(), errand.team()));
  }

  private static Team team(WorkspaceId tenant, String id) {
    return new Team(tenant, id, null);
  }

  /**
   * Of a channel that is known only the name is told: what else is known may be known better. One
   * that was closed when Ponte was taken out, or the team was deleted, is open again now that the
   * team tells of it; one that was archived had its members all the time.
   */
  private void described(
      TeamsErrand.Channels errand, ChannelId channel, JsonNode json, List<Event.Roster> into) {
    references
        .service(errand.tenant())
        .ifPresent(
            service ->
                references.heardChannel(
                    channel,
                    service.conversation(channel.value()),
                    team(errand.tenant(), errand.team())));
    var name =
        channel.value().equals(errand.team())
            ? ChannelNames.ofTeam(errand.teamName())
            : ChannelNames.of(errand.teamName(), json.path("name").stringValue(""));
    var traits = new ArrayList<Trait>(List.of(new Trait.Named(name)));
    if (directory.members(channel).isEmpty()) {
      traits.add(new Trait.Archived(false));
    }
    news.found(
            errand,
            errand.asked(),
            new Channel(channel, name, Visibility.PRIVATE, "", "", false),
            traits.toArray(Trait[]::new))
        .forEach(into::add);
  }

  /**
   * Of a channel that the team does not list any more nobody can say who may open it. Of private
   * ones Graph decides, which is asked next.
   */
  private void closeOthers(TeamsErrand.Channels errand, Set<String> standard) {
    news.close(
        errand,
        references.channelsOf(team(errand.tenant(), errand.team())).stream()
            .filter(channel -> !standard.contains(channel.value()))
            .filter(channel -> !doorkeeper.isPrivate(channel)));
  }

  Outcome members(TeamsErrand.Members errand) {
    return read(
        errand.tenant(),
        errand.team(),
        errand,
        team -> Call.members(team.id(), errand.continuation()),
        body -> {
          var met = new HashSet<>(errand.met());
          var events = new ArrayList<Event.Roster>();
          for (var json : body.path("members").values()) {
            var member = new Member(errand.tenant(), json);
            member
                .id()
                .ifPresent(
                    id -> {
                      met.add(id);
                      met(errand, member, id, events);
                    });
          }
          var next = body.path("continuationToken").stringValue("");
          if (next.isEmpty()) {
            errand.channels().stream()
                .map(id -> Conversations.channel(errand.tenant(), id))
                // As of the moment before the first page was asked for: who left since stays away.
                .map(channel -> news.listed(errand, channel, met, errand.asked()))
                .forEach(events::add);
          }
          news.tell(errand, events);
          if (!next.isEmpty()) {
            add(
                new TeamsErrand.Members(
                    errand.tenant(),
                    errand.team(),
                    errand.channels(),
                    errand.asked(),
                    next,
                    errand.page() + 1,
                    met));
          } else {
            // Once for all teams that are read in one minute.
            add(
                new TeamsErrand.Profiles(
                    errand.tenant(), errand.asked().truncatedTo(ChronoUnit.MINUTES), ""));
            lookAgain(errand.tenant(), errand.team());
          }
        });
  }

  private void lookAgain(WorkspaceId tenant, String team) {
    var night = TeamsErrands.nextNight(clock.instant());
    errands.add(new TeamsErrand.Look(tenant, team, night), night);
  }

  private void met(TeamsErrand errand, Member member, PersonId id, List<Event.Roster> into) {
    if (!member.teamsId().isBlank()) {
      references.heardOf(id, member.teamsId());
    }
    var person = known(member, id);
    if (directory.person(id).filter(person::equals).isEmpty()) {
      into.add(
          new Event.Roster.PersonChanged(
              ChannelNews.event(errand, id.value()), person, clock.instant()));
    }
  }

  /** Where the roster takes somebody for a colleague who was a guest, Graph is believed first. */
  private Person known(Member member, PersonId id) {
    var told = member.person(id, directory);
    var wasGuest =
        directory.person(id).map(Person::standing).filter(Standing.GUEST::equals).isPresent();
    return wasGuest && told.standing() == Standing.ACTIVE
        ? GraphPeople.find(graph, directory, id).orElse(told)
        : told;
  }

  /**
   * Asks a team for something. A team that Ponte is not in any more tells nothing: what was said
   * there is then nobody's to see.
   */
  private Outcome read(
      WorkspaceId tenant,
      String id,
      TeamsErrand errand,
      Function<Team, Call> call,
      Consumer<JsonNode> then) {
    var team = references.team(tenant, id);
    var service = references.service(tenant);
    if (team.isEmpty() || service.isEmpty()) {
      return DONE;
    }
    return switch (connector.call(service.get(), call.apply(team.get()))) {
      case Answer.Done(var body) -> {
        then.accept(body);
        yield DONE;
      }
      case Answer.Later(var notBefore) -> new Outcome.Again(notBefore, "teams' rate limit");
      case Answer.Busy(var why) -> throw new PlatformUnavailableException(why, null);
      case Answer.Refused(var status, var code, _) -> {
        if (status == 403 || status == 404) {
          news.close(errand, references.channelsOf(team.get()).stream());
        }
        lookAgain(tenant, id);
        yield new Outcome.Never("teams: " + status + " " + code);
      }
    };
  }

  private void add(TeamsErrand errand) {
    errands.add(errand, clock.instant());
  }
}
