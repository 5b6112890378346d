package ponte.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Entry;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Queue;
import ponte.store.Records;

/**
 * The digests that people get for themselves again and again, at most one a person and what it is
 * of, and their next occurrences, planned like those of {@link Schedules}.
 */
public final class PrivateSchedules {

  /** The topic of occurrences. */
  public static final String DUE = "private-digests-due";

  private final Records records;
  private final Queue queue;

  public PrivateSchedules(Records records, Queue queue) {
    this.records = records;
    this.queue = queue;
  }

  /** Those of one person, in one document. */
  private record Kept(List<PrivateSchedule> schedules) {}

  /** Those of a person, in the order in which they wanted them. */
  public List<PrivateSchedule> of(PersonId person) {
    return records.find(key(person)).map(PrivateSchedules::read).orElse(List.of());
  }

  Optional<PrivateSchedule> of(PersonId person, String id) {
    return of(person).stream().filter(kept -> kept.id().equals(id)).findFirst();
  }

  /** Keeps one, in place of an earlier one of the same, and plans its first occurrence. */
  void start(PrivateSchedule schedule) {
    change(
        schedule.person(),
        before -> {
          if (before.contains(schedule)) {
            return before;
          }
          var after = new ArrayList<>(before);
          after.removeIf(schedule::isOfTheSameAs);
          after.add(schedule);
          return after;
        });
    plan(schedule, schedule.next(schedule.since()));
  }

  /**
   * Has none of one come any more.
   *
   * @param until the first day on which it comes again by itself; null: on none
   */
  void pause(PrivateSchedule schedule, Instant now, @Nullable LocalDate until) {
    change(schedule, kept -> kept.paused(kept.pausedSince(now), until));
  }

  /** Has one come again, from its next occurrence on. */
  void resume(PrivateSchedule schedule, Instant now) {
    change(schedule, PrivateSchedule::resumed);
    plan(schedule, schedule.next(now));
  }

  private void change(PrivateSchedule schedule, UnaryOperator<PrivateSchedule> change) {
    change(
        schedule.person(),
        before ->
            before.stream()
                .map(kept -> kept.id().equals(schedule.id()) ? change.apply(kept) : kept)
                .toList());
  }

  /** Ends one, if it is there. What is planned comes to nothing. */
  void stop(PrivateSchedule schedule) {
    change(
        schedule.person(),
        before -> before.stream().filter(kept -> !kept.id().equals(schedule.id())).toList());
  }

  /** Plans the next two occurrences of all of a workspace, where they are not planned. */
  public void planAhead(WorkspaceId workspace, Instant now) {
    records.each(
        partition(workspace),
        document ->
            read(document)
                .forEach(
                    schedule -> {
                      var next = schedule.next(now);
                      plan(schedule, next);
                      // The next one may have been done already, by a clock that ran ahead.
                      plan(schedule, schedule.next(next));
                    }));
  }

  /** Puts an occurrence into the queue, once. */
  void plan(PrivateSchedule schedule, Instant occurrence) {
    var due = new PrivateDue(schedule.person(), schedule.id(), occurrence);
    queue.add(
        List.of(
            new Entry(DUE, "", schedule.id() + " " + occurrence, Codec.write(due), occurrence)));
  }

  /** Ends those of a person. */
  public void forget(PersonId person) {
    change(person, _ -> List.of());
  }

  /** Ends those of a workspace. */
  public void forget(WorkspaceId workspace) {
    records.drop(partition(workspace));
  }

  private void change(PersonId person, UnaryOperator<List<PrivateSchedule>> change) {
    records.change(
        key(person),
        Kept.class,
        new Kept(List.of()),
        kept -> new Kept(change.apply(kept.schedules())));
  }

  private static List<PrivateSchedule> read(Document document) {
    return Codec.read(document.content(), Kept.class).schedules();
  }

  private static Key key(PersonId person) {
    return partition(person.workspace()).key(person.value());
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("private-schedules", workspace.value());
  }
}
