package ponte.nudge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.consent.Offer;

/** What kind of message somebody gets who did not ask for it at that moment. */
public enum Kind {
  /** To look at a colleague's question. */
  INVITATION(Offer.INVITATIONS, Wish.NOBODYS),
  /** To talk with a colleague who has a question. */
  SOUGHT(Offer.INVITATIONS, Wish.A_COLLEAGUES),
  /** To begin a discussion, or to keep one alive, as its host. */
  HOSTING(Offer.INVITATIONS, Wish.NOBODYS),
  /** To have colleagues asked about their own question that nobody answered. */
  HELP(Offer.HELP, Wish.NOBODYS),
  /** To meet a colleague. */
  INTRODUCTION(Offer.INTRODUCTIONS, Wish.A_COLLEAGUES),
  /** Whether it helped to be brought together with others. */
  HELPED(Offer.AFTERCARE, Wish.NOBODYS),
  /** What was asked about a topic that they follow. */
  NEWS(null, Wish.THEIRS),
  /** A digest that they wanted for themselves, later than at its time. */
  DIGEST(null, Wish.THEIRS),
  /** A digest of their schedule before its post. */
  PREVIEW(null, Wish.THEIRS),
  /** What became of something that they set up. */
  NOTICE(null, Wish.THEIRS);

  private final @Nullable Offer offer;
  private final Wish wish;

  Kind(@Nullable Offer offer, Wish wish) {
    this.offer = offer;
    this.wish = wish;
  }

  private enum Wish {
    /** They set up once that it comes. */
    THEIRS,
    /** Whoever is brought together with them waits for it, by this very message. */
    A_COLLEAGUES,
    NOBODYS
  }

  /** The choice that people have about it; empty: none of its own. */
  public Optional<Offer> offer() {
    return Optional.ofNullable(offer);
  }

  /**
   * Whether they never asked for it: it counts among the few that a person gets, and waits until
   * they are back.
   */
  public boolean isNudge() {
    return wish != Wish.THEIRS;
  }

  /** Whether nobody at all misses it who does not get it: such a kind may be slowed down. */
  boolean isNobodysWish() {
    return wish == Wish.NOBODYS;
  }
}
