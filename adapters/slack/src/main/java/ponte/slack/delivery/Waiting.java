package ponte.slack.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.bot.Pause;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.Turn;
import ponte.platform.TurnLostException;
import ponte.reply.Texts;
import ponte.slack.api.Method;
import ponte.slack.api.SlackAnswer;
import ponte.slack.api.SlackApi;
import ponte.slack.live.ReplyRoutes;
import ponte.slack.live.ReplyRoutes.Container;
import ponte.slack.live.ReplyRoutes.Route;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.StoreUnavailableException;
import ponte.store.Write;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Tells who waits longer than a second that they are being answered, in words that the answer then
 * takes the place of.
 *
 * <p>Nothing is shown where Slack would not let the words be replaced: after a mention in a
 * channel, on a form, on the home page, or where so many words are being replaced that the answer
 * would have to wait for its turn to replace this one. For each request there is one document, and
 * whoever writes it first, the word or the answer, is first to speak.
 */
public final class Waiting {

  private static final Logger log = LoggerFactory.getLogger(Waiting.class);

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration KEEP = Duration.ofHours(1);

  /** Longer than a call to Slack takes: a word that is not there by then never will be. */
  private static final Duration IN_FLIGHT = Duration.ofSeconds(20);

  private static final Duration SOON = Duration.ofMillis(500);

  private final SlackApi api;
  private final ReplyRoutes routes;
  private final Records records;
  private final Clock clock;
  private final LongSupplier ticks;
  private final Pause pause;

  /**
   * @param ticks nanoseconds of a clock that nobody sets, from any moment on
   */
  public Waiting(
      SlackApi api,
      ReplyRoutes routes,
      Records records,
      Clock clock,
      LongSupplier ticks,
      Pause pause) {
    this.api = api;
    this.routes = routes;
    this.records = records;
    this.clock = clock;
    this.ticks = ticks;
    this.pause = pause;
  }

  /** What was shown of a request before its answer. */
  sealed interface Shown {
    record Nothing() implements Shown {}

    /** An ephemeral message, written by the request's address. */
    record ByAddress() implements Shown {}

    /** A message between Ponte and the person. */
    record AsMessage(String ts) implements Shown {}

    /** It is being shown at this moment. */
    record InFlight(Instant lookAgain) implements Shown {}
  }

  /**
   * @param since when this was begun
   * @param answered whether the answer was first
   * @param shown null: not known, it is on its way or its sender died
   */
  private record Word(Instant since, boolean answered, @Nullable Shown shown) {}

