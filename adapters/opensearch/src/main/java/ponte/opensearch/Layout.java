package ponte.opensearch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;

/**
 * What the indexes of one archive are called: an index of talk for each workspace and month, {@code
 * ponte-1-5f3a91cc-t024be7ld-9c1e22f0-2026-03}, and one journal.
 *
 * @param generation begins all their names; archives of another layout, or filed otherwise, have
 *     another one, so that they may lie side by side
 */
record Layout(String generation) {

  private static final int LONGEST_ID = 500;
  private static final int LONGEST_NAME = 40;
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  /**
   * @param filing how flat chat is filed, and words are made
   */
  static Layout of(String prefix, String filing) {
    return new Layout(prefix + "-" + Fields.FORMAT + "-" + digest(filing, 8));
  }

  String journal() {
    return generation + "-journal";
  }

  /** An alias of the journal of an archive that is whole. */
  String whole() {
    return generation + "-whole";
  }

  /** An alias of all talk. */
  String talk() {
    return generation + "-talk";
  }

  /** Where what happened in a workspace at a moment lies. */
  String talk(WorkspaceId workspace, Instant moment) {
    var bounded = moment.isBefore(FIRST) ? FIRST : moment.isAfter(LAST) ? LAST : moment;
    var day = bounded.atOffset(ZoneOffset.UTC);
    return "%s%04d-%02d".formatted(begin(workspace), day.getYear(), day.getMonthValue());
  }

  /** All that one archive has. */
  String all() {
    return generation + "-*";
  }

  /** All talk of a workspace. */
  String talk(WorkspaceId workspace) {
    return begin(workspace) + "*";
  }

  /** All talk of the workspaces of these channels. */
  String talk(Collection<ChannelId> channels) {
    var workspaces =
        channels.stream().map(ChannelId::workspace).collect(Collectors.toCollection(TreeSet::new));
    return workspaces.size() > 20
        ? talk()
        : workspaces.stream().map(this::talk).collect(Collectors.joining(","));
  }

  private String begin(WorkspaceId workspace) {
    var name = workspace.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "");
    var readable = name.substring(0, Math.min(LONGEST_NAME, name.length()));
    return "%s-%s-%s-".formatted(generation, readable, digest(workspace.value(), 8));
  }

  /** By this a channel's documents are kept together. */
  static String routing(ChannelId channel) {
    return digest(channel.toString(), 16);
  }

  /** The id of a document: names may be longer than one may be. */
  static String id(String kind, Object name) {
    var id = kind + ":" + name;
    return id.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ID
        ? id
        : kind + "#" + digest(name.toString(), 64);
  }

  /** What a new index of talk is made like. */
  Map<String, Object> month(OpenSearchSettings settings) {
    return Json.object(
        "settings", settings(settings),
        "mappings", Fields.talk(),
        "aliases", Map.of(talk(), Map.of()));
  }

  /** What one is made like that OpenSearch makes by itself, as another replica just dropped it. */
  Map<String, Object> template(OpenSearchSettings settings) {
    return Json.object(
        "index_patterns",
        List.of(generation + "-*-*-*"),
        "priority",
        500,
        "template",
        month(settings));
  }

  static Map<String, Object> settings(OpenSearchSettings settings) {
    return Json.object(
        "index.number_of_shards",
        settings.shards(),
        "index.number_of_replicas",
        settings.copies(),
        // Whoever reads a copy reads what was written when the writing was acknowledged.
        "index.replication.type",
        "DOCUMENT",
        // So long a change that is late finds out that what it changes is gone.
        "index.gc_deletes",
        "1h",
        "index.max_regex_length",
        10_000);
  }

  private static String digest(String text, int letters) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, letters);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
