package ponte.opensearch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import ponte.archive.Archive;
import ponte.archive.ArchiveUnavailableException;
import ponte.archive.Conversations;
import ponte.archive.EpochNanos;
import ponte.archive.Extent;
import ponte.archive.Filed;
import ponte.archive.Found;
import ponte.archive.Held;
import ponte.archive.Shaped;
import ponte.archive.Sought;
import ponte.archive.SpokenWords;
import ponte.archive.Vocabulary;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Nlp;
import ponte.store.Codec;
import tools.jackson.databind.JsonNode;

/**
 * The archive on a cluster of OpenSearch: an index for each workspace and month, which any number
 * of replicas read and write.
 *
 * <p>What happens in one channel becomes durable and visible as a whole, see {@link Journal}. Every
 * read says whose eyes it is for, as a filter of the query itself.
 */
public final class OpenSearchArchive implements Archive {

  private static final int TAKEN_BACK_AT_ONCE = 1_000;

  /** As many messages or conversations as a query may well name. */
  private static final int READ_AT_ONCE = 1_000;

  private static final List<Object> OLDEST_FIRST =
      List.of(Map.of(Fields.AT, "asc"), Map.of(Fields.MESSAGE, "asc"));
  private static final List<Object> NEWEST_FIRST =
      List.of(Map.of(Fields.AT, "desc"), Map.of(Fields.MESSAGE, "desc"));
  private static final List<Object> BY_NAME = List.of(Map.of(Fields.MESSAGE, "asc"));

  private final Cluster cluster;
  private final Layout layout;
  private final Search search;
  private final Writing writing;
  private final Indexes indexes;

  private OpenSearchArchive(
      Cluster cluster, Layout layout, Search search, Writing writing, Indexes indexes) {
    this.cluster = cluster;
    this.layout = layout;
    this.search = search;
    this.writing = writing;
    this.indexes = indexes;
  }

  /**
   * Opens the archive of a prefix, which is made where there is none.
   *
   * @throws ArchiveUnavailableException if the cluster cannot be reached, or there is an archive of
   *     another layout only, or one that was filed by other rules
   */
  public static OpenSearchArchive open(
      OpenSearchSettings settings, Nlp nlp, Conversations.Rules rules, Clock clock) {
    return opening(settings, nlp, rules, clock, Indexes::open);
  }

  /** Opens an archive that is not whole yet, and made if there is none. */
  static OpenSearchArchive openToFill(
      OpenSearchSettings settings, Nlp nlp, Conversations.Rules rules, Clock clock) {
    return opening(settings, nlp, rules, clock, Indexes::make);
  }

