package ponte.introduction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import ponte.prompt.Prompt.As;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Brings an asker and a colleague together, once for a topic. */
public final class Introductions {

  private final Directory directory;
  private final ExpertAnswers answers;
  private final Preferences preferences;
  private final Matters matters;
  private final Ledger ledger;
  private final OptOuts optOuts;
  private final Handshakes handshakes;
  private final Colleagues colleagues;

  public Introductions(
      Directory directory,
      ExpertAnswers answers,
      Preferences preferences,
      Matters matters,
      Ledger ledger,
      Handshakes handshakes) {
    this.directory = directory;
    this.answers = answers;
    this.preferences = preferences;
    this.matters = matters;
    this.ledger = ledger;
    this.optOuts = new OptOuts(ledger);
    this.handshakes = handshakes;
    this.colleagues = Colleagues.toMeet(directory, preferences);
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
      case Meant.One(var person) -> introduce(person.id(), topic, As.THEMSELVES, asker, request);
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

  private static Reply whatAbout(String name, Texts texts) {
    var example = new Span.Code(texts.say("introduction.what-about.words", name));
    return new Reply(
        texts.language(),
        List.of(new Block.Paragraph(texts.rich("introduction.what-about", name, example))));
  }

  /**
   * Plans to write to the asker and the colleague together, or to each of them where they are, as
   * soon as the colleague may be disturbed. Whoever asks again learns that it was done, or waits.
   *
   * @param request what makes it the same when it is handled twice
   */
  public Outcome introduce(Command.Introduce command, Asker asker, String request) {
    return introduce(command.person(), command.topic(), As.KNOWS_THE_TOPIC, asker, request);
  }

  private Outcome introduce(PersonId person, String topic, As as, Asker asker, String request) {
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
    if (!colleague.get().isActive()) {
      return says(texts, "introduction.gone", colleague.get().name());
    }
    if (!handshakes.mayBeMet(colleague.get().id(), topic, as, asker)) {
      return says(texts, "introduction.not-now", colleague.get().name());
    }
    if (Confidentiality.isMarked(topic)) {
      return says(texts, "introduction.marked", colleague.get().name());
    }
    return switch (Reach.of(self.get(), colleague.get(), directory)) {
      case Reach.Together(var here, var there) -> {
        var isHere = here.id().equals(id);
        yield introduce(
            isHere ? Way.TOGETHER : Way.ELSEWHERE, topic, here.id(), there, as, asker, request);
      }
      case Reach.Apart(var own, var other) ->
          introduce(Way.APART, topic, own.id(), other, as, asker, request);
      case Reach.Nowhere _ -> says(texts, "introduction.elsewhere", colleague.get().name());
    };
  }

  /** Where the two are written to, as the asker is told. */
  private enum Way {
    TOGETHER(""),
    ELSEWHERE(".there"),
    APART(".apart");

    private final String words;

    Way(String words) {
      this.words = words;
    }
  }

  private Outcome introduce(
      Way way, String topic, PersonId self, Person colleague, As as, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    var name = colleague.name();
    var pairs = Pair.of(self, colleague.id(), directory);
    var done =
        pairs.stream()
            .flatMap(pair -> Handshakes.done(ledger, pair.self(), pair.other(), topic).stream())
            .filter(first -> !first.request().equals(request))
            .findFirst();
    if (done.isPresent()) {
      return says(
          texts, "introduction.done-before", name, texts.day(done.get().at(), asker.zone()));
    }
    if (pairs.stream().anyMatch(pair -> isWaiting(pair, topic, request))) {
      return says(texts, "introduction.planned-before", name);
    }
    var wanted = wanted(self, Handshakes.wish(colleague.id(), topic), request);
    if (!wanted.request().equals(request)) {
      return says(texts, "introduction.planned-before", name);
    }
    var matter =
        Matter.begun(request, self, topic, new Matter.With.Colleague(colleague.id()), wanted.at());
    return switch (handshakes.when(matter, colleague.id(), as, asker.language())) {
      case NEVER -> notNow(colleague, topic, wanted.at(), asker);
      case NOW -> {
        handshakes.plan(matter, colleague.id(), as, asker.language());
        yield planned("introduction.done" + way.words, topic, colleague, texts);
      }
      case LATER -> {
        handshakes.plan(matter, colleague.id(), as, asker.language());
        yield planned("introduction.planned" + way.words, topic, colleague, texts);
      }
    };
  }

  /**
   * Who is away for longer than anybody is waited for refuses nobody, and whoever they are named to
   * sees it: the same is said of who wants to be asked nothing, so that it tells nothing of that.
   */
  private Outcome notNow(Person colleague, String topic, Instant wished, Asker asker) {
    var texts = Texts.in(asker.language());
    return Optional.of(colleague)
        .filter(each -> handshakes.mayBeMet(each.id(), topic, As.KNOWS_THE_TOPIC, asker))
        .flatMap(each -> answers.absence(each, wished.plus(Handshakes.PATIENCE), asker))
        .map(absence -> says(texts, "introduction.away", colleague.name(), absence))
        .orElseGet(() -> says(texts, "introduction.not-now", colleague.name()));
  }

  /** Whether another request for the same waits for the colleague. */
  private boolean isWaiting(Pair pair, String topic, String request) {
    return Handshakes.wished(ledger, pair.self(), pair.other(), topic)
        .filter(first -> !first.request().equals(request))
        .filter(first -> matters.isOpen(pair.self(), first.request()))
        .isPresent();
  }

  /** The wish that holds: an earlier one came to nothing where the asker ended it. */
  private Ledger.Entry wanted(PersonId self, String deed, String request) {
    var first = ledger.note(self, deed, request, Handshakes.PATIENCE);
    return first.request().equals(request) || matters.isOpen(self, first.request())
        ? first
        : ledger.again(self, deed, first, request, Handshakes.PATIENCE);
  }

  private static Outcome planned(String situation, String topic, Person colleague, Texts texts) {
    var blocks = new ArrayList<>(Reply.saying(texts, situation, colleague.name()).blocks());
    blocks.add(new Block.Buttons(List.of(solved(new Whom.Known(colleague.id()), topic, texts))));
    return Outcome.only(new Reply(texts.language(), blocks));
  }

  /** What the asker may say later, once it helped. */
  static Button solved(@Nullable Whom helper, String topic, Texts texts) {
    return Button.of(texts.say("solved.button"), new Command.Solved(helper, topic));
  }

  /**
   * Who opts out waits for nobody any more, whatever they wished before, and nobody else is invited
   * to what they asked a channel.
   *
   * @param request what makes it the same when it is handled twice
   */
  public void withdraw(Asker asker, String request) {
    var person = asker.person();
    if (person == null) {
      return;
    }
    for (var account : directory.accounts(person)) {
      optOuts.note(account, request);
      matters.of(account).stream()
          .filter(this::isWaiting)
          .forEach(each -> matters.end(account, each.id(), Matter.Ending.TAKEN_BACK));
    }
  }

  private boolean isWaiting(Matter matter) {
    return matter.ending() == null
        && switch (matter.with()) {
          case Matter.With.Colleague(var colleague) ->
              Handshakes.done(ledger, matter.asker(), colleague, matter.topic()).isEmpty();
          case Matter.With.Room _, Matter.With.Standing _, Matter.With.Discussion _ -> true;
        };
  }

  private static Outcome says(Texts texts, String situation, Object... values) {
    return Outcome.only(Reply.saying(texts, situation, values));
  }
}
