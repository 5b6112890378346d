package ponte.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ponte.archive.ArchiveUnavailableException;
import ponte.conversation.ChannelId;
import tools.jackson.databind.JsonNode;

/**
 * What makes a change of a channel whole although OpenSearch changes one document at a time: a note
 * for each channel.
 *
 * <p>A change is written into the note first, by compare-and-set: that moment it has happened, and
 * whoever worked from what was there before finds out and starts anew. Then it is carried out,
 * under the number it got as the version of every document, so that whoever is late changes nothing
 * back; then it is struck out. Whoever finds one that is not carried out, since its writer died,
 * carries it out first.
 */
final class Journal {

  static final String CHANNEL = "channel";
  static final String WORKSPACE = "workspace";
  static final String CHANGE = "change";
  static final String BATCH = "batch";
  static final String PENDING = "pending";

  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;
  private static final int AT_ONCE = 500;

  private static final Set<String> OF_DOCUMENTS =
      Set.of(
          "mapper_parsing_exception",
          "strict_dynamic_mapping_exception",
          "illegal_argument_exception");

  private final Cluster cluster;
  private final Layout layout;
  private final Consumer<String> making;

  /**
   * A document to be written or removed.
   *
   * @param document null: it is removed
   */
  record Write(String index, String id, @Nullable Map<String, Object> document) {}

  /**
   * What stands in the journal of a channel.
   *
   * @param change the number of the last one; 0: there was none
   * @param batch tells one writer's change from another's
   * @param pending what is to be carried out, as lines for OpenSearch; empty: nothing
   * @param place where the note was as it was read; null: there was none
   */
  record Note(
      ChannelId channel, long change, String batch, List<String> pending, @Nullable Place place) {}

  /**
   * A document that OpenSearch will never take, by its own fault.
   *
   * @param words why, without anything of what is in it
   */
  record Refused(JsonNode document, String words) {}

  /** What became of changes that were sent. */
  private record Sent(Map<String, JsonNode> missing, List<Refused> refused) {}

  /** By what OpenSearch knows whether a document was written since. */
  record Place(long number, long term) {}

  /**
   * @param making makes an index of talk that is not there
   */
  Journal(Cluster cluster, Layout layout, Consumer<String> making) {
    this.cluster = cluster;
    this.layout = layout;
    this.making = making;
  }

  Note read(ChannelId channel) {
    var found =
        cluster
            .ask(
                "POST",
                "/" + layout.journal() + "/_mget",
                Map.of(),
                Map.of("ids", List.of(Layout.id("j", channel))))
            .path("docs")
            .path(0);
    if (found.has("error")) {
      throw new ArchiveUnavailableException(
          "opensearch has no journal: " + found.path("error").path("reason").asString(""), null);
    }
    if (!found.path("found").asBoolean(false)) {
      return new Note(channel, 0, "", List.of(), null);
    }
    var source = found.path("_source");
    var pending = new ArrayList<String>();
    source.path(PENDING).forEach(line -> pending.add(line.asString()));
    return new Note(
        channel,
        source.path(CHANGE).asLong(),
        source.path(BATCH).asString(""),
        pending,
        new Place(found.path("_seq_no").asLong(), found.path("_primary_term").asLong()));
  }

  /**
   * Makes a change happen, unless another one came between.
   *
   * @param after what was read before the change was worked out
   * @return the note with the change, to be carried out; empty: another one came between
   */
  Optional<Note> commit(Note after, long change, String batch, List<Write> writes) {
    var note =
        new Note(after.channel(), change, batch, lines(after.channel(), change, writes), null);
    var place = write(after.place(), note);
    if (place.isPresent()) {
      return place.map(it -> new Note(note.channel(), change, batch, note.pending(), it));
    }
    // An answer may have been lost on its way, and the question asked again.
    var there = read(after.channel());
    return there.batch().equals(batch) ? Optional.of(there) : Optional.empty();
  }

  /**
   * Carries a change out, so that it is seen; it may have been before, in part or whole.
   *
   * @return the documents that are not written and never will be; all else is done
   */
  List<Refused> carryOut(Note note) {
    var lines = note.pending();
    var refused = new ArrayList<Refused>();
    for (var from = 0; from < lines.size(); ) {
      var to = from;
      for (var documents = 0; to < lines.size() && documents < AT_ONCE; documents++) {
        to = Cluster.next(lines, to);
      }
      var some = lines.subList(from, to);
      var sent = send(some);
      if (!sent.missing().isEmpty()) {
        // It was dropped since it was known to be there.
        sent.missing().keySet().forEach(making);
        sent = send(some);
        sent.missing().values().stream().findFirst().ifPresent(Journal::refuse);
      }
      refused.addAll(sent.refused());
      from = to;
    }
    return refused;
  }

