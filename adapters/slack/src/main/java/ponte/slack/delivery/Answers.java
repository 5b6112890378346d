package ponte.slack.delivery;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.platform.Delivery;
import ponte.platform.DeliveryNotes;
import ponte.platform.Destination;
import ponte.platform.Turn;
import ponte.reply.Reply;
import ponte.slack.api.Method;
import ponte.slack.api.SlackAnswer;
import ponte.slack.api.SlackApi;
import ponte.slack.blockkit.Drawn;
import ponte.slack.blockkit.Eyes;
import ponte.slack.live.ReplyRoutes;
import ponte.slack.live.ReplyRoutes.Container;
import ponte.slack.live.ReplyRoutes.Route;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers people where they asked, for their eyes only.
 *
 * <p>In a channel that is a message that only they see; where none can be shown there, it is one
 * between Ponte and them. What they pressed a button on is replaced if nobody else sees it and it
 * is not to stay.
 */
final class Answers {

  /** Why a message for one person cannot be shown in a channel, but can be beside it. */
  private static final Set<String> NOT_THERE =
      Set.of("not_in_channel", "channel_not_found", "user_not_in_channel", "is_archived");

  /** Why a message is not there to be replaced. */
  private static final Set<String> CANNOT_REPLACE =
      Set.of("message_not_found", "cant_update_message", "edit_window_closed", "channel_not_found");

  private final SlackApi api;
  private final ReplyRoutes routes;
  private final Waiting waiting;
  private final Messages messages;
  private final Posting posting;
  private final DeliveryNotes notes;
  private final Doors doors;

  Answers(
      SlackApi api,
      ReplyRoutes routes,
      Waiting waiting,
      Messages messages,
      Posting posting,
      DeliveryNotes notes,
      Doors doors) {
    this.api = api;
    this.routes = routes;
    this.waiting = waiting;
    this.messages = messages;
    this.posting = posting;
    this.notes = notes;
    this.doors = doors;
  }

  Delivery deliver(Destination.Answer to, Reply reply, String key, Turn turn) {
    var route = routes.find(to.workspace(), to.request());
    return switch (waiting.answered(to.request(), to.workspace())) {
      case Waiting.Shown.InFlight(var until) ->
          new Delivery.Later(until, "the word that it is being looked for is on its way");
      case Waiting.Shown shown -> {
        var said =
            messages.each(
                reply,
                Eyes.ONE,
                key,
                (drawn, index, delivery) ->
                    to.channel() == null
                        ? direct(
                            to,
                            route,
                            index == 0 ? shown : new Waiting.Shown.Nothing(),
                            drawn,
                            index,
                            delivery,
                            turn)
                        : inChannel(to, to.channel(), route, shown, drawn, index, delivery, turn));
        yield said instanceof Delivery.Delivered ? files(to, route, reply, key, turn) : said;
      }
    };
  }

  /** Files go where nobody else is, wherever it was asked. */
  private Delivery files(
      Destination.Answer to, Optional<Route> route, Reply reply, String key, Turn turn) {
    if (Messages.filesOf(reply).isEmpty()) {
      return new Delivery.Delivered();
    }
    return switch (door(to, route)) {
      case Doors.Door.Open(var channel) -> messages.files(channel, reply, key, turn);
      case Doors.Door.Shut(var answer) -> Posting.outcome(answer);
    };
  }

  private Delivery direct(
      Destination.Answer to,
      Optional<Route> route,
      Waiting.Shown shown,
      Drawn drawn,
      int index,
      String delivery,
      Turn turn) {
    return switch (door(to, route)) {
      case Doors.Door.Shut(var answer) -> Posting.outcome(answer);
      case Doors.Door.Open(var channel) -> {
        var replaceable = replaceable(channel, to.isBeside() ? Optional.empty() : route, shown);
        yield index == 0 && replaceable != null
            ? replace(channel, replaceable, thread(to), drawn, delivery, turn)
            : posting.post(channel, thread(to), drawn, delivery, turn);
      }
    };
  }

  /** Slack need not be asked for the conversation in which the person wrote. */
  private Doors.Door door(Destination.Answer to, Optional<Route> route) {
    return route
        .map(Route::between)
        .<Doors.Door>map(Doors.Door.Open::new)
        .orElseGet(() -> doors.to(Set.of(to.person())));
  }

