package ponte.slack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ponte.conversation.Event;

/** Small exports for tests to read and to spoil. */
final class Exports {

  static final String DAY = "general/2015-06-06.json";

  static final String USERS =
      """
      [
        {"id": "U061A3E0G", "team_id": "T0BBTKD4ASF", "name": "javier", "deleted": false,
         "real_name": "Javier R", "tz": "Europe/Rome", "locale": "it-IT",
         "profile": {"real_name": "Javier R", "display_name": "Javier", "title": "Data engineer",
                     "email": "javier@example.org"}},
        {"id": "U061A5N1G", "team_id": "T0BBTKD4ASF", "name": "neeraj", "real_name": "Neeraj T",
         "tz": "Mars/Olympus", "profile": {"real_name": "Neeraj T", "display_name": ""}},
        {"id": "U061A1R2R", "team_id": "T0BBTKD4ASF", "name": "micah", "deleted": true,
         "profile": {"real_name": "Micah S", "display_name": ""}},
        {"id": "U0BOT", "team_id": "T0BBTKD4ASF", "name": "standup", "is_bot": true,
         "profile": {"real_name": "Stand-up", "bot_id": "B0LISTED"}}
      ]
      """;

  static final String CHANNELS =
      """
      [
        {"id": "C061GEN", "name": "general", "is_archived": false, "is_general": true,
         "members": ["U061A3E0G", "U061A5N1G"],
         "topic": {"value": "all of us", "creator": "", "last_set": 0},
         "purpose": {"value": "talk", "creator": "", "last_set": 0}}
      ]
      """;

  private Exports() {}

  /** The files of an export whose one day holds these messages. */
  static Map<String, String> of(String... messages) {
    var files = new LinkedHashMap<String, String>();
    files.put("users.json", USERS);
    files.put("channels.json", CHANNELS);
    files.put(DAY, "[\n" + String.join(",\n", messages) + "\n]");
    return files;
  }

  static Path zip(Path target, Map<String, String> files) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(target))) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return target;
  }

  static Path folder(Path target, Map<String, String> files) throws IOException {
    for (var file : files.entrySet()) {
      var path = target.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.getValue());
    }
    return target;
  }

  /** A message of the folder {@code payloads}. */
  static String payload(String name) throws IOException {
    var file = "payloads/" + name + ".json";
    try (InputStream in = Exports.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** All that happened, channel by channel. */
  static List<Event.Talk> events(SlackExport export) {
    var events = new ArrayList<Event.Talk>();
    for (var channel : export.channels()) {
      export.history(channel.id(), events::addAll);
    }
    return events;
  }
}
