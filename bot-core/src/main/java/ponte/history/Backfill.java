package ponte.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.bot.Handler;
import ponte.bot.Handler.Outcome;
import ponte.bot.Inbox;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.TimeSpan;
import ponte.history.Histories.Given;
import ponte.history.HistoryProgress.State;

/**
 * Reads what was said in a channel before the bot came, one call a step.
 *
 * <p>From the newest message to the oldest: what is asked about is mostly recent, so that a reading
 * which takes days, once a minute, is of use from its first minutes. Threads are read as they are
 * met. A step that was done but not noted is done again with the same keys, and changes nothing;
 * what was changed or deleted since is later, and so holds.
 *
 * <p>While more is being said right now than is taken in, or many pages of the channel itself wait
 * to be taken in, no step is done. What waits of another channel holds none up.
 */
public final class Backfill {

  private static final Logger log = LoggerFactory.getLogger(Backfill.class);

  /** Pages of a channel that may wait before its reading does. */
  private static final int AHEAD = 16;

  private static final Duration BREATHER = Duration.ofSeconds(5);

  private final Histories histories;
  private final Inbox inbox;
  private final HistoryProgress progress;
  private final Duration back;
  private final Steps steps;
  private final Clock clock;

  /** Where the steps that are still to be done are kept; each is handed to {@link #step}. */
  @FunctionalInterface
  public interface Steps {

    /** Plans a step, durably; one that was planned before is passed over. */
    void plan(ChannelId channel, Instant started, int step, Instant due);
  }

  /**
   * @param back how old the oldest message may be
   */
  public Backfill(
      Histories histories,
      Inbox inbox,
      HistoryProgress progress,
      Duration back,
      Steps steps,
      Clock clock) {
    this.histories = histories;
    this.inbox = inbox;
    this.progress = progress;
    this.back = back;
    this.steps = steps;
    this.clock = clock;
  }

  /** Begins to read a channel, unless that goes on already. */
  public void begin(ChannelId channel) {
    var state = progress.find(channel);
    if (state.isEmpty() || state.get().done()) {
      start(channel);
    }
  }

  /** Begins to read a channel that was never read. */
  public void beginUnlessBegun(ChannelId channel) {
    if (progress.find(channel).isEmpty()) {
      start(channel);
    }
  }

  private void start(ChannelId channel) {
    if (histories.hears(channel)) {
      var now = clock.instant();
      progress.save(channel, State.begun(now, now.minus(back)));
      steps.plan(channel, now, 0, now);
    }
  }

  /**
   * Does a step.
   *
   * @throws ponte.platform.PlatformUnavailableException if the platform does not answer now
   */
  public Outcome step(ChannelId channel, Instant started, int step) {
    var state = progress.find(channel).orElse(null);
    if (state == null || !state.started().equals(started) || state.done()) {
      return Handler.DONE;
    }
    if (state.step() > step) {
      next(channel, state);
      return Handler.DONE;
    }
    if (!histories.hears(channel)) {
      // Whoever is let in again begins anew: nothing of the rest is taken for read.
      return closed(channel, "not listened to any more");
    }
    if (inbox.isBehind()) {
      return new Outcome.Again(clock.instant().plus(BREATHER), "much is being said");
    }
    if (!inbox.unfinished(List.of(key(channel, started, step - AHEAD))).isEmpty()) {
      return new Outcome.Again(clock.instant().plus(BREATHER), "what was read is not taken in yet");
    }
    var isOfThread = !state.threads().isEmpty();
    var given =
        isOfThread
            ? histories.replies(channel, state.threads().getFirst())
            : histories.page(channel, new TimeSpan(state.oldest(), state.started()), state.from());
    return switch (given) {
      case Given.Page page -> {
        hear(channel, state, page.said());
        yield advance(channel, isOfThread ? state.along(page) : state.down(page));
      }
      case Given.Later(var notBefore, var why) -> new Outcome.Again(notBefore, why);
      case Given.Over(var why) -> finish(channel, state, why);
      case Given.Closed(var why) -> closed(channel, why);
      case Given.Refused(var why) -> new Outcome.Never(why);
    };
  }

  private void hear(ChannelId channel, State state, List<Event.Talk> said) {
    // A lane of its own: what is said now must not wait behind it.
    inbox.hear(
        "backfill/" + channel,
        key(channel, state.started(), state.step()),
        said.stream().sorted(Comparator.comparing(Event.Talk::at)).toList());
  }

  private static String key(ChannelId channel, Instant started, int step) {
    return "backfill/" + channel + "/" + started + "/" + step;
  }

  private Outcome advance(ChannelId channel, State state) {
    progress.save(channel, state);
    if (state.done()) {
      log.atInfo()
          .addKeyValue("channel", channel)
          .addKeyValue("messages", state.messages())
          .log("channel read");
    } else {
      next(channel, state);
    }
    return Handler.DONE;
  }

  private void next(ChannelId channel, State state) {
    steps.plan(channel, state.started(), state.step(), clock.instant());
  }

  private Outcome finish(ChannelId channel, State state, String why) {
    log.atInfo().addKeyValue("channel", channel).addKeyValue("reason", why).log("reading ended");
    progress.save(channel, state.ended());
    return Handler.DONE;
  }

  private Outcome closed(ChannelId channel, String why) {
    log.atInfo().addKeyValue("channel", channel).addKeyValue("reason", why).log("may not be read");
    progress.forget(channel);
    return Handler.DONE;
  }
}
