package ponte.expert;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ponte.bot.Asker;
import ponte.command.Command.Whom;
import ponte.command.SimilarNames;
import ponte.conversation.ChannelId;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.directory.Directory;

/** Finds the colleague whom somebody means, among those that they meet. */
final class Colleagues {

  private static final int MOST = 5;

  private final Directory directory;

  Colleagues(Directory directory) {
    this.directory = directory;
  }

  /** Who may be meant. */
  sealed interface Meant {

    /** The one who speaks. */
    record Self(PersonId person) implements Meant {}

    /** A colleague, who may have left. */
    record One(Person person) implements Meant {}

    /** Somebody of several with this name. */
    record Several(String name, List<Person> people) implements Meant {}

    /**
     * Nobody.
     *
     * @param similar those of a similar name
     */
    record Nobody(String name, List<Person> similar) implements Meant {}
  }

  Meant meant(Whom whom, Asker asker) {
    var self = asker.person();
    return switch (whom) {
      case Whom.Me() -> self == null ? new Meant.Nobody("", List.of()) : new Meant.Self(self);
      case Whom.Known(var person) ->
          directory.person(person).map(known -> one(known, asker)).orElseGet(() -> nobody(""));
      case Whom.Called(var name) -> called(name.replaceFirst("^@", ""), asker);
    };
  }

  private static Meant nobody(String name) {
    return new Meant.Nobody(name, List.of());
  }

  private Meant one(Person person, Asker asker) {
    var self = asker.person();
    return self != null && directory.accounts().areOne(person.id(), self)
        ? new Meant.Self(self)
        : new Meant.One(person);
  }

  private Meant called(String name, Asker asker) {
    var known = known(asker);
    var typed = folded(name);
    for (var matches : List.of(is(typed), has(typed))) {
      var people = known.stream().filter(matches).toList();
      var here = people.stream().filter(Person::isActive).toList();
      if (here.size() == 1 || people.size() == 1) {
        return one(people.getFirst(), asker);
      }
      if (!people.isEmpty()) {
        return new Meant.Several(name, people.stream().limit(MOST).toList());
      }
    }
    var names = known.stream().map(Person::name).distinct().toList();
    var similar = Set.copyOf(SimilarNames.to(name, names, MOST));
    return new Meant.Nobody(
        name, known.stream().filter(person -> similar.contains(person.name())).toList());
  }

  private static Predicate<Person> is(String typed) {
    return person -> folded(person.name()).equals(typed) || folded(person.handle()).equals(typed);
  }

  private static Predicate<Person> has(String typed) {
    var words = Arrays.asList(typed.split("\\s+"));
    return person -> Arrays.asList(folded(person.name()).split("\\s+")).containsAll(words);
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /**
   * The people of the asker's workspaces, each once, those who are here before those who left; a
   * guest knows those of the channels they are in.
   */
  private List<Person> known(Asker asker) {
    var channels = asker.audience().channels();
    var workspaces = channels.stream().map(ChannelId::workspace).collect(Collectors.toSet());
    var accounts = directory.accounts();
    var self = asker.person();
    var here = self == null ? null : self.workspace();
    Predicate<PersonId> met =
        isGuest(self == null ? Set.of() : accounts.of(self))
            ? channels.stream()
                    .flatMap(channel -> directory.members(channel).stream())
                    .collect(Collectors.toSet())
                ::contains
            : person -> workspaces.contains(person.workspace());
    return directory.people().stream()
        .filter(person -> person.standing() != Standing.BOT && met.test(person.id()))
        .map(person -> accounts.metFrom(here, person.id()))
        .distinct()
        .flatMap(id -> directory.person(id).stream())
        .sorted(Comparator.comparing((Person person) -> !person.isActive()))
        .toList();
  }

  private boolean isGuest(Collection<PersonId> accounts) {
    var known = accounts.stream().flatMap(account -> directory.person(account).stream()).toList();
    return !known.isEmpty()
        && known.stream().allMatch(person -> person.standing() == Standing.GUEST);
  }
}
