package ponte.introduction;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompt;
import ponte.prompt.Prompted;
import ponte.prompt.Prompts;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Lets whoever sought a colleague elsewhere know their address, where the colleague gives it: when
 * the one who sought them may be disturbed, since their wish may be months old by then.
 */
public final class Addresses {

  private final Directory directory;
  private final Preferences preferences;
  private final Ledger ledger;
  private final OptOuts optOuts;
  private final Prompts prompts;
  private final Letters letters;
  private final Clock clock;

  public Addresses(
      Directory directory,
      Experts experts,
      Preferences preferences,
      Ledger ledger,
      Prompts prompts,
      Clock clock) {
    this.directory = directory;
    this.preferences = preferences;
    this.ledger = ledger;
    this.optOuts = new OptOuts(ledger);
    this.prompts = prompts;
    this.letters = new Letters(directory, experts, preferences);
    this.clock = clock;
  }

  /** The one who gives their address, and the one who gets it. */
  private record Given(Person colleague, Person asker) {}

  /**
   * Plans to let an asker know the address of a colleague who was asked to answer them.
   *
   * @param request what makes it the same when it is handled twice
   */
  public Reply give(Command.GiveAddress command, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    if (person == null) {
      return Reply.saying(texts, "introduction.who-are-you");
    }
    if (preferences.isOut(person)) {
      return Reply.saying(texts, "introduction.address-out", texts.say("command.opt-in"));
    }
    var given = given(person, command.person(), command.topic());
    if (given.isEmpty()) {
      return Reply.saying(texts, "introduction.no-address");
    }
    var other = given.get().asker();
    var deed = "address " + other.id() + " " + command.topic();
    var first = ledger.note(person, deed, request, Handshakes.MEMORY);
    if (!first.request().equals(request)) {
      return Reply.saying(texts, "introduction.address-given-before", other.name());
    }
    var until = first.at().plus(Handshakes.MEMORY);
    prompts.plan(
        new Prompt.Address(other.id(), person, command.topic(), request, until), clock.instant());
    return Reply.saying(texts, "introduction.address-given", other.name());
  }

  /** The address, unless it is not theirs to give any more, or nobody's to get. */
  public Prompted say(Prompt.Address prompt, Asker asker) {
    return given(prompt.colleague(), prompt.to(), prompt.topic())
        .filter(given -> !preferences.isOut(given.colleague().id()))
        .<Prompted>map(
            given ->
                new Prompted.Say(
                    new Outgoing(
                        prompt.key(),
                        new Destination.Together(Set.of(prompt.to())),
                        letters.withAddress(
                            given.colleague(), given.asker(), prompt.topic(), asker))))
        .orElseGet(() -> new Prompted.Drop("there is no address to give any more"));
  }

  private Optional<Given> given(PersonId person, PersonId asker, String topic) {
    var colleague =
        directory.person(person).filter(Person::isActive).filter(each -> each.email() != null);
    var other = directory.person(asker).filter(Person::isActive);
    return colleague.isPresent()
            && other.isPresent()
            && isSoughtBy(asker, person, topic)
            && Reach.mayMeetApart(colleague.get(), other.get(), directory)
        ? Optional.of(new Given(colleague.get(), other.get()))
        : Optional.empty();
  }

  /**
   * Whether somebody was written to about a colleague who wants it still: who opted out since does
   * not, who took no part before may wish it all the same. Of who is forgotten nobody was.
   */
  private boolean isSoughtBy(PersonId other, PersonId person, String topic) {
    var isOut = preferences.isOut(other);
    return Pair.of(other, person, directory).stream()
        .anyMatch(
            pair ->
                Handshakes.done(ledger, pair.self(), pair.other(), topic)
                    .filter(done -> !isOut || !optOuts.isSince(pair.self(), done.at()))
                    .isPresent());
  }
}
