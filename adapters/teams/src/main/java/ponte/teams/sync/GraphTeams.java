package ponte.teams.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.bot.Errands;
import ponte.bot.Handler.Outcome;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Trait;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.teams.Conversations;
import ponte.teams.graph.GraphCall;
import ponte.teams.live.ChannelKinds.Kind;
import ponte.teams.live.Doorkeeper;
import ponte.teams.reference.References;
import ponte.teams.reference.Team;
import tools.jackson.databind.JsonNode;

/**
 * Reads from Graph what the connector does not tell of a team: whether everybody of the tenant may
 * see it, which of its channels are for some alone, and what is archived.
 *
 * <p>The standard channels of a public team are public, since everybody may join it by themselves;
 * where Graph does not say that it is public, they are for its members. A look at the team opens
 * and closes them; one each hour only closes.
 */
final class GraphTeams {

  /** From one look at whether a team is still public to the next. */
  private static final Duration WATCH = Duration.ofHours(1);

  private final TeamQuestions graph;
  private final References references;
  private final ChannelNews news;
  private final Directory directory;
  private final Doorkeeper doorkeeper;
  private final Errands errands;
  private final Readings readings;
  private final Clock clock;

  GraphTeams(
      TeamQuestions graph,
      References references,
      ChannelNews news,
      Directory directory,
      Doorkeeper doorkeeper,
      Errands errands,
      Readings readings,
      Clock clock) {
    this.graph = graph;
    this.references = references;
    this.news = news;
    this.directory = directory;
    this.doorkeeper = doorkeeper;
    this.errands = errands;
    this.readings = readings;
    this.clock = clock;
  }

  Outcome details(TeamsErrand.Details errand) {
    var channels = channels(errand.tenant(), errand.channels());
    return graph.ask(
        errand.tenant(),
        errand.team(),
        GraphCall::team,
        body -> {
          turn(errand, errand.asked(), channels, new Trait.SeenBy(visibility(body)));
          add(
              new TeamsErrand.Kinds(
                  errand.tenant(),
                  errand.team(),
                  body.path("displayName").stringValue(""),
                  isArchived(body),
                  errand.channels(),
                  errand.asked(),
                  "",
                  0,
                  Set.of()));
          watch(errand.tenant(), errand.team());
        },
        _ -> {
          turn(errand, errand.asked(), channels, new Trait.SeenBy(Visibility.PRIVATE));
          news.close(errand, privateChannels(errand.tenant(), errand.team()));
          // The messages may be read by another consent than the team's settings.
          channels.forEach(readings::begin);
        });
  }

  private static Visibility visibility(JsonNode team) {
    return team.path("visibility").stringValue("").equalsIgnoreCase("public")
        ? Visibility.PUBLIC
        : Visibility.PRIVATE;
  }

  private static @Nullable Boolean isArchived(JsonNode json) {
    var archived = json.path("isArchived");
    return archived.isBoolean() ? archived.booleanValue() : null;
  }

  private static List<ChannelId> channels(WorkspaceId tenant, Set<String> ids) {
    return ids.stream().sorted().map(id -> Conversations.channel(tenant, id)).toList();
  }

  private void turn(TeamsErrand errand, Instant asked, List<ChannelId> channels, Trait trait) {
    news.tell(
        errand,
        channels.stream().flatMap(channel -> news.turned(errand, asked, channel, trait)).toList());
  }

  /** The same for all who ask in one stretch, so that there is one look in it however often. */
  private void watch(WorkspaceId tenant, String team) {
    var hour = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(WATCH);
    errands.add(new TeamsErrand.Watch(tenant, team, hour), hour);
  }

  /** Closes what is not open to everybody any more; where Graph does not say that it is, too. */
  Outcome watch(TeamsErrand.Watch errand) {
    return graph.ask(
        errand.tenant(),
        errand.team(),
        GraphCall::team,
        body -> {
          if (visibility(body) == Visibility.PRIVATE) {
            turn(
                errand,
                errand.hour(),
                publicChannels(errand),
                new Trait.SeenBy(Visibility.PRIVATE));
          }
          privateChannels(errand.tenant(), errand.team())
              .filter(channel -> !directory.members(channel).isEmpty())
              .forEach(
                  channel ->
                      add(new TeamsErrand.Insiders(channel, errand.hour(), "", 0, Set.of())));
          watch(errand.tenant(), errand.team());
        },
        _ -> {
          turn(errand, errand.hour(), publicChannels(errand), new Trait.SeenBy(Visibility.PRIVATE));
          news.close(errand, privateChannels(errand.tenant(), errand.team()));
        });
  }

  private List<ChannelId> publicChannels(TeamsErrand.Watch errand) {
    return channelsOf(errand.tenant(), errand.team())
        .filter(channel -> directory.channel(channel).filter(Channel::isPublic).isPresent())
        .toList();
  }

  private Stream<ChannelId> privateChannels(WorkspaceId tenant, String team) {
    return channelsOf(tenant, team).filter(doorkeeper::isPrivate);
  }

