package ponte.listening;

import java.time.Duration;

/** The numbers by which Ponte listens; {@link #DEFAULT} holds the defaults. */
public record ListeningRules(Reach reach, Trends trends) {

  public static final ListeningRules DEFAULT =
      new ListeningRules(
          new Reach(Duration.ofDays(28), Duration.ofDays(28), 20_000, 250_000),
          new Trends(3, 3, 2, 5, 2, 2, 10.83, 12));

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
   * @param people by so many
   * @param channels in so many channels
   * @param alone in a single channel it needs so many people instead
   * @param conversations in so many conversations: in one it is a discussion, and no trend
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
}
