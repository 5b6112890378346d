package ponte.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ponte.consent.Audit;
import ponte.consent.Audit.Deed;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.directory.Role;

/**
 * The schedules of channels as those see them who may decide about them.
 *
 * <p>Who scheduled one decides about it; so do leads about those of the channels they are in, and
 * community managers about those of all channels that they may open. Whoever is in a channel sees
 * its schedule and may end it.
 */
public final class ScheduleBoard {

  private final Schedules schedules;
  private final PrivateSchedules privateSchedules;
  private final Directory directory;
  private final Audit audit;
  private final Clock clock;

  public ScheduleBoard(
      Schedules schedules,
      PrivateSchedules privateSchedules,
      Directory directory,
      Audit audit,
      Clock clock) {
    this.schedules = schedules;
    this.privateSchedules = privateSchedules;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A schedule as somebody sees it.
   *
   * @param own whether they scheduled it
   * @param decides whether they may pause it and let it go on
   * @param ends whether they may end it
   */
  public record Posted(
      Schedule schedule, Channel channel, boolean own, boolean decides, boolean ends) {}

  /** Those that somebody sees, by the names of their channels. */
  public List<Posted> of(PersonId person, Role role) {
    return directory.channels(directory.audienceOf(person)).stream()
        .map(Channel::id)
        .map(ChannelId::workspace)
        .distinct()
        .sorted(Comparator.comparing(WorkspaceId::value))
        .flatMap(workspace -> schedules.in(workspace).stream())
        .flatMap(schedule -> seen(schedule, person, role).stream())
        .sorted(
            Comparator.comparing((Posted posted) -> posted.channel().name())
                .thenComparing(posted -> posted.channel().id().toString()))
        .toList();
  }

  /** Those that come to somebody alone. */
  public List<PrivateSchedule> privatelyOf(PersonId person) {
    return directory.accounts(person).stream()
        .sorted()
        .flatMap(account -> privateSchedules.of(account).stream())
        .toList();
  }

  /** Ends one that comes to somebody alone; whether there was one. */
  public boolean stopPrivately(String schedule, PersonId person) {
    return privately(schedule, person, privateSchedules::stop);
  }

  /** Has one that comes to somebody alone come no more until it goes on; whether there was one. */
  public boolean pausePrivately(String schedule, PersonId person) {
    return privately(schedule, person, each -> privateSchedules.pause(each, clock.instant(), null));
  }

  /** Lets one that comes to somebody alone go on; whether there was one. */
  public boolean resumePrivately(String schedule, PersonId person) {
    return privately(schedule, person, each -> privateSchedules.resume(each, clock.instant()));
  }

  private boolean privately(String schedule, PersonId person, Consumer<PrivateSchedule> decision) {
    var found = privatelyOf(person).stream().filter(each -> each.id().equals(schedule)).findFirst();
    found.ifPresent(decision);
    return found.isPresent();
  }

  private Optional<Posted> seen(Schedule schedule, PersonId person, Role role) {
    var channel = directory.channel(schedule.channel());
    if (channel.isEmpty() || !directory.audienceOf(person).maySee(schedule.channel())) {
      return Optional.empty();
    }
    var own = directory.accounts(person).contains(schedule.owner());
    var isIn = directory.isIn(schedule.channel(), person);
    var decides = own || role.reaches(Role.MANAGER) || isIn && role.reaches(Role.LEAD);
    return own || isIn || decides
        ? Optional.of(new Posted(schedule, channel.get(), own, decides, decides || isIn))
        : Optional.empty();
  }

  /** What comes of deciding about the digests of a channel. */
  public sealed interface Decided {

    /** It is done; this is the schedule as it is now. */
    record Done(Schedule schedule) implements Decided {}

    /** Others decide about it. */
    record NotTheirs() implements Decided {}

    /** No digest is scheduled there. */
    record Nothing() implements Decided {}
  }

  /**
   * Posts nothing more for a while.
   *
   * @param until the first day on which it is posted again by itself; null: it waits to be let go
   *     on
   */
  public Decided pause(ChannelId channel, PersonId person, Role role, @Nullable LocalDate until) {
    return decide(
        channel, person, role, schedule -> schedules.pause(schedule, clock.instant(), until));
  }

  /** Lets it go on. */
  public Decided resume(ChannelId channel, PersonId person, Role role) {
    return decide(channel, person, role, schedule -> schedules.resume(schedule, clock.instant()));
  }

  private Decided decide(
      ChannelId channel,
      PersonId person,
      Role role,
      Function<Schedule, Optional<Schedule>> decision) {
    var schedule = schedules.of(channel);
    if (schedule.isEmpty()) {
      return new Decided.Nothing();
    }
    var posted = seen(schedule.get(), person, role).filter(Posted::decides);
    if (posted.isEmpty()) {
      return new Decided.NotTheirs();
    }
    note(posted.get(), person, role);
    return decision
        .apply(schedule.get())
        .<Decided>map(Decided.Done::new)
        .orElseGet(Decided.Nothing::new);
  }

  /** Whether somebody may pause a schedule and let it go on. */
  boolean decides(Schedule schedule, PersonId person, Role role) {
    return seen(schedule, person, role).filter(Posted::decides).isPresent();
  }

  /** Ends it for good; whether there was something to end. */
  public boolean stop(ChannelId channel, PersonId person, Role role) {
    var posted = found(channel, person, role).filter(Posted::ends);
    posted.ifPresent(
        each -> {
          note(each, person, role);
          schedules.stop(channel);
        });
    return posted.isPresent();
  }

  private Optional<Posted> found(ChannelId channel, PersonId person, Role role) {
    return schedules.of(channel).flatMap(schedule -> seen(schedule, person, role));
  }

  /** What somebody does to what another wanted, by their role, stands in the audit. */
  private void note(Posted posted, PersonId person, Role role) {
    if (!posted.own() && role.reaches(Role.MANAGER)) {
      var as = role == Role.ADMINISTRATOR ? Audit.Role.ADMINISTRATOR : Audit.Role.MANAGER;
      audit.note(Deed.ROLE_USED, as, person, posted.channel().id().toString(), 0);
    }
  }
}
