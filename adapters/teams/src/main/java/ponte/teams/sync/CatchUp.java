package ponte.teams.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.bot.Errands;
import ponte.bot.Handler;
import ponte.bot.Handler.Outcome;
import ponte.bot.Inbox;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.history.Histories;
import ponte.history.Histories.Replies;
import ponte.platform.PlatformUnavailableException;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;
import ponte.teams.connector.Answer;
import ponte.teams.graph.ChatMessages;
import ponte.teams.graph.Graph;
import ponte.teams.graph.GraphCall;
import ponte.teams.reference.References;
import ponte.teams.reference.Team;
import tools.jackson.databind.JsonNode;

/**
 * Reads what changed in a channel and nobody told: Teams sends each activity once, and what is said
 * while Ponte is not there would be lost.
 *
 * <p>In rounds, each from where the one before ended, as Graph itself remembers it
 * (<https://learn.microsoft.com/graph/api/chatmessage-delta>); where Graph has forgotten it, from
 * the moment of that round on. What was heard already is heard again, which changes nothing.
 */
final class CatchUp {

  private static final Logger log = LoggerFactory.getLogger(CatchUp.class);

  /** Pages of a round that may wait before the next is read. */
  private static final int AHEAD = 16;

  private static final Duration BREATHER = Duration.ofSeconds(5);

  /** Clocks differ, and what is being written at this moment may be missing on a page. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private final Graph graph;
  private final References references;
  private final Histories histories;
  private final ChatMessages messages;
  private final Inbox inbox;
  private final Records records;
  private final Errands errands;
  private final Duration between;
  private final Clock clock;

  /**
   * Where a round ended.
   *
   * @param since everything that changed before has been read
   * @param link by which Graph tells what changed after it; empty: it has forgotten
   */
  record Mark(Instant since, String link) {}

  /**
   * @param between from one round to the next
   */
  CatchUp(
      Graph graph,
      References references,
      Histories histories,
      ChatMessages messages,
      Inbox inbox,
      Records records,
      Errands errands,
      Duration between,
      Clock clock) {
    this.graph = graph;
    this.references = references;
    this.histories = histories;
    this.messages = messages;
    this.inbox = inbox;
    this.records = records;
    this.errands = errands;
    this.between = between;
    this.clock = clock;
  }

  /** Sees to it that a channel is read in rounds from now on, if it is not. */
  void begin(ChannelId channel) {
    if (histories.hears(channel)) {
      if (mark(channel).isEmpty()) {
        save(channel, new Mark(clock.instant(), ""));
      }
      plan(channel);
    }
  }

  Outcome round(TeamsErrand.Round errand) {
    var channel = errand.channel();
    var group = references.team(channel).map(Team::group);
    var mark = mark(channel);
    if (group.isEmpty() || mark.isEmpty() || !histories.hears(channel)) {
      return Handler.DONE;
    }
    if (inbox.isBehind()) {
      return new Outcome.Again(clock.instant().plus(BREATHER), "much is being said");
    }
    if (!inbox.unfinished(List.of(key(errand, errand.page() - AHEAD))).isEmpty()) {
      return new Outcome.Again(clock.instant().plus(BREATHER), "what was read is not taken in yet");
    }
    return switch (graph.get(channel.workspace(), call(errand, group.get(), mark.get()))) {
      case Answer.Done(var body) -> take(errand, body);
      case Answer.Later(var notBefore) -> new Outcome.Again(notBefore, GraphHistories.LATER);
      case Answer.Busy(var why) -> throw new PlatformUnavailableException(why, null);
      case Answer.Refused refused -> refused(errand, mark.get(), refused);
    };
  }

  private static GraphCall call(TeamsErrand.Round errand, String group, Mark mark) {
    var link = errand.page() == 0 ? mark.link() : errand.link();
    return link.isEmpty()
        ? GraphCall.changes(group, errand.channel().value(), mark.since().minus(OVERLAP))
        : GraphCall.link(group, link);
  }

  private Outcome take(TeamsErrand.Round errand, JsonNode body) {
    var page = Threads.read(errand.channel(), body, messages);
    inbox.hear(
        "catch-up/" + errand.channel(),
        key(errand, errand.page()),
        page.said().stream().sorted(Comparator.comparing(Event.Talk::at)).toList());
    var end = Threads.link(body, "@odata.deltaLink");
    if (!end.isEmpty()) {
      save(errand.channel(), new Mark(errand.round(), end));
    }
    var unread = new ArrayList<>(errand.unread());
    page.unread().stream().map(Replies::from).forEach(unread::add);
    return goOn(errand, page.next(), unread);
  }

  private static String key(TeamsErrand.Round errand, int page) {
    return "catch-up/" + errand.channel() + "/" + errand.round() + "/" + page;
  }

  /** Reads the next page; where there is none, the replies that are left; then the next round. */
  private Outcome goOn(TeamsErrand.Round errand, String next, List<String> unread) {
    var left = new ArrayList<>(unread);
    var link = !next.isEmpty() ? next : left.isEmpty() ? "" : left.removeFirst();
    if (link.isEmpty()) {
      plan(errand.channel());
    } else {
      errands.add(
          new TeamsErrand.Round(errand.channel(), errand.round(), link, left, errand.page() + 1),
          clock.instant());
    }
    return Handler.DONE;
  }

  private Outcome refused(TeamsErrand.Round errand, Mark mark, Answer.Refused refused) {
    if (errand.page() > 0 && mark.since().equals(errand.round())) {
      log.atInfo()
          .addKeyValue("channel", errand.channel())
          .addKeyValue("reason", refused.status() + " " + refused.code())
          .log("the replies of a thread may not be read");
      return goOn(errand, "", errand.unread());
    }
    var isForgotten =
        !mark.link().isEmpty() && (refused.status() == 410 || refused.status() == 400);
    log.atInfo()
        .addKeyValue("channel", errand.channel())
        .addKeyValue("reason", refused.status() + " " + refused.code())
        .log(isForgotten ? "graph has forgotten what was read" : "what changed may not be read");
    if (isForgotten) {
      save(errand.channel(), new Mark(mark.since(), ""));
    }
    plan(errand.channel());
    return Handler.DONE;
  }

  /** The same for all who ask in one stretch, so that there is one round in it however often. */
  private void plan(ChannelId channel) {
    var length = between.toMillis();
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toEpochMilli();
    var round = Instant.ofEpochMilli((now / length + 1) * length);
    errands.add(new TeamsErrand.Round(channel, round, "", List.of(), 0), round);
  }

  private Optional<Mark> mark(ChannelId channel) {
    return records.find(key(channel)).map(kept -> Codec.read(kept.content(), Mark.class));
  }

  private void save(ChannelId channel, Mark mark) {
    var version = records.find(key(channel)).map(Document::version).orElse(0L);
    // Only the holder of the channel's one errand writes.
    records.write(new Write(key(channel), Codec.write(mark), version, null, null));
  }

  private static Key key(ChannelId channel) {
    return new Partition("teams-catch-up", channel.workspace().value()).key(channel.value());
  }
}
