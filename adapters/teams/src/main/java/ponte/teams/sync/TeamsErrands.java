package ponte.teams.sync;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.bot.Errands;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.store.Queue;
import ponte.teams.TeamsSync;
import ponte.teams.reference.References;

/**
 * Keeps what is to be read from Teams in a queue of its own, apart from everything that people wait
 * for; {@link TeamsReading} works it off.
 */
public final class TeamsErrands implements TeamsSync {

  static final String TOPIC = "teams-errands";

  private final Errands errands;
  private final References references;
  private final Clock clock;

  public TeamsErrands(Queue queue, References references, Clock clock) {
    this.errands = new Errands(TOPIC, queue);
    this.references = references;
    this.clock = clock;
  }

  @Override
  public void team(WorkspaceId tenant, String team) {
    var now = clock.instant();
    errands.add(new TeamsErrand.Look(tenant, team, now), now);
  }

  /** A little later: the group of the team is known then, and the consent of the team. */
  @Override
  public void added(WorkspaceId tenant, String team, PersonId by, @Nullable Language language) {
    var now = clock.instant();
    errands.add(
        new TeamsErrand.Hearing(tenant, team, by, language, now, 0), now.plus(Hearing.FIRST));
  }

  @Override
  public void held(ChannelId channel, List<Event.Talk> said) {
    var now = clock.instant();
    errands.add(new TeamsErrand.Held(channel, said, now), now.plus(HeldTalk.PAUSE));
  }

  /** Once a minute: everything that is said before the channel is known would ask for it. */
  @Override
  public void unknown(ChannelId channel) {
    var now = clock.instant();
    references
        .team(channel)
        .ifPresent(
            team ->
                errands.add(
                    new TeamsErrand.Look(
                        team.tenant(), team.id(), now.truncatedTo(ChronoUnit.MINUTES)),
                    now));
  }

  /** Once a minute, as above. */
  @Override
  public void person(PersonId person) {
    var now = clock.instant();
    errands.add(new TeamsErrand.Meet(person, now.truncatedTo(ChronoUnit.MINUTES)), now);
  }

  static Instant nextNight(Instant now) {
    var night = now.truncatedTo(ChronoUnit.DAYS).plus(2, ChronoUnit.HOURS);
    return night.isAfter(now) ? night : night.plus(1, ChronoUnit.DAYS);
  }
}
