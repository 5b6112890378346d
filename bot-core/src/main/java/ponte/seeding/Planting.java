package ponte.seeding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Sowing;
import ponte.command.Sowing.Shape;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.introduction.Inviting;
import ponte.introduction.Matter;
import ponte.introduction.Matters;
import ponte.nudge.Gate;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.Postings;
import ponte.prompt.Prompt;
import ponte.prompt.Prompted;
import ponte.prompt.Prompts;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Does with seeds what was planned: posts them once, draws them anew, tells what became of them.
 * Whoever does the same again, since somebody else died with it, hands over the same.
 */
public final class Planting {

  /** While people talk to each other, nothing is posted between them. */
  private static final Duration NOT_NOW = Duration.ofHours(1);

  /** What could not be posted for so long has lost its moment. */
  private static final Duration LATEST = Duration.ofDays(2);

  /** Nobody has said until when its channel rests. */
  private static final Duration NOT_TODAY = Duration.ofDays(1);

  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final Duration WORTH_TELLING = Duration.ofDays(7);

  private final Seeds seeds;
  private final Ballots ballots;
  private final Steps steps;
  private final Cards cards;
  private final Moments moments;
  private final Harvest harvest;
  private final StillOpen open;
  private final Pausing pausing;
  private final Inviting inviting;
  private final Matters matters;
  private final Prompts prompts;
  private final Gate gate;
  private final Directory directory;
  private final Preferences preferences;
  private final SeedingRules rules;
  private final Clock clock;

  Planting(
      SeedingDesk.Kept kept,
      SeedingDesk.Looks looks,
      Pausing pausing,
      SeedingDesk.Ground ground,
      SeedingDesk.Beside beside,
      SeedingRules rules) {
    this.seeds = kept.seeds();
    this.ballots = kept.ballots();
    this.steps = kept.steps();
    this.cards = looks.cards();
    this.moments = looks.moments();
    this.harvest = looks.harvest();
    this.open = looks.open();
    this.pausing = pausing;
    this.inviting = beside.inviting();
    this.matters = beside.matters();
    this.prompts = beside.prompts();
    this.gate = beside.gate();
    this.directory = ground.directory();
    this.preferences = ground.preferences();
    this.rules = rules;
    this.clock = ground.clock();
  }

  /** Does a step. */
  public Prompted take(Steps.Step step, Postings postings) {
    return seeds
        .find(step.seed())
        .map(
            seed ->
                switch (step.what()) {
                  case POST -> post(seed, step.since());
                  case DRAW -> draw(seed, postings);
                  case TELL -> tell(seed, postings);
                })
        .orElseGet(() -> new Prompted.Drop("there is no such seed"));
  }

  /** In whose name the seed of a step stands, who may be named in it though they are out. */
  public @Nullable PersonId wished(Steps.Step step) {
    return seeds.find(step.seed()).map(Seed::by).orElse(null);
  }

  private Prompted post(Seed seed, Instant due) {
    if (!seed.due().equals(due)) {
      return new Prompted.Drop("it was planned for another moment");
    }
    if (seed.stage() == Seed.Stage.POSTED) {
      followUp(seed);
      return say(seed);
    }
    if (seed.stage() != Seed.Stage.PLANNED) {
      return new Prompted.Drop("it is not wanted any more");
    }
    var now = clock.instant();
    // By its own moment: whoever comes to it late posts nothing of a pause that is over meanwhile.
    var rest = pausing.holding(seed, due);
    if (rest.isPresent()) {
      return held(seed, rest.get(), now);
    }
    if (room(seed).isEmpty() || by(seed).isEmpty() || isGroundless(seed) || !hasHost(seed)) {
      notice(seed, seed.weeks() > 0 ? Prompt.Word.ENDED : Prompt.Word.MISSED);
      return missed(seed, "it cannot be posted any more");
    }
    if (seed.reason() instanceof Reason.Waiting(var question, _) && open.of(question).isEmpty()) {
      notice(seed, Prompt.Word.SETTLED);
      return missed(seed, "its question does not wait any more");
    }
    var wait = wait(seed, now);
    if (wait != null) {
      return wait.isAfter(due.plus(LATEST))
          ? skipped(seed)
          : new Prompted.Wait(wait, "its channel is not free");
    }
    var posted = seeds.change(seed.ref(), each -> begun(each, now));
    return posted
        .filter(each -> each.stage() == Seed.Stage.POSTED)
        .<Prompted>map(
            each -> {
              followUp(each);
              return say(each);
            })
        .orElseGet(() -> new Prompted.Drop("it is not wanted any more"));
  }

