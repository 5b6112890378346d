package ponte.teams.sync;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import ponte.conversation.ChannelId;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;
import ponte.history.Histories;
import ponte.platform.PlatformUnavailableException;
import ponte.teams.connector.Answer;
import ponte.teams.graph.ChatMessages;
import ponte.teams.graph.Graph;
import ponte.teams.graph.GraphCall;
import ponte.teams.live.Doorkeeper;
import ponte.teams.reference.References;
import ponte.teams.reference.Team;

/**
 * Histories as Graph gives them: threads, those in which something was said or changed last first,
 * each with its replies, <https://learn.microsoft.com/graph/api/channel-list-messages>.
 */
final class GraphHistories implements Histories {

  /** What is said of a reading that waits for Graph. */
  static final String LATER = "graph's rate limit";

  private final Graph graph;
  private final References references;
  private final Doorkeeper doorkeeper;
  private final Directory directory;
  private final ChatMessages messages;

  GraphHistories(
      Graph graph,
      References references,
      Doorkeeper doorkeeper,
      Directory directory,
      ChatMessages messages) {
    this.graph = graph;
    this.references = references;
    this.directory = directory;
    this.doorkeeper = doorkeeper;
    this.messages = messages;
  }

  /** Never of a chat: those have no team; nor of a private channel that nobody may see. */
  @Override
  public boolean hears(ChannelId channel) {
    return references.team(channel).isPresent()
        && !doorkeeper.isShared(channel)
        && !doorkeeper.isExcluded(channel)
        && directory.hears(channel)
        && !doorkeeper.awaitsName(channel)
        && !(doorkeeper.isPrivate(channel) && directory.members(channel).isEmpty());
  }

  @Override
  public Histories.Given page(ChannelId channel, TimeSpan span, String from) {
    return read(
        channel,
        from,
        GraphCall::messages,
        page -> {
          var isPast = page.reached().isBefore(span.from());
          return new Histories.Given.Page(
              page.said(), page.unread(), isPast ? "" : page.next(), page.reached());
        },
        Histories.Given.Closed::new);
  }

  @Override
  public Histories.Given replies(ChannelId channel, Replies thread) {
    return read(
        channel,
        thread.from(),
        (group, id) -> GraphCall.replies(group, id, thread.root()),
        page -> new Histories.Given.Page(page.said(), List.of(), page.next(), Instant.EPOCH),
        _ -> new Histories.Given.Page(List.of(), List.of(), "", Instant.EPOCH));
  }

  private interface Taking {
    Histories.Given take(Threads page);
  }

  /**
   * @param gone what follows where Graph does not know what is asked for: a channel may be
   *     restored, and of a thread nothing is left to be read
   */
  private Histories.Given read(
      ChannelId channel,
      String from,
      BiFunction<String, String, GraphCall> first,
      Taking taking,
      Function<String, Histories.Given> gone) {
    var group = references.team(channel).map(Team::group);
    if (group.isEmpty()) {
      return new Histories.Given.Closed("nobody told yet by which group Graph knows the team");
    }
    var call =
        from.isEmpty()
            ? first.apply(group.get(), channel.value())
            : GraphCall.link(group.get(), from);
    return switch (graph.get(channel.workspace(), call)) {
      case Answer.Done(var body) -> taking.take(Threads.read(channel, body, messages));
      case Answer.Later(var notBefore) -> new Histories.Given.Later(notBefore, LATER);
      case Answer.Busy(var why) -> throw new PlatformUnavailableException(why, null);
      case Answer.Refused(var status, var code, _) -> {
        var why = "graph: " + status + " " + code;
        yield status == 404 ? gone.apply(why) : new Histories.Given.Closed(why);
      }
    };
  }
}
