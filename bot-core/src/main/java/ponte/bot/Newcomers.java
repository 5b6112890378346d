package ponte.bot;

import java.time.Clock;
import java.util.List;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.platform.WhoIsWho;

/** Gets to know whoever asks and is not known yet, so that nobody is answered as a stranger. */
final class Newcomers {

  private final Directory directory;
  private final List<WhoIsWho> platforms;
  private final Clock clock;

  Newcomers(Directory directory, List<WhoIsWho> platforms, Clock clock) {
    this.directory = directory;
    this.platforms = List.copyOf(platforms);
    this.clock = clock;
  }

  /**
   * @throws ponte.platform.PlatformUnavailableException if nobody can say now who that is
   */
  void meet(PersonId person) {
    if (directory.person(person).isEmpty()) {
      var now = clock.instant();
      platforms.stream()
          .flatMap(platform -> platform.find(person).stream())
          .findFirst()
          .ifPresent(
              met ->
                  directory.apply(
                      List.of(
                          new Event.Roster.PersonChanged(
                              new EventId("met:" + person + "/" + now), met, now))));
    }
  }
}
