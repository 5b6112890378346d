package ponte.introduction;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.colleague.Colleagues;
import ponte.colleague.Meant;
import ponte.command.Command;
import ponte.command.Command.Whom;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.expert.ExpertAnswers;
import ponte.expert.Experts;
import ponte.expert.Finding;
import ponte.nudge.Effects;
import ponte.nudge.Effects.Said;
import ponte.nudge.Gate;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.Postings;
import ponte.prompt.Prompt;
import ponte.prompt.Prompt.Occasion;
import ponte.prompt.Prompted;
import ponte.prompt.Prompts;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Asks the asker later, once, whether it helped, and goes on with them where it did not. */
public final class Aftercare {

  /** Nobody remembers well enough after that. */
  static final Duration LATEST = Duration.ofDays(7);

  private final Matters matters;
  private final Invitations invitations;
  private final Answerers answerers;
  private final Prompts prompts;
  private final Experts experts;
  private final ExpertAnswers answers;
  private final Effects effects;
  private final Gate gate;
  private final Directory directory;
  private final Preferences preferences;
  private final IntroductionRules rules;
  private final Colleagues colleagues;

  public Aftercare(
      Matters matters,
      Invitations invitations,
      Answerers answerers,
      Prompts prompts,
      Experts experts,
      ExpertAnswers answers,
      Effects effects,
      Gate gate,
      Directory directory,
      Preferences preferences,
      IntroductionRules rules) {
    this.matters = matters;
    this.invitations = invitations;
    this.answerers = answerers;
    this.prompts = prompts;
    this.experts = experts;
    this.answers = answers;
    this.effects = effects;
    this.gate = gate;
    this.directory = directory;
    this.preferences = preferences;
    this.rules = rules;
    this.colleagues = Colleagues.toSpeakOf(directory, preferences);
  }

  /**
   * Keeps what was begun and plans to come back to it. Doing it again changes nothing.
   *
   * @param zone where the asker's clock stands
   */
  void begin(Matter matter, ZoneId zone) {
    matters.begin(matter);
    comeBack(matter, matter.at(), zone);
  }

  /**
   * Plans to come back to what was begun.
   *
   * @param done when the colleagues had it
   */
  void comeBack(Matter matter, Instant done, ZoneId zone) {
    var due = rules.later(done, zone, gate.holidays(matter.asker()));
    prompts.plan(
        new Prompt.Helped(matter.asker(), matter.id(), Occasion.LATER, due.plus(LATEST)), due);
  }

  /** The question whether it helped, unless it was asked, was answered or has lost its point. */
  public Prompted ask(Prompt.Helped prompt, Asker asker, Postings postings) {
    var found = matters.find(prompt.to(), prompt.matter());
    if (found.isEmpty() || found.get().ending() != null) {
      return new Prompted.Drop("the asker has said what became of it");
    }
    var matter = answerers.located(found.get(), postings);
    if (matter.with() instanceof Matter.With.Room && matter.message() == null) {
      return new Prompted.Drop("the question could not be posted");
    }
    var question = question(matter, asker);
    if (question.isEmpty()) {
      return new Prompted.Drop("there is nobody any more to ask about");
    }
    var asked =
        matters
            .change(
                prompt.to(),
                prompt.matter(),
                each -> each.asked() == null ? each.asking(prompt.occasion()) : each)
            .map(Matter::asked);
    return asked.filter(prompt.occasion()::equals).isEmpty()
        ? new Prompted.Drop("it was asked on another occasion")
        : new Prompted.Say(
            new Outgoing(
                prompt.matter() + "/helped",
                new Destination.Together(Set.of(prompt.to())),
                question.get()));
  }

  /** Empty where those it is about are gone, or do not want to be talked about. */
  private Optional<Reply> question(Matter matter, Asker asker) {
    return switch (matter.with()) {
      case Matter.With.Colleague(var id) ->
          directory
              .person(id)
              .filter(Person::isActive)
              .filter(colleague -> !preferences.isOut(colleague.id()))
              .map(colleague -> question(matter, colleague, asker));
      case Matter.With.Room(var id, _) ->
          directory
              .channel(id)
              .filter(room -> asker.audience().maySee(room.id()))
              .map(room -> question(matter, room, asker));
      case Matter.With.Standing _, Matter.With.Discussion _ -> Optional.empty();
    };
  }

  private static Reply question(Matter matter, Person colleague, Asker asker) {
    var texts = Texts.in(asker.language());
    return reply(
        texts,
        texts.rich("helped.colleague", new Span.Mention(colleague.id())),
        matter,
        List.of(
            Button.primary(texts.say("helped.solved"), solved(colleague, matter)),
            notYet(matter, texts),
            Button.of(
                texts.say("helped.not-right"),
                new Command.NotRight(colleague.id(), matter.topic(), null))));
  }

