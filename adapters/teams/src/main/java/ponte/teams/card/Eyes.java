package ponte.teams.card;

/** Who will see a message, and so whom a mention in it would call. */
public enum Eyes {
  /** One person: colleagues are named and nobody is called. */
  ONE,
  /**
   * Several people: who is spoken to is mentioned and called; who is only quoted or listed is
   * named.
   */
  MANY
}
