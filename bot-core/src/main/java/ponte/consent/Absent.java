package ponte.consent;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.PersonId;

/**
 * Those who do not take part: they are not named, counted, quoted or asked.
 *
 * @param out those who are out
 * @param in where only those take part who said so, these; null: everybody else takes part
 */
public record Absent(Set<PersonId> out, @Nullable Set<PersonId> in) {

  /** Everybody takes part. */
  public static final Absent NOBODY = new Absent(Set.of(), null);

  public Absent {
    out = Set.copyOf(out);
    in = in == null ? null : Set.copyOf(in);
  }

  public boolean contains(PersonId person) {
    return out.contains(person) || in != null && !in.contains(person);
  }

  public boolean containsAny(Collection<PersonId> people) {
    return people.stream().anyMatch(this::contains);
  }

  /** Those who are absent by one of these; who takes part by one of them, does by all. */
  public static Absent of(List<Absent> several) {
    var out = new HashSet<PersonId>();
    var in = new HashSet<PersonId>();
    var optIn = false;
    for (var absent : several) {
      out.addAll(absent.out);
      if (absent.in != null) {
        optIn = true;
        in.addAll(absent.in);
      }
    }
    return new Absent(out, optIn ? in : null);
  }
}
