package ponte.expert;

/** Where somebody stands when an asker looks for those who know about a topic. */
sealed interface Standing {

  /**
   * They are named.
   *
   * @param place 1 for the first
   */
  record Named(int place) implements Standing {}

  /** They are shown because they say so themselves. */
  record Declared() implements Standing {}

  /** The asker said that they are not the one. */
  record Refused() implements Standing {}

  /**
   * Others come first.
   *
   * @param rested whether they would be named if they had not been asked lately
   */
  record Behind(boolean rested) implements Standing {}

  /**
   * Too little speaks for them.
   *
   * @param conversations about the topic in which they took part
   * @param answered those of them that somebody else had opened
   */
  record Unproven(int conversations, int answered) implements Standing {}

  /**
   * They were there often enough, but said too little on it themselves.
   *
   * @param conversations about the topic in which they took part
   * @param telling those of them that were read in which they say something on it and do not only
   *     ask
   */
  record Silent(int conversations, int telling) implements Standing {}
}
