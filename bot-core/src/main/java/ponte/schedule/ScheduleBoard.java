package ponte.schedule;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    var found = privatelyOf(person).stream().filter(each -> each.id().equals(schedule)).findFirst();
    found.ifPresent(privateSchedules::stop);
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

  /** Posts nothing more until it goes on; whether there was something to decide about. */
  public boolean pause(ChannelId channel, PersonId person, Role role) {
    return decided(channel, person, role)
        .map(posted -> schedules.pause(posted.schedule(), clock.instant()))
        .orElse(false);
  }

  /** Lets it go on; whether there was something to decide about. */
  public boolean resume(ChannelId channel, PersonId person, Role role) {
    return decided(channel, person, role)
        .map(posted -> schedules.resume(posted.schedule(), clock.instant()))
        .orElse(false);
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

  private Optional<Posted> decided(ChannelId channel, PersonId person, Role role) {
    var posted = found(channel, person, role).filter(Posted::decides);
    posted.ifPresent(each -> note(each, person, role));
    return posted;
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
