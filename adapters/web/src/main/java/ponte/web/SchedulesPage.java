package ponte.web;

import java.util.List;
import ponte.schedule.PrivateSchedule;
import ponte.schedule.ScheduleBoard;

/**
 * The page of digests that are posted, or sent to the reader, again and again.
 *
 * @param posted those of channels
 * @param privately those for the reader alone
 * @param done what has just been done, in the reader's language; empty: nothing
 */
public record SchedulesPage(
    Reader reader, List<Posted> posted, List<Privately> privately, String done) {

  public SchedulesPage {
    posted = List.copyOf(posted);
    privately = List.copyOf(privately);
  }

  /**
   * One of a channel.
   *
   * @param when its rhythm, in words
   * @param next when it comes next, in words
   */
  public record Posted(ScheduleBoard.Posted seen, String when, String next) {}

  /**
   * One for the reader alone.
   *
   * @param of the names of its channels that the reader may open; empty: all of theirs
   */
  public record Privately(PrivateSchedule schedule, List<String> of, String when, String next) {
    public Privately {
      of = List.copyOf(of);
    }
  }
}
