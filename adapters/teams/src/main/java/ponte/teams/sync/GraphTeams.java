package ponte.teams.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import ponte.bot.Errands;
import ponte.bot.Handler;
import ponte.bot.Handler.Outcome;
import ponte.bot.Inbox;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Trait;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.history.Backfill;
import ponte.platform.PlatformUnavailableException;
import ponte.teams.Conversations;
import ponte.teams.connector.Answer;
import ponte.teams.graph.Graph;
import ponte.teams.graph.GraphCall;
import ponte.teams.live.Doorkeeper;
import ponte.teams.reference.References;
import ponte.teams.reference.Team;
import tools.jackson.databind.JsonNode;

/**
 * Reads from Graph what the connector does not tell of a team: whether everybody of the tenant may
 * see it, which of its channels are for some alone, and who they are.
 *
 * <p>The standard channels of a public team are public, since everybody may join it by themselves;
 * where Graph does not say that it is public, they are for its members.
 */
final class GraphTeams {

  private final Graph graph;
  private final References references;
  private final Inbox inbox;
  private final Directory directory;
  private final Doorkeeper doorkeeper;
  private final Errands errands;
  private final Backfill backfill;
  private final CatchUp catchUp;
  private final Clock clock;

  GraphTeams(
      Graph graph,
      References references,
      Inbox inbox,
      Directory directory,
      Doorkeeper doorkeeper,
      Errands errands,
      Backfill backfill,
      CatchUp catchUp,
      Clock clock) {
    this.graph = graph;
    this.references = references;
    this.inbox = inbox;
    this.directory = directory;
    this.doorkeeper = doorkeeper;
    this.errands = errands;
    this.backfill = backfill;
    this.catchUp = catchUp;
    this.clock = clock;
  }

  Outcome details(TeamsErrand.Details errand) {
    var channels = channels(errand.tenant(), errand.channels());
    return read(
        errand,
        references.team(errand.tenant(), errand.team()),
        GraphCall::team,
        body -> {
          var isPublic = body.path("visibility").stringValue("").equalsIgnoreCase("public");
          turn(errand, channels, isPublic ? Visibility.PUBLIC : Visibility.PRIVATE);
          add(
              new TeamsErrand.Kinds(
                  errand.tenant(),
                  errand.team(),
                  body.path("displayName").stringValue(""),
                  errand.channels(),
                  errand.asked(),
                  "",
                  0));
        },
        () -> {
          turn(errand, channels, Visibility.PRIVATE);
          // The messages may be read by another consent than the team's settings.
          channels.forEach(this::readHistory);
        });
  }

  private static List<ChannelId> channels(WorkspaceId tenant, Set<String> ids) {
    return ids.stream().sorted().map(id -> Conversations.channel(tenant, id)).toList();
  }

  private void turn(TeamsErrand errand, List<ChannelId> channels, Visibility visibility) {
    var now = clock.instant();
    hear(
        errand,
        channels.stream()
            .filter(
                channel ->
                    directory
                        .channel(channel)
                        .map(Channel::visibility)
                        .filter(visibility::equals)
                        .isEmpty())
            .<Event.Roster>map(
                channel ->
                    new Event.Roster.ChannelTurned(
                        event(errand, channel.value()), channel, new Trait.SeenBy(visibility), now))
            .toList());
  }

  Outcome kinds(TeamsErrand.Kinds errand) {
    return read(
        errand,
        references.team(errand.tenant(), errand.team()),
        group ->
            errand.link().isEmpty()
                ? GraphCall.channels(group)
                : GraphCall.link(group, errand.link()),
        body -> {
          var events = new ArrayList<Event.Roster>();
          for (var json : body.path("value").values()) {
            var id = json.path("id").stringValue("");
            if (!id.isBlank() && id.indexOf('/') < 0) {
              kind(errand, Conversations.channel(errand.tenant(), id), json, events);
            }
          }
          hear(errand, events);
          var next = Threads.link(body, "@odata.nextLink");
          if (!next.isEmpty()) {
            add(
                new TeamsErrand.Kinds(
                    errand.tenant(),
                    errand.team(),
                    errand.teamName(),
                    errand.channels(),
                    errand.asked(),
                    next,
                    errand.page() + 1));
          }
        },
        () -> channels(errand.tenant(), errand.channels()).forEach(this::readHistory));
  }

