package ponte.bot;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.directory.Directory;
import ponte.follow.Telling;
import ponte.introduction.Aftercare;
import ponte.introduction.Inviting;
import ponte.pairing.Encounters;
import ponte.platform.Outgoing;
import ponte.platform.Postings;
import ponte.prompt.Prompt;
import ponte.prompt.Prompted;
import ponte.prompt.Ration;
import ponte.store.Codec;
import ponte.store.Lease;

/**
 * Says what was kept for a better moment: never in somebody's quiet hours, never more than they are
 * to be told, and made of what is true at the very moment, so that what has lost its point is not
 * said at all.
 *
 * <p>Whoever handles the same again, since somebody else died with it, gives the same key to what
 * comes of it.
 */
final class Prompting implements Handler {

  private static final Logger log = LoggerFactory.getLogger(Prompting.class);

  private final Directory directory;
  private final Preferences preferences;
  private final Askers askers;
  private final Features features;
  private final Discretion discretion;
  private final Outbox outbox;
  private final Postings postings;
  private final Clock clock;

  Prompting(
      Directory directory,
      Preferences preferences,
      Features features,
      Discretion discretion,
      Outbox outbox,
      Postings postings,
      Clock clock) {
    this.directory = directory;
    this.preferences = preferences;
    this.askers = new Askers(directory, preferences);
    this.features = features;
    this.discretion = discretion;
    this.outbox = outbox;
    this.postings = postings;
    this.clock = clock;
  }

  /** Those who put it in words. */
  record Features(
      Aftercare aftercare,
      Inviting inviting,
      Telling telling,
      Encounters encounters,
      Ration ration) {}

  @Override
  public Outcome handle(List<Lease> leases) {
    var prompt = Codec.read(leases.getFirst().entry().payload(), Prompt.class);
    var person = directory.person(prompt.to()).filter(Person::isActive);
    var free = person.flatMap(known -> free(prompt, known));
    if (person.isEmpty() || free.isEmpty() || free.get().isAfter(prompt.until())) {
      return dropped(prompt, "nobody to hear it in time");
    }
    return free.get().isAfter(clock.instant())
        ? new Outcome.Again(free.get(), "they are not to be disturbed")
        : said(prompt, person.get());
  }

  /** When they may be told; empty: not at all. */
  private Optional<Instant> free(Prompt prompt, Person person) {
    var preference = preferences.of(person.id());
    var now = clock.instant();
    var room =
        isRationed(prompt)
            ? features.ration().room(person.id(), prompt.key(), person.zone()).orElse(now)
            : now;
    return preference.freeFrom(room, person.zone());
  }

  /** Whoever follows something, or wants to be introduced, has asked for that so often. */
  private static boolean isRationed(Prompt prompt) {
    return switch (prompt) {
      case Prompt.Helped _, Prompt.Invite _ -> true;
      case Prompt.News _ -> false;
      case Prompt.Introduced introduced -> introduced.step() != Prompt.Step.OPENING;
    };
  }

  private Outcome said(Prompt prompt, Person person) {
    var asker = askers.of(prompt.to(), null);
    var prompted =
        switch (prompt) {
          case Prompt.Helped helped -> features.aftercare().ask(helped, asker, postings);
          case Prompt.Invite invite -> features.inviting().ask(invite, asker, postings);
          case Prompt.News news -> features.telling().tell(news, asker);
          case Prompt.Introduced introduced -> features.encounters().say(introduced, asker);
        };
    return switch (prompted) {
      case Prompted.Say(var outgoing) -> said(prompt, person, outgoing);
      case Prompted.Wait(var until, var reason) ->
          until.isAfter(prompt.until())
              ? dropped(prompt, reason)
              : new Outcome.Again(until, reason);
      case Prompted.Drop(var reason) -> dropped(prompt, reason);
    };
  }

  private Outcome said(Prompt prompt, Person person, Outgoing outgoing) {
    if (isRationed(prompt)) {
      var room = features.ration().take(person.id(), prompt.key(), person.zone());
      if (room.isPresent()) {
        return new Outcome.Again(room.get(), "they were told enough");
      }
    }
    outbox.send(List.of(discretion.of(outgoing, null)));
    return DONE;
  }

  private static Outcome dropped(Prompt prompt, String reason) {
    log.atInfo().addKeyValue("person", prompt.to()).addKeyValue("reason", reason).log("not said");
    return DONE;
  }
}
