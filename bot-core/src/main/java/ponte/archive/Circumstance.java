package ponte.archive;

import java.util.function.ToDoubleFunction;

/**
 * What holds for a message whatever it answers: how busy the channel is, who its author is there,
 * how it begins. The inputs of {@link LinkNetwork} for a message.
 */
enum Circumstance {
  SPEED(Surroundings::speed),
  AUTHORS(it -> Math.log1p(it.authors())),
  NEWCOMER(it -> is(it.isOfANewcomer())),
  SILENCE(it -> it.isOfANewcomer() ? 0 : Math.log1p(it.minutesOfSilence())),
  NAMES_SOMEBODY_HERE(it -> is(it.namesSomebodyHere())),
  ASKS_AT_LENGTH(it -> is(it.turn().asks() && it.turn().length() > 60)),
  LENGTH(it -> Math.log1p(it.turn().length())),
  GREETS(it -> is(it.turn().tone() == Tone.GREETS)),
  THANKS(it -> is(it.turn().tone() == Tone.THANKS)),
  REPLIES(it -> is(it.turn().tone() == Tone.REPLIES)),
  ASKS(it -> is(it.turn().asks())),
  WINDOW(it -> Math.log1p(it.candidates().size()) - 4),
  NAMED(it -> Math.log1p(it.exchanges().naming())),
  MINUTES_SINCE_NAMED(
      it -> it.lastThatNamesIt() < 0 ? 6 : Math.log1p(it.minutes(it.lastThatNamesIt()))),
  MINUTES_SINCE_ANYBODY(it -> Math.log1p(it.minutes(last(it)))),
  GOES_ON(it -> is(it.lastOfTheAuthor() == last(it))),
  SINCE_ITS_AUTHORS_LAST(it -> it.isOfANewcomer() ? 5 : it.distance(it.lastOfTheAuthor())),
  SAID_BY_ITS_AUTHOR(it -> Math.log1p(it.exchanges().saidBy(it.turn().author()))),
  NAMED_SINCE_IT_SPOKE(it -> is(it.lastThatNamesIt() > it.lastOfTheAuthor())),
  WORDS(it -> Math.log1p(it.turn().words().length)),
  WITHIN_A_MINUTE(it -> is(it.minutes(last(it)) <= 1));

  private final ToDoubleFunction<Surroundings> measure;

  Circumstance(ToDoubleFunction<Surroundings> measure) {
    this.measure = measure;
  }

  float of(Surroundings around) {
    return (float) measure.applyAsDouble(around);
  }

  private static int last(Surroundings around) {
    return around.candidates().size() - 1;
  }

  private static double is(boolean holds) {
    return holds ? 1 : 0;
  }
}
