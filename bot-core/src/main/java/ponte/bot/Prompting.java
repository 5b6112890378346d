package ponte.bot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.consent.Preferences;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.follow.Telling;
import ponte.introduction.Addresses;
import ponte.introduction.Aftercare;
import ponte.introduction.Handshakes;
import ponte.introduction.Inviting;
import ponte.introduction.Suggestions;
import ponte.listening.Alerting;
import ponte.nudge.Ladder;
import ponte.pairing.Encounters;
import ponte.platform.Postings;
import ponte.prompt.Prompt;
import ponte.prompt.Prompted;
import ponte.seeding.Hosting;
import ponte.store.Codec;
import ponte.store.Lease;
import ponte.unnamed.AnsweringUnnamed;

/**
 * Says what was kept for a better moment, made of what is true at the very moment, so that what has
 * lost its point is not said at all.
 *
 * <p>Whoever handles the same again, since somebody else died with it, gives the same key to what
 * comes of it.
 */
final class Prompting implements Handler {

  private final Askers askers;
  private final Features features;
  private final Doorway doorway;
  private final Postings postings;

  Prompting(
      Directory directory,
      Preferences preferences,
      Features features,
      Doorway doorway,
      Postings postings) {
    this.askers = new Askers(directory, preferences);
    this.features = features;
    this.doorway = doorway;
    this.postings = postings;
  }

  /** Those who put it in words. */
  record Features(
      Aftercare aftercare,
      Handshakes handshakes,
      Addresses addresses,
      Inviting inviting,
      Suggestions suggestions,
      Ladder ladder,
      Telling telling,
      Encounters encounters,
      Hosting hosting,
      Alerting alerting,
      AnsweringUnnamed unnamed) {

    static Features of(Helping helping, Telling telling, Nudges nudges, CommunityCare care) {
      return new Features(
          helping.aftercare(),
          helping.handshakes(),
          helping.addresses(),
          helping.inviting(),
          helping.suggestions(),
          nudges.nudging().ladder(),
          telling,
          care.pairing().encounters(),
          care.seeding().hosting(),
          care.listening().alerting(),
          nudges.unnamed().answering());
    }
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    var prompt = Codec.read(leases.getFirst().entry().payload(), Prompt.class);
    if (prompt instanceof Prompt.Trends trends) {
      features.alerting().planNext(trends);
    }
    return doorway.say(
        prompt.nudge(),
        wished(prompt),
        leases.getFirst(),
        () -> worded(prompt),
        () -> said(prompt));
  }

  private @Nullable PersonId wished(Prompt prompt) {
    return prompt instanceof Prompt.Sown sown ? features.hosting().wished(sown) : prompt.wished();
  }

  /** What follows from its being said, and not from its being planned. */
  private void said(Prompt prompt) {
    switch (prompt) {
      case Prompt.Invite invite -> {
        features.inviting().said(invite);
        features.ladder().told(invite);
      }
      case Prompt.Sought sought -> features.handshakes().said(sought);
      case Prompt.Unnamed unnamed -> features.unnamed().said(unnamed);
      case Prompt.Introduced introduced -> features.encounters().said(introduced);
      case Prompt.Trends trends -> features.alerting().said(trends);
      case Prompt.Helped _,
          Prompt.Address _,
          Prompt.Help _,
          Prompt.Suggested _,
          Prompt.News _,
          Prompt.Sown _ -> {}
    }
  }

  private Prompted worded(Prompt prompt) {
    var asker = askers.of(prompt.to(), null);
    return switch (prompt) {
      case Prompt.Helped helped -> features.aftercare().ask(helped, asker, postings);
      case Prompt.Invite invite when features.unnamed().isPut(invite) ->
          new Prompted.Drop("they are asked the same without a name");
      case Prompt.Invite invite -> features.inviting().ask(invite, asker, postings);
      case Prompt.Sought sought -> features.handshakes().say(sought);
      case Prompt.Address address -> features.addresses().say(address, asker);
      case Prompt.Unnamed unnamed -> features.unnamed().ask(unnamed, asker);
      case Prompt.Suggested suggested -> features.suggestions().ask(suggested, asker);
      case Prompt.Help help -> features.ladder().ask(help, asker);
      case Prompt.News news -> features.telling().tell(news, asker);
      case Prompt.Sown sown -> features.hosting().say(sown, asker);
      case Prompt.Trends trends -> features.alerting().tell(trends, asker);
      case Prompt.Introduced introduced -> features.encounters().say(introduced, asker);
    };
  }
}