  /**
   * Where it is not known until when, a resumption plans it anew; else its channel is asked again.
   */
  private Prompted held(Seed seed, Rests.Rest rest, Instant now) {
    var until = rest.until();
    if (until == null) {
      return new Prompted.Wait(now.plus(NOT_TODAY), "its channel rests");
    }
    pausing.putOff(seed, until);
    return new Prompted.Drop("its channel rests, it comes later");
  }

  private static Seed begun(Seed seed, Instant now) {
    return seed.stage() == Seed.Stage.PLANNED
        ? seed.posted(new Seed.Posted("seed/" + seed.id(), now, null, false, 0, null))
            .in(Seed.Stage.POSTED)
        : seed;
  }

  /** When its channel is free; null: it is. Who calls for help does not wait. */
  private @Nullable Instant wait(Seed seed, Instant now) {
    if (seed.draft().shape() == Shape.RALLY) {
      return null;
    }
    return moments.isTalking(seed.room(), now)
        ? now.plus(NOT_NOW)
        : seeds.take(seed, now, rules.apart()).orElse(null);
  }

  /** The channel, where it can be posted there still. */
  private Optional<Channel> room(Seed seed) {
    return directory
        .channel(seed.room())
        .filter(channel -> !channel.archived() && directory.hears(channel.id()))
        .filter(channel -> !gate.isQuiet(channel.id()));
  }

  /**
   * Whose it is, where it can be posted in their name. What somebody wants posted once is, whether
   * or not they take part: whoever opts out has taken back what they wanted before. A series would
   * come again by itself.
   */
  private Optional<Person> by(Seed seed) {
    return Optional.ofNullable(seed.by())
        .flatMap(directory::person)
        .filter(Person::isActive)
        .filter(person -> seed.weeks() == 0 || !preferences.isOut(person.id()))
        .filter(person -> directory.audienceOf(person.id()).maySee(seed.room()));
  }

  /** Whether too little is left of what it rests on to say what it says. */
  private boolean isGroundless(Seed seed) {
    var left =
        seed.reason().sources().stream()
            .flatMap(source -> cards.readable(source, seed).stream())
            .map(message -> one(message.author()))
            .toList();
    return !seed.reason().holds(left.size(), Set.copyOf(left).size());
  }

  private boolean hasHost(Seed seed) {
    var host = seed.draft().host();
    return seed.draft().shape() != Shape.ASK_ME_ANYTHING
        || (host != null
            && seed.consent() == Seed.Consent.AGREED
            && !preferences.isOut(host)
            && directory.person(host).filter(Person::isActive).isPresent());
  }

  /** Comes after all that follows from it: whoever dies before it does that again. */
  private Prompted missed(Seed seed, String reason) {
    seeds.change(
        seed.ref(), each -> each.stage() == Seed.Stage.PLANNED ? each.in(Seed.Stage.MISSED) : each);
    return new Prompted.Drop(reason);
  }

  /** Its channel was never free; that of next time may be. */
  private Prompted skipped(Seed seed) {
    notice(seed, Prompt.Word.MISSED);
    next(seed);
    return missed(seed, "its channel is not free");
  }

  /** Tells whoever planned it, when they may be told. */
  void notice(Seed seed, Prompt.Word word) {
    var by = seed.by();
    if (by != null) {
      var now = clock.instant();
      prompts.plan(
          new Prompt.Sown(by, seed.ref(), word, seed.due().toString(), now.plus(WORTH_TELLING)),
          now);
    }
  }

  /** What comes after the post; done again, it does what is missing and nothing twice. */
  private void followUp(Seed seed) {
    var posted = seed.standing().orElseThrow();
    steps.tell(seed, posted.at().plus(rules.outcome()));
    var room = room(seed);
    var by = by(seed);
    var about = cards.about(seed);
    if (room.isPresent()
        && by.isPresent()
        && !about.isBlank()
        && !seed.draft().invited().isEmpty()) {
      invite(seed, posted, about, room.get(), by.get());
    }
  }

  private void invite(Seed seed, Seed.Posted posted, String about, Channel room, Person by) {
    var asker =
        new Asker(
            by.id(),
            directory.audienceOf(by.id()),
            preferences.languageOf(by),
            by.zone(),
            room.id());
    var matter =
        Matter.discussion(
            posted.delivery(),
            by.id(),
            topic(about),
            new Matter.With.Discussion(
                room.id(),
                posted.delivery(),
                seed.reason().sources().stream().findFirst().orElse(null)),
            posted.at());
    matters.begin(matter);
    inviting.plan(matter, room, seed.draft().invited(), asker, posted.at());
  }

  static String topic(String about) {
    return about.length() <= Command.LONGEST_TOPIC
        ? about
        : about.substring(0, Command.LONGEST_TOPIC);
  }