  private Reply question(Matter matter, Channel room, Asker asker) {
    var texts = Texts.in(asker.language());
    var buttons = new ArrayList<Button>();
    answerers.of(matter).stream()
        .flatMap(id -> directory.person(id).stream())
        .filter(person -> person.isActive() && !preferences.isOut(person.id()))
        .limit(rules.invited())
        .forEach(
            person ->
                buttons.add(
                    Button.primary(
                        texts.say("helped.solved-by", person.name()), solved(person, matter))));
    var answered = !buttons.isEmpty();
    if (!answered) {
      buttons.add(
          Button.primary(texts.say("helped.solved"), new Command.Solved(null, matter.topic())));
    }
    buttons.add(notYet(matter, texts));
    return reply(
        texts,
        texts.rich(
            answered ? "helped.room" : "helped.room.unanswered",
            new Span.ChannelLink(room.id(), room.name())),
        matter,
        buttons);
  }

  private static Command solved(Person helper, Matter matter) {
    return new Command.Solved(new Whom.Known(helper.id()), matter.topic());
  }

  private static Button notYet(Matter matter, Texts texts) {
    return Button.of(texts.say("helped.not-yet"), new Command.NotYet(matter.id()));
  }

  private static Reply reply(Texts texts, RichText asking, Matter matter, List<Button> buttons) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Paragraph(asking));
    blocks.add(
        new Block.Paragraph(RichText.of(new Span.Quote(List.of(new Span.Plain(matter.topic()))))));
    var place = matter.message();
    if (place != null) {
      blocks.add(
          new Block.Paragraph(
              RichText.of(new Span.MessageLink(place, texts.say("helped.question")))));
    }
    var all = new ArrayList<>(buttons);
    all.add(Button.of(texts.say("helped.never"), new Command.StopAftercare()));
    blocks.add(new Block.Buttons(all));
    blocks.add(new Block.Note(RichText.plain(texts.say("helped.once"))));
    return new Reply(texts.language(), blocks);
  }

  /**
   * The asker said that it is solved: they are not asked about it any more. Where it is not clear
   * who helped, that is asked back first, and nothing ends. Who says neither who helped nor with
   * what means the only thing that is open.
   *
   * @return what asks back which of several things is solved; empty where that is clear
   */
  public Optional<Reply> solved(Command.Solved command, Asker asker) {
    var person = asker.person();
    if (person == null) {
      return Optional.empty();
    }
    if (command.helper() == null && command.topic() == null) {
      return theOnlyIsSolved(person, asker);
    }
    if (isClear(command.helper(), asker)) {
      var helper = helper(command.helper(), asker);
      end(person, matter -> isSolved(matter, helper, command.topic(), asker), Matter.Ending.SOLVED);
    }
    return Optional.empty();
  }

  private Optional<Reply> theOnlyIsSolved(PersonId person, Asker asker) {
    var open =
        directory.accounts(person).stream()
            .flatMap(account -> matters.of(account).stream())
            .filter(Aftercare::isAskedAbout)
            .toList();
    if (open.stream().map(each -> SameQuestion.folded(each.topic())).distinct().count() > 1) {
      return Optional.of(Reply.saying(Texts.in(asker.language()), "solved.which-of-several"));
    }
    open.forEach(matter -> end(matter, Matter.Ending.SOLVED));
    return Optional.empty();
  }

  /** Whether it is open, and of those things of which is asked whether they helped. */
  private static boolean isAskedAbout(Matter matter) {
    return matter.ending() == null
        && switch (matter.with()) {
          case Matter.With.Colleague _, Matter.With.Room _ -> true;
          case Matter.With.Standing _, Matter.With.Discussion _ -> false;
        };
  }

  private boolean isClear(@Nullable Whom helper, Asker asker) {
    return helper == null
        || switch (colleagues.meant(helper, asker)) {
          case Meant.One _, Meant.Self _ -> true;
          case Meant.Several _, Meant.Nobody _ -> false;
        };
  }

  private @Nullable PersonId helper(@Nullable Whom helper, Asker asker) {
    return helper != null && colleagues.meant(helper, asker) instanceof Meant.One(var person)
        ? person.id()
        : null;
  }

  /** In whatever words it is told what it was about, where the same colleague helped. */
  private boolean isSolved(
      Matter matter, @Nullable PersonId helper, @Nullable String topic, Asker asker) {
    if (topic == null) {
      return isWith(matter, helper);
    }
    return matter.topic().equalsIgnoreCase(topic)
        || (isWith(matter, helper) || isAnswered(matter, helper))
            && isAbout(matter.topic(), topic, asker);
  }

  private boolean isAnswered(Matter matter, @Nullable PersonId helper) {
    return helper != null
        && answerers.of(matter).stream()
            .anyMatch(each -> directory.accounts().areOne(each, helper));
  }

  /** Of two topics one may be told more briefly. */
  private boolean isAbout(String one, String other, Asker asker) {
    return !one.isBlank()
        && !other.isBlank()
        && (experts.topicsOf(one, asker.language()).test(other)
            || experts.topicsOf(other, asker.language()).test(one));
  }

  /** The asker said that a colleague is not right for a topic: there is no more to ask about. */
  public void notRight(PersonId asker, PersonId colleague, String topic) {
    end(
        asker,
        matter -> matter.topic().equalsIgnoreCase(topic) && isWith(matter, colleague),
        Matter.Ending.NOT_SOLVED);
  }

  private void end(PersonId asker, Predicate<Matter> which, Matter.Ending ending) {
    for (var account : directory.accounts(asker)) {
      matters.of(account).stream().filter(which).forEach(matter -> end(matter, ending));
    }
  }

  private void end(Matter matter, Matter.Ending ending) {
    matters.change(matter.asker(), matter.id(), each -> each.ending(ending));
    var said = ending == Matter.Ending.SOLVED ? Said.HELPED : Said.NOT_HELPED;
    effects.said(matter.asker(), Prompt.Helped.keys(matter.id()), said);
    if (matter.with() instanceof Matter.With.Colleague(var colleague)) {
      effects.said(colleague, Prompt.Sought.keys(matter.id()), said);
    }
  }

  private boolean isWith(Matter matter, @Nullable PersonId helper) {
    return helper != null
        && matter.with() instanceof Matter.With.Colleague(var colleague)
        && directory.accounts().areOne(colleague, helper);
  }

  /** It has not helped: proposes whoever was not asked yet, or the channel. */
  public Reply notYet(Command.NotYet command, Asker asker) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    if (person == null) {
      return Reply.saying(texts, "introduction.who-are-you");
    }
    var found =
        directory.accounts(person).stream()
            .flatMap(account -> matters.find(account, command.matter()).stream())
            .findFirst();
    if (found.filter(matter -> !matter.topic().isEmpty()).isEmpty()) {
      return Reply.saying(texts, "helped.gone");
    }
    var matter = found.get();
    end(matter, Matter.Ending.NOT_SOLVED);
    return goOn(matter, asker);
  }

  private Reply goOn(Matter matter, Asker asker) {
    var texts = Texts.in(asker.language());
    var met = met(matter);
    var all = experts.on(matter.topic(), asker, person -> !isMet(person, met, matter));
    var isFromRoom = matter.with() instanceof Matter.With.Room;
    var others =
        new Finding(
            all.wording(),
            all.experts(),
            all.declared(),
            false,
            List.of(),
            isFromRoom ? null : all.room(),
            all.sought(),
            all.searched());
    var blocks = new ArrayList<Block>();
    blocks.add(Block.Paragraph.plain(texts.say("helped.go-on")));
    if (!others.experts().isEmpty() || !others.declared().isEmpty()) {
      blocks.addAll(answers.shown(others, asker).blocks());
    } else {
      blocks.add(Block.Paragraph.plain(texts.say("helped.nobody-else")));
      var room = others.room();
      if (room != null) {
        blocks.add(
            new Block.Buttons(
                List.of(
                    Button.primary(
                        texts.say("expert.ask-room", room.name()),
                        new Command.AskRoom(matter.topic())))));
      }
    }
    return new Reply(texts.language(), blocks);
  }

  /** Those with whom the asker was brought together for the same already, by any account. */
  private Set<PersonId> met(Matter matter) {
    var met = new HashSet<PersonId>();
    for (var account : directory.accounts(matter.asker())) {
      for (var each : matters.of(account)) {
        if (SameQuestion.folded(each.topic()).equals(SameQuestion.folded(matter.topic()))
            && each.with() instanceof Matter.With.Colleague(var colleague)) {
          met.addAll(directory.accounts(colleague));
        }
      }
    }
    return met;
  }

  private boolean isMet(PersonId person, Set<PersonId> met, Matter matter) {
    return met.contains(person)
        || directory.accounts(person).stream()
            .anyMatch(
                account -> invitations.find(account, matter.asker(), matter.id()).isPresent());
  }
}
