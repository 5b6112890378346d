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

  /** The topic is of words alone that are looked up in no conversation. */
  record Unsought() implements Standing {}

  /**
   * Too little speaks for them.
   *
   * @param conversations about the topic in which they took part
   * @param answered those of them that they did not open
   */
  record Unproven(int conversations, int answered) implements Standing {}

  /**
   * They were there often enough, but said too little on it themselves in what was read.
   *
   * @param found conversations with them in which the topic comes up
   * @param read how many of those were read, the weightiest; of the others nothing is known
   * @param asking in how many of these they only asked on it
   * @param opening in how many of these they opened it and said something on it
   * @param answering in how many of these somebody else opened it and they said something on it
   */
  record Silent(int found, int read, int asking, int opening, int answering) implements Standing {

    /** In how many of these they said nothing in which it comes up, and do not only ask. */
    int beside() {
      return read - asking - opening - answering;
    }
  }
}
