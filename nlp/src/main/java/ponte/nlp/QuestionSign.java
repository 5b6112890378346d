package ponte.nlp;

/** How plainly a sentence shows that it asks something. */
public enum QuestionSign {
  /** Nothing in it asks. */
  NONE,
  /** It is worded like a question, without a question mark. */
  CUE,
  /** It ends with a question mark. */
  MARK
}
