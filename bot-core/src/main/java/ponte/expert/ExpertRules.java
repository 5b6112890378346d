package ponte.expert;

import java.time.Duration;

/**
 * How experts are found and shown.
 *
 * @param people how many are shown, 1 to {@code most}
 * @param most how many are shown at most where somebody asks for more
 * @param conversations how many conversations about the topic are looked at, the most relevant ones
 * @param votes how much taking part in a conversation says about a person
 * @param evidence how much there must be to name somebody
 * @param feedback how much colleagues move each other by what they say
 * @param routing whom to ask a question for which somebody waits
 */
public record ExpertRules(
    int people,
    int most,
    int conversations,
    Votes votes,
    Evidence evidence,
    Feedback feedback,
    Routing routing) {

  /**
   * What a conversation says about those who took part in it.
   *
   * @param opening the worth of having opened it, where an answer is worth 1
   * @param asking the worth of having only asked in what somebody else opened, 0 to 1
   * @param thanked how much more an answer is worth that was thanked or ticked
   * @param elsewhere what a conversation of another channel is worth, where the question is asked
   *     in a channel, 0 to 1. Tuned on the train questions of four replays, where 0.2 to 0.5 are
   *     within .01 MRR
   * @param halfLife after which a conversation counts half. Tuned on the train questions of seven
   *     replays: from 30 to 180 days MRR rose from .43 to .50 over five years of a research
   *     institute, and stayed within .02 in the year-long ones; beyond it changed nothing
   * @param longTopic from so many terms on, relevance counts squared: many words find much that is
   *     beside the point
   */
  public record Votes(
      double opening,
      double asking,
      double thanked,
      double elsewhere,
      Duration halfLife,
      int longTopic) {

    public static final Votes DEFAULT = new Votes(0.3, 0.5, 0.5, 0.4, Duration.ofDays(180), 5);

    public Votes {
      if (opening < 0 || opening > 1 || asking < 0 || asking > 1) {
        throw new IllegalArgumentException(
            "opening and asking are " + opening + " and " + asking + ", must be 0 to 1");
      }
      if (thanked < 0) {
        throw new IllegalArgumentException("thanked is " + thanked + ", must be 0 or more");
      }
      if (elsewhere < 0 || elsewhere > 1) {
        throw new IllegalArgumentException("elsewhere is " + elsewhere + ", must be 0 to 1");
      }
      if (halfLife.isNegative() || halfLife.isZero()) {
        throw new IllegalArgumentException("halfLife is " + halfLife + ", must be more than 0");
      }
    }
  }

  /**
   * What makes a name more than a guess.
   *
   * @param pieces conversations about the topic that a person took part in, at least
   * @param coverage how much of the topic must come up in a conversation for it to be about the
   *     topic, as {@link ponte.archive.Found#coverage} tells it, where the topic is short
   * @param words of a longer topic it is enough that so many of its words come up, by their worth
   * @param leastCoverage but never less than this: better nobody than a weak name. With the three
   *     at 0.5, 5 and 0.3 somebody was named for 18 of 100 whole questions out of a workspace of
   *     another subject, and for 71 of 100 of its own; with 0.5, 3 and 0.25 for 34 and 86
   * @param partly so much of that coverage is a trace of the topic, for people say "the invoice"
   *     who were asked about electronic invoices: where one conversation at least is about it, one
   *     trace more than {@code pieces} is enough
   * @param share of the best person's score that the others must reach
   * @param shown conversations shown as evidence, at most
   * @param quote characters of a quote, at most
   * @param strong answers about the topic from which on somebody surely knows about it
   */
  public record Evidence(
      int pieces,
      double coverage,
      double words,
      double leastCoverage,
      double partly,
      double share,
      int shown,
      int quote,
      int strong) {

    public static final Evidence DEFAULT = new Evidence(2, 0.5, 5, 0.3, 0.6, 0.1, 2, 200, 4);

    public Evidence {
      if (leastCoverage < 0 || leastCoverage > coverage || coverage > 1) {
        throw new IllegalArgumentException(
            "leastCoverage and coverage are "
                + leastCoverage
                + " and "
                + coverage
                + ", must be 0 to 1, the least first");
      }
      if (pieces < 1 || shown < 1 || quote < 20 || strong < 1) {
        throw new IllegalArgumentException(
            "pieces, shown and strong must be 1 or more, quote 20 or more: "
                + pieces
                + ", "
                + shown
                + ", "
                + strong
                + ", "
                + quote);
      }
    }

    /** The coverage from which on a conversation is about a topic of so many terms. */
    double coverage(int terms) {
      return Math.max(leastCoverage, Math.min(coverage, words / Math.max(1, terms)));
    }
  }

  /**
   * How what colleagues say counts, and how the load is spread. None of it is measured: it is set
   * so that one colleague moves somebody by less than what divides two who really differ.
   *
   * @param step what is left of a score with each colleague who doubts that somebody is right for a
   *     topic, the first one not counted; with each who says that they helped, it grows by the same
   *     share. Above 0 to 1, where 1 counts nobody
   * @param most how many colleagues count at most, either way
   * @param halfLife after which what a colleague said counts half
   * @param own how much a score grows of who says themselves that they know about a topic, 0 to 1
   * @param noTime for so long it holds that somebody was said to have no time
   * @param lately for so long it counts that somebody was asked for help, at most {@link
   *     Requests#MEMORY}
   * @param near who was asked lately comes after others who have so much less of a score, as a
   *     share of it, 0 to less than 1; 0 spreads no load
   */
  public record Feedback(
      double step,
      int most,
      Duration halfLife,
      double own,
      Duration noTime,
      Duration lately,
      double near) {

    public static final Feedback DEFAULT =
        new Feedback(
            0.85, 4, Duration.ofDays(180), 0.1, Duration.ofDays(21), Duration.ofDays(14), 0.2);

    public Feedback {
      if (step <= 0 || step > 1) {
        throw new IllegalArgumentException("step is " + step + ", must be above 0, at most 1");
      }
      if (most < 1) {
        throw new IllegalArgumentException("most is " + most + ", must be 1 or more");
      }
      if (halfLife.isNegative() || halfLife.isZero()) {
        throw new IllegalArgumentException("halfLife is " + halfLife + ", must be more than 0");
      }
      if (own < 0 || own > 1) {
        throw new IllegalArgumentException("own is " + own + ", must be 0 to 1");
      }
      if (noTime.isNegative() || lately.isNegative() || lately.compareTo(Requests.MEMORY) > 0) {
        throw new IllegalArgumentException(
            "noTime and lately are "
                + noTime
                + " and "
                + lately
                + ", must be 0 or more, lately at most "
                + Requests.MEMORY);
      }
      if (near < 0 || near >= 1) {
        throw new IllegalArgumentException("near is " + near + ", must be 0 to less than 1");
      }
    }
  }

  /**
   * What makes somebody answer: that they answered such questions, that they take part in what is
   * talked about now, and at this time of the day.
   *
   * <p>Tuned on the train questions of seven replays, the mean of their MRR; every number may be
   * half or twice as large within .01.
   *
   * @param asking the worth of having opened a conversation with a question, or of having asked
   *     only in another one's, where telling is worth 1, 0 to 1
   * @param elsewhere what a conversation of another channel is worth, where the question is asked
   *     in a channel, 0 to 1
   * @param relevance the power of a conversation's relevance, relative to the best one's, that
   *     counts, above 0
   * @param fading a conversation counts (1 + its age) to minus this power, 0 or more
   * @param pace ages count in days where half of what was written in the last conversations is 40
   *     days old; elsewhere in the workspace's own pace, to this power, 0 to 1: at 0 in days
   *     everywhere, at 0.5 in pairs of days where it is four times as old
   * @param daytime how much more somebody's last word in a conversation counts that fell on this
   *     very time of the day, as a share, 0 or more; towards other times it is less, by a bell
   * @param around the standard deviation of that bell, above 0, at most 12 hours
   * @param latest how many of the last conversations tell who takes part, of the channel and of all
   *     that the asker may see
   * @param joined the weight of taking part, where the most knowledge weighs 1, 0 or more
   * @param seen the weight of having written right now, 0 or more
   * @param known the weight of the score by {@link Votes}, relative to the best one's, 0 or more
   */
  public record Routing(
      double asking,
      double elsewhere,
      double relevance,
      double fading,
      double pace,
      double daytime,
      Duration around,
      int latest,
      double joined,
      double seen,
      double known) {

    public static final Routing DEFAULT =
        new Routing(0.6, 0.2, 1.5, 0.6, 0.5, 3, Duration.ofHours(3), 200, 0.3, 0.2, 0.2);

    public Routing {
      if (asking < 0 || asking > 1 || elsewhere < 0 || elsewhere > 1) {
        throw new IllegalArgumentException(
            "asking and elsewhere are " + asking + " and " + elsewhere + ", must be 0 to 1");
      }
      if (fading < 0 || daytime < 0 || joined < 0 || seen < 0 || known < 0) {
        throw new IllegalArgumentException(
            "fading, daytime, joined, seen and known must be 0 or more: "
                + fading
                + ", "
                + daytime
                + ", "
                + joined
                + ", "
                + seen
                + ", "
                + known);
      }
      if (relevance <= 0) {
        throw new IllegalArgumentException("relevance is " + relevance + ", must be above 0");
      }
      if (pace < 0 || pace > 1) {
        throw new IllegalArgumentException("pace is " + pace + ", must be 0 to 1");
      }
      if (!around.isPositive() || around.compareTo(Duration.ofHours(12)) > 0) {
        throw new IllegalArgumentException(
            "around is " + around + ", must be above 0, at most 12 hours");
      }
      if (latest < 1) {
        throw new IllegalArgumentException("latest is " + latest + ", must be 1 or more");
      }
    }
  }

  public static final ExpertRules DEFAULT =
      new ExpertRules(
          3, 5, 200, Votes.DEFAULT, Evidence.DEFAULT, Feedback.DEFAULT, Routing.DEFAULT);

  public ExpertRules {
    if (people < 1 || people > most) {
      throw new IllegalArgumentException("people is " + people + ", must be 1 to " + most);
    }
    if (conversations < 1) {
      throw new IllegalArgumentException(
          "conversations is " + conversations + ", must be 1 or more");
    }
  }
}
