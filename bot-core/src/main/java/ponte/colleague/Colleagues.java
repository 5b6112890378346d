package ponte.colleague;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command.Whom;
import ponte.command.SimilarNames;
import ponte.consent.Preferences;
import ponte.conversation.ChannelId;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.directory.Directory;

/**
 * Finds the colleague whom somebody means.
 *
 * <p>A colleague knows by name whoever is of the organisation, a guest those who are in channels
 * with them. Programs are not found, nor, but by themselves, those who opted out, whatever is
 * wished of them: what finds them for one wish and not for another would tell that they did. Each
 * colleague is found once, whatever accounts they have.
 */
public final class Colleagues {

  /** So many names that are near to a typed one are looked at. */
  private static final int NEAR = 20;

  /** So many colleagues of a similar name are told. */
  private static final int MOST_SIMILAR = 5;

  /** An initial is near to every name that has the letter. */
  private static final int SHORTEST_SIMILAR = 3;

  private static final Pattern MARK = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");

  private final Directory directory;
  private final Predicate<Person> wanted;

  private Colleagues(Directory directory, Predicate<Person> wanted) {
    this.directory = directory;
    this.wanted = wanted;
  }

  /** Those who can be spoken of: everybody who has not opted out, also who left. */
  public static Colleagues toSpeakOf(Directory directory, Preferences preferences) {
    return new Colleagues(directory, person -> !preferences.isOut(person.id()));
  }

  /** Those whom somebody can be brought together with: who is here, and has not opted out. */
  public static Colleagues toMeet(Directory directory, Preferences preferences) {
    return new Colleagues(
        directory, person -> person.isActive() && !preferences.isOut(person.id()));
  }

  /** Who is meant; a colleague who was shown is not looked for. */
  public Meant meant(Whom whom, Asker asker) {
    var self = asker.person();
    return switch (whom) {
      case Whom.Me() -> self == null ? new Meant.Nobody("", List.of()) : new Meant.Self(self);
      case Whom.Known(var person) ->
          directory
              .person(person)
              .map(known -> one(known, asker))
              .orElseGet(() -> new Meant.Nobody("", List.of()));
      case Whom.Called(var name) -> called(name, asker);
    };
  }

  private Meant one(Person person, Asker asker) {
    var self = asker.person();
    return self != null && isSelf(person, asker) ? new Meant.Self(self) : new Meant.One(person);
  }

  /**
   * Who is meant by a name: of those of the asker's own workspaces who has it as their whole name
   * or handle; else those elsewhere who are called just so, and those there of whose name it is a
   * part; else whoever has it as a part. The asker is meant only where nobody else is. Who left is
   * near to nobody.
   */
  private Meant called(String name, Asker asker) {
    var words = words(name);
    if (words.isEmpty()) {
      return new Meant.Nobody(name, List.of());
    }
    Predicate<Person> near = person -> person.isActive() && isNear(person, asker);
    Predicate<Person> whole =
        person -> words(person.name()).equals(words) || words(person.handle()).equals(words);
    Predicate<Person> part = person -> known(person).containsAll(words);
    for (var so : List.of(near.and(whole), whole.or(near.and(part)), part)) {
      var found = found(so, asker);
      if (found.size() == 1) {
        return one(found.getFirst(), asker);
      }
      if (!found.isEmpty()) {
        return new Meant.Several(name, found);
      }
    }
    return new Meant.Nobody(name, similar(String.join(" ", words), asker));
  }

  private List<Person> similar(String typed, Asker asker) {
    var names = met(asker).flatMap(person -> names(person).stream()).distinct().toList();
    var similar = SimilarNames.to(typed, names, NEAR);
    return found(person -> names(person).stream().anyMatch(similar::contains), asker).stream()
        .sorted(
            Comparator.comparingInt(
                person ->
                    names(person).stream()
                        .mapToInt(similar::indexOf)
                        .filter(place -> place >= 0)
                        .min()
                        .orElse(similar.size())))
        .limit(MOST_SIMILAR)
        .toList();
  }

  /** What a person may be called: all of the name, and each word of it. */
  private static Set<String> names(Person person) {
    var words = words(person.name());
    var names =
        words.stream()
            .filter(word -> word.length() >= SHORTEST_SIMILAR)
            .collect(Collectors.toCollection(HashSet::new));
    names.add(String.join(" ", words));
    return names;
  }

  /** Each once, by the account at which the asker meets them. */
  private List<Person> found(Predicate<Person> so, Asker asker) {
    var accounts = directory.accounts();
    var self = asker.person();
    var workspace = self == null ? null : self.workspace();
    var found =
        met(asker)
            .filter(so)
            .map(person -> accounts.metFrom(workspace, person.id()))
            .distinct()
            .flatMap(account -> directory.person(account).stream())
            .filter(person -> isSelf(person, asker) || wanted.test(person))
            .sorted(
                Comparator.comparing((Person person) -> !person.isActive())
                    .thenComparing(Person::name)
                    .thenComparing(Person::id))
            .collect(Collectors.toCollection(ArrayList::new));
    if (found.size() > 1) {
      found.removeIf(person -> isSelf(person, asker));
    }
    return found;
  }

  private Stream<Person> met(Asker asker) {
    var met = isMetBy(asker.person(), asker.audience().channels());
    return directory.people().stream()
        .filter(person -> person.standing() != Standing.BOT && met.test(person.id()));
  }

  private Predicate<PersonId> isMetBy(@Nullable PersonId self, Set<ChannelId> channels) {
    if (directory.isOfUs(self)) {
      return _ -> true;
    }
    if (self == null) {
      var workspaces = channels.stream().map(ChannelId::workspace).collect(Collectors.toSet());
      return person -> workspaces.contains(person.workspace());
    }
    return channels.stream()
            .flatMap(channel -> directory.members(channel).stream())
            .collect(Collectors.toSet())
        ::contains;
  }

  private boolean isSelf(Person person, Asker asker) {
    return directory.accounts().areOne(person.id(), asker.person());
  }

  private boolean isNear(Person person, Asker asker) {
    var self = asker.person();
    return self != null
        && directory.accounts(self).stream()
            .anyMatch(account -> account.workspace().equals(person.id().workspace()));
  }

  /**
   * All words by which a person is known. Who is shown by a first name alone has the other in the
   * short name or in the address.
   */
  private static Set<String> known(Person person) {
    var known = new HashSet<>(words(person.name()));
    known.addAll(words(person.handle()));
    var email = person.email();
    if (email != null) {
      known.addAll(words(email.substring(0, Math.max(0, email.indexOf('@')))));
    }
    return known;
  }

  /** The words of a name, without capitals and accents. */
  private static List<String> words(String name) {
    var plain = MARK.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return Stream.of(BETWEEN_WORDS.split(plain.replace('’', '\'').toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
