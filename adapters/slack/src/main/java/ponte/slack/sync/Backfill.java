package ponte.slack.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.bot.Inbox;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.slack.Fields;
import ponte.slack.SlackMessage;
import ponte.slack.Ts;
import ponte.slack.api.Method;
import ponte.slack.api.SlackAnswer;
import ponte.slack.api.SlackApi;
import ponte.slack.live.Listening;
import ponte.slack.sync.BackfillProgress.Replies;
import ponte.slack.sync.BackfillProgress.State;
import tools.jackson.databind.JsonNode;

/**
 * Reads what was said in a channel before the bot came, one call a step.
 *
 * <p>From the newest message to the oldest: what is asked about is mostly recent, so that a reading
 * which takes days, once a minute, is of use from its first minutes. Threads are read as they are
 * met. A step that was done but not noted is done again with the same keys, and changes nothing;
 * what was changed or deleted since is later, and so holds.
 *
 * <p>While much of what is being said right now waits to be taken in, no step is done.
 */
final class Backfill {

  private static final Logger log = LoggerFactory.getLogger(Backfill.class);

  /** Batches that may wait before a reading does. */
  private static final long BUSY = 16;

  private static final Duration BREATHER = Duration.ofSeconds(5);

  /** Slack says so where there is nothing (more) for the bot to read. */
  private static final Set<String> OVER = Set.of("not_in_channel", "channel_not_found");

  private final SlackApi api;
  private final Inbox inbox;
  private final Listening listening;
  private final BackfillProgress progress;
  private final Errands errands;
  private final BackfillRules rules;
  private final Clock clock;

  Backfill(
      SlackApi api,
      Inbox inbox,
      Listening listening,
      BackfillProgress progress,
      Errands errands,
      BackfillRules rules,
      Clock clock) {
    this.api = api;
    this.inbox = inbox;
    this.listening = listening;
    this.progress = progress;
    this.errands = errands;
    this.rules = rules;
    this.clock = clock;
  }

  /** Begins to read a channel, unless that goes on already. */
  void begin(ChannelId channel) {
    var state = progress.find(channel);
    if (state.isEmpty() || state.get().done()) {
      start(channel);
    }
  }

  /** Begins to read a channel that was never read. */
  void beginUnlessBegun(ChannelId channel) {
    if (progress.find(channel).isEmpty()) {
      start(channel);
    }
  }

  private void start(ChannelId channel) {
    if (!listening.to(channel)) {
      return;
    }
    var now = clock.instant();
    var state = new State(now, now.minus(rules.back()), Ts.of(now).value(), List.of(), 0, 0, false);
    progress.save(channel, state);
    errands.add(new Errand.History(channel, now, 0), now);
  }

  Step step(Errand.History errand) {
    var channel = errand.channel();
    var state = progress.find(channel).orElse(null);
    if (state == null || !state.started().equals(errand.started()) || state.done()) {
      return Step.DONE;
    }
    if (state.step() > errand.step()) {
      next(channel, state);
      return Step.DONE;
    }
    if (!listening.to(channel)) {
      return finish(channel, state, "not listened to any more");
    }
    if (inbox.backlog() > BUSY) {
      return new Step.Wait(clock.instant().plus(BREATHER));
    }
    return state.threads().isEmpty()
        ? history(channel, state)
        : replies(channel, state, state.threads().getFirst());
  }

  private Step history(ChannelId channel, State state) {
    var arguments = arguments(channel);
    arguments.put("latest", state.latest());
    arguments.put("oldest", Ts.of(state.oldest()).value());
    return switch (api.call(channel.workspace(), Method.CONVERSATIONS_HISTORY, arguments)) {
      case SlackAnswer.Later(var notBefore) -> new Step.Wait(notBefore);
      case SlackAnswer.Refused refused -> refused(channel, state, refused);
      case SlackAnswer.Done(var body) -> {
        var messages = messages(body);
        var heard = hear(channel, state, messages);
        var threads =
            messages.stream()
                .filter(message -> message.path("reply_count").intValue(0) > 0)
                .map(message -> new Replies(Fields.text(message, "thread_ts"), ""))
                .toList();
        var oldest =
            messages.stream()
                .flatMap(message -> Fields.ts(message, "ts").stream())
                .min(Comparator.comparing(Ts::instant));
        var more = body.path("has_more").booleanValue(false) && oldest.isPresent();
        var latest = more ? oldest.get().value() : Ts.of(state.oldest()).value();
        yield advance(channel, state.down(latest, threads, heard, !more));
      }
    };
  }

  private Step replies(ChannelId channel, State state, Replies thread) {
    var arguments = arguments(channel);
    arguments.put("ts", thread.ts());
    if (!thread.cursor().isEmpty()) {
      arguments.put("cursor", thread.cursor());
    }
    return switch (api.call(channel.workspace(), Method.CONVERSATIONS_REPLIES, arguments)) {
      case SlackAnswer.Later(var notBefore) -> new Step.Wait(notBefore);
      case SlackAnswer.Refused(var error, _) when error.equals("thread_not_found") ->
          advance(channel, state.along("", 0));
      case SlackAnswer.Refused refused -> refused(channel, state, refused);
      case SlackAnswer.Done(var body) -> {
        // The first of a page is the message that the thread is under, which is known.
        var replies =
            messages(body).stream()
                .filter(message -> !Fields.text(message, "ts").equals(thread.ts()))
                .toList();
        var heard = hear(channel, state, replies);
        var cursor = body.path("response_metadata").path("next_cursor").stringValue("");
        yield advance(channel, state.along(cursor, heard));
      }
    };
  }

  private Map<String, Object> arguments(ChannelId channel) {
    var arguments = new HashMap<String, Object>();
    arguments.put("channel", channel.value());
    arguments.put("limit", rules.page());
    return arguments;
  }

  private static List<JsonNode> messages(JsonNode body) {
    return List.copyOf(body.path("messages").values());
  }

  /** How many of the messages are anybody's words. */
  private int hear(ChannelId channel, State state, List<JsonNode> messages) {
    var translation = listening.translation(channel.workspace());
    var events = new ArrayList<Event.Talk>();
    for (var message : messages) {
      translation.event(channel, new SlackMessage(message)).ifPresent(events::add);
    }
    events.sort(Comparator.comparing(Event.Talk::at));
    // A lane of its own: what is said now must not wait behind it.
    inbox.hear(
        "backfill/" + channel,
        "backfill/" + channel + "/" + state.started() + "/" + state.step(),
        events);
    return events.size();
  }

  private Step advance(ChannelId channel, State state) {
    progress.save(channel, state);
    if (state.done()) {
      log.atInfo()
          .addKeyValue("channel", channel)
          .addKeyValue("messages", state.messages())
          .log("channel read");
    } else {
      next(channel, state);
    }
    return Step.DONE;
  }

  private void next(ChannelId channel, State state) {
    errands.add(new Errand.History(channel, state.started(), state.step()), clock.instant());
  }

  private Step refused(ChannelId channel, State state, SlackAnswer.Refused refused) {
    return OVER.contains(refused.error())
        ? finish(channel, state, refused.error())
        : new Step.Never(refused);
  }

  private Step finish(ChannelId channel, State state, String why) {
    log.atInfo().addKeyValue("channel", channel).addKeyValue("reason", why).log("reading ended");
    progress.save(channel, state.ended());
    return Step.DONE;
  }
}
