package ponte.bench.company;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * How people are taken to behave. Hours are working hours of whom they concern; shares are of 1.
 *
 * @param asks questions in a channel by one person in a week
 * @param seeks who seek a colleague in a week instead of asking a channel, by one person
 * @param never the share that nobody would answer by themselves
 * @param patience the median hours until somebody answers by themselves
 * @param spread of that wait, as the standard deviation of its logarithm
 * @param agrees of those offered help, who agree that colleagues are asked
 * @param leaves who say that it is solved or to be left
 * @param look the median hours until somebody looks at what they were written
 * @param answers of those invited who know much about it, who answer; who know some answer less
 * @param declines who say pass, not my topic or later; the others say nothing
 * @param annoyed who is annoyed by one message that is about theirs, in working hours, in a week
 *     without another
 * @param stops of those who are annoyed, who do not want such messages any more
 * @param leave of those who stop, who opt out of everything
 */
record Assumptions(
    String name,
    double asks,
    double seeks,
    double never,
    double patience,
    double spread,
    double agrees,
    double leaves,
    double look,
    double answers,
    double declines,
    double annoyed,
    double stops,
    double leave) {

  /** Somebody who does not know about the question is annoyed so many times as often. */
  static final double OFF_TOPIC = 5;

  /** Out of working hours so many times as often; every other message of seven days adds one. */
  static final double OUT_OF_HOURS = 5;

  /** Who knows some about it answers so much less often than who knows much. */
  static final double KNOWS_SOME = 0.7;

  /** Who knows nothing about it answers all the same. */
  static final double KNOWS_NOTHING = 0.03;

  /** Who marks a question of theirs as done when it is answered. */
  static final double THANKS = 0.3;

  /** Who is out from the beginning; who wants to be introduced; who meets who was introduced. */
  static final double OUT = 0.03;

  static final double JOINS = 0.1;
  static final double MEETS = 0.6;

  /** In a week: who pauses for a week; who is away for the next one. */
  static final double PAUSES = 0.005;

  static final double AWAY = 0.03;

  /** Of those who seek a colleague, who have heard of one. */
  static final double NAMES = 0.2;

  /** Of the open questions of a digest with a colleague proposed, those to which readers press. */
  static final double SUGGESTS = 0.5;

  /** Who has accounts in both workspaces. */
  static final double TWO_ACCOUNTS = 0.05;

  static final Assumptions USUAL =
      new Assumptions(
          "usual", 0.08, 0.02, 0.13, 0.55, 2.0, 0.55, 0.15, 0.5, 0.5, 0.35, 0.01, 0.5, 0.2);

  static final Assumptions PESSIMISTIC =
      new Assumptions(
          "pessimistic", 0.08, 0.02, 0.25, 1.0, 2.0, 0.3, 0.3, 2, 0.2, 0.3, 0.04, 0.8, 0.4);

  static final Assumptions OPTIMISTIC =
      new Assumptions(
          "optimistic", 0.08, 0.02, 0.08, 0.5, 2.0, 0.75, 0.1, 0.25, 0.7, 0.25, 0.004, 0.3, 0.1);

  /** Who ask and seek so much and bear so little that what can go wrong does in a few weeks. */
  static final Assumptions EAGER =
      new Assumptions("eager", 0.6, 0.4, 0.35, 3, 1.5, 0.45, 0.2, 2, 0.25, 0.4, 0.06, 0.6, 0.35);

  static Assumptions named(String name) {
    return Stream.of(USUAL, PESSIMISTIC, OPTIMISTIC, EAGER)
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody behaves like " + name));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "people: %s; a person asks %.2f questions a week; %.0f %% of them nobody would answer, the"
            + " others after %.1f working hours (median, log-normal, sigma %.1f)%n"
            + "  help is agreed to by %.0f %%, declined by %.0f %%; messages are looked at after"
            + " %.2f working hours%n"
            + "  an invited colleague who knows much answers with %.0f %%, who knows some with"
            + " %.0f %%, who knows nothing with %.0f %%; %.0f %% decline, the others are silent%n"
            + "  a message annoys %.1f %%, x%.0f where they know nothing of it, x%.0f out of hours,"
            + " x(1 + others in 7 days); of the annoyed %.0f %% stop that kind, of these %.0f %%"
            + " opt out%n"
            + "  %.0f %% are out from the start, %.0f %% want introductions (%.0f %% meet); in a"
            + " week %.1f %% pause for a week, %.0f %% are away for one; %.0f %% have two accounts%n"
            + "  in a week %.0f %% seek a colleague instead of asking a channel, %.0f %% of them one"
            + " whose name they know; under %.0f %% of the open questions in a digest somebody"
            + " presses that the colleague proposed be invited",
        name,
        asks,
        100 * never,
        patience,
        spread,
        100 * agrees,
        100 * leaves,
        look,
        100 * answers,
        100 * answers * KNOWS_SOME,
        100 * KNOWS_NOTHING,
        100 * declines,
        100 * annoyed,
        OFF_TOPIC,
        OUT_OF_HOURS,
        100 * stops,
        100 * leave,
        100 * OUT,
        100 * JOINS,
        100 * MEETS,
        100 * PAUSES,
        100 * AWAY,
        100 * TWO_ACCOUNTS,
        100 * seeks,
        100 * NAMES,
        100 * SUGGESTS);
  }
}
