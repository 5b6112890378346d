package ponte.introduction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.colleague.Colleagues;
import ponte.colleague.Meant;
import ponte.colleague.WhichOne;
import ponte.command.Command;
import ponte.command.Command.Whom;
import ponte.consent.Confidentiality;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.expert.ExpertAnswers;
import ponte.expert.Experts;
import ponte.expert.Requests;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Brings an asker and a colleague together, once for a topic. */
public final class Introductions {

  /** People who were brought together for a topic are not again for that long. */
  private static final Duration MEMORY = Duration.ofDays(180);

  private final Directory directory;
  private final Experts experts;
  private final Preferences preferences;
  private final ExpertAnswers answers;
  private final Ledger ledger;
  private final Requests requests;
  private final Aftercare aftercare;
  private final Colleagues colleagues;
  private final Letters letters;

  public Introductions(
      Directory directory,
      Experts experts,
      ExpertAnswers answers,
      Preferences preferences,
      Ledger ledger,
      Requests requests,
      Aftercare aftercare) {
    this.directory = directory;
    this.experts = experts;
    this.preferences = preferences;
    this.answers = answers;
    this.ledger = ledger;
    this.requests = requests;
    this.aftercare = aftercare;
    this.colleagues = Colleagues.toMeet(directory, preferences);
    this.letters = new Letters(directory, experts, preferences);
  }

  /**
   * Does the same for a colleague whose name was typed; where it is not clear whose it is, asks.
   *
   * @param request what makes it the same when it is handled twice
   */
  public Outcome introduce(Command.IntroduceNamed command, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    var topic = command.topic();
    if (asker.person() == null) {
      return says(texts, "introduction.who-are-you");
    }
    var chosen = command.person();
    var meant =
        colleagues.meant(
            chosen == null ? new Whom.Called(command.name()) : new Whom.Known(chosen), asker);
    if (topic == null) {
      return Outcome.only(
          meant instanceof Meant.Nobody nobody && nobody.similar().isEmpty()
              ? answers.instead(
                  nobody, null, asker, person -> new Command.Introduce(person, nobody.name()))
              : whatAbout(command.name(), texts));
    }
    return switch (meant) {
      case Meant.Self _ -> says(texts, "introduction.yourself");
      case Meant.One(var person) ->
          introduce(person.id(), topic, Wanted.THEMSELVES, asker, request);
      case Meant.Several several ->
          Outcome.only(
              WhichOne.asked(
                  several,
                  asker,
                  person -> new Command.IntroduceNamed(command.name(), topic, person)));
      case Meant.Nobody nobody ->
          Outcome.only(
              answers.instead(
                  nobody,
                  topic,
                  asker,
                  person -> new Command.IntroduceNamed(command.name(), topic, person)));
    };
  }

  /** As what a colleague is wanted. */
  private enum Wanted {
    /** As one whom Ponte named for the topic: not where they hide it. */
    FOR_THE_TOPIC,
    /** As the one whom the asker knows: to be named for a topic is another thing. */
    THEMSELVES
  }

  private boolean mayBeMet(Person colleague, String topic, Wanted wanted, Asker asker) {
    return switch (wanted) {
      case FOR_THE_TOPIC ->
          experts.mayBeNamed(colleague.id(), topic, asker.language(), asker.audience());
      case THEMSELVES -> !preferences.isOut(colleague.id());
    };
  }

  private static Reply whatAbout(String name, Texts texts) {
    var example = new Span.Code(texts.say("introduction.what-about.words", name));
    return new Reply(
        texts.language(),
        List.of(new Block.Paragraph(texts.rich("introduction.what-about", name, example))));
  }

  /**
   * Writes to the asker and the colleague together, or to each of them where they are. Whoever asks
   * again learns that it was done.
   *
   * @param request what makes it the same when it is handled twice
   */
  public Outcome introduce(Command.Introduce command, Asker asker, String request) {
    return introduce(command.person(), command.topic(), Wanted.FOR_THE_TOPIC, asker, request);
  }

  private Outcome introduce(
      PersonId person, String topic, Wanted wanted, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    var id = asker.person();
    if (id == null) {
      return says(texts, "introduction.who-are-you");
    }
    if (directory.accounts().areOne(id, person)) {
      return says(texts, "introduction.yourself");
    }
    var self = directory.person(id);
    var colleague = directory.person(person);
    if (self.isEmpty() || colleague.isEmpty()) {
      return says(texts, "introduction.unknown");
    }
    if (colleague.get().isActive() && !mayBeMet(colleague.get(), topic, wanted, asker)) {
      return says(texts, "introduction.not-now", colleague.get().name());
    }
    return introduce(topic, self.get(), colleague.get(), asker, request);
  }

  /** Where two people can be written to together: an account of each in one workspace. */
  private record Meeting(Person self, Person colleague) {}

