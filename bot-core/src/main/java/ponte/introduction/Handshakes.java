package ponte.introduction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import ponte.bot.Asker;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.expert.Requests;
import ponte.nlp.Language;
import ponte.nudge.Gate;
import ponte.nudge.Gate.Answer;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompt;
import ponte.prompt.Prompt.As;
import ponte.prompt.Prompted;
import ponte.prompt.Prompts;
import ponte.reply.Reply;

/**
 * Writes to a colleague and to the one who wants to be brought together with them. The colleague
 * did not ask for it: it is said when the gate lets it through, made of what is true then.
 */
public final class Handshakes {

  /** So long a colleague who has no time now is waited for. */
  static final Duration PATIENCE = Duration.ofDays(7);

  /** People who were brought together for a topic are not again for that long. */
  static final Duration MEMORY = Duration.ofDays(180);

  private static final String INTRODUCE = "introduce ";
  private static final String SEEK = "seek ";

  private final Directory directory;
  private final Experts experts;
  private final Preferences preferences;
  private final Matters matters;
  private final Ledger ledger;
  private final Requests requests;
  private final Aftercare aftercare;
  private final Prompts prompts;
  private final Gate gate;
  private final Letters letters;
  private final Clock clock;

  public Handshakes(
      Directory directory,
      Experts experts,
      Preferences preferences,
      Matters matters,
      Ledger ledger,
      Requests requests,
      Aftercare aftercare,
      Prompts prompts,
      Gate gate,
      Clock clock) {
    this.directory = directory;
    this.experts = experts;
    this.preferences = preferences;
    this.matters = matters;
    this.ledger = ledger;
    this.requests = requests;
    this.aftercare = aftercare;
    this.prompts = prompts;
    this.gate = gate;
    this.letters = new Letters(directory, experts, preferences);
    this.clock = clock;
  }

  /** When somebody is written to who is sought. */
  enum When {
    NOW,
    /** As soon as they may be disturbed, if that comes within {@link #PATIENCE}. */
    LATER,
    /** Why is theirs to know. */
    NEVER
  }

  /** When a colleague would be written to about a matter. */
  When when(Matter matter, PersonId colleague, As as, Language language) {
    return switch (gate.ask(prompt(matter, colleague, as, language).nudge())) {
      case Answer.Open _ -> When.NOW;
      case Answer.Wait _ -> When.LATER;
      case Answer.Never _ -> When.NEVER;
    };
  }

  private Prompt.Sought prompt(Matter matter, PersonId colleague, As as, Language language) {
    return new Prompt.Sought(
        colleague, matter.asker(), matter.id(), as, language, matter.at().plus(PATIENCE));
  }

  /** Keeps what is wanted and plans to write to the colleague; again, it plans nothing more. */
  void plan(Matter matter, PersonId colleague, As as, Language language) {
    matters.begin(matter);
    prompts.plan(prompt(matter, colleague, as, language), clock.instant());
  }

  /** What was done for an asker once a colleague was written to about a topic. */
  static String deed(PersonId colleague, String topic) {
    return INTRODUCE + colleague + " " + SameQuestion.folded(topic);
  }

  /** The same as it is kept, and as it was kept before. */
  static Optional<Ledger.Entry> done(
      Ledger ledger, PersonId asker, PersonId colleague, String topic) {
    return kept(ledger, asker, INTRODUCE + colleague + " ", topic);
  }

  /** What is kept of an asker who waits for a colleague to be written to about a topic. */
  static String wish(PersonId colleague, String topic) {
    return SEEK + colleague + " " + SameQuestion.folded(topic);
  }

  /** The same as it is kept, and as it was kept before. */
  static Optional<Ledger.Entry> wished(
      Ledger ledger, PersonId asker, PersonId colleague, String topic) {
    return kept(ledger, asker, SEEK + colleague + " ", topic);
  }

  /** Also under the topic as it was written, as topics were kept before they were folded. */
  private static Optional<Ledger.Entry> kept(
      Ledger ledger, PersonId asker, String what, String topic) {
    return ledger
        .find(asker, what + SameQuestion.folded(topic))
        .or(() -> ledger.find(asker, what + topic));
  }

