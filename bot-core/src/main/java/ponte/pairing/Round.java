package ponte.pairing;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.nlp.Language;

/**
 * Who meets whom in a week, decided once.
 *
 * @param id names it by its day
 * @param left those for whom there was nobody
 */
public record Round(String id, Instant at, List<Group> groups, List<PersonId> left) {

  public Round {
    groups = List.copyOf(groups);
    left = List.copyOf(left);
  }

  /** Why people are brought together. */
  public sealed interface Kind {

    /** They are of one organisation. */
    record Company() implements Kind {}

    /** They are of one channel's programme. */
    record InChannel(ChannelId channel) implements Kind {}

    /** The first one is new, and the other shows them around. */
    record Buddy() implements Kind {}

    /** The first one wants to learn what the other knows. */
    record Mentoring(String topic) implements Kind {}
  }

  /**
   * Two, or three, who are brought together.
   *
   * @param language what all of them read
   * @param leads what they said of late where everybody may read it, as a beginning of a talk
   */
  public record Group(List<PersonId> people, Kind kind, Language language, List<Lead> leads) {
    public Group {
      people = List.copyOf(people);
      leads = List.copyOf(leads);
    }
  }

  /**
   * Something that somebody said.
   *
   * @param asked whether it asks
   */
  public record Lead(PersonId person, MessageId message, boolean asked) {}

  /** What names one of its introductions. */
  static String name(String round, int group) {
    return round + "." + group;
  }

  /** The round and the place of an introduction; null where it names none. */
  static @Nullable Place place(String introduction) {
    var dot = introduction.lastIndexOf('.');
    if (dot < 0 || !introduction.substring(dot + 1).matches("\\d{1,6}")) {
      return null;
    }
    return new Place(
        introduction.substring(0, dot), Integer.parseInt(introduction.substring(dot + 1)));
  }

  /** Whether an introduction was decided in this round. */
  boolean has(String introduction) {
    var place = place(introduction);
    return place != null && place.round().equals(id);
  }

  /** Where an introduction stands. */
  record Place(String round, int group) {}

  /** Without some people; places stay as they are, so that what was planned for others holds. */
  Round without(Predicate<PersonId> gone) {
    return new Round(
        id,
        at,
        groups.stream()
            .map(
                group ->
                    group.people().stream().anyMatch(gone)
                        ? new Group(List.of(), group.kind(), group.language(), List.of())
                        : group)
            .toList(),
        left.stream().filter(gone.negate()).toList());
  }
}
