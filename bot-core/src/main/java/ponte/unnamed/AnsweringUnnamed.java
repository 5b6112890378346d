package ponte.unnamed;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Rsvp;
import ponte.command.Nameless;
import ponte.consent.Confidentiality;
import ponte.consent.Offer;
import ponte.consent.Preference.Choice;
import ponte.consent.Preferences;
import ponte.consent.Redaction;
import ponte.conversation.PersonId;
import ponte.digest.Questions;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.expert.Requests;
import ponte.introduction.IntroductionRules;
import ponte.introduction.Outcome;
import ponte.nudge.Effects;
import ponte.nudge.Effects.Said;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompt;
import ponte.prompt.Prompted;
import ponte.prompt.Prompts;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Form;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Puts questions to colleagues whose asker is not told, and passes on what they answer: with their
 * name, to somebody of whom they learn nothing.
 */
public final class AnsweringUnnamed {

  private static final Duration LATER = Duration.ofDays(1);
  private static final int LONGEST_LABEL = 70;
  private static final Redaction REDACTION = new Redaction();

  private final UnnamedQuestions questions;
  private final AskingUnnamed asking;
  private final Questions standing;
  private final Experts experts;
  private final Requests requests;
  private final Effects effects;
  private final Directory directory;
  private final Preferences preferences;
  private final Prompts prompts;
  private final IntroductionRules introductions;
  private final Clock clock;

  public AnsweringUnnamed(
      UnnamedQuestions questions,
      AskingUnnamed asking,
      Questions standing,
      Experts experts,
      Requests requests,
      Effects effects,
      Directory directory,
      Preferences preferences,
      Prompts prompts,
      IntroductionRules introductions,
      Clock clock) {
    this.questions = questions;
    this.asking = asking;
    this.standing = standing;
    this.experts = experts;
    this.requests = requests;
    this.effects = effects;
    this.directory = directory;
    this.preferences = preferences;
    this.prompts = prompts;
    this.introductions = introductions;
    this.clock = clock;
  }

  /** The question, put to a colleague, as long as it has a point. */
  public Prompted ask(Prompt.Unnamed prompt, Asker invited) {
    var person = prompt.to();
    var found = questions.find(prompt.question());
    var put = questions.put(prompt.question(), person);
    if (found.isEmpty() || put.isEmpty() || isLast(put.get().said())) {
      return new Prompted.Drop("there is nothing to ask");
    }
    var question = found.get();
    if (isOver(question)) {
      return new Prompted.Drop("the question is over, or its channel is left in peace");
    }
    if (!mayBeAsked(person, question, invited)) {
      return new Prompted.Drop("they may not be asked");
    }
    if (asking.wasInvited(person, question.asker(), question.words(), question.place())) {
      return new Prompted.Drop("they were invited to the same by name");
    }
    return new Prompted.Say(
        new Outgoing(
            prompt.key(),
            new Destination.Together(Set.of(person)),
            UnnamedReplies.question(question, invited.language())));
  }

  /** They were asked: it counts as asked of them. */
  public void said(Prompt.Unnamed prompt) {
    // Kept under the question's name: under the asker's it would tell one from another.
    var asker = new PersonId(prompt.to().workspace(), prompt.question());
    requests.note(prompt.to(), asker, clock.instant());
  }

  private static boolean isLast(@Nullable Rsvp said) {
    return said != null && said != Rsvp.LATER;
  }

  private boolean isOver(UnnamedQuestion question) {
    var place = question.place();
    return question.isSettled()
        || !asking.isFor(question.asker())
        || !asking.mayBeRead(question)
        || asking.isQuiet(place)
        || (place != null && standing.isOver(place));
  }

  private boolean mayBeAsked(PersonId person, UnnamedQuestion question, Asker invited) {
    return asking.mayBeAsked(person)
        && asking.mayOpen(person, question.place())
        && experts.mayBeNamed(person, question.words(), invited.language(), directory.everybody());
  }

  /** Whether what somebody is to be invited to is put to them without its asker's name. */
  public boolean isPut(Prompt.Invite invite) {
    return asking.isPut(invite.to(), invite.asker(), invite.matter());
  }

  /** What a colleague says to being asked, but for an answer. */
  Reply say(Nameless.Say say, Asker asker) {
    var invited = invited(say.question(), asker);
    if (invited.isEmpty()) {
      return says(asker, "unnamed.gone");
    }
    var person = invited.get();
    var found = questions.find(say.question());
    return switch (say.rsvp()) {
      case ACCEPT -> says(asker, found.isEmpty() ? "unnamed.gone" : "unnamed.how-to-answer");
      case PASS -> {
        passed(say.question(), person, Rsvp.PASS);
        yield says(asker, "invitation.passed");
      }
      case NOT_MY_TOPIC -> {
        passed(say.question(), person, Rsvp.NOT_MY_TOPIC);
        yield found
            .map(question -> hide(question, person, asker))
            .orElseGet(() -> says(asker, "unnamed.gone"));
      }
      case LATER ->
          found
              .map(question -> later(question, person, asker))
              .orElseGet(() -> says(asker, "unnamed.gone"));
      case NEVER -> {
        passed(say.question(), person, Rsvp.NEVER);
        preferences.change(person, old -> old.choosing(Offer.INVITATIONS, Choice.NONE));
        var texts = Texts.in(asker.language());
        yield with(
            Reply.saying(texts, "invitation.never-again"),
            List.of(Button.of(texts.say("invitation.allow"), new Command.AllowInvitations())));
      }
    };
  }

