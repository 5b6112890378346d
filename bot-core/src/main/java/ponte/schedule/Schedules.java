package ponte.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Entry;
import ponte.store.Partition;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.store.Write;

/**
 * The schedules there are, at most one a channel, and their next occurrences.
 *
 * <p>An occurrence is an entry of a delayed queue: whoever leases it first runs it, and the same
 * one planned twice is there once.
 */
public final class Schedules {

  /** The topic of occurrences. */
  public static final String DUE = "digests-due";

  /** More channels of one workspace than that have no digest. */
  private static final int MOST = 10_000;

  private final Records records;
  private final Queue queue;

  public Schedules(Records records, Queue queue) {
    this.records = records;
    this.queue = queue;
  }

  public Optional<Schedule> of(ChannelId channel) {
    return find(channel).map(Schedules::read);
  }

  /** Those of a workspace, in order of the channels' ids. */
  public List<Schedule> in(WorkspaceId workspace) {
    return records.list(partition(workspace), "", MOST).stream().map(Schedules::read).toList();
  }

  /** Keeps a schedule, in place of the channel's earlier one, and plans its first occurrence. */
  void start(Schedule schedule) {
    while (true) {
      var old = find(schedule.channel());
      if (old.map(Schedules::read).filter(schedule::equals).isPresent()) {
        break;
      }
      var key = partition(schedule.channel().workspace()).key(schedule.channel().value());
      if (records.write(
          new Write(
              key, Codec.write(schedule), old.map(Document::version).orElse(0L), null, null))) {
        break;
      }
    }
    plan(schedule, schedule.next(schedule.since()));
  }

  /**
   * Plans the next two occurrences of all schedules of a workspace, where they are not planned:
   * each plans the one after it, so that one that was discarded, or planned by a clock that ran
   * ahead, would be the last.
   */
  public void planAhead(WorkspaceId workspace, Instant now) {
    for (var schedule : in(workspace)) {
      var next = schedule.next(now);
      plan(schedule, next);
      // The next one may have been done already, by a clock that ran ahead.
      plan(schedule, schedule.next(next));
    }
  }

  /** Puts an occurrence into the queue, once. */
  void plan(Schedule schedule, Instant occurrence) {
    var due = new Due(schedule.channel(), schedule.id(), occurrence);
    queue.add(
        List.of(
            new Entry(DUE, "", schedule.id() + " " + occurrence, Codec.write(due), occurrence)));
  }

  /**
   * Posts nothing of it any more.
   *
   * @param until the first day on which it is posted again by itself; null: on none
   * @return as it is kept then; empty: it is not the channel's any more
   */
  Optional<Schedule> pause(Schedule schedule, Instant now, @Nullable LocalDate until) {
    return change(schedule, kept -> kept.paused(kept.pausedSince(now), until));
  }

  /**
   * Posts it again, from its next occurrence on.
   *
   * @return as it is kept then; empty: it is not the channel's any more
   */
  Optional<Schedule> resume(Schedule schedule, Instant now) {
    var changed = change(schedule, Schedule::resumed);
    changed.ifPresent(each -> plan(each, each.next(now)));
    return changed;
  }

  private Optional<Schedule> change(Schedule schedule, UnaryOperator<Schedule> change) {
    while (true) {
      var old = find(schedule.channel());
      var kept = old.map(Schedules::read).filter(each -> each.id().equals(schedule.id()));
      if (old.isEmpty() || kept.isEmpty()) {
        return Optional.empty();
      }
      var after = change.apply(kept.get());
      if (after.equals(kept.get()) || records.write(Write.replace(old.get(), Codec.write(after)))) {
        return Optional.of(after);
      }
    }
  }

  /** Ends a channel's schedule, if there is one. What is planned comes to nothing. */
  void stop(ChannelId channel) {
    var old = find(channel);
    while (old.isPresent() && !records.remove(old.get().key(), old.get().version())) {
      old = find(channel);
    }
  }

  /** Ends what a person wanted. */
  public void forget(PersonId owner) {
    in(owner.workspace()).stream()
        .filter(schedule -> schedule.owner().equals(owner))
        .forEach(schedule -> stop(schedule.channel()));
  }

  /** Ends everything of a workspace, and forgets what was decided about it. */
  public void forget(WorkspaceId workspace) {
    records.drop(partition(workspace));
    new ComingPosts(records).forget(workspace);
  }

  private Optional<Document> find(ChannelId channel) {
    return records.find(partition(channel.workspace()).key(channel.value()));
  }

  private static Schedule read(Document document) {
    return Codec.read(document.content(), Schedule.class);
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("schedules", workspace.value());
  }
}
