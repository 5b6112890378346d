package ponte.slack;

import static ponte.slack.Refusals.refusal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The folders of an export that belong to no channel. Direct messages and the talk beside files are
 * left alone; any other folder with a message in it is a channel whose entry was lost, and it would
 * be lost with it.
 */
final class Unlisted {

  /** Slack's lists of conversations that are no channels. */
  private static final List<String> LISTS =
      List.of("dms.json", "mpims.json", "file_conversations.json");

  /** How Slack calls the folders of such conversations, whether or not it lists them. */
  private static final Pattern NO_CHANNEL = Pattern.compile("D[A-Z0-9]{7,}|mpdm-.+-\\d+|FC[:_-].+");

  private static final Set<String> NAMES = Set.of("id", "name");

  private final JsonLists lists;
  private final Layout layout;

  Unlisted(JsonLists lists, Layout layout) {
    this.lists = lists;
    this.layout = layout;
  }

  /**
   * Refuses an export with messages in a folder that nothing lists.
   *
   * @throws ponte.platform.SourceUnreadableException which names the folder
   */
  void refuseMessages(Set<String> channels) {
    var beside = layout.daysBeside(channels);
    beside.keySet().removeIf(folder -> NO_CHANNEL.matcher(folder).matches());
    for (var list : layout.lists(LISTS)) {
      if (!beside.isEmpty()) {
        beside.keySet().retainAll(layout.daysBeside(names(list)).keySet());
      }
    }
    beside.forEach(
        (folder, days) -> {
          if (days.stream().anyMatch(this::hasMessage)) {
            throw refusal("unlisted-folder", folder, layout.channels());
          }
        });
  }

  private Set<String> names(String file) {
    var names = new HashSet<String>();
    try (var list = lists.open(file, NAMES)) {
      for (var item = list.next(); item != null; item = list.next()) {
        names.add(Fields.text(item.fields(), "id"));
        names.add(Fields.text(item.fields(), "name"));
      }
    }
    return names;
  }

  private boolean hasMessage(String day) {
    try (var list = lists.open(day, Set.of())) {
      return list.next() != null;
    }
  }
}
