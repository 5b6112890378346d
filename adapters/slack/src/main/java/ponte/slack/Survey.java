package ponte.slack;

import static ponte.slack.Refusals.refusal;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import ponte.platform.SourceUnreadableException;

/**
 * The first reading of an export's days: it finds everything wrong with them before anything is
 * taken in, counts the messages and meets the people who wrote them.
 */
final class Survey {

  /** A day that is not in order is put in order in memory, up to this size. */
  private static final long SORTABLE_BYTES = 16 * 1024 * 1024;

  private final JsonLists lists;
  private final ExportFiles files;
  private final People people;
  private final Set<String> unordered = new HashSet<>();
  private long messages;
  private Instant latest = Instant.EPOCH;

  Survey(ExportFiles files, JsonLists lists, People people) {
    this.files = files;
    this.lists = lists;
    this.people = people;
  }

  /** Reads a day. */
  void read(String day) {
    var order = order(day);
    try (var list = lists.open(day, SlackMessage.OUTLINE)) {
      for (var item = list.next(); item != null; item = list.next()) {
        read(day, item, order);
      }
    }
    if (order.isBroken()) {
      if (!isSortable(day)) {
        throw refusal("unordered-day", day);
      }
      unordered.add(day);
    }
  }

  private void read(String day, JsonList.Item item, Order order) {
    var message = new SlackMessage(item.fields());
    var nature = message.nature();
    if (nature == SlackMessage.Nature.NOTHING) {
      return;
    }
    var ts = ts(day, item);
    see(ts.instant());
    boolean isNew = order.isNew(ts);
    switch (nature) {
      case WORDS, NOTICE -> {
        meet(message);
        if (isNew) {
          messages++;
        }
      }
      case CHANGE -> {
        var changed = message.changed();
        if (changed.ts().isPresent()) {
          meet(changed);
        }
      }
      case DELETION, NOTHING -> {}
    }
  }

  private void meet(SlackMessage message) {
    people.meet(message);
    message.editedAt().ifPresent(edited -> see(edited.instant()));
  }

  /**
   * When a message was written.
   *
   * @throws SourceUnreadableException if it does not say
   */
  static Ts ts(String day, JsonList.Item item) {
    return new SlackMessage(item.fields())
        .ts()
        .orElseThrow(
            () -> refusal("no-ts", day, String.valueOf(item.index()), String.valueOf(item.line())));
  }

  private void see(Instant time) {
    if (time.isAfter(latest)) {
      latest = time;
    }
  }

  /** Watches the order of a day. */
  Order order(String day) {
    return isSortable(day) ? Order.remembering() : Order.trusting();
  }

  private boolean isSortable(String day) {
    return files.bytes(day) <= SORTABLE_BYTES;
  }

  boolean isOrdered(String day) {
    return !unordered.contains(day);
  }

  long messages() {
    return messages;
  }

  /** When the last thing happened; the start of 1970 where nothing ever did. */
  Instant latest() {
    return latest;
  }
}
