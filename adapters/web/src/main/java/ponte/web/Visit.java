package ponte.web;

import org.jspecify.annotations.Nullable;
import ponte.conversation.Person;
import ponte.directory.Role;

/**
 * Who is behind a request, and as what.
 *
 * @param person null: nobody was chosen, or nobody signed in
 * @param role null: nothing may be opened but what is for everybody
 * @param signedIn whether they proved who they are; else they chose
 */
public record Visit(@Nullable Person person, @Nullable Role role, boolean signedIn) {

  /** Somebody who was chosen; null: nobody. */
  public static Visit of(@Nullable Person person) {
    return new Visit(person, person == null ? null : Role.EMPLOYEE, false);
  }

  /** Whether they may open a page. */
  public boolean may(Door door) {
    return role != null && role.reaches(door.least());
  }
}
