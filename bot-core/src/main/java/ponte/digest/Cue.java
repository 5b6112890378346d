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
  OPEN_ENDED,
  DEICTIC,
  PRONOUN,
  ACTING,
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
  SIGNATURE;

  /** The title of its phrases in the lists. */
  String section() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
