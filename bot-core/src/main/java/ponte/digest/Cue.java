package ponte.digest;

/** A kind of phrase that tells a digest something; the phrases are listed by language. */
enum Cue {
  GREETING,
  EVERYBODY,
  FILLER,
  FILLER_BEFORE_COMMA,
  FILLER_BEFORE_WORD,
  NO_FILLER_BEFORE,
  LEANING,
  YES_NO,
  DEICTIC,
  PRONOUN,
  IMPERSONAL,
  SUBJECTLESS,
  TO_PARTNER,
  SUBORDINATE,
  MAIN_CLAUSE,
  UNFINISHED,
  HESITANT,
  TRAILING,
  ASIDE,
  CONDITION,
  NO_ANSWER,
  ADVICE,
  ASKING,
  META,
  THANKS,
  SOLVED,
  UNSOLVED,
  DECISION,
  DECISION_START,
  DECISION_ANNOUNCED,
  UNDECIDED,
  TO_ONE,
  TO_ALL,
  NAME_IS_SUBJECT,
  SIGNATURE,
  PROMISE,
  PROMISE_DATED,
  PROMISE_LEANING,
  NO_PROMISE,
  NO_THANKS,
  CONGRATULATION,
  DUE_TODAY,
  DUE_TOMORROW,
  DUE_DAY_AFTER,
  DUE_END_OF_WEEK,
  DUE_NEXT_WEEK,
  DUE_END_OF_MONTH,
  DUE_BEFORE,
  NOT_DUE;

  /** The title of its phrases in the lists. */
  String section() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
