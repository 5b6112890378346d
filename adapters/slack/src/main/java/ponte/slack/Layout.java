package ponte.slack;

import static ponte.slack.Refusals.refusal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which file of an export is what.
 *
 * <p>Slack puts the lists of people and channels at the top and a folder of days for each channel
 * beside them; whoever packs an export again often wraps all of it in one more folder. What is not
 * known is left alone: direct messages, logs, canvases, shared files and what macOS leaves behind.
 */
final class Layout {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.json");

  /** The second is its name in the export of an organisation of several workspaces. */
  private static final List<String> PEOPLE = List.of("users.json", "org_users.json");

  private static final String CHANNELS = "channels.json";
  private static final String PRIVATE_CHANNELS = "groups.json";

  private final ExportFiles files;
  private final String top;
  private final String people;
  private final Map<String, TreeMap<String, String>> folders = new HashMap<>();

  private Layout(ExportFiles files, String top, String people) {
    this.files = files;
    this.top = top;
    this.people = people;
  }

  /**
   * Finds its way in the files.
   *
   * @throws ponte.platform.SourceUnreadableException if the lists of people and channels are not
   *     there
   */
  static Layout of(ExportFiles files) {
    var top = top(files);
    var people =
        PEOPLE.stream()
            .map(name -> top + name)
            .filter(files.names()::contains)
            .findFirst()
            .orElseThrow(() -> refusal("missing-file", "users.json", files.archive()));
    if (!files.names().contains(top + CHANNELS)) {
      throw refusal("missing-file", CHANNELS, files.archive());
    }
    var layout = new Layout(files, top, people);
    files.names().forEach(layout::sort);
    return layout;
  }

  /** What operating systems leave in folders and archives. */
  static boolean isClutter(String name) {
    return name.startsWith(".") || name.contains("/.") || name.startsWith("__MACOSX");
  }

  private static String top(ExportFiles files) {
    var tops = new ArrayList<String>();
    for (var name : files.names()) {
      var parts = name.split("/", -1);
      if (parts.length <= 2 && !isClutter(name) && isList(parts[parts.length - 1])) {
        var top = parts.length == 1 ? "" : parts[0] + "/";
        if (!tops.contains(top)) {
          tops.add(top);
        }
      }
    }
    if (tops.contains("")) {
      return "";
    }
    if (tops.size() > 1) {
      throw refusal("several-exports", files.archive(), tops.get(0), tops.get(1));
    }
    return tops.isEmpty() ? "" : tops.getFirst();
  }

  private static boolean isList(String file) {
    return file.equals(CHANNELS) || PEOPLE.contains(file);
  }

  private void sort(String name) {
    if (!name.startsWith(top) || isClutter(name)) {
      return;
    }
    var parts = name.substring(top.length()).split("/", -1);
    if (parts.length == 2 && DAY.matcher(parts[1]).matches()) {
      folders.computeIfAbsent(composed(parts[0]), _ -> new TreeMap<>()).put(parts[1], name);
    }
  }

  String people() {
    return people;
  }

  String channels() {
    return top + CHANNELS;
  }

  /** Empty where the export has public channels only. */
  Optional<String> privateChannels() {
    return Optional.of(top + PRIVATE_CHANNELS).filter(files.names()::contains);
  }

  /**
   * The days of a channel, oldest first; empty where it has no folder.
   *
   * @param names what its folder may be called
   */
  List<String> days(List<String> names) {
    return names.stream()
        .map(name -> folders.get(composed(name)))
        .filter(Objects::nonNull)
        .findFirst()
        .map(days -> List.copyOf(days.values()))
        .orElse(List.of());
  }

  /** Those of some lists of conversations that the export has. */
  List<String> lists(List<String> names) {
    return names.stream().map(name -> top + name).filter(files.names()::contains).toList();
  }

  /**
   * The days of every folder that is not among these, by the folder's name.
   *
   * @param names what folders may be called
   */
  Map<String, List<String>> daysBeside(Set<String> names) {
    var known = names.stream().map(Layout::composed).collect(Collectors.toSet());
    var beside = new TreeMap<String, List<String>>();
    folders.forEach(
        (folder, days) -> {
          if (!known.contains(folder)) {
            beside.put(folder, List.copyOf(days.values()));
          }
        });
    return beside;
  }

  /** macOS takes accents off their letters in the names of folders. */
  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }
}
