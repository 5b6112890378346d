package ponte.opensearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.archive.EpochNanos;
import ponte.archive.Filed;
import ponte.archive.Shelf;
import ponte.archive.Turn;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import tools.jackson.databind.JsonNode;

/**
 * A channel as it is before a change of it, read while nobody else may change it. What it is asked
 * for one by one it reads for many at once. For one thread.
 */
final class ChannelTalk implements Shelf {

  /** As many values as a query may well have. */
  private static final int AT_ONCE = 1_000;

  private static final List<Object> OLDEST_FIRST =
      List.of(Map.of(Fields.AT, "asc"), Map.of(Fields.MESSAGE, "asc"));
  private static final List<Object> NEWEST_FIRST =
      List.of(Map.of(Fields.AT, "desc"), Map.of(Fields.MESSAGE, "desc"));

  private final ChannelId channel;
  private final String indexes;
  private final Search search;
  private final Map<MessageId, Placed> stored = new HashMap<>();
  private final Map<MessageId, Boolean> replied = new HashMap<>();
  private final Set<MessageId> mayHaveReplies = new LinkedHashSet<>();

  /**
   * A message's document and where it lies.
   *
   * @param index null: it is not there
   */
  record Placed(Stored stored, @Nullable String index) {
    private static final Placed NOWHERE = new Placed(Stored.NOTHING, null);
  }

  ChannelTalk(ChannelId channel, Layout layout, Search search) {
    this.channel = channel;
    this.indexes = layout.talk(channel.workspace());
    this.search = search;
  }

  /** What is stored of a message. */
  Placed stored(MessageId message) {
    load(List.of(message));
    return stored.getOrDefault(message, Placed.NOWHERE);
  }

  /** Reads what is stored of these messages. */
  void load(Collection<MessageId> messages) {
    var unknown = messages.stream().filter(id -> !stored.containsKey(id)).distinct().toList();
    mayHaveReplies.addAll(messages);
    for (var some : parts(unknown)) {
      some.forEach(message -> stored.put(message, Placed.NOWHERE));
      for (var hit : read(Json.terms(Fields.MESSAGE, some), List.of(Stored.FIELDS))) {
        stored.put(name(hit, Fields.MESSAGE), placed(hit));
      }
    }
  }

  private List<JsonNode> read(Map<String, Object> query, List<String> fields) {
    var with = new ArrayList<>(fields);
    with.add(Fields.MESSAGE);
    return search.hits(
        indexes,
        channel,
        Json.all(query),
        List.of(Map.of(Fields.MESSAGE, "asc")),
        with,
        Integer.MAX_VALUE);
  }

  private static Placed placed(JsonNode hit) {
    return new Placed(Stored.of(hit.path("_source")), hit.path("_index").asString());
  }

  private static MessageId name(JsonNode hit, String field) {
    return MessageId.parse(hit.path("_source").path(field).asString());
  }

  private static <T> List<List<T>> parts(List<T> all) {
    var parts = new ArrayList<List<T>>();
    for (var from = 0; from < all.size(); from += AT_ONCE) {
      parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    return parts;
  }

  /** The messages of people in each of these conversations. */
  Map<MessageId, List<Message>> talk(Collection<MessageId> openings) {
    var talk = new HashMap<MessageId, List<Message>>();
    for (var some : parts(List.copyOf(openings))) {
      for (var hit : read(Json.terms(Fields.CONVERSATION, some), List.of(Stored.FIELDS))) {
        var filed = Stored.of(hit.path("_source")).filed();
        if (filed != null && filed.message().isTalk()) {
          talk.computeIfAbsent(filed.conversation(), _ -> new ArrayList<>()).add(filed.message());
        }
      }
    }
    return talk;
  }

  /** Where the documents of these conversations lie. */
  Map<MessageId, String> places(Collection<MessageId> openings) {
    var places = new HashMap<MessageId, String>();
    for (var some : parts(List.copyOf(openings))) {
      search
          .hits(
              indexes,
              channel,
              Json.all(Json.terms(Fields.OPENING, some)),
              List.of(Map.of(Fields.OPENING, "asc")),
              List.of(Fields.OPENING),
              Integer.MAX_VALUE)
          .forEach(hit -> places.put(name(hit, Fields.OPENING), hit.path("_index").asString()));
    }
    return places;
  }

  @Override
  public List<Turn> before(Place place, int limit) {
    return turns(place, "lt", "lt", NEWEST_FIRST, limit).reversed();
  }

  @Override
  public List<Turn> from(Place place, int limit) {
    return turns(place, "gt", "gte", OLDEST_FIRST, limit);
  }

  /**
   * The flat messages on one side of a place.
   *
   * @param bound where their times are
   * @param among where their ids are, of those of the same time
   */
  private List<Turn> turns(Place place, String bound, String among, List<Object> order, int limit) {
    var time = EpochNanos.of(place.at());
    var beside =
        Json.any(
            List.of(
                Json.range(Fields.AT, bound, time),
                Json.all(
                    Json.term(Fields.AT, time),
                    Json.range(Fields.MESSAGE, among, place.id().toString()))));
    return turns(beside, order, limit);
  }

  private List<Turn> turns(Map<String, Object> where, List<Object> order, int limit) {
    var turns = new ArrayList<Turn>();
    var flat = Json.all(Json.term(Fields.FLAT, channel.toString()), where);
    for (var hit : search.hits(indexes, channel, flat, order, List.of(Stored.FIELDS), limit)) {
      var placed = placed(hit);
      var filed = placed.stored().filed();
      if (filed != null) {
        stored.put(filed.message().id(), placed);
        mayHaveReplies.add(filed.message().id());
        turns.add(turn(filed));
      }
    }
    return turns;
  }

  @Override
  public Optional<Turn> find(MessageId message) {
    return Optional.ofNullable(stored(message).stored().filed())
        .filter(filed -> Turn.isFlat(filed.message()))
        .map(ChannelTalk::turn);
  }

  /** Only ever asked for the same {@code apartFrom}, see {@link ponte.archive.Filing}. */
  @Override
  public boolean hasReplies(MessageId root, Set<MessageId> apartFrom) {
    if (!replied.containsKey(root)) {
      mayHaveReplies.add(root);
      mayHaveReplies.removeAll(replied.keySet());
      for (var some : parts(List.copyOf(mayHaveReplies))) {
        some.forEach(message -> replied.put(message, false));
        roots(some, apartFrom).forEach(message -> replied.put(message, true));
      }
      mayHaveReplies.clear();
    }
    return replied.getOrDefault(root, false);
  }

  private List<MessageId> roots(List<MessageId> messages, Set<MessageId> apartFrom) {
    var query =
        Map.<String, Object>of(
            "bool",
            Map.of(
                "filter",
                Json.terms(Fields.THREAD, messages),
                "must_not",
                parts(List.copyOf(apartFrom)).stream()
                    .map(some -> Json.terms(Fields.MESSAGE, some))
                    .toList()));
    var roots =
        Map.<String, Object>of(
            "terms", Map.of("field", Fields.THREAD, "size", AT_ONCE, "execution_hint", "map"));
    var found = new ArrayList<MessageId>();
    search
        .ask(indexes, channel, Search.tally(query, Map.of("roots", roots)))
        .path("aggregations")
        .path("roots")
        .path("buckets")
        .forEach(root -> found.add(MessageId.parse(root.path("key").asString())));
    return found;
  }

  private static Turn turn(Filed filed) {
    return Turn.of(filed.message(), filed.conversation());
  }
}
