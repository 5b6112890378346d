package ponte.digest;

import java.time.Duration;

/**
 * The numbers a digest is made with.
 *
 * <p>{@link #DEFAULT} holds the defaults. The weights were set by hand on racket and elm weeks and
 * judged by reading; a grid over three development sets moved ROUGE by less than its noise, so they
 * stay round numbers.
 */
public record DigestRules(
    Span span,
    Lines lines,
    Fit fit,
    Opening opening,
    Outcome outcome,
    Rank rank,
    Open open,
    Small small,
    Trend trend,
    Whole whole) {

  /** The same where whatever was said may matter, however few said it. */
  DigestRules ofFew() {
    return new DigestRules(
        span, lines, fit, opening, outcome, rank.ofFew(), open, small, trend, whole);
  }

  /**
   * The same with so many discussions and open questions, however sure their headlines are, and no
   * decisions told apart.
   */
  DigestRules ofMany(int most) {
    return new DigestRules(
        span,
        lines,
        fit,
        opening,
        outcome,
        rank.ofAll(),
        open,
        small,
        trend,
        new Whole(most, 0, most, whole.small()));
  }

  public static final DigestRules DEFAULT =
      new DigestRules(
          new Span(Duration.ofDays(7), 30, Duration.ofDays(28), 20_000, 5_000, 10, 3),
          new Lines(10, 6, 3, 3, 45, 45),
          new Fit(0.9, 2, 0.08, 0.4, 1, 1, 1, 1.5, 1, 1, 0.8, 0.8, 5, 30, 3, 6, 2, 0.07),
          new Opening(
              1, 0.6, 0.3, 0.5, 0.3, 3, 0.1, 0.6, 0.8, 0.4, 3, 0.05, 1.5, -0.75, -0.35, -0.5),
          new Outcome(
              0.6, 0.35, 3, 1, 0.8, 0.3, 0.2, 0.3, 0.5, 0.4, 1, 0.1, 1.5, 0.06, -0.75, 0.65, 0.4,
              -0.5),
          new Rank(0.9, 0.3, 1.2, 0.8, 0.4, 0.4, 0.8, 0.3, 0.35, 1, 2, 3, 2.3),
          new Open(
              Duration.ofHours(24), Duration.ofMinutes(20), Duration.ofDays(7), Duration.ofDays(3)),
          new Small(3, 2, 2, 3),
          new Trend(3, 3, 6, 10.83, 12, 5),
          new Whole(10, 5, 5, 5));

  /**
   * How far a digest looks.
   *
   * @param usual how far back, where nobody says
   * @param mostDays most days a digest covers
   * @param memory how far before the span a topic counts as known
   * @param mostMessages most messages read of the span: the latest ones
   * @param mostRemembered most messages read of the time before it
   * @param fewestMessages with fewer there is no digest
   * @param fewestPeople with fewer there is no digest
   */
  public record Span(
      Duration usual,
      int mostDays,
      Duration memory,
      int mostMessages,
      int mostRemembered,
      int fewestMessages,
      int fewestPeople) {}

  /**
   * How much a digest says.
   *
   * @param most most lines altogether, a discussion with its outcome being one
   * @param discussions most main discussions
   * @param decisions most decisions
   * @param open most open questions
   * @param headlineWords a headline is cut after so many words
   * @param outcomeWords an outcome is cut after so many words
   */
  public record Lines(
      int most, int discussions, int decisions, int open, int headlineWords, int outcomeWords) {}

  /**
   * What a sentence loses that cannot stand alone.
   *
   * @param leaning points at what was said before ("It", "in this file")
   * @param tooShort has fewer than {@code fewestWords}
   * @param eachTooLong for each word over {@code mostWords}
   * @param thin for each word of content under {@code fewestTerms}
   * @param brackets has more than {@code mostBrackets}, starts with one, or leaves one open
   * @param symbols has a larger share of symbols than {@code mostSymbols}, as code does
   * @param announcing ends with a colon or a semicolon
   * @param meta talks about talking ("can I ask")
   * @param wordless has nothing but names, links and code
   * @param fragment was broken off, or is a clause that needs another
   * @param hesitant says a word twice, or has more phrases of thinking aloud than {@code
   *     mostHesitant}
   * @param toPartner speaks to the one who was spoken with ("you said")
   */
  public record Fit(
      double leaning,
      double tooShort,
      double eachTooLong,
      double thin,
      double brackets,
      double symbols,
      double announcing,
      double meta,
      double wordless,
      double fragment,
      double hesitant,
      double toPartner,
      int fewestWords,
      int mostWords,
      int fewestTerms,
      int mostBrackets,
      int mostHesitant,
      double mostSymbols) {}

  /**
   * How the sentence that opens a conversation is chosen.
   *
   * @param mark ends with a question mark
   * @param cue is worded as a question
   * @param rising has the mark and not the words, in a language whose questions have their own
   * @param central how central it is
   * @param eachKeyTerm for each of the conversation's key terms, {@code mostKeyTerms} at most
   * @param eachIndex lost for each sentence before it
   * @param later lost where it is not in the first turn
   * @param noKeyTerm lost where it has no key term
   * @param other lost where it is not the opener's
   * @param turns so many turns are the beginning of a conversation
   * @param eachTurn lost for each turn after the beginning
   * @param mostTurns most that is lost so
   * @param fitQuestion a question is only a headline if it is fitter than that
   * @param fitStatement so is what asks nothing
   * @param least a conversation whose best sentence is worth less is not shown
   */
  public record Opening(
      double mark,
      double cue,
      double rising,
      double central,
      double eachKeyTerm,
      int mostKeyTerms,
      double eachIndex,
      double later,
      double noKeyTerm,
      double other,
      int turns,
      double eachTurn,
      double mostTurns,
      double fitQuestion,
      double fitStatement,
      double least) {}

  /**
   * How the sentence that answers is chosen.
   *
   * @param central how central it is
   * @param eachShared for each term shared with the opening, {@code mostShared} at most
   * @param repeating lost where it only repeats the opening
   * @param thanked was thanked for, in words within two turns or by a reaction
   * @param first is the first of its turn
   * @param code has code
   * @param link has a link
   * @param next is said right after the opening, by the first one to speak
   * @param advice tells what to do
   * @param unrelated lost where it shares no term with the opening
   * @param loose lost instead where it is said right after it, or the platform holds both together
   * @param noAnswer lost where it is said below questions and answers none ("same here")
   * @param eachTurn lost for each turn between the opening and it
   * @param fit what is not fitter than that is not shown
   * @param least what is worth less is not shown
   * @param remark so much more it has to be worth where nothing was asked
   * @param sure what is less sure to answer by {@link ReplyOdds} is not shown
   */
  public record Outcome(
      double central,
      double eachShared,
      int mostShared,
      double repeating,
      double thanked,
      double first,
      double code,
      double link,
      double next,
      double advice,
      double unrelated,
      double loose,
      double noAnswer,
      double eachTurn,
      double fit,
      double least,
      double remark,
      double sure) {}

  /**
   * How discussions are ranked.
   *
   * @param question opens with a real question
   * @param noQuestion lost where it does not
   * @param people times the logarithm of 1 + people
   * @param turns times the logarithm of 1 + turns
   * @param words times the logarithm of 1 + words / 20
   * @param reactions times the logarithm of 1 + those who reacted to what others wrote
   * @param novelty times the share of key terms that are new
   * @param link has a link
   * @param fit times how well its opening stands alone
   * @param noOutcome lost where there is no outcome
   * @param fewestPeople with fewer it is no discussion
   * @param fewestMessages with fewer it is one only if a question got its answer
   * @param sure a headline that is less sure to tell it by {@link HeadlineOdds} is not shown
   */
  public record Rank(
      double question,
      double noQuestion,
      double people,
      double turns,
      double words,
      double reactions,
      double novelty,
      double link,
      double fit,
      double noOutcome,
      int fewestPeople,
      int fewestMessages,
      double sure) {

    /** The same however sure a headline is. */
    Rank ofAll() {
      return of(fewestPeople, fewestMessages);
    }

    /** The same where whatever was said may matter, however few said it. */
    Rank ofFew() {
      return of(1, 1);
    }

    private Rank of(int leastPeople, int leastMessages) {
      return new Rank(
          question,
          noQuestion,
          people,
          turns,
          words,
          reactions,
          novelty,
          link,
          fit,
          noOutcome,
          leastPeople,
          leastMessages,
          Double.NEGATIVE_INFINITY);
    }
  }

  /**
   * When a question counts as open.
   *
   * @param after it has been there for so long
   * @param near who writes within this time after it is taken to answer, unless they speak to
   *     another
   * @param next the same where people use no threads, unless they talk with others there
   * @param named so is whoever names the asker, within this time
   */
  public record Open(Duration after, Duration near, Duration next, Duration named) {}

  /**
   * What a digest tells beside discussions, decisions and questions.
   *
   * @param lines so many lines are kept for it, where there is as much of different kinds; never
   *     more than a third of all
   * @param each most lines of each kind
   * @param thankers so many must have thanked somebody to be several, 2 or more
   * @param celebrating so many must have celebrated something
   */
  public record Small(int lines, int each, int thankers, int celebrating) {}

  /**
   * When a topic rises, and when it went quiet.
   *
   * @param times it is so many times as much spoken of as in the weeks before
   * @param people by so many
   * @param messages in so many messages
   * @param surprise so surprising it must be, as a log-likelihood ratio
   * @param before so many messages were about what went quiet
   * @param missed so many would have been within the span, had it gone on
   */
  public record Trend(
      double times, int people, int messages, double surprise, int before, double missed) {}

  /**
   * How much a digest says where somebody wants all of it; a message of a platform holds no more.
   *
   * @param discussions most discussions and questions answered
   * @param decisions most decisions
   * @param open most open questions
   * @param small most lines of any other kind
   */
  public record Whole(int discussions, int decisions, int open, int small) {}
}
