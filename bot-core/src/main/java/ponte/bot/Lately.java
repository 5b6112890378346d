package ponte.bot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ponte.conversation.Event;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.digest.Questions;
import ponte.introduction.Matter;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Queue;

/**
 * What happened lately and others may want to know, put aside for those who look at it when there
 * is time: nobody's message waits for that. What is older was read from a history, and is no news.
 */
public final class Lately {

  static final String TOPIC = "lately";

  private static final Duration NEWS = Duration.ofDays(1);

  private final Queue queue;
  private final Clock clock;

  public Lately(Queue queue, Clock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  /** Something that happened. */
  sealed interface Happened {

    /** Somebody wrote this. */
    record Said(MessageId message) implements Happened {}

    /** This says something else now. */
    record Edited(MessageId message) implements Happened {}

    /** This was taken back. */
    record TakenBack(MessageId message) implements Happened {}

    /** This is no longer marked as done by somebody who did that. */
    record Unmarked(MessageId message, Instant at) implements Happened {}

    /** Ponte was to ask something in a channel, for this person. */
    record AskedFor(PersonId asker, String matter) implements Happened {}
  }

  /** Puts what people said, and what was taken back, aside. */
  void heard(List<Event.Talk> talk) {
    var since = clock.instant().minus(NEWS);
    var entries = new ArrayList<Entry>();
    for (var event : talk) {
      if (!event.at().isBefore(since)) {
        switch (event) {
          case Event.Talk.Posted(_, var message) when message.isTalk() ->
              entries.add(entry("said ", event, new Happened.Said(message.id())));
          case Event.Talk.Deleted(_, var message, _) ->
              entries.add(entry("taken back ", event, new Happened.TakenBack(message)));
          case Event.Talk.Edited(var id, var message) ->
              entries.add(
                  new Entry(
                      TOPIC,
                      "",
                      "edited " + id,
                      Codec.write(new Happened.Edited(message.id())),
                      clock.instant()));
          case Event.Talk.Unreacted(_, var message, _, var emoji, var at)
              when Questions.isCalledSettledBy(emoji) ->
              entries.add(entry("unmarked " + at + " ", event, new Happened.Unmarked(message, at)));
          case Event.Talk.Posted _, Event.Talk.Reacted _, Event.Talk.Unreacted _ -> {}
        }
      }
    }
    if (!entries.isEmpty()) {
      queue.add(entries);
    }
  }

  /** Puts aside that a question is being asked in a channel. */
  public void asked(Matter matter) {
    var happened = new Happened.AskedFor(matter.asker(), matter.id());
    queue.add(
        List.of(
            new Entry(TOPIC, "", "asked " + matter.id(), Codec.write(happened), clock.instant())));
  }

  private Entry entry(String kind, Event.Talk event, Happened happened) {
    return new Entry(TOPIC, "", kind + event.message(), Codec.write(happened), clock.instant());
  }
}
