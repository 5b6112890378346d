package ponte.expert;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.bot.Asker;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;

/** People who say themselves that they know about something. */
final class Declarations {

  private final Directory directory;
  private final Preferences preferences;
  private final Feedback feedback;
  private final Nominations nominations;

  Declarations(
      Directory directory, Preferences preferences, Feedback feedback, Nominations nominations) {
    this.directory = directory;
    this.preferences = preferences;
    this.feedback = feedback;
    this.nominations = nominations;
  }

  /** People who said themselves that they know about it, beside those of whom it shows. */
  List<Person> of(
      Topic about, Asker asker, List<Expert> named, Predicate<PersonId> whom, int limit) {
    var shown = named.stream().map(expert -> expert.person().id()).collect(Collectors.toSet());
    var accounts = directory.accounts();
    return saying(asker)
        .flatMap(workspace -> preferences.known(workspace).entrySet().stream())
        .filter(known -> known.getValue().stream().anyMatch(about::isAbout))
        .map(Map.Entry::getKey)
        .map(Nominations.met(asker.person(), accounts))
        .distinct()
        .filter(person -> !accounts.areOne(person, asker.person()) && !shown.contains(person))
        .filter(whom)
        .filter(person -> !nominations.hides(person, about))
        .map(person -> new Word(person, feedback.of(person, about, asker.person(), accounts)))
        .filter(word -> !word.said().refused())
        .sorted(Comparator.comparing((Word word) -> word.said().thankers() == 0))
        .map(Word::person)
        .flatMap(person -> directory.person(person).stream())
        .filter(Person::isActive)
        .limit(limit)
        .toList();
  }

  /** Somebody who says that they know, and what colleagues say. */
  private record Word(PersonId person, Feedback.Said said) {}

  /**
   * Where colleagues are listened to who say themselves what they know: they say it to all of the
   * organisation, and so to whoever is one of it, nearest first; to a guest only where that is.
   */
  private Stream<WorkspaceId> saying(Asker asker) {
    var near = Nominations.workspaces(asker.audience());
    return directory.isOfUs(asker.person())
        ? Stream.concat(near, directory.workspaces().stream().sorted()).distinct()
        : near;
  }
}
