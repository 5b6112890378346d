package ponte.pairing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.command.Acquaintance.Cadence;
import ponte.command.Acquaintance.Role;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/**
 * What somebody wants of being introduced to colleagues.
 *
 * @param company whether to anybody of the organisation
 * @param channels of which channels' programmes they are
 * @param every how often; null: they did not say
 * @param until the first day on which they may be introduced again; null: they do not pause
 * @param notWith those whom they are never to meet, whom nobody else learns of
 * @param learns what they want to learn about
 * @param roles what they are willing to be for others
 * @param soon whether they asked for somebody else than the last one
 * @param consoled when they were last told that there was nobody for them; null: never
 * @param since when they first wanted any of it
 */
public record Participation(
    PersonId person,
    boolean company,
    Set<ChannelId> channels,
    @Nullable Cadence every,
    @Nullable LocalDate until,
    Set<PersonId> notWith,
    List<String> learns,
    Set<Role> roles,
    boolean soon,
    @Nullable Instant consoled,
    Instant since) {

  /** More topics than that nobody learns at once; the oldest go. */
  private static final int MOST_LEARNT = 10;

  public Participation {
    channels = Set.copyOf(channels);
    notWith = Set.copyOf(notWith);
    learns = List.copyOf(learns);
    roles = Set.copyOf(roles);
  }

  static Participation none(PersonId person, Instant now) {
    return new Participation(
        person, false, Set.of(), null, null, Set.of(), List.of(), Set.of(), false, null, now);
  }

  /** Whether they want to meet anybody in any way. */
  public boolean isIn() {
    return company || !channels.isEmpty() || !roles.isEmpty() || !learns.isEmpty();
  }

  /** The same where what was refused with another account of theirs is refused, too. */
  Participation refusing(Participation other) {
    var later =
        until == null || (other.until != null && other.until.isAfter(until)) ? other.until : until;
    return without(other.notWith).pausing(later);
  }

  /** The same with another account of theirs. */
  Participation with(PersonId account) {
    return new Participation(
        account, company, channels, every, until, notWith, learns, roles, soon, consoled, since);
  }

  /** Whether they pause on a day. */
  boolean isPausedOn(LocalDate day) {
    return until != null && day.isBefore(until);
  }

  Participation joining() {
    return new Participation(
        person, true, channels, every, null, notWith, learns, roles, soon, consoled, since);
  }

  Participation joining(ChannelId channel) {
    var more = new HashSet<>(channels);
    more.add(channel);
    return new Participation(
        person, company, more, every, null, notWith, learns, roles, soon, consoled, since);
  }

  Participation leaving(ChannelId channel) {
    var fewer = new HashSet<>(channels);
    fewer.remove(channel);
    return new Participation(
        person, company, fewer, every, until, notWith, learns, roles, soon, consoled, since);
  }

  /** Nothing of it any more; whom they are not to meet stays, for when they come back. */
  Participation leaving() {
    return new Participation(
        person, false, Set.of(), every, null, notWith, List.of(), Set.of(), false, consoled, since);
  }

  Participation every(Cadence cadence) {
    return new Participation(
        person, company, channels, cadence, until, notWith, learns, roles, soon, consoled, since);
  }

  Participation pausing(@Nullable LocalDate day) {
    return new Participation(
        person, company, channels, every, day, notWith, learns, roles, soon, consoled, since);
  }

  Participation without(Set<PersonId> colleague) {
    var more = new HashSet<>(notWith);
    more.addAll(colleague);
    return new Participation(
        person, company, channels, every, until, more, learns, roles, soon, consoled, since);
  }

  Participation with(Set<PersonId> colleague) {
    var fewer = new HashSet<>(notWith);
    fewer.removeAll(colleague);
    return new Participation(
        person, company, channels, every, until, fewer, learns, roles, soon, consoled, since);
  }

  Participation learning(String topic) {
    var more = new ArrayList<>(notLearning(topic).learns);
    more.add(topic);
    return learning(more.subList(Math.max(0, more.size() - MOST_LEARNT), more.size()));
  }

  Participation notLearning(String topic) {
    return learning(learns.stream().filter(each -> !each.equalsIgnoreCase(topic)).toList());
  }

  private Participation learning(List<String> topics) {
    return new Participation(
        person, company, channels, every, until, notWith, topics, roles, soon, consoled, since);
  }

  Participation volunteering(Role role) {
    var more = EnumSet.of(role);
    more.addAll(roles);
    return being(more);
  }

  Participation steppingDown(Role role) {
    var fewer = new HashSet<>(roles);
    fewer.remove(role);
    return being(fewer);
  }

  private Participation being(Set<Role> others) {
    return new Participation(
        person, company, channels, every, until, notWith, learns, others, soon, consoled, since);
  }

  Participation soon(boolean other) {
    return new Participation(
        person, company, channels, every, until, notWith, learns, roles, other, consoled, since);
  }

  Participation consoled(Instant now) {
    return new Participation(
        person, company, channels, every, until, notWith, learns, roles, soon, now, since);
  }
}
