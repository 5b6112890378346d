package ponte.consent;

import java.time.Instant;

/**
 * The next time in which a person is not to be disturbed, as the platform of one of their accounts
 * last told.
 *
 * @param from inside
 * @param until outside; a time without length: none
 * @param told when the platform told it
 */
public record DoNotDisturb(Instant from, Instant until, Instant told) {

  public boolean contains(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }
}