  /** The letter to both, or to one of them, unless it has lost its point. */
  public Prompted say(Prompt.Sought prompt) {
    var matter =
        matters
            .find(prompt.asker(), prompt.matter())
            .filter(each -> prompt.isTold() || isWanted(each));
    var self = directory.person(prompt.asker()).filter(Person::isActive);
    if (matter.isEmpty()
        || self.isEmpty()
        || !(matter.get().with() instanceof Matter.With.Colleague(var id))) {
      return new Prompted.Drop("the asker does not want it any more");
    }
    var topic = matter.get().topic();
    var asker =
        new Asker(
            prompt.asker(),
            directory.audienceOf(prompt.asker()),
            prompt.language(),
            self.get().zone());
    var colleague =
        directory
            .person(id)
            .filter(Person::isActive)
            .filter(each -> mayBeMet(each.id(), topic, prompt.as(), asker));
    return colleague.isEmpty()
        ? new Prompted.Drop("the colleague is not to be brought together with them")
        : letter(prompt, topic, self.get(), colleague.get(), asker);
  }

  /** Of several requests for the same, handled at once, the one that was kept last counts. */
  private boolean isWanted(Matter matter) {
    return matter.ending() == null
        && matter.with() instanceof Matter.With.Colleague(var colleague)
        && wished(ledger, matter.asker(), colleague, matter.topic())
            .filter(kept -> kept.request().equals(matter.id()))
            .isPresent();
  }

  private Prompted letter(
      Prompt.Sought prompt, String topic, Person self, Person colleague, Asker asker) {
    return switch (Reach.of(self, colleague, directory)) {
      case Reach.Together _ when prompt.isTold() ->
          new Prompted.Drop("they have a workspace in common by now");
      case Reach.Together(var one, var other) ->
          said(prompt, letters.toBoth(topic, one, other, asker), one.id(), other.id());
      case Reach.Apart _ -> {
        var apart = new Letters.Apart(self, colleague, topic);
        yield prompt.isTold()
            ? said(prompt, letters.toAsker(apart, asker), self.id())
            : said(prompt, letters.toColleague(apart, asker), colleague.id());
      }
      case Reach.Nowhere _ -> new Prompted.Drop("they cannot be brought together any more");
    };
  }

  private static Prompted said(Prompt.Sought prompt, Reply letter, PersonId... people) {
    return new Prompted.Say(
        new Outgoing(prompt.key(), new Destination.Together(Set.of(people)), letter));
  }

  /** Whether somebody may be brought together with a colleague for a topic. */
  boolean mayBeMet(PersonId colleague, String topic, As as, Asker asker) {
    return switch (as) {
      case KNOWS_THE_TOPIC ->
          experts.mayBeNamed(colleague, topic, asker.language(), asker.audience());
      case THEMSELVES -> !preferences.isOut(colleague);
    };
  }

  /**
   * The colleague was written to: it counts as asked of them, the asker is asked later whether it
   * helped, and told that it was done where it was not to both.
   */
  public void said(Prompt.Sought prompt) {
    var matter = matters.find(prompt.asker(), prompt.matter());
    if (prompt.isTold() || matter.isEmpty()) {
      return;
    }
    var now = clock.instant();
    var self = directory.person(prompt.asker());
    ledger.note(prompt.asker(), deed(prompt.to(), matter.get().topic()), prompt.matter(), MEMORY);
    requests.note(prompt.to(), directory.accounts().metFrom(null, prompt.asker()), now);
    self.ifPresent(person -> aftercare.comeBack(matter.get(), now, person.zone()));
    if (self.isPresent() && areApart(self.get(), prompt.to())) {
      prompts.plan(told(prompt, now), now);
    }
  }

  private boolean areApart(Person self, PersonId colleague) {
    return directory
        .person(colleague)
        .filter(other -> Reach.of(self, other, directory) instanceof Reach.Apart)
        .isPresent();
  }

  private static Prompt.Sought told(Prompt.Sought prompt, Instant now) {
    return new Prompt.Sought(
        prompt.asker(),
        prompt.asker(),
        prompt.matter(),
        prompt.as(),
        prompt.language(),
        now.plus(PATIENCE));
  }
}