  private static OpenSearchArchive opening(
      OpenSearchSettings settings,
      Nlp nlp,
      Conversations.Rules rules,
      Clock clock,
      Consumer<Indexes> making) {
    var cluster = Connecting.to(settings);
    try {
      var layout = Layout.of(settings.prefix(), filing(rules));
      var indexes = new Indexes(cluster, layout, settings, clock);
      making.accept(indexes);
      var search = new Search(cluster);
      var months = new Months(cluster, layout, settings);
      var writing =
          new Writing(
              new Journal(cluster, layout, months::make),
              months,
              layout,
              search,
              new Conversations(rules),
              new ConversationWords(nlp),
              clock);
      return new OpenSearchArchive(cluster, layout, search, writing, indexes);
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** Names the way in which flat chat is filed and words are made. */
  static String filing(Conversations.Rules rules) {
    return new Conversations(rules).signature() + " " + SpokenWords.VERSION;
  }

  @Override
  public void apply(List<? extends Talk> events) {
    if (!events.isEmpty()) {
      writing.apply(events);
    }
  }

  @Override
  public Map<MessageId, Filed> find(Collection<MessageId> messages, Audience audience) {
    var found = new HashMap<MessageId, Filed>();
    for (var filed : together(Fields.MESSAGE, messages, audience)) {
      found.put(filed.message().id(), filed);
    }
    return found;
  }

  @Override
  public List<Filed> read(ChannelId channel, TimeSpan span, int limit, Audience audience) {
    requirePositive(limit);
    var from = EpochNanos.of(span.from());
    var until = EpochNanos.of(span.until());
    return audience.maySee(channel) && from < until
        ? filed(
            channel,
            Json.all(visible(channel, audience), at(Map.of("gte", from, "lt", until))),
            OLDEST_FIRST,
            limit)
        : List.of();
  }

  @Override
  public List<Filed> before(ChannelId channel, Instant until, int limit, Audience audience) {
    requirePositive(limit);
    return audience.maySee(channel)
        ? filed(
                channel,
                Json.all(visible(channel, audience), at(Map.of("lt", EpochNanos.of(until)))),
                NEWEST_FIRST,
                limit)
            .reversed()
        : List.of();
  }

  @Override
  public Map<MessageId, List<Filed>> conversations(
      Collection<MessageId> openings, Audience audience) {
    var read = new HashMap<MessageId, List<Filed>>();
    for (var filed : together(Fields.CONVERSATION, openings, audience)) {
      read.computeIfAbsent(filed.conversation(), _ -> new ArrayList<>()).add(filed);
    }
    return read;
  }

  /**
   * The messages that have one of these names, of those that may be seen, in a field; those of as
   * many names as are read at once are oldest first.
   */
  private List<Filed> together(String field, Collection<MessageId> names, Audience audience) {
    var visible = names.stream().filter(audience::maySee).distinct().toList();
    var read = new ArrayList<Filed>();
    for (var from = 0; from < visible.size(); from += READ_AT_ONCE) {
      var some = visible.subList(from, Math.min(visible.size(), from + READ_AT_ONCE));
      var channels = some.stream().map(MessageId::channel).distinct().toList();
      read.addAll(
          filed(
              search.hits(
                  layout.talk(channels),
                  channels.size() == 1 ? channels.getFirst() : null,
                  Json.all(Json.terms(Fields.CHANNEL, channels), Json.terms(field, some)),
                  OLDEST_FIRST,
                  List.of(Stored.FIELDS),
                  Integer.MAX_VALUE)));
    }
    return read;
  }

  private List<Filed> filed(
      ChannelId channel, Map<String, Object> query, List<Object> order, int limit) {
    return filed(hits(channel, query, order, List.of(Stored.FIELDS), limit));
  }

  private static List<Filed> filed(List<JsonNode> hits) {
    var filed = new LinkedHashMap<MessageId, Filed>();
    for (var hit : hits) {
      var stored = Stored.of(hit.path("_source")).filed();
      if (stored != null) {
        filed.put(stored.message().id(), stored);
      }
    }
    return List.copyOf(filed.values());
  }

  private List<JsonNode> hits(
      ChannelId channel,
      Map<String, Object> query,
      List<Object> order,
      List<String> fields,
      int limit) {
    return search.hits(layout.talk(channel.workspace()), channel, query, order, fields, limit);
  }

  /** The messages of a channel, if they are for these eyes. */
  private static Map<String, Object> visible(ChannelId channel, Audience audience) {
    return Json.terms(Fields.CHANNEL, audience.maySee(channel) ? List.of(channel) : List.of());
  }

  private static Map<String, Object> at(Map<String, Long> bounds) {
    return Map.of("range", Map.of(Fields.AT, bounds));
  }

  @Override
  public List<Found> search(Sought sought, Audience audience, int limit) {
    requirePositive(limit);
    return audience.channels().isEmpty()
        ? List.of()
        : new TopicSearch(search, layout, audience).search(sought, limit);
  }

  @Override
  public Vocabulary vocabulary(
      Collection<String> words, Collection<Shaped> shapes, Audience audience) {
    return audience.channels().isEmpty()
        ? Vocabulary.empty(words, shapes)
        : new VocabularySearch(search, layout, audience).find(words, shapes);
  }

  @Override
  public List<Held> latest(Audience audience, int limit) {
    requirePositive(limit);
    if (audience.channels().isEmpty()) {
      return List.of();
    }
    var order = List.of(Map.of(Fields.LAST, "desc"), Map.of(Fields.OPENING, "asc"));
    return search
        .hits(
            layout.talk(audience.channels()),
            null,
            Json.all(Statistics.visible(audience)),
            order,
            List.of(Fields.PARTS),
            limit)
        .stream()
        .map(hit -> Codec.read(hit.path("_source").path(Fields.PARTS).asString(), Held.class))
        .toList();
  }

  @Override
  public Extent extent(Audience audience) {
    if (audience.channels().isEmpty()) {
      return new Extent(0, 0, null, null);
    }
    var where = layout.talk(audience.channels());
    var messages = Json.all(Json.terms(Fields.CHANNEL, audience.channels()));
    var asked =
        search.together(
            where,
            List.of(
                Search.first(messages, OLDEST_FIRST, List.of(Fields.AT)),
                Search.first(messages, NEWEST_FIRST, List.of(Fields.AT)),
                Search.tally(messages, Map.of()),
                Search.tally(Statistics.visible(audience), Map.of())));
    var oldest = asked.getFirst().path("hits").path("hits").path(0);
    var newest = asked.get(1).path("hits").path("hits").path(0);
    return oldest.isMissingNode() || newest.isMissingNode()
        ? new Extent(0, 0, null, null)
        : new Extent(count(asked.get(2)), count(asked.getLast()), time(oldest), time(newest));
  }

  private static long count(JsonNode answer) {
    return answer.path("hits").path("total").path("value").asLong();
  }

  private static Instant time(JsonNode hit) {
    return EpochNanos.instant(hit.path("_source").path(Fields.AT).asLong());
  }

  @Override
  public void forget(PersonId person, Instant at) {
    indexes.removeGivenUp();
    var theirs =
        search.hits(
            layout.talk(person.workspace()),
            null,
            Json.all(Json.term(Fields.PEOPLE, person.toString())),
            BY_NAME,
            List.of(Fields.MESSAGE, Fields.KEPT, Fields.CONVERSATION),
            Integer.MAX_VALUE);
    var taken = new ArrayList<Talk>();
    for (var hit : theirs) {
      taken.addAll(Stored.of(hit.path("_source")).kept().takenBack(name(hit), person, at));
    }
    for (var from = 0; from < taken.size(); from += TAKEN_BACK_AT_ONCE) {
      apply(taken.subList(from, Math.min(taken.size(), from + TAKEN_BACK_AT_ONCE)));
    }
  }

  @Override
  public void forget(WorkspaceId workspace) {
    indexes.removeGivenUp();
    indexes.drop(workspace);
  }

  @Override
  public List<MessageId> forget(ChannelId channel, Instant before, int limit) {
    requirePositive(limit);
    var old = new ArrayList<MessageId>();
    var said =
        Json.all(
            Json.term(Fields.CHANNEL, channel.toString()), at(Map.of("lt", EpochNanos.of(before))));
    hits(channel, said, OLDEST_FIRST, List.of(Fields.MESSAGE), limit)
        .forEach(hit -> old.add(name(hit)));
    if (old.size() < limit) {
      old.addAll(gone(channel, before, limit - old.size()));
    }
    if (!old.isEmpty()) {
      writing.remove(channel, old);
    }
    return old;
  }

  /** What is kept of messages of a channel that are not there, and is older than a moment. */
  private List<MessageId> gone(ChannelId channel, Instant before, int limit) {
    var query =
        Map.<String, Object>of(
            "bool",
            Map.of(
                "filter", Json.term(Fields.HOME, channel.toString()),
                "must_not", Json.exists(Fields.CHANNEL)));
    return hits(channel, query, BY_NAME, List.of(Fields.MESSAGE, Fields.KEPT), Integer.MAX_VALUE)
        .stream()
        .filter(hit -> Stored.of(hit.path("_source")).kept().isBefore(before))
        .map(OpenSearchArchive::name)
        .limit(limit)
        .toList();
  }

  private static MessageId name(JsonNode hit) {
    return MessageId.parse(
        Objects.requireNonNull(hit.path("_source").path(Fields.MESSAGE).asString()));
  }

  @Override
  public void expunge() {
    indexes.expunge();
    indexes.removeOutlived();
  }

  @Override
  public void requireUsable() {
    writing.requireUsable();
  }

  @Override
  public void close() {
    cluster.close();
  }

  private static void requirePositive(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is " + limit + ", must be 1 or more");
    }
  }
}
