package ponte.teams.live;

import java.time.Clock;
import ponte.consent.Keeper;
import ponte.conversation.PersonId;
import ponte.store.Records;
import ponte.teams.delivery.FileOffers;
import ponte.teams.delivery.HomeCards;
import ponte.teams.reference.References;
import ponte.teams.reference.ReplyRoutes;

/**
 * Forgets what is kept of people to reach them in Teams. What draws the last answer to them, and
 * their home without anything of theirs on it, goes within the hour.
 */
public final class TeamsKeeper implements Keeper {

  private final Records records;
  private final Clock clock;

  public TeamsKeeper(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  @Override
  public void forget(PersonId person) {
    FileOffers.forget(records, person);
    Welcome.forget(records, person);
    new HomeCards(records).forget(person, clock.instant());
    new ReplyRoutes(records, clock).forget(person);
    new References(records).forget(person);
  }
}
