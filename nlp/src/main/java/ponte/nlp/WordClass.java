package ponte.nlp;

/** What a word does in a group of words about one thing. */
enum WordClass {
  /** A noun, a name, or code. */
  NOUN,
  ADJECTIVE,
  /** An Italian preposition that joins nouns: {@code di} and its kin. */
  LINK,
  /** Anything else; a group ends here. */
  OTHER
}
