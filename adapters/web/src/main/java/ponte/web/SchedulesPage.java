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
   */
  public record Posted(ScheduleBoard.Posted seen, String when, State state) {}

  /**
   * How it is at this moment.
   *
   * @param words when it comes next, or since when it is paused
   */
  public record State(boolean paused, String words) {}

  /**
   * One for the reader alone.
   *
   * @param of the names of its channels that the reader may open; empty: all of theirs
   */
  public record Privately(PrivateSchedule schedule, List<String> of, String when, State state) {
    public Privately {
      of = List.copyOf(of);
    }
  }
}