  /** Where they meet, first of all where it was asked; empty: nowhere. */
  private Optional<Meeting> meeting(Person self, Person colleague) {
    var accounts = directory.accounts();
    var own = new ArrayList<PersonId>(List.of(self.id()));
    own.addAll(accounts.of(self.id()));
    return own.stream()
        .flatMap(
            account ->
                accounts.of(colleague.id()).stream()
                    .filter(other -> other.workspace().equals(account.workspace()))
                    .map(other -> new Meeting(person(account, self), person(other, colleague))))
        .findFirst();
  }

  private Person person(PersonId account, Person otherwise) {
    return directory.person(account).orElse(otherwise);
  }

  private Outcome introduce(
      String topic, Person self, Person colleague, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    if (!colleague.isActive()) {
      return says(texts, "introduction.gone", colleague.name());
    }
    if (Confidentiality.isMarked(topic)) {
      return says(texts, "introduction.marked", colleague.name());
    }
    var meeting = meeting(self, colleague);
    if (meeting.isEmpty() && !mayMeetApart(self, colleague)) {
      return says(texts, "introduction.elsewhere", colleague.name());
    }
    var met = meeting.orElseGet(() -> new Meeting(self, colleague));
    var deed = "introduce " + met.colleague().id() + " " + topic;
    var first = ledger.note(met.self().id(), deed, request, MEMORY);
    if (!first.request().equals(request)) {
      return says(
          texts, "introduction.done-before", colleague.name(), texts.day(first.at(), asker.zone()));
    }
    requests.note(met.colleague().id(), directory.accounts().metFrom(null, self.id()), first.at());
    aftercare.begin(
        Matter.begun(
            request,
            met.self().id(),
            topic,
            new Matter.With.Colleague(met.colleague().id()),
            first.at()),
        asker.zone());
    if (meeting.isEmpty()) {
      return apart(new Letters.Apart(self, colleague, topic), asker, request);
    }
    var together = new Destination.Together(Set.of(met.self().id(), met.colleague().id()));
    var here = met.self().id().equals(self.id());
    return new Outcome(
        done(here ? "introduction.done" : "introduction.done.there", topic, colleague, texts),
        List.of(
            new Outgoing(
                request + "/introduction",
                together,
                letters.toBoth(topic, met.self(), met.colleague(), asker))));
  }

  private static Reply done(String situation, String topic, Person colleague, Texts texts) {
    var blocks = new ArrayList<>(Reply.saying(texts, situation, colleague.name()).blocks());
    blocks.add(new Block.Buttons(List.of(solved(new Whom.Known(colleague.id()), topic, texts))));
    return new Reply(texts.language(), blocks);
  }

  /** What the asker may say later, once it helped. */
  static Button solved(@Nullable Whom helper, String topic, Texts texts) {
    return Button.of(texts.say("solved.button"), new Command.Solved(helper, topic));
  }

  /** What reaches two who share no workspace are addresses, which are for colleagues only. */
  private boolean mayMeetApart(Person self, Person colleague) {
    return directory.isOfUs(self.id())
        && directory.isOfUs(colleague.id())
        && (self.email() != null || colleague.email() != null);
  }

  /** To each of them where they are. */
  private Outcome apart(Letters.Apart apart, Asker asker, String request) {
    var colleague = apart.colleague();
    return new Outcome(
        done("introduction.done.apart", apart.topic(), colleague, Texts.in(asker.language())),
        List.of(
            new Outgoing(
                request + "/introduction", alone(colleague), letters.toColleague(apart, asker)),
            new Outgoing(
                request + "/introduced", alone(apart.self()), letters.toAsker(apart, asker))));
  }

  private static Destination alone(Person person) {
    return new Destination.Together(Set.of(person.id()));
  }

  /**
   * Lets a colleague know the address of the one who wants it, who was asked to answer them.
   *
   * @param request what makes it the same when it is handled twice
   */
  public Outcome giveAddress(Command.GiveAddress command, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    var id = asker.person();
    if (id == null) {
      return says(texts, "introduction.who-are-you");
    }
    var self = directory.person(id).filter(person -> person.email() != null);
    var other = directory.person(command.person()).filter(Person::isActive);
    if (self.isEmpty() || other.isEmpty() || !mayMeetApart(self.get(), other.get())) {
      return says(texts, "introduction.no-address");
    }
    var deed = "address " + other.get().id() + " " + command.topic();
    if (!ledger.note(id, deed, request, MEMORY).request().equals(request)) {
      return says(texts, "introduction.address-given-before", other.get().name());
    }
    var letter = letters.withAddress(self.get(), other.get(), command.topic(), asker);
    return new Outcome(
        Reply.saying(texts, "introduction.address-given", other.get().name()),
        List.of(new Outgoing(request + "/address", alone(other.get()), letter)));
  }

  private static Outcome says(Texts texts, String situation, Object... values) {
    return Outcome.only(Reply.saying(texts, situation, values));
  }
}