  private void kind(
      TeamsErrand.Kinds errand, ChannelId channel, JsonNode json, List<Event.Roster> into) {
    var now = clock.instant();
    switch (json.path("membershipType").stringValue("")) {
      case "standard" -> {
        described(channel, json)
            .ifPresent(
                purpose ->
                    into.add(
                        new Event.Roster.ChannelTurned(
                            event(errand, channel.value()), channel, purpose, now)));
        if (errand.channels().contains(channel.value())) {
          readHistory(channel);
        }
      }
      case "private" -> {
        doorkeeper.note(channel, "private");
        into.add(narrowed(errand, channel, json, now));
        add(new TeamsErrand.Insiders(channel, errand.asked(), "", 0, Set.of()));
      }
      // Others than the team read it, and maybe another organisation: silence.
      case "shared" -> {
        doorkeeper.note(channel, "shared");
        into.add(narrowed(errand, channel, json, now));
        into.add(
            new Event.Roster.MembersListed(
                event(errand, "members/" + channel.value()), channel, Set.of(), now));
      }
      default -> {}
    }
  }

  private Optional<Trait> described(ChannelId channel, JsonNode json) {
    var purpose = json.path("description").stringValue("").strip();
    return directory
        .channel(channel)
        .filter(known -> !known.purpose().equals(purpose))
        .map(_ -> new Trait.MeantFor(purpose));
  }

  private Event.Roster narrowed(
      TeamsErrand.Kinds errand, ChannelId channel, JsonNode json, Instant now) {
    var name = directory.channel(channel).map(Channel::name);
    return new Event.Roster.ChannelChanged(
        event(errand, channel.value()),
        new Channel(
            channel,
            name.orElseGet(
                () -> ChannelNames.of(errand.teamName(), json.path("displayName").stringValue(""))),
            Visibility.PRIVATE,
            "",
            json.path("description").stringValue(""),
            false),
        now);
  }

  Outcome insiders(TeamsErrand.Insiders errand) {
    var channel = errand.channel();
    return read(
        errand,
        references.team(channel),
        group ->
            errand.link().isEmpty()
                ? GraphCall.channelMembers(group, channel.value())
                : GraphCall.link(group, errand.link()),
        body -> {
          var met = new HashSet<>(errand.met());
          for (var json : body.path("value").values()) {
            var id = json.path("userId").stringValue("");
            if (!id.isBlank() && id.indexOf('/') < 0) {
              met.add(new PersonId(errand.tenant(), id));
            }
          }
          var next = Threads.link(body, "@odata.nextLink");
          if (next.isEmpty()) {
            listed(errand, met);
            readHistory(channel);
          } else {
            add(new TeamsErrand.Insiders(channel, errand.asked(), next, errand.page() + 1, met));
          }
        },
        () -> listed(errand, Set.of()));
  }

  private void listed(TeamsErrand.Insiders errand, Set<PersonId> members) {
    hear(
        errand,
        List.of(
            new Event.Roster.MembersListed(
                event(errand, errand.channel().value()),
                errand.channel(),
                members,
                errand.asked())));
  }

  private void readHistory(ChannelId channel) {
    backfill.beginUnlessBegun(channel);
    catchUp.begin(channel);
  }

  /**
   * Asks Graph for something of a team.
   *
   * @param otherwise what is done where Graph does not tell it
   */
  private Outcome read(
      TeamsErrand errand,
      Optional<Team> team,
      Function<String, GraphCall> call,
      Consumer<JsonNode> then,
      Runnable otherwise) {
    var group = team.map(Team::group);
    if (group.isEmpty()) {
      otherwise.run();
      return Handler.DONE;
    }
    return switch (graph.get(errand.tenant(), call.apply(group.get()))) {
      case Answer.Done(var body) -> {
        then.accept(body);
        yield Handler.DONE;
      }
      case Answer.Later(var notBefore) -> new Outcome.Again(notBefore, GraphHistories.LATER);
      case Answer.Busy(var why) -> throw new PlatformUnavailableException(why, null);
      case Answer.Refused _ -> {
        otherwise.run();
        yield Handler.DONE;
      }
    };
  }

  private void add(TeamsErrand errand) {
    errands.add(errand, clock.instant());
  }

  private void hear(TeamsErrand errand, List<Event.Roster> events) {
    inbox.hear("roster/" + errand.tenant(), Conversations.TEAMS + errand.key(), events);
  }

  private static EventId event(TeamsErrand errand, String of) {
    return new EventId(Conversations.TEAMS + errand.key() + ":" + of);
  }
}
