package ponte.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import ponte.bench.EntangledLog.Line;
import ponte.conversation.ChannelId;

/** The channels of an export as logs, with {@code NAME.conversations.tsv} beside it. */
final class ExportedLogs {

  private static final String ZIP = ".zip";

  private ExportedLogs() {}

  static boolean is(Path set) {
    return set.toString().endsWith(ZIP);
  }

  static List<EntangledLog> read(Path export) throws IOException {
    var name = export.getFileName().toString();
    var table = name.substring(0, name.length() - ZIP.length()) + ".conversations.tsv";
    try (var opened = OpenedExport.of(export)) {
      var labels = opened.labels(export.resolveSibling(table));
      var byChannel = new LinkedHashMap<ChannelId, List<Line>>();
      for (var posted : opened.replay().all()) {
        var message = posted.content();
        var lines = byChannel.computeIfAbsent(message.id().channel(), _ -> new ArrayList<>());
        var conversation = labels.getOrDefault(message.id(), "");
        lines.add(new Line(lines.size(), message, !conversation.isEmpty(), Set.of(), conversation));
      }
      var logs = new ArrayList<EntangledLog>();
      byChannel.forEach((channel, lines) -> logs.add(new EntangledLog(channel.value(), lines)));
      return logs;
    }
  }
}
