package ponte.bot;

import java.time.Clock;
import java.util.List;
import ponte.consent.Preferences;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.home.Forgetting;
import ponte.platform.WhoIsWho;

/** Gets to know whoever asks and is not known yet, so that nobody is answered as a stranger. */
final class Newcomers {

  private final Joining joining;
  private final Directory directory;
  private final Preferences preferences;
  private final List<WhoIsWho> platforms;
  private final Clock clock;

  Newcomers(
      Joining joining,
      Directory directory,
      Preferences preferences,
      List<WhoIsWho> platforms,
      Clock clock) {
    this.joining = joining;
    this.directory = directory;
    this.preferences = preferences;
    this.platforms = List.copyOf(platforms);
    this.clock = clock;
  }

  /**
   * Learns who that is where nobody knows, or where they had themselves forgotten and are back:
   * whom an administrator never names is known by the address alone.
   *
   * @return whether the platforms were asked for it
   * @throws ponte.platform.PlatformUnavailableException if nobody can say now who that is
   */
  boolean meet(PersonId person) {
    var unmet = directory.person(person).map(this::isToBeMetAgain).orElse(true);
    if (!unmet) {
      joining.complete(person);
    } else {
      var now = clock.instant();
      platforms.stream()
          .flatMap(platform -> platform.find(person).stream())
          .findFirst()
          .ifPresent(
              met ->
                  joining.takeIn(
                      List.of(
                          new Event.Roster.PersonChanged(
                              new EventId("met:" + person + "/" + now), met, now))));
    }
    return unmet;
  }

  private boolean isToBeMetAgain(Person known) {
    return Forgetting.stub(known).equals(known) && !preferences.isForgotten(known.id());
  }
}