  /** Sends changes, which may have been sent before. */
  private Sent send(List<String> lines) {
    var missing = new TreeMap<String, JsonNode>();
    var refused = new ArrayList<Refused>();
    var line = 0;
    for (var item : cluster.bulk(Map.of("refresh", "true"), lines)) {
      var done = item.properties().iterator().next();
      var removes = done.getKey().equals("delete");
      line += removes ? 1 : 2;
      var status = done.getValue().path("status").asInt();
      // What is newer stays, and what is gone is gone.
      if (status == NOT_FOUND && !removes) {
        missing.put(done.getValue().path("_index").asString(""), done.getValue());
      } else if (!removes && isByItsOwnFault(done.getValue())) {
        refused.add(new Refused(Json.read(lines.get(line - 1)), words(done.getValue())));
      } else if (status >= 300 && status != CONFLICT && status != NOT_FOUND) {
        refuse(done.getValue());
      }
    }
    return new Sent(missing, refused);
  }

  /** Not that of a cluster that has enough of indexes, or has closed this one. */
  private static boolean isByItsOwnFault(JsonNode done) {
    return done.path("status").asInt() == BAD_REQUEST
        && OF_DOCUMENTS.contains(done.path("error").path("type").asString(""));
  }

  /** What OpenSearch says of it quotes the document. */
  private static String words(JsonNode done) {
    return "%s: %d %s"
        .formatted(
            done.path("_index").asString(""),
            done.path("status").asInt(),
            done.path("error").path("type").asString(""));
  }

  /**
   * Looks whether all of the archive can be searched and a note be written: removes one that is not
   * there. A part of an index that is missing is told by whoever may not leave out any.
   */
  void requireUsable() {
    cluster.ask(
        "POST",
        "/" + layout.journal() + "," + layout.all() + "/_search",
        Map.of("allow_partial_search_results", "false"),
        Map.of("size", 0, "terminate_after", 1, "track_total_hits", false));
    send(
        List.of(
            Json.write(Map.of("delete", Map.of("_index", layout.journal(), "_id", "looking")))));
  }

  /** Strikes a change out that is carried out, unless somebody did. */
  void strikeOut(Note note) {
    write(note.place(), new Note(note.channel(), note.change(), note.batch(), List.of(), null));
  }

  /** Writes a note over another one; empty: that one is not there as it was. */
  private Optional<Place> write(@Nullable Place over, Note note) {
    var id = Layout.id("j", note.channel());
    var action =
        over == null
            ? Map.of("create", Map.of("_index", layout.journal(), "_id", id))
            : Map.of(
                "index",
                Map.of(
                    "_index",
                    layout.journal(),
                    "_id",
                    id,
                    "if_seq_no",
                    over.number(),
                    "if_primary_term",
                    over.term()));
    var document =
        Json.object(
            CHANNEL, note.channel().toString(),
            WORKSPACE, note.channel().workspace().value(),
            CHANGE, note.change(),
            BATCH, note.batch(),
            PENDING, note.pending());
    var done =
        cluster
            .bulk(Map.of(), List.of(Json.write(action), Json.write(document)))
            .path(0)
            .properties()
            .iterator()
            .next()
            .getValue();
    var status = done.path("status").asInt();
    if (status == CONFLICT) {
      return Optional.empty();
    }
    if (status >= 300) {
      refuse(done);
    }
    return Optional.of(
        new Place(done.path("_seq_no").asLong(), done.path("_primary_term").asLong()));
  }

  private static void refuse(JsonNode done) {
    throw Cluster.refused(
        done.path("_index").asString(""), done.path("status").asInt(), done.path("error"));
  }

  private static List<String> lines(ChannelId channel, long change, List<Write> writes) {
    var routing = Layout.routing(channel);
    var lines = new ArrayList<String>(2 * writes.size());
    for (var write : writes) {
      var target =
          Json.object(
              "_index",
              write.index(),
              "_id",
              write.id(),
              "routing",
              routing,
              "version",
              change,
              "version_type",
              "external_gte");
      lines.add(Json.write(Map.of(write.document() == null ? "delete" : "index", target)));
      if (write.document() != null) {
        lines.add(Json.write(write.document()));
      }
    }
    return lines;
  }
}
