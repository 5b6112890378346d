package ponte.directory;

/** What somebody is to the community; each may do what those before it may. */
public enum Role {
  /** Who works here, and guests. */
  EMPLOYEE,
  /** Who leads a team: they decide about the schedules of the channels they are in. */
  LEAD,
  /** Who takes care of the community. */
  MANAGER,
  /** Who sets the rules. */
  ADMINISTRATOR;

  /** Whether one may do what another may. */
  public boolean reaches(Role other) {
    return compareTo(other) >= 0;
  }
}
