package ponte.teams.sync;

import java.util.function.Consumer;
import java.util.function.Function;
import ponte.bot.Handler;
import ponte.bot.Handler.Outcome;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;
import ponte.platform.PlatformUnavailableException;
import ponte.teams.connector.Answer;
import ponte.teams.graph.Graph;
import ponte.teams.graph.GraphCall;
import ponte.teams.reference.References;
import ponte.teams.reference.Team;
import tools.jackson.databind.JsonNode;

/** Asks Graph about teams that Ponte is in. */
final class TeamQuestions {

  /** What is said where nobody told yet by which group Graph knows a team. */
  private static final Answer.Refused NO_GROUP = new Answer.Refused(0, "no_group", "");

  private final Graph graph;
  private final References references;

  TeamQuestions(Graph graph, References references) {
    this.graph = graph;
    this.references = references;
  }

  /**
   * Asks for something of a team; of one that Ponte is not in any more, nothing.
   *
   * @param call by the team's group
   * @param otherwise what is done where Graph does not tell it
   */
  Outcome ask(
      WorkspaceId tenant,
      String team,
      Function<String, GraphCall> call,
      Consumer<JsonNode> then,
      Consumer<Answer.Refused> otherwise) {
    var known = references.team(tenant, team);
    return known.isEmpty() ? Handler.DONE : ask(known.get(), call, then, otherwise);
  }

  /** Asks for something of a channel; of one of a team that Ponte is not in any more, nothing. */
  Outcome ask(
      ChannelId channel,
      Function<String, GraphCall> call,
      Consumer<JsonNode> then,
      Consumer<Answer.Refused> otherwise) {
    var known = references.team(channel);
    return known.isEmpty() ? Handler.DONE : ask(known.get(), call, then, otherwise);
  }

  private Outcome ask(
      Team team,
      Function<String, GraphCall> call,
      Consumer<JsonNode> then,
      Consumer<Answer.Refused> otherwise) {
    var group = team.group();
    if (group == null) {
      otherwise.accept(NO_GROUP);
      return Handler.DONE;
    }
    return switch (graph.get(team.tenant(), call.apply(group))) {
      case Answer.Done(var body) -> {
        then.accept(body);
        yield Handler.DONE;
      }
      case Answer.Later(var notBefore) -> new Outcome.Again(notBefore, GraphHistories.LATER);
      case Answer.Busy(var why) -> throw new PlatformUnavailableException(why, null);
      case Answer.Refused refused -> {
        otherwise.accept(refused);
        yield Handler.DONE;
      }
    };
  }
}