  /** The message that the answer takes the place of; null: there is none. */
  private static @Nullable String replaceable(
      ChannelId direct, Optional<Route> route, Waiting.Shown shown) {
    if (shown instanceof Waiting.Shown.AsMessage(var ts)) {
      return ts;
    }
    return route
        .filter(pressed -> pressed.container() == Container.MESSAGE)
        .filter(pressed -> direct.equals(pressed.channel()))
        .map(Route::message)
        .orElse(null);
  }

  /** To replace a message by the same once more changes nothing. */
  private Delivery replace(
      ChannelId channel,
      String ts,
      @Nullable String thread,
      Drawn drawn,
      String delivery,
      Turn turn) {
    if (notes.isPosted(channel.workspace(), delivery)) {
      return new Delivery.Delivered();
    }
    var arguments = Posting.arguments(channel, drawn);
    arguments.put("ts", ts);
    var answer = api.call(channel.workspace(), Method.CHAT_UPDATE, arguments, turn);
    if (answer instanceof SlackAnswer.Refused(var error, _) && CANNOT_REPLACE.contains(error)) {
      return posting.post(channel, thread, drawn, delivery, turn);
    }
    if (answer instanceof SlackAnswer.Done) {
      notes.posted(channel.workspace(), delivery, ts);
    }
    return Posting.outcome(answer);
  }

  private Delivery inChannel(
      Destination.Answer to,
      ChannelId channel,
      Optional<Route> route,
      Waiting.Shown shown,
      Drawn drawn,
      int index,
      String delivery,
      Turn turn) {
    if (notes.isPosted(to.workspace(), delivery)) {
      return new Delivery.Delivered();
    }
    var replacing =
        index == 0
            && (shown instanceof Waiting.Shown.ByAddress
                || route.filter(each -> each.container() == Container.EPHEMERAL).isPresent());
    var answer = ephemeral(to, channel, drawn, replacing, delivery, turn);
    if (answer instanceof SlackAnswer.Refused(var error, _) && NOT_THERE.contains(error)) {
      return direct(
          to, Optional.empty(), new Waiting.Shown.Nothing(), drawn, index, delivery, turn);
    }
    return Posting.outcome(answer);
  }

  /** By the address that the request opened, if it did, else by name. */
  private SlackAnswer ephemeral(
      Destination.Answer to,
      ChannelId channel,
      Drawn drawn,
      boolean replacing,
      String delivery,
      Turn turn) {
    var route = routes.spend(to.workspace(), to.request());
    if (route.isPresent() && route.get().responseUrl() != null) {
      var answer =
          api.respond(route.get().responseUrl(), response(drawn, replacing, thread(to)), turn);
      if (!(answer instanceof SlackAnswer.Refused)) {
        return noted(to, answer, delivery);
      }
    }
    var arguments = Posting.arguments(channel, drawn);
    arguments.remove("unfurl_links");
    arguments.remove("unfurl_media");
    arguments.put("user", to.person().value());
    var thread = thread(to);
    if (thread != null) {
      arguments.put("thread_ts", thread);
    }
    return noted(
        to, api.call(to.workspace(), Method.CHAT_POST_EPHEMERAL, arguments, turn), delivery);
  }

  private SlackAnswer noted(Destination.Answer to, SlackAnswer answer, String delivery) {
    if (answer instanceof SlackAnswer.Done) {
      notes.posted(to.workspace(), delivery, null);
    }
    return answer;
  }

  private static ObjectNode response(Drawn drawn, boolean replacing, @Nullable String thread) {
    var response =
        JsonNodeFactory.instance
            .objectNode()
            .put("response_type", "ephemeral")
            .put("replace_original", replacing)
            .put("text", drawn.text())
            .put("unfurl_links", false)
            .put("unfurl_media", false);
    if (thread != null && !replacing) {
      response.put("thread_ts", thread);
    }
    response.putArray("blocks").addAll(drawn.blocks());
    return response;
  }

  private static @Nullable String thread(Destination.Answer to) {
    return Optional.ofNullable(to.thread()).map(MessageId::value).orElse(null);
  }
}
