package ponte.slack.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.TimeSpan;
import ponte.history.Histories;
import ponte.slack.Fields;
import ponte.slack.SlackMessage;
import ponte.slack.Ts;
import ponte.slack.api.Method;
import ponte.slack.api.SlackAnswer;
import ponte.slack.api.SlackApi;
import ponte.slack.live.Listening;
import tools.jackson.databind.JsonNode;

/**
 * Histories as Slack gives them: <https://docs.slack.dev/reference/methods/conversations.history>.
 */
final class SlackHistories implements Histories {

  /** Slack says so where there is nothing (more) for the bot to read. */
  private static final Set<String> OVER = Set.of("not_in_channel", "channel_not_found");

  private final SlackApi api;
  private final Listening listening;
  private final int messages;

  /**
   * @param messages how many are asked for in one call
   */
  SlackHistories(SlackApi api, Listening listening, int messages) {
    this.api = api;
    this.listening = listening;
    this.messages = messages;
  }

  @Override
  public boolean hears(ChannelId channel) {
    return listening.to(channel);
  }

  @Override
  public Given page(ChannelId channel, TimeSpan span, String from) {
    var arguments = arguments(channel);
    arguments.put("latest", from.isEmpty() ? Ts.of(span.until()).value() : from);
    arguments.put("oldest", Ts.of(span.from()).value());
    return switch (api.call(channel.workspace(), Method.CONVERSATIONS_HISTORY, arguments)) {
      case SlackAnswer.Later(var notBefore) -> new Given.Later(notBefore, Refusal.LATER);
      case SlackAnswer.Refused refused -> refused(refused);
      case SlackAnswer.Done(var body) -> {
        var page = messages(body);
        var threads =
            page.stream()
                .filter(message -> message.path("reply_count").intValue(0) > 0)
                .map(message -> new Replies(Fields.text(message, "thread_ts"), ""))
                .toList();
        var oldest =
            page.stream()
                .flatMap(message -> Fields.ts(message, "ts").stream())
                .min(Comparator.comparing(Ts::instant));
        var more = body.path("has_more").booleanValue(false);
        yield new Given.Page(
            said(channel, page),
            threads,
            oldest.filter(_ -> more).map(Ts::value).orElse(""),
            oldest.map(Ts::instant).orElse(span.from()));
      }
    };
  }

  @Override
  public Given replies(ChannelId channel, Replies thread) {
    var arguments = arguments(channel);
    arguments.put("ts", thread.root());
    if (!thread.from().isEmpty()) {
      arguments.put("cursor", thread.from());
    }
    return switch (api.call(channel.workspace(), Method.CONVERSATIONS_REPLIES, arguments)) {
      case SlackAnswer.Later(var notBefore) -> new Given.Later(notBefore, Refusal.LATER);
      case SlackAnswer.Refused(var error, _) when error.equals("thread_not_found") ->
          new Given.Page(List.of(), List.of(), "", Instant.EPOCH);
      case SlackAnswer.Refused refused -> refused(refused);
      case SlackAnswer.Done(var body) -> {
        // The first of a page is the message that the thread is under, which is known.
        var replies =
            messages(body).stream()
                .filter(message -> !Fields.text(message, "ts").equals(thread.root()))
                .toList();
        var cursor = body.path("response_metadata").path("next_cursor").stringValue("");
        yield new Given.Page(said(channel, replies), List.of(), cursor, Instant.EPOCH);
      }
    };
  }

  private Map<String, Object> arguments(ChannelId channel) {
    var arguments = new HashMap<String, Object>();
    arguments.put("channel", channel.value());
    arguments.put("limit", messages);
    return arguments;
  }

  private static List<JsonNode> messages(JsonNode body) {
    return List.copyOf(body.path("messages").values());
  }

  private List<Event.Talk> said(ChannelId channel, List<JsonNode> messages) {
    var translation = listening.translation(channel.workspace());
    var said = new ArrayList<Event.Talk>();
    for (var message : messages) {
      translation.event(channel, new SlackMessage(message)).ifPresent(said::add);
    }
    return said;
  }

  private static Given refused(SlackAnswer.Refused refused) {
    if (OVER.contains(refused.error())) {
      return new Given.Over(refused.error());
    }
    return Refusal.isGone(refused)
        ? new Given.Closed(refused.error())
        : new Given.Refused(Refusal.reason(refused));
  }
}