  private void passed(String question, PersonId person, Rsvp rsvp) {
    questions.said(question, person, rsvp);
    effects.said(person, Prompt.Unnamed.keys(question, person), Said.PASSED);
  }

  private Reply hide(UnnamedQuestion question, PersonId person, Asker asker) {
    var texts = Texts.in(asker.language());
    var topics = experts.topicsIn(question.words(), asker.language());
    var hidden = topics.isEmpty() ? question.words() : topics.getFirst();
    preferences.change(person, old -> old.hiding(hidden));
    return with(
        Reply.saying(texts, "invitation.hidden", hidden),
        List.of(Button.of(texts.say("invitation.show-again"), new Command.UnhideTopic(hidden))));
  }

  private Reply later(UnnamedQuestion question, PersonId person, Asker asker) {
    var due = clock.instant().plus(LATER);
    var until = introductions.later(question.at(), asker.zone(), asking.holidays(person));
    if (isOver(question) || due.isAfter(until)) {
      passed(question.id(), person, Rsvp.PASS);
      return says(asker, "unnamed.too-late");
    }
    questions.said(question.id(), person, Rsvp.LATER);
    var day = due.atZone(asker.zone()).toLocalDate().toString();
    prompts.plan(new Prompt.Unnamed(person, question.id(), day, until), due);
    return says(asker, "invitation.postponed");
  }

  /** The questions that wait for an answer of somebody, to choose from in a form. */
  public List<Form.Option> open(PersonId person) {
    var options = new ArrayList<Form.Option>();
    for (var account : directory.accounts(person)) {
      for (var put : questions.told(account)) {
        questions
            .find(put.question())
            .filter(question -> mayBeAnswered(question) && asking.mayBeRead(question))
            .ifPresent(question -> options.add(option(question)));
      }
    }
    return options.stream().limit(Form.MOST_OPTIONS).toList();
  }

  private static Form.Option option(UnnamedQuestion question) {
    var words = question.words();
    return new Form.Option(
        question.id(),
        words.length() <= LONGEST_LABEL ? words : words.substring(0, LONGEST_LABEL) + "…");
  }

  private boolean mayBeAnswered(UnnamedQuestion question) {
    return !question.over() && asking.isFor(question.asker());
  }

  /**
   * Passes an answer on.
   *
   * @param request what makes it the same when it is handled twice
   */
  Outcome answer(Nameless.Answer answer, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    var invited = invited(answer.question(), asker);
    var colleague = invited.flatMap(directory::person);
    var found = questions.find(answer.question()).filter(this::mayBeAnswered);
    if (invited.isEmpty() || colleague.isEmpty() || found.isEmpty()) {
      return only(says(asker, "unnamed.gone"));
    }
    if (Confidentiality.isMarked(answer.words())) {
      return only(says(asker, "unnamed.answer.marked"));
    }
    var question = found.get();
    if (!Rsvp.ACCEPT.equals(said(question, invited.get()))) {
      // First what keeps others from being asked: whoever dies in between counts it twice.
      questions.change(question.id(), UnnamedQuestion::answered);
      questions.said(question.id(), invited.get(), Rsvp.ACCEPT);
    }
    var shown = Prompt.Unnamed.keys(question.id(), invited.get());
    effects.said(invited.get(), shown, Said.ACCEPTED);
    effects.answered(invited.get(), shown, clock.instant());
    var to = question.asker();
    var words = REDACTION.redact(answer.words().strip());
    return new Outcome(
        Reply.saying(texts, "unnamed.answered"),
        List.of(
            new Outgoing(
                key(question, request),
                new Destination.Together(Set.of(to)),
                UnnamedReplies.answer(
                    question,
                    colleague.get(),
                    words,
                    preferences.languageOf(directory.person(to).orElse(null))))));
  }

  private @Nullable Rsvp said(UnnamedQuestion question, PersonId invited) {
    return questions.put(question.id(), invited).map(UnnamedQuestions.Put::said).orElse(null);
  }

  /** Of the request of one person nothing is to be seen in what goes to the other. */
  private static String key(UnnamedQuestion question, String request) {
    var made = (question.back() + " " + request).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(made) + "/answer";
  }

  /** The account with which somebody was asked. */
  private Optional<PersonId> invited(String question, Asker asker) {
    var person = asker.person();
    return person == null
        ? Optional.empty()
        : directory.accounts(person).stream()
            .filter(account -> questions.put(question, account).isPresent())
            .findFirst();
  }

  private static Outcome only(Reply reply) {
    return Outcome.only(reply);
  }

  private static Reply with(Reply reply, List<Button> buttons) {
    var blocks = new ArrayList<Block>(reply.blocks());
    blocks.add(new Block.Buttons(buttons));
    return new Reply(reply.language(), blocks);
  }

  private static Reply says(Asker asker, String situation) {
    return Reply.saying(Texts.in(asker.language()), situation);
  }
}