  private Stream<ChannelId> channelsOf(WorkspaceId tenant, String team) {
    return references.channelsOf(new Team(tenant, team, null)).stream();
  }

  Outcome kinds(TeamsErrand.Kinds errand) {
    return graph.ask(
        errand.tenant(),
        errand.team(),
        group ->
            errand.link().isEmpty()
                ? GraphCall.channels(group)
                : GraphCall.link(group, errand.link()),
        body -> {
          var told = new HashSet<>(errand.told());
          var events = new ArrayList<Event.Roster>();
          var isNews = false;
          for (var json : body.path("value").values()) {
            var id = json.path("id").stringValue("");
            if (!id.isBlank() && id.indexOf('/') < 0) {
              told.add(id);
              isNews |= kind(errand, Conversations.channel(errand.tenant(), id), json, events);
            }
          }
          news.tell(errand, events);
          next(errand, Threads.link(body, "@odata.nextLink"), told);
          if (isNews) {
            // Now that they are known to be for all of the team, its members are in them.
            add(new TeamsErrand.Look(errand.tenant(), errand.team(), clock.instant()));
          }
        },
        _ -> {
          var archived = errand.archived();
          var channels = channels(errand.tenant(), errand.channels());
          if (archived != null) {
            turn(errand, errand.asked(), channels, new Trait.Archived(archived));
          }
          news.close(errand, privateChannels(errand.tenant(), errand.team()));
          channels.forEach(readings::begin);
        });
  }

  /** After the last page: a private channel that is on none of them is nobody's. */
  private void next(TeamsErrand.Kinds errand, String next, Set<String> told) {
    if (next.isEmpty()) {
      news.close(
          errand,
          privateChannels(errand.tenant(), errand.team())
              .filter(channel -> !told.contains(channel.value())));
    } else {
      add(
          new TeamsErrand.Kinds(
              errand.tenant(),
              errand.team(),
              errand.teamName(),
              errand.archived(),
              errand.channels(),
              errand.asked(),
              next,
              errand.page() + 1,
              told));
    }
  }

  /** Whether a channel that the connector tells of turned out to be for the whole team. */
  private boolean kind(
      TeamsErrand.Kinds errand, ChannelId channel, JsonNode json, List<Event.Roster> into) {
    var kind = Kind.of(json.path("membershipType").stringValue("")).orElse(null);
    var isNews = kind != null && doorkeeper.note(channel, kind);
    switch (kind) {
      case STANDARD -> {
        if (references.channel(channel).isPresent()) {
          news.turned(
                  errand, errand.asked(), channel, described(json), archived(errand, channel, json))
              .forEach(into::add);
        }
        if (errand.channels().contains(channel.value())) {
          readings.begin(channel);
        } else {
          return isNews && references.channel(channel).isPresent();
        }
      }
      case PRIVATE -> {
        if (doorkeeper.isPrivate(channel)) {
          hear(errand, channel);
          into.addAll(narrow(errand, channel, json));
          add(new TeamsErrand.Insiders(channel, errand.asked(), "", 0, Set.of()));
        }
      }
      // Others than the team read it, and maybe another organisation: silence.
      case SHARED -> {
        into.addAll(narrow(errand, channel, json));
        into.add(news.listed(errand, channel, Set.of(), clock.instant()));
      }
      case null -> {}
    }
    return false;
  }

  /** The connector does not tell of it. */
  private void hear(TeamsErrand.Kinds errand, ChannelId channel) {
    references
        .service(errand.tenant())
        .ifPresent(
            service ->
                references.heardChannel(
                    channel,
                    service.conversation(channel.value()),
                    new Team(errand.tenant(), errand.team(), null)));
  }

  private List<Event.Roster> narrow(TeamsErrand.Kinds errand, ChannelId channel, JsonNode json) {
    var name = ChannelNames.of(errand.teamName(), json.path("displayName").stringValue(""));
    var purpose = described(json);
    var archived = archived(errand, channel, json);
    return news.found(
            errand,
            errand.asked(),
            new Channel(
                channel, name, Visibility.PRIVATE, "", purpose.purpose(), archived.archived()),
            new Trait.Named(name),
            new Trait.SeenBy(Visibility.PRIVATE),
            purpose,
            archived)
        .toList();
  }

  private static Trait.MeantFor described(JsonNode json) {
    return new Trait.MeantFor(json.path("description").stringValue("").strip());
  }

  /**
   * A channel is archived by itself or with its team; where Graph says neither, it is as it was.
   */
  private Trait.Archived archived(TeamsErrand.Kinds errand, ChannelId channel, JsonNode json) {
    var team = errand.archived();
    var own = isArchived(json);
    return new Trait.Archived(
        team == null && own == null
            ? directory.channel(channel).filter(Channel::archived).isPresent()
            : Boolean.TRUE.equals(team) || Boolean.TRUE.equals(own));
  }

  private void add(TeamsErrand errand) {
    errands.add(errand, clock.instant());
  }
}
