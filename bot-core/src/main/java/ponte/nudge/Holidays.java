package ponte.nudge;

import java.time.LocalDate;

/** The days on which a whole country is at home. */
@FunctionalInterface
public interface Holidays {

  /** No day at all. */
  Holidays NONE = (_, _) -> false;

  /**
   * Whether a day is a public holiday everywhere in a country.
   *
   * @param country two capital letters as in ISO 3166; of one that is not known no day is
   */
  boolean have(LocalDate day, String country);
}
