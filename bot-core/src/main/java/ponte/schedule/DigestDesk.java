package ponte.schedule;

import java.time.Clock;
import ponte.consent.Preferences;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.introduction.ChannelLanguage;
import ponte.nudge.Gate;
import ponte.store.Queue;
import ponte.store.Records;

/** Those who see to digests that come again and again, put together. */
public record DigestDesk(
    DigestSchedules schedules,
    PrivateDigests privately,
    DueDigests due,
    DuePrivateDigests duePrivately,
    Previews previews) {

  /** What they stand on. */
  public record Ground(
      Records records,
      Queue queue,
      Directory directory,
      Preferences preferences,
      Gate gate,
      ChannelLanguage languages,
      Roles roles,
      Clock clock) {}

  /** Puts them together. */
  public static DigestDesk of(
      Ground ground,
      ScheduleBoard board,
      Schedules schedules,
      PrivateSchedules privateSchedules,
      PostedDigests posted,
      DigestPosts posts,
      DigestLetters letters,
      Digests digests,
      ScheduleRules rules) {
    var directory = ground.directory();
    var clock = ground.clock();
    var scheduled =
        new ScheduledPosts(posted, posts, digests, directory, ground.languages(), clock);
    var coming = new ComingPosts(ground.records());
    var replies = new PreviewReplies(scheduled, digests);
    var previews =
        new Previews(
            schedules,
            scheduled,
            coming,
            replies,
            directory,
            ground.preferences(),
            ground.gate(),
            ground.queue(),
            rules,
            clock);
    var privately =
        new PrivateDigests(
            privateSchedules, digests, directory, ground.preferences(), rules.mostPrivate(), clock);
    return new DigestDesk(
        new DigestSchedules(
            schedules,
            previews,
            new ComingDigests(schedules, scheduled, coming, replies, directory, clock),
            privately,
            new DigestPauses(board, privately, directory, ground.roles(), clock),
            digests,
            directory,
            clock),
        privately,
        new DueDigests(
            schedules,
            scheduled,
            coming,
            previews,
            digests,
            directory,
            ground.preferences(),
            clock),
        new DuePrivateDigests(
            privateSchedules,
            privately,
            letters,
            directory,
            ground.preferences(),
            ground.gate(),
            clock),
        previews);
  }
}
