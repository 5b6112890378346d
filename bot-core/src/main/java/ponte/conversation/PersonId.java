package ponte.conversation;

import java.util.Comparator;

/** Names a person as one workspace knows them. */
public record PersonId(WorkspaceId workspace, String value) implements Comparable<PersonId> {

  private static final Comparator<PersonId> ORDER =
      Comparator.comparing(PersonId::workspace).thenComparing(PersonId::value);

  public PersonId {
    Ids.requirePart("person", value);
  }

  /** Reads what {@link #toString()} wrote. */
  public static PersonId parse(String written) {
    var parts = Ids.parts(written, 2);
    return new PersonId(new WorkspaceId(parts.get(0)), parts.get(1));
  }

  @Override
  public int compareTo(PersonId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return workspace + "/" + value;
  }
}
