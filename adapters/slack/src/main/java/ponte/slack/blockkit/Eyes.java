package ponte.slack.blockkit;

/** Who will see a message, and so whom a mention in it would call. */
public enum Eyes {
  /** One person: a mention shows a colleague's card and calls nobody. */
  ONE,
  /**
   * Several people: who is spoken to is mentioned and called; who is only quoted or listed is
   * named.
   */
  MANY
}
