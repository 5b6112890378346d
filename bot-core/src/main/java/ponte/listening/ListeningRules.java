package ponte.listening;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;

/** The numbers by which Ponte listens; {@link #DEFAULT} holds the defaults. */
public record ListeningRules(
    Reach reach, Trends trends, Words words, Asking asking, Risks risks, Weekly weekly) {

  public static final ListeningRules DEFAULT =
      new ListeningRules(
          new Reach(Duration.ofDays(28), Duration.ofDays(28), 20_000, 150_000),
          new Trends(3, 3, 2, 5, 3, 3, 6.63, 12),
          new Words(3, 2, 12),
          new Asking(Duration.ofDays(180), 0.3, 3, 3, Duration.ofDays(14), 10, 2),
          new Risks(3, 3, 0.8, 0.5, 10),
          new Weekly(DayOfWeek.MONDAY, LocalTime.of(9, 0)));

  /**
   * How far it listens.
   *
   * @param usual how far back, where nobody says
   * @param history a topic is held against so long a time before
   * @param ofChannel most messages read of one channel: the latest ones
   * @param ofAll most messages read altogether
   */
  public record Reach(Duration usual, Duration history, int ofChannel, int ofAll) {}

  /**
   * When a topic rises, and, the other way round, when it fades. A mention is a person on a day:
   * what somebody says again in the same hour is no news.
   *
   * @param times it has so many times its own rate of mentions
   * @param people by so many, and so many in one conversation
   * @param channels in so many channels
   * @param alone in a single channel it needs so many people instead
   * @param conversations in so many talks apart: in one it is a discussion, and no trend; all but
   *     one of these people, and more, must speak of it without the longest one, and without one
   *     day
   * @param days on so many days
   * @param surprise so surprising it must be, as a log-likelihood ratio
   * @param shown most topics of each direction
   */
  public record Trends(
      double times,
      int people,
      int channels,
      int alone,
      int conversations,
      int days,
      double surprise,
      int shown) {}

  /**
   * When a word has come into use.
   *
   * @param people so many use it
   * @param conversations in so many conversations
   * @param shown most words
   */
  public record Words(int people, int conversations, int shown) {}

  /**
   * When a question keeps coming back.
   *
   * @param span how far back it is looked for
   * @param likeness so alike two questions are one, as the cosine of their terms, 0 to 1
   * @param times so often it was asked
   * @param people by so many
   * @param apart the first time and the last lie so far apart at least
   * @param shown most questions
   * @param answers most earlier answers to each
   */
  public record Asking(
      Duration span,
      double likeness,
      int times,
      int people,
      Duration apart,
      int shown,
      int answers) {}

  /**
   * When there is demand for a topic and hardly anybody to meet it.
   *
   * @param questions it came up in so many questions
   * @param people of so many
   * @param share one person answered so large a share of those that were answered, and nobody else
   *     more than one
   * @param unanswered or so large a share nobody answered, and nobody answered more than one
   * @param shown most topics
   */
  public record Risks(int questions, int people, double share, double unanswered, int shown) {}

  /** When those are told who want to be told every week, on their own clocks. */
  public record Weekly(DayOfWeek day, LocalTime at) {}
}
