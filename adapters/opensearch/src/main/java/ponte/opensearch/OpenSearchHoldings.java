package ponte.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ponte.archive.Conversations;
import ponte.archive.Holdings;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.MessageId;
import ponte.store.Codec;
import tools.jackson.databind.JsonNode;

/**
 * What an archive on OpenSearch keeps: channel after channel, in each its changes in their order;
 * what changes meanwhile comes at the end, once more. It reads what archives of every layout have.
 */
public final class OpenSearchHoldings implements Holdings {

  private static final List<Object> BY_CHANGE =
      List.of(Map.of(Fields.CHANGE, "asc"), Map.of(Fields.MESSAGE, "asc"));

  private final Cluster cluster;
  private final Layout layout;
  private final Search search;
  private final Journal journal;

  /**
   * How far a channel was read.
   *
   * @param change the last one
   * @param message the last of its messages; empty: all of them
   */
  private record Mark(long change, String message) {

    private static final Mark NOTHING = new Mark(0, "");
  }

  /** How far all were read: what {@link Part#end} says. */
  private record Marks(Map<String, Mark> channels) {

    private static Marks read(String written) {
      return written.equals(BEGINNING)
          ? new Marks(new TreeMap<>())
          : new Marks(new TreeMap<>(Codec.read(written, Marks.class).channels()));
    }
  }

  OpenSearchHoldings(Cluster cluster, Layout layout) {
    this.cluster = cluster;
    this.layout = layout;
    this.search = new Search(cluster);
    this.journal = new Journal(cluster, layout, _ -> {});
  }

  /** Opens those of the archive that is in use. */
  public static OpenSearchHoldings open(OpenSearchSettings settings, Conversations.Rules rules) {
    return new OpenSearchHoldings(
        Connecting.to(settings), Layout.of(settings.prefix(), OpenSearchArchive.filing(rules)));
  }

  @Override
  public Part after(String end, int limit) {
    var marks = Marks.read(end);
    for (var note : notes()) {
      var name = note.path("_source").path(Journal.CHANNEL).asString();
      var mark = marks.channels().getOrDefault(name, Mark.NOTHING);
      var change = note.path("_source").path(Journal.CHANGE).asLong();
      if (change > mark.change() || !mark.message().isEmpty()) {
        var events = events(ChannelId.parse(name), mark, limit, marks);
        if (!events.isEmpty()) {
          return new Part(events, Codec.write(marks));
        }
      }
    }
    return new Part(List.of(), Codec.write(marks));
  }

  private List<JsonNode> notes() {
    cluster.ask("POST", "/" + layout.journal() + "/_refresh", Map.of());
    return search.hits(
        layout.journal(),
        null,
        Map.of("match_all", Map.of()),
        List.of(Map.of(Journal.CHANNEL, "asc")),
        List.of(Journal.CHANNEL, Journal.CHANGE),
        Integer.MAX_VALUE);
  }

  /** What changed in a channel since a mark, as far as it is carried out; moves the mark on. */
  private List<Talk> events(ChannelId channel, Mark mark, int limit, Marks marks) {
    var note = journal.read(channel);
    journal.carryOut(note);
    var until = note.change();
    var hits =
        search.hits(
            layout.talk(channel.workspace()),
            channel,
            Json.all(
                Json.term(Fields.HOME, channel.toString()),
                Json.range(Fields.CHANGE, "lte", until),
                since(mark)),
            BY_CHANGE,
            List.of(Fields.MESSAGE, Fields.CHANGE, Fields.KEPT, Fields.CONVERSATION),
            limit);
    var events = new ArrayList<Talk>();
    for (var hit : hits) {
      var message = MessageId.parse(hit.path("_source").path(Fields.MESSAGE).asString());
      events.addAll(Stored.of(hit.path("_source")).kept().events(message));
    }
    var last = hits.size() < limit ? null : hits.getLast().path("_source");
    marks
        .channels()
        .put(
            channel.toString(),
            last == null
                ? new Mark(until, "")
                : new Mark(
                    last.path(Fields.CHANGE).asLong(), last.path(Fields.MESSAGE).asString()));
    return events;
  }

  private static Map<String, Object> since(Mark mark) {
    var later = Json.range(Fields.CHANGE, "gt", mark.change());
    return mark.message().isEmpty()
        ? later
        : Json.any(
            List.of(
                later,
                Json.all(
                    Json.term(Fields.CHANGE, mark.change()),
                    Json.range(Fields.MESSAGE, "gt", mark.message()))));
  }

  @Override
  public void close() {
    cluster.close();
  }
}
