package ponte.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Rhythm;
import ponte.command.Command.Scope;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/**
 * A digest that somebody gets again and again, for them alone.
 *
 * @param id of the request that wanted it: what is planned for an earlier one is void
 * @param person who wanted it and gets it
 * @param scope as they named it
 * @param channels those that it names; empty: all that the person is in at that moment
 * @param zone the clock it goes by: the person's when they wanted it
 * @param since when they did
 * @param paused since when nothing comes; null: it is not paused
 * @param until the first day on which it comes again by itself; null: it waits to be let go on
 */
public record PrivateSchedule(
    String id,
    PersonId person,
    Scope scope,
    List<ChannelId> channels,
    Rhythm rhythm,
    ZoneId zone,
    Instant since,
    @Nullable Instant paused,
    @Nullable LocalDate until)
    implements Pausable {

  public PrivateSchedule {
    channels = List.copyOf(channels);
  }

  /** One that is not paused. */
  public PrivateSchedule(
      String id,
      PersonId person,
      Scope scope,
      List<ChannelId> channels,
      Rhythm rhythm,
      ZoneId zone,
      Instant since) {
    this(id, person, scope, channels, rhythm, zone, since, null, null);
  }

  /** The same, paused since a moment. */
  PrivateSchedule paused(Instant moment, @Nullable LocalDate day) {
    return new PrivateSchedule(id, person, scope, channels, rhythm, zone, since, moment, day);
  }

  /** The same, not paused. */
  PrivateSchedule resumed() {
    return new PrivateSchedule(id, person, scope, channels, rhythm, zone, since);
  }

  /** Whether it is of all that the person is in. */
  boolean isOfAll() {
    return scope instanceof Scope.Mine;
  }

  /** Whether it is a digest of the same. */
  boolean isOfTheSameAs(PrivateSchedule other) {
    return isOfAll() == other.isOfAll() && isOf(other.channels);
  }

  /** Whether it is of these channels and no others. */
  boolean isOf(Collection<ChannelId> others) {
    return Set.copyOf(channels).equals(Set.copyOf(others));
  }

  /** Whether its channels were given these names when it was wanted, in whatever order. */
  boolean wasNamed(Scope other) {
    return scope instanceof Scope.Named(var names)
        ? other instanceof Scope.Named(var others) && folded(names).equals(folded(others))
        : scope.equals(other);
  }

  private static Set<String> folded(List<String> names) {
    var folded = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    folded.addAll(names);
    return folded;
  }
}
