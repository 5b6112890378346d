package ponte.introduction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.consent.Confidentiality;
import ponte.consent.Preferences;
import ponte.consent.Redaction;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Invites a colleague to a question that stands unanswered in its channel, at the wish of its
 * asker, or of anybody who can open it once the asker agreed: asked privately first, as always, and
 * each colleague once for a question, whoever wishes it.
 */
public final class StandingQuestions {

  private static final Duration MEMORY = Duration.ofDays(30);

  /** Of a long message the beginning tells what is asked; the rest stands in the channel. */
  private static final int QUOTED = 300;

  private static final Redaction REDACTION = new Redaction();

  private final Archive archive;
  private final Directory directory;
  private final Preferences preferences;
  private final Matters matters;
  private final Answerers answerers;
  private final Inviting inviting;
  private final Suggestions suggestions;
  private final Ledger ledger;

  public StandingQuestions(
      Archive archive,
      Directory directory,
      Preferences preferences,
      Matters matters,
      Answerers answerers,
      Inviting inviting,
      Suggestions suggestions,
      Ledger ledger) {
    this.archive = archive;
    this.directory = directory;
    this.preferences = preferences;
    this.matters = matters;
    this.answerers = answerers;
    this.inviting = inviting;
    this.suggestions = suggestions;
    this.ledger = ledger;
  }

  /**
   * Plans to ask the colleague whether they want to be invited, or the asker first whether they are
   * to be. What is said to the one who wishes it is the same whether or not the colleague wants to
   * be asked.
   *
   * @param request what makes it the same when it is handled twice
   */
  public Outcome invite(Command.Invite command, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    var place = command.question();
    var person = asker.person();
    if (person == null) {
      return Outcome.only(Reply.saying(texts, "invite.who-are-you"));
    }
    var room = directory.channel(place.channel()).filter(each -> !each.archived());
    var question =
        archive
            .find(place, Audience.of(place.channel()))
            .filter(_ -> asker.audience().maySee(place))
            .filter(filed -> isAsked(filed.message()));
    var colleague = colleague(command);
    if (room.isEmpty() || question.isEmpty() || colleague.isEmpty()) {
      return Outcome.only(Reply.saying(texts, "invite.gone"));
    }
    if (inviting.isOff(place.channel())) {
      return Outcome.only(Reply.saying(texts, "invite.off"));
    }
    var asked = question.get().message();
    if (directory.accounts().areOne(person, command.colleague())) {
      return linked(texts, "invite.yourself", place);
    }
    if (inviting.isAway(command.colleague())) {
      return linked(texts, "invite.away", place, colleague.get().name());
    }
    if (Confidentiality.isMarked(asked.text())) {
      return linked(texts, "invite.marked", place);
    }
    if (!suggestions.isConsented(question.get(), person)) {
      return suggest(question.get(), colleague.get(), person, request, texts);
    }
    var isAskers = directory.accounts().areOne(person, asked.author());
    var known = suggestions.matter(asked.author(), place, topic(asked));
    if (isAskers ? answerers.isOverForAsker(known) : answerers.isOver(known)) {
      return over(known, place, texts);
    }
    if (isAskers) {
      suggestions.agreed(asked.author(), place, command.colleague());
    }
    var first = invited(asked, colleague.get(), request);
    if (!first.request().equals(request)) {
      return linked(texts, "invite.before", place, colleague.get().name());
    }
    var matter = Matter.standing(asked.author(), topic(asked), place, first.at());
    matters.begin(matter);
    if (isAskers) {
      matters.beginAgain(matter);
    }
    inviting.plan(matter, room.get(), List.of(colleague.get().id()), asker);
    return linked(texts, "invite.asked", place, colleague.get().name());
  }

  private Outcome over(Matter matter, MessageId place, Texts texts) {
    var answered = !answerers.of(matter).isEmpty();
    return linked(texts, answered ? "invite.answered" : "invite.over", place);
  }

  /** The colleague as they are met where the question stands, whatever account is shown of them. */
  private Optional<Person> colleague(Command.Invite command) {
    var workspace = command.question().channel().workspace();
    return directory.person(directory.accounts().metFrom(workspace, command.colleague()));
  }

  /** The request that invites a colleague first, by whichever of their accounts. */
  private Ledger.Entry invited(Message question, Person colleague, String request) {
    var asker = question.author();
    return directory.accounts(colleague.id()).stream()
        .flatMap(account -> ledger.find(asker, deed(question, account)).stream())
        .findFirst()
        .orElseGet(() -> ledger.note(asker, deed(question, colleague.id()), request, MEMORY));
  }

  private static String deed(Message question, PersonId colleague) {
    return "invite " + colleague + " to " + question.id();
  }

  private boolean isAsked(Message message) {
    return message.isTalk() && !preferences.isOut(message.author()) && !topic(message).isBlank();
  }

  private Outcome suggest(
      Filed question, Person colleague, PersonId by, String request, Texts texts) {
    var message = question.message();
    var place = message.id();
    var matter = suggestions.matter(message.author(), place, topic(message));
    if (answerers.isSeenOver(matter)) {
      return over(matter, place, texts);
    }
    var asker = directory.person(message.author()).map(Person::name).orElse("");
    var situation =
        suggestions.suggest(question, colleague, by, request)
            ? "invite.suggested"
            : "invite.suggested-before";
    return linked(texts, situation, place, asker, colleague.name());
  }

  /** What a question is quoted and looked for by; blank where it has no words. */
  public static String topic(Message message) {
    var text = REDACTION.redact(message.text().searchable());
    return text.length() <= QUOTED ? text : text.substring(0, QUOTED).strip() + "…";
  }

  private static Outcome linked(Texts texts, String situation, MessageId place, Object... values) {
    var blocks = new ArrayList<Block>();
    blocks.add(Block.Paragraph.plain(texts.say(situation, values)));
    blocks.add(new Block.Paragraph(Inviting.link(place, texts)));
    return Outcome.only(new Reply(texts.language(), blocks));
  }
}
