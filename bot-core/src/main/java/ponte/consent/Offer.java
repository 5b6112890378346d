package ponte.consent;

/** A kind of message that comes unasked and that a person can choose to get or not to get. */
public enum Offer {
  /** To look at a colleague's question. */
  INVITATIONS(true),
  /** To have colleagues asked about their own question that nobody answered. */
  HELP(true),
  /**
   * To be asked later whether it helped to be brought together with others, or whether they met.
   */
  AFTERCARE(true),
  /** To meet a colleague whom they do not know yet. */
  INTRODUCTIONS(false);

  private final boolean usual;

  Offer(boolean usual) {
    this.usual = usual;
  }

  /** Whether somebody who never said anything gets it. */
  boolean isUsual() {
    return usual;
  }
}
