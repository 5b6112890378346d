package ponte.slack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;

/** The second reading of an export's days: what was said in a channel, in order, in batches. */
final class History {

  private static final int MOST_EVENTS = 1000;
  private static final long MOST_BYTES = 4 * 1024 * 1024;

  private record Told(Ts ts, Event.Talk event) {}

  /** Events on their way; handed on when there are enough of them or they take much room. */
  private static final class Batch {

    private final Consumer<List<Event.Talk>> taker;
    private List<Event.Talk> events = new ArrayList<>();
    private long bytes;

    Batch(Consumer<List<Event.Talk>> taker) {
      this.taker = taker;
    }

    void add(Event.Talk event, long length) {
      events.add(event);
      bytes += length;
      if (events.size() == MOST_EVENTS || bytes >= MOST_BYTES) {
        handOn();
      }
    }

    void handOn() {
      if (!events.isEmpty()) {
        taker.accept(events);
        events = new ArrayList<>();
        bytes = 0;
      }
    }
  }

  private final JsonLists lists;
  private final Survey survey;
  private final Translation translation;

  History(JsonLists lists, Survey survey, Translation translation) {
    this.lists = lists;
    this.survey = survey;
    this.translation = translation;
  }

  void read(ChannelId channel, List<String> days, Consumer<List<Event.Talk>> taker) {
    var batch = new Batch(taker);
    for (var day : days) {
      if (survey.isOrdered(day)) {
        read(channel, day, (told, bytes) -> batch.add(told.event(), bytes));
      } else {
        var all = new ArrayList<Told>();
        read(channel, day, (told, _) -> all.add(told));
        all.sort(Comparator.comparing(told -> told.ts().instant()));
        all.forEach(told -> batch.add(told.event(), 0));
      }
    }
    batch.handOn();
  }

  private interface Taker {
    void take(Told told, long bytes);
  }

  private void read(ChannelId channel, String day, Taker taker) {
    var order = survey.order(day);
    try (var list = lists.open(day, SlackMessage.EVERYTHING)) {
      for (var item = list.next(); item != null; item = list.next()) {
        var message = new SlackMessage(item.fields());
        if (message.nature() != SlackMessage.Nature.NOTHING) {
          var ts = Survey.ts(day, item);
          long bytes = item.bytes();
          if (order.isNew(ts)) {
            translation
                .event(channel, message)
                .ifPresent(event -> taker.take(new Told(ts, event), bytes));
          }
        }
      }
    }
  }
}
