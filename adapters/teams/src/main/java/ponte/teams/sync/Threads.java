package ponte.teams.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.history.Histories.Replies;
import ponte.teams.graph.ChatMessages;
import tools.jackson.databind.JsonNode;

/**
 * A page of threads, each of which comes with its replies, or of replies alone.
 *
 * @param said what it tells
 * @param unread replies that are not on it
 * @param next Graph's link to the next page; empty: this is the last
 * @param reached when something was said or changed in that thread on it where that is longest ago
 */
record Threads(List<Event.Talk> said, List<Replies> unread, String next, Instant reached) {

  static Threads read(ChannelId channel, JsonNode body, ChatMessages messages) {
    var said = new ArrayList<Event.Talk>();
    var unread = new ArrayList<Replies>();
    var reached = new ArrayList<Instant>();
    for (var root : body.path("value").values()) {
      messages.event(channel, root).ifPresent(said::add);
      root.path("replies").values().stream()
          .flatMap(reply -> messages.event(channel, reply).stream())
          .forEach(said::add);
      unread(root).ifPresent(unread::add);
      Stream.concat(Stream.of(root), root.path("replies").values().stream())
          .flatMap(message -> ChatMessages.changed(message).stream())
          .max(Comparator.naturalOrder())
          .ifPresent(reached::add);
    }
    return new Threads(
        said,
        unread,
        link(body, "@odata.nextLink"),
        reached.stream().min(Comparator.naturalOrder()).orElse(Instant.EPOCH));
  }

  /** Graph gives a thousand replies with a thread, and a link to the others. */
  private static Optional<Replies> unread(JsonNode root) {
    var id = root.path("id").stringValue("");
    var more = link(root, "replies@odata.nextLink");
    return more.isEmpty() || id.isBlank() ? Optional.empty() : Optional.of(new Replies(id, more));
  }

  static String link(JsonNode json, String name) {
    return json.path(name).stringValue("");
  }
}
