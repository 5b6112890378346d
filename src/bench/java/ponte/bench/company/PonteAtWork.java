package ponte.bench.company;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ponte.bench.ReplayClock;
import ponte.bench.company.Shown.Saying;
import ponte.command.Acquaintance;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.command.Command.Rsvp;
import ponte.conversation.Away;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.introduction.Matter;
import ponte.nudge.Kind;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Button;

/** Ponte hears what is said and does about it what it does; people press the buttons it shows. */
final class PonteAtWork implements Aid {

  private final Company company;
  private final Life life;
  private final House house;
  private final Map<PersonId, Integer> numbers;
  private final Map<String, Asked> asked = new HashMap<>();

  PonteAtWork(
      House.Storage storage, Company company, House.Terms terms, ReplayClock clock, Life life) {
    this.company = company;
    this.life = life;
    this.numbers = company.byAccount();
    this.house = new House(storage, company, terms, clock, this::delivered);
    house.remember(company.past());
  }

  /** Whatever is written to people between them and Ponte was asked for by nobody. */
  private void delivered(Outgoing outgoing) {
    if (outgoing.to() instanceof Destination.Together(var people)) {
      var buttons =
          outgoing.reply().blocks().stream()
              .filter(Block.Buttons.class::isInstance)
              .flatMap(block -> ((Block.Buttons) block).buttons().stream())
              .map(Button::command)
              .toList();
      for (var account : people) {
        show(outgoing, account, buttons);
      }
    }
  }

  private void show(Outgoing outgoing, PersonId account, List<Command> buttons) {
    var who = numbers.getOrDefault(account, -1);
    Kind kind = null;
    Asked about = null;
    for (var button : buttons) {
      switch (button) {
        case Command.OnMyQuestion(var conversation, _) -> {
          kind = Kind.HELP;
          about = asked.get(Matter.idOf(conversation));
        }
        case Command.AnswerInvitation(_, var matter, _) -> {
          kind = Kind.INVITATION;
          about = asked.get(matter);
        }
        case Command.Meet(Acquaintance.React(var name, _)) -> {
          kind = Kind.INTRODUCTION;
          life.introduced(name, who);
        }
        case Command.Meet(Acquaintance.Tell _) -> kind = Kind.HELPED;
        default -> {}
      }
    }
    life.shown(
        new Shown(
            who,
            account,
            kind == null ? Kind.INTRODUCTION : kind,
            outgoing.key(),
            about,
            house.clock.instant(),
            buttons));
  }

  @Override
  public void said(Asked question, Message message) {
    asked.put(Matter.idOf(question.id()), question);
    house.hears(house.posted(message));
  }

  @Override
  public void marked(Asked question) {
    house.marked(
        question.id(), company.account(question.asker(), question.channel()).orElseThrow());
  }

  @Override
  public void told(Shown shown, Saying saying) {
    var command = command(shown, saying);
    if (command != null) {
      house.press(shown.account(), command);
    }
  }

  private static @Nullable Command command(Shown shown, Saying saying) {
    return switch (saying) {
      case ASK_COLLEAGUES -> deed(shown, Deed.ASK_COLLEAGUES);
      case SOLVED -> deed(shown, Deed.SOLVED);
      case LEAVE -> deed(shown, Deed.LEAVE);
      case ACCEPT -> rsvp(shown, Rsvp.ACCEPT);
      case PASS -> rsvp(shown, Rsvp.PASS);
      case NOT_MY_TOPIC -> rsvp(shown, Rsvp.NOT_MY_TOPIC);
      case LATER -> rsvp(shown, Rsvp.LATER);
      case STOP ->
          switch (shown.kind()) {
            case HELP -> new Command.StopHelp();
            case INVITATION -> rsvp(shown, Rsvp.NEVER);
            case INTRODUCTION, HELPED -> new Command.Meet(new Acquaintance.Leave(null));
            case SOUGHT, HOSTING, NEWS, DIGEST, PREVIEW, NOTICE ->
                throw new IllegalStateException("nobody set up " + shown);
          };
      case MEETING -> reaction(shown, Acquaintance.Reaction.ON);
      case MET -> experience(shown, Acquaintance.Experience.GOOD);
      case NOT_MET -> experience(shown, Acquaintance.Experience.NOT_MET);
    };
  }

  /** Offered help by another channel where there is nobody to ask, they leave it at that. */
  private static @Nullable Command deed(Shown shown, Deed deed) {
    return shown.buttons().stream()
        .filter(each -> each instanceof Command.OnMyQuestion(_, var can) && can == deed)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Command rsvp(Shown shown, Rsvp rsvp) {
    return shown.buttons().stream()
        .filter(each -> each instanceof Command.AnswerInvitation(_, _, var can) && can == rsvp)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Command reaction(Shown shown, Acquaintance.Reaction reaction) {
    return meets(shown).stream()
        .filter(each -> each instanceof Acquaintance.React(_, var can) && can == reaction)
        .<Command>map(Command.Meet::new)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Command experience(Shown shown, Acquaintance.Experience experience) {
    return meets(shown).stream()
        .filter(each -> each instanceof Acquaintance.Tell(_, var can) && can == experience)
        .<Command>map(Command.Meet::new)
        .findFirst()
        .orElse(null);
  }

  private static List<Acquaintance> meets(Shown shown) {
    return shown.buttons().stream()
        .filter(Command.Meet.class::isInstance)
        .map(each -> ((Command.Meet) each).wish())
        .toList();
  }

  @Override
  public void out(Colleague who) {
    house.press(who.accounts().getFirst(), new Command.OptOut());
  }

  @Override
  public void pauses(Colleague who, LocalDate until) {
    house.press(who.accounts().getFirst(), new Command.Pause(until));
  }

  @Override
  public void joins(Colleague who) {
    house.press(who.accounts().getFirst(), new Command.Meet(new Acquaintance.Join(null)));
  }

  @Override
  public void away(Colleague who, Away away) {
    house.away(who, away);
  }

  @Override
  public void work() {
    house.work();
  }

  @Override
  public void close() {
    house.close();
  }
}
