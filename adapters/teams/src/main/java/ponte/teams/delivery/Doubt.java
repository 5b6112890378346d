package ponte.teams.delivery;

/** What is done about a message of which nobody knows whether it was posted. */
enum Doubt {
  /** It is posted again: twice is better than never for somebody who waits. */
  POST_AGAIN,
  /**
   * It is not: an administrator looks, and may have it posted. Nobody waits for it, and nobody
   * wants it twice.
   */
  ASK
}