  private Prompted say(Seed seed) {
    var posted = seed.posted();
    return posted == null
        ? new Prompted.Drop("it was not posted")
        : new Prompted.Say(
            new Outgoing(
                posted.delivery(),
                new Destination.InChannel(seed.room()),
                card(seed, Ballot.EMPTY)));
  }

  private Reply card(Seed seed, Ballot chosen) {
    var texts = Texts.in(cards.language(seed));
    var zone = moments.zone(seed.room(), clock.instant());
    return new Reply(texts.language(), cards.of(seed, chosen, texts, zone));
  }

  private Prompted draw(Seed seed, Postings postings) {
    var posted = seed.posted();
    if (posted == null) {
      return new Prompted.Drop("it was not posted");
    }
    var now = clock.instant();
    if (postings.posted(seed.room(), posted.delivery()).isEmpty()) {
      return now.isAfter(posted.at().plus(LATEST))
          ? new Prompted.Drop("it is not there")
          : new Prompted.Wait(now.plus(LOOK), "it is not there yet");
    }
    return drawn(seed, posted, ballots.of(seed.ref()));
  }

  private Prompted drawn(Seed seed, Seed.Posted posted, Ballot chosen) {
    return new Prompted.Say(
        new Outgoing(
            posted.delivery() + "/drawn/" + posted.revision() + "-" + chosen.revision(),
            new Destination.InPlaceOf(new Destination.InChannel(seed.room()), posted.delivery()),
            card(seed, chosen)));
  }

  /** Counts once what became of it, lets go of who chose what, and has it told. */
  private Prompted tell(Seed seed, Postings postings) {
    var posted = seed.posted();
    if (posted == null) {
      return new Prompted.Drop("it was not posted");
    }
    var place = postings.posted(seed.room(), posted.delivery()).orElse(null);
    var now = clock.instant();
    if (place == null && now.isBefore(posted.at().plus(rules.outcome()).plus(LATEST))) {
      return new Prompted.Wait(now.plus(NOT_NOW), "it is not known where it stands");
    }
    if (Harvest.hasChoices(seed)) {
      ballots.change(seed.ref(), Ballot::closing);
    }
    var over = seed.stage() == Seed.Stage.POSTED ? over(seed, posted, place) : seed;
    notice(over, Prompt.Word.OUTCOME);
    next(over);
    if (Harvest.hasChoices(over)) {
      ballots.drop(over.ref());
    }
    var closed = over.posted();
    return Harvest.hasChoices(over) && place != null && closed != null
        ? drawn(over, closed, Ballot.EMPTY)
        : new Prompted.Drop("its card stays as it is");
  }

  private Seed over(Seed seed, Seed.Posted posted, @Nullable MessageId place) {
    var outcome = harvest.of(seed, posted, place, ballots.of(seed.ref()));
    return seeds
        .change(seed.ref(), each -> each.stage() == Seed.Stage.POSTED ? each.closed(outcome) : each)
        .orElse(seed);
  }

  /** Plans the next one of a series, which rests on the same and is looked at again by then. */
  private void next(Seed seed) {
    if (seed.weeks() > 0) {
      var zone = moments.zone(seed.room(), clock.instant());
      var due = ZonedDateTime.ofInstant(seed.due(), zone).plusWeeks(seed.weeks()).toInstant();
      var next =
          new Seed(
              Proposals.id(seed.room(), List.of("series", seed.id(), due.toString())),
              seed.room(),
              seed.reason(),
              seed.about().isEmpty() && seed.reason().sources().isEmpty()
                  ? seed.draft().prompt()
                  : seed.about(),
              seed.draft(),
              cards.language(seed),
              Seed.Stage.PLANNED,
              clock.instant(),
              seed.by(),
              due,
              seed.weeks(),
              Seed.Consent.UNASKED,
              null);
      steps.post(seeds.add(next));
    }
  }

  /** Plans what was planned before and may be lost. */
  void planAhead(ponte.conversation.WorkspaceId workspace) {
    for (var seed : seeds.in(workspace)) {
      var posted = seed.posted();
      if (seed.stage() == Seed.Stage.PLANNED) {
        steps.post(seed);
      } else if (seed.stage() == Seed.Stage.POSTED && posted != null) {
        steps.tell(seed, posted.at().plus(rules.outcome()));
      }
    }
  }

  /** Who may be named as the account under which somebody is counted. */
  PersonId one(PersonId person) {
    return directory.accounts(person).iterator().next();
  }

  /** That a choice was made. */
  void draw(Sowing.Of ref) {
    seeds.find(ref).ifPresent(steps::draw);
  }
}
