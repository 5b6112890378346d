package ponte.pairing;

import java.time.LocalDate;

/** That it is to be decided who meets whom in the week of a day. */
public record RoundDue(LocalDate day) {}
