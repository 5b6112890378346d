package ponte.teams.sync;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ponte.bot.Errands;
import ponte.bot.Handler.Outcome;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.teams.ObjectIds;
import ponte.teams.graph.GraphCall;
import tools.jackson.databind.JsonNode;

/**
 * Reads from Graph who is in a private channel, which nobody else tells: of all of it or not at
 * all. Where Graph does not tell it, nobody is in it.
 *
 * <p>Where Ponte was added to the channel, the team's consent is enough for it; elsewhere it takes
 * a permission of the whole tenant.
 */
final class GraphInsiders {

  private final TeamQuestions graph;
  private final ChannelNews news;
  private final Errands errands;
  private final Readings readings;
  private final Clock clock;

  GraphInsiders(
      TeamQuestions graph, ChannelNews news, Errands errands, Readings readings, Clock clock) {
    this.graph = graph;
    this.news = news;
    this.errands = errands;
    this.readings = readings;
    this.clock = clock;
  }

  Outcome insiders(TeamsErrand.Insiders errand) {
    var channel = errand.channel();
    return graph.ask(
        channel,
        group ->
            errand.link().isEmpty()
                ? GraphCall.channelMembers(group, channel.value())
                : GraphCall.link(group, errand.link()),
        body -> {
          var met = new HashSet<>(errand.met());
          for (var json : body.path("value").values()) {
            person(errand.tenant(), json).ifPresent(met::add);
          }
          var next = Threads.link(body, "@odata.nextLink");
          if (next.isEmpty()) {
            listed(errand, met);
            readings.beginSoon(channel);
          } else {
            errands.add(
                new TeamsErrand.Insiders(channel, errand.asked(), next, errand.page() + 1, met),
                clock.instant());
          }
        },
        _ -> listed(errand, Set.of()));
  }

  /** Empty of who is of another tenant: "the client should not assume" that nobody is. */
  private static Optional<PersonId> person(WorkspaceId tenant, JsonNode json) {
    var id = json.path("userId").stringValue("");
    var home = json.path("tenantId").stringValue(tenant.value());
    return id.isBlank() || id.indexOf('/') >= 0 || !ObjectIds.one(home).equals(tenant.value())
        ? Optional.empty()
        : Optional.of(ObjectIds.person(tenant, id));
  }

  private void listed(TeamsErrand.Insiders errand, Set<PersonId> members) {
    news.tell(errand, List.of(news.listed(errand, errand.channel(), members, errand.asked())));
  }
}
