package ponte.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Event.Talk;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.store.Codec;

/**
 * What an archive keeps of one message: the latest of all that arrived about it, in whatever order
 * and however often it came.
 *
 * <p>A deletion takes everything back that is not later than itself, text and reactions. It is kept
 * for ever, so that what arrives late stays away.
 *
 * @param content the latest version, without its reactions; null: none came yet, or it was deleted
 * @param deleted when it was last deleted; null: never
 * @param marks the latest of each person and emoji, in order of emoji and person
 */
public record Kept(@Nullable Message content, @Nullable Instant deleted, List<Mark> marks) {

  /** Nothing is known of the message. */
  public static final Kept NOTHING = new Kept(null, null, List.of());

  private static final Comparator<Mark> BY_EMOJI =
      Comparator.comparing(Mark::emoji).thenComparing(Mark::by);

  /**
   * A reaction given or taken back.
   *
   * @param given false: taken back at this time
   */
  public record Mark(String emoji, PersonId by, Instant at, boolean given) {

    private boolean sameAs(Mark other) {
      return emoji.equals(other.emoji) && by.equals(other.by);
    }

    private boolean yieldsTo(Mark other) {
      return at.isBefore(other.at) || (at.equals(other.at) && given && !other.given);
    }
  }

  public Kept {
    marks = List.copyOf(marks);
  }

  /** The message as readers see it, with the reactions that stand, in order of emoji. */
  public Optional<Message> message() {
    if (content == null) {
      return Optional.empty();
    }
    var people = new TreeMap<String, Set<PersonId>>();
    for (var mark : marks) {
      if (mark.given()) {
        people.computeIfAbsent(mark.emoji(), _ -> new HashSet<>()).add(mark.by());
      }
    }
    var reactions = new ArrayList<Message.Reaction>(people.size());
    people.forEach((emoji, by) -> reactions.add(new Message.Reaction(emoji, by)));
    return Optional.of(reactions.isEmpty() ? content : content.with(reactions));
  }

  /**
   * Whether it was said before a moment; where it is not there, whether all of it happened then.
   */
  public boolean isBefore(Instant moment) {
    return content != null
        ? content.at().isBefore(moment)
        : (deleted == null || deleted.isBefore(moment))
            && marks.stream().allMatch(mark -> mark.at().isBefore(moment));
  }

  /** What is kept after this event, too. */
  public Kept after(Talk event) {
    return switch (event) {
      case Talk.Posted(_, var posted) -> {
        var kept = said(posted);
        for (var reaction : posted.reactions()) {
          for (var person : reaction.people()) {
            kept = kept.marked(new Mark(reaction.emoji(), person, posted.version(), true));
          }
        }
        yield kept;
      }
      case Talk.Edited(_, var edited) -> said(edited);
      case Talk.Deleted(_, _, var at) -> deleted(at);
      case Talk.Reacted(_, _, var by, var emoji, var at) -> marked(new Mark(emoji, by, at, true));
      case Talk.Unreacted(_, _, var by, var emoji, var at) ->
          marked(new Mark(emoji, by, at, false));
    };
  }

  /**
   * What happens when a person takes back what they wrote and the reactions they gave; nothing
   * where there is nothing of theirs.
   *
   * @param message whose this is
   * @param at when, or the moment of the latest of it where that is later
   */
  public List<Talk> takenBack(MessageId message, PersonId person, Instant at) {
    if (content != null && content.author().equals(person)) {
      var when = content.version().isAfter(at) ? content.version() : at;
      return List.of(new Talk.Deleted(event(message, when), message, when));
    }
    return marks.stream()
        .filter(mark -> mark.given() && mark.by().equals(person))
        .<Talk>map(
            mark -> {
              var when = mark.at().isAfter(at) ? mark.at() : at;
              return new Talk.Unreacted(event(message, when), message, person, mark.emoji(), when);
            })
        .toList();
  }

  /** What another archive takes in, in any order, to keep the same of this message. */
  public List<Talk> events(MessageId message) {
    var events = new ArrayList<Talk>();
    if (deleted != null) {
      events.add(new Talk.Deleted(copied(message), message, deleted));
    }
    if (content != null) {
      events.add(new Talk.Posted(copied(message), content));
    }
    for (var mark : marks) {
      events.add(
          mark.given()
              ? new Talk.Reacted(copied(message), message, mark.by(), mark.emoji(), mark.at())
              : new Talk.Unreacted(copied(message), message, mark.by(), mark.emoji(), mark.at()));
    }
    return events;
  }

  private static EventId copied(MessageId message) {
    return new EventId("copy:" + message);
  }

  private static EventId event(MessageId message, Instant at) {
    return new EventId("forget:" + message + ":" + at);
  }

  private Kept said(Message version) {
    var bare = version.reactions().isEmpty() ? version : version.with(List.of());
    return isGone(bare.version()) || (content != null && !precedes(content, bare))
        ? this
        : new Kept(bare, deleted, marks);
  }

  private static boolean precedes(Message one, Message other) {
    var byTime = one.version().compareTo(other.version());
    return byTime == 0
        ? !one.equals(other) && Codec.write(one).compareTo(Codec.write(other)) < 0
        : byTime < 0;
  }

  private Kept deleted(Instant at) {
    if (isGone(at)) {
      return this;
    }
    return new Kept(
        content == null || !content.version().isAfter(at) ? null : content,
        at,
        marks.stream().filter(mark -> mark.at().isAfter(at)).toList());
  }

  private Kept marked(Mark mark) {
    if (isGone(mark.at())
        || marks.stream().anyMatch(known -> known.sameAs(mark) && !known.yieldsTo(mark))) {
      return this;
    }
    var merged = new ArrayList<>(marks);
    merged.removeIf(mark::sameAs);
    merged.add(mark);
    merged.sort(BY_EMOJI);
    return new Kept(content, deleted, merged);
  }

  private boolean isGone(Instant time) {
    return deleted != null && !time.isAfter(deleted);
  }
}