  /**
   * Watches over a request that was taken in, on a thread of its own.
   *
   * @param language what the person reads
   */
  public void accepted(Event.Request request, Language language) {
    Thread.ofVirtual()
        .name("slack-waiting")
        .start(
            () -> {
              try {
                pause.pause(PATIENCE);
                show(request, language);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (PlatformUnavailableException
                  | StoreUnavailableException
                  | TurnLostException e) {
                log.atDebug().setCause(e).log("could not say that somebody is being answered");
              }
            });
  }

  /** Shows that the request is being answered, unless it has been. */
  void show(Event.Request request, Language language) {
    var workspace = request.workspace();
    var place = request.place();
    var route = routes.find(workspace, request.id());
    var addressed = route.filter(Waiting::canBeReplaced).map(Route::responseUrl).isPresent();
    var between = place.channel() == null ? route.map(Route::between).orElse(null) : null;
    if (between == null ? place.channel() == null || !addressed : !mayBeReplaced(workspace)) {
      return;
    }
    var key = key(workspace, request.id());
    var turn = turn();
    var begun = new Word(clock.instant(), false, null);
    if (!records.write(Write.create(key, Codec.write(begun)).expiring(end()))) {
      return;
    }
    var text = Texts.of("ponte.slack.delivery.texts", language).say("looking");
    var shown =
        between == null
            ? byAddress(workspace, request, text, turn)
            : asMessage(between, place.thread(), text, turn);
    if (!settle(key, shown)) {
      takeBack(request, between, shown);
    }
  }

  /** For half as long as the answer waits for the word, the word may be said. */
  private Turn turn() {
    var begun = ticks.getAsLong();
    return () -> {
      if (ticks.getAsLong() - begun > IN_FLIGHT.toNanos() / 2) {
        throw new TurnLostException("too late to say that it is being looked for");
      }
    };
  }

  private Shown byAddress(WorkspaceId workspace, Event.Request request, String text, Turn turn) {
    var spent = routes.spend(workspace, request.id());
    if (spent.isEmpty() || spent.get().responseUrl() == null) {
      return new Shown.Nothing();
    }
    var message =
        JsonNodeFactory.instance
            .objectNode()
            .put("response_type", "ephemeral")
            .put("replace_original", spent.get().container() == Container.EPHEMERAL)
            .put("text", text);
    return api.respond(spent.get().responseUrl(), message, turn) instanceof SlackAnswer.Done
        ? new Shown.ByAddress()
        : new Shown.Nothing();
  }

  private Shown asMessage(ChannelId channel, @Nullable MessageId thread, String text, Turn turn) {
    var arguments = new HashMap<String, Object>();
    arguments.put("channel", channel.value());
    arguments.put("text", text);
    if (thread != null) {
      arguments.put("thread_ts", thread.value());
    }
    return api.call(channel.workspace(), Method.CHAT_POST_MESSAGE, arguments, turn)
            instanceof SlackAnswer.Done(var body)
        ? new Shown.AsMessage(body.path("ts").stringValue(""))
        : new Shown.Nothing();
  }

  /** A word must not keep the answer that replaces it waiting for Slack's rate limit. */
  private boolean mayBeReplaced(WorkspaceId workspace) {
    return api.hasRoom(workspace, Method.CHAT_UPDATE);
  }

  private static boolean canBeReplaced(Route route) {
    return route.container() == Container.NONE || route.container() == Container.EPHEMERAL;
  }

  /** False: the answer did not wait for the word, which is to stand nowhere then. */
  private boolean settle(Key key, Shown shown) {
    return records
        .find(key)
        .map(
            document -> {
              var word = word(document);
              return !word.answered()
                  && records.write(
                      Write.replace(document, Codec.write(new Word(word.since(), false, shown))));
            })
        .orElse(false);
  }

  /** Of a word that came after the answer nothing is left. */
  private void takeBack(Event.Request request, @Nullable ChannelId between, Shown shown) {
    switch (shown) {
      case Shown.AsMessage(var ts) -> {
        if (between != null) {
          api.call(
              between.workspace(),
              Method.CHAT_DELETE,
              Map.of("channel", between.value(), "ts", ts));
        }
      }
      case Shown.ByAddress _ ->
          routes
              .spend(request.workspace(), request.id())
              .map(Route::responseUrl)
              .ifPresent(
                  address ->
                      api.respond(
                          address,
                          JsonNodeFactory.instance.objectNode().put("delete_original", true),
                          () -> {}));
      case Shown.Nothing _, Shown.InFlight _ -> {}
    }
  }

  /** What stands where the answer to a request is to stand; from now on no word is shown. */
  Shown answered(EventId request, WorkspaceId workspace) {
    var key = key(workspace, request);
    while (true) {
      var now = clock.instant();
      var answered = Codec.write(new Word(now, true, new Shown.Nothing()));
      if (records.write(Write.create(key, answered).expiring(end()))) {
        return new Shown.Nothing();
      }
      var kept = records.find(key);
      var word = kept.map(Waiting::word);
      var shown = word.map(Word::shown);
      if (shown.isPresent()) {
        return shown.get();
      }
      if (word.isPresent() && word.get().since().plus(IN_FLIGHT).isAfter(now)) {
        return new Shown.InFlight(now.plus(SOON));
      }
      if (kept.isPresent() && records.write(Write.replace(kept.get(), answered))) {
        return new Shown.Nothing();
      }
    }
  }

  private Instant end() {
    return clock.instant().plus(KEEP);
  }

  private static Word word(Document document) {
    return Codec.read(document.content(), Word.class);
  }

  private static Key key(WorkspaceId workspace, EventId request) {
    return new Partition("slack-waiting", workspace.value()).key(request.value());
  }
}
