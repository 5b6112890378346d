package ponte.archive;

import java.util.function.ToDoubleFunction;

/**
 * What speaks for and against a {@link Candidate}: the inputs of {@link LinkNetwork} for each.
 *
 * <p>Most are those of Elsner and Charniak ("You talking to me?", ACL 2008) and Kummerfeld et al.
 * ("A Large-Scale Corpus for Conversation Disentanglement", ACL 2019).
 */
enum Clue {
  BY_ITS_AUTHOR(it -> is(it.isByItsAuthor())),
  SPOKEN_TO(it -> is(it.isSpokenTo())),
  ANOTHER_SPOKEN_TO(
      it -> is(it.isByAnother() && !it.isSpokenTo() && it.around().namesSomebodyHere())),
  SPEAKS_TO_IT(it -> is(it.speaksToIt())),
  SPEAKS_TO_A_THIRD(it -> is(it.isByAnother() && !it.speaksToIt() && !it.namesNobody())),
  BOTH_NAME_SOMEBODY(it -> is(it.isByAnother() && it.bothNameSomebody())),
  OF_A_PARTNER(it -> is(it.isByAnother() && it.around().isOfAPartner(it.index()))),
  ASKS(it -> is(it.isByAnother() && it.message().asks())),
  SPEAKS_TO_OTHERS_NOW(
      it -> is(it.isByItsAuthor() && !it.turn().mentions().isEmpty() && !it.bothNameSomebody())),
  MINUTES(it -> Math.log1p(it.minutes())),
  OVER_A_DAY(it -> is(it.minutes() > 24 * 60)),
  DISTANCE(it -> it.around().distance(it.index())),
  SHARED_WORDS(it -> it.words().weight(it.index())),
  RAREST_WORD(it -> it.words().rarest(it.index())),
  WITHIN_HALF_AN_HOUR(it -> is(it.minutes() <= 30)),
  OTHERS_SINCE(it -> Math.log1p(it.exchanges().othersSince(it.index()))),
  OWN_SINCE(it -> Math.log1p(it.exchanges().ownSince(it.index()))),
  OF_ITS_AUTHOR_SINCE(it -> Math.log1p(it.exchanges().ofItsAuthorSince(it.index()))),
  MINUTES_SINCE_THEY_SPOKE(it -> it.isByItsAuthor() ? 0 : Math.log1p(it.minutesSinceTheySpoke())),
  ANSWERS_SINCE(it -> Math.log1p(it.exchanges().answersSince(it.index()))),
  THANKS(it -> is(it.message().tone() == Tone.THANKS)),
  LENGTH(it -> Math.log1p(it.message().length()) - 4),
  RAREST_WORD_OF_ITS_AUTHOR(it -> it.words().rarestOf(it.message().author())),
  SAID_BY_ITS_AUTHOR(it -> Math.log1p(it.exchanges().saidBy(it.message().author()))),
  NAMES_NOBODY(it -> is(it.namesNobody())),
  NOBODY_IS_NAMED(it -> is(it.nobodyIsNamed())),
  OF_THE_LAST_PARTNER(
      it -> is(it.isByAnother() && it.exchanges().isLastPartner(it.message().author()))),
  BEFORE_ITS_AUTHORS_LAST(it -> is(it.index() < it.around().lastOfTheAuthor())),
  GOES_ON_NAMING_NOBODY(it -> is(it.isByItsAuthor() && it.nobodyIsNamed())),

  /** Chosen, not fitted: it costs no set much, and a question that is joined to another is lost. */
  BOTH_ASK_OF_OTHER_THINGS(it -> is(it.bothAsk() && it.isOfOtherThings())),

  /**
   * Chosen like that: over a night talk goes on where somebody is named. Who speaks of the same
   * every other day does so anew.
   */
  OVER_NIGHT(it -> is(it.minutes() > 8 * 60 && !it.isSpokenTo() && !it.speaksToIt()));

  private final ToDoubleFunction<Candidate> measure;

  Clue(ToDoubleFunction<Candidate> measure) {
    this.measure = measure;
  }

  float of(Candidate candidate) {
    return (float) measure.applyAsDouble(candidate);
  }

  private static double is(boolean holds) {
    return holds ? 1 : 0;
  }
}
