package ponte.bench.company;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.bench.ReplayClock;
import ponte.command.Acquaintance;
import ponte.command.Command;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.introduction.Matter;
import ponte.nudge.Kind;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;

/** Shows people what Ponte hands to the platform, and tells them what it is about. */
final class Screen {

  /** Ends the key of what tells a seeker that a colleague was written to who is elsewhere. */
  private static final String TOLD = "/introduced";

  private final Life life;
  private final ReplayClock clock;
  private final Map<PersonId, Integer> numbers;
  private final Map<String, Asked> asked = new HashMap<>();

  /** What people asked and wished who seek a colleague, by their requests. */
  private final Map<String, Seeking> sought = new HashMap<>();

  /** Whom people named themselves, by what they typed or pressed. */
  private final Map<String, Set<Integer>> called = new HashMap<>();

  Screen(Company company, ReplayClock clock, Life life) {
    this.numbers = company.byAccount();
    this.clock = clock;
    this.life = life;
  }

  /** Somebody asked this. */
  void asked(Asked question) {
    asked.put(Matter.idOf(question.id()), question);
  }

  /** Somebody asked Ponte this for what they seek, or gave it their address. */
  void sought(EventId request, Seeking seeking) {
    sought.put(request.value(), seeking);
  }

  /** Somebody typed or pressed this. */
  void called(EventId request, String words) {
    called.put(request.value(), Named.by(words));
  }

  void show(Outgoing outgoing) {
    var readers = readers(outgoing.to()).map(this::number).collect(Collectors.toSet());
    life.read(outgoing.key(), outgoing.reply(), readers, wished(outgoing));
    switch (outgoing.to()) {
      case Destination.Together(var people) -> written(outgoing, people);
      case Destination.Answer answer -> {
        var seeking = sought.get(answer.request().value());
        if (seeking != null && number(answer.person()) == seeking.who()) {
          answered(seeking, outgoing.reply());
        }
      }
      case Destination.InChannel _ -> posted(outgoing.reply());
      case Destination.InThread _,
          Destination.Home _,
          Destination.Under _,
          Destination.InPlaceOf _ -> {}
    }
  }

  /** Who wishes something is named in it; whom somebody named is, in the answer to that. */
  private Set<Integer> wished(Outgoing outgoing) {
    if (outgoing.to() instanceof Destination.Answer answer) {
      return called.getOrDefault(answer.request().value(), Set.of());
    }
    var seeking = seeking(outgoing.key());
    return seeking == null ? Set.of() : Set.of(seeking.who());
  }

  /** Those who alone can read it; none where it is in a channel. */
  private static Stream<PersonId> readers(Destination to) {
    return switch (to) {
      case Destination.Together(var people) -> people.stream();
      case Destination.Answer answer -> Stream.of(answer.person());
      case Destination.Home(var person) -> Stream.of(person);
      case Destination.InChannel _,
          Destination.InThread _,
          Destination.Under _,
          Destination.InPlaceOf _ ->
          Stream.empty();
    };
  }

  private int number(PersonId account) {
    return Objects.requireNonNull(numbers.get(account), account::toString);
  }

  /** What that is sought by which a delivery came about; null: by nothing of the kind. */
  private @Nullable Seeking seeking(String key) {
    var end = key.lastIndexOf('/');
    return end < 0 ? null : sought.get(key.substring(0, end));
  }

  /** The answer to a wish has a button for later on; a refusal, and to have found nobody, none. */
  private void answered(Seeking seeking, Reply reply) {
    var choices = buttons(reply).filter(Command.Introduce.class::isInstance).toList();
    if (choices.isEmpty()) {
      life.replied(seeking, buttons(reply).anyMatch(Command.Solved.class::isInstance));
    } else {
      life.found(seeking, choices.stream().map(Command.Introduce.class::cast).toList());
    }
  }

  /** A summary of a channel proposes colleagues for open questions. */
  private void posted(Reply reply) {
    buttons(reply)
        .filter(Command.Invite.class::isInstance)
        .map(Command.Invite.class::cast)
        .forEach(
            invite -> {
              var about = asked.get(Matter.idOf(invite.question()));
              if (about != null) {
                life.proposed(about, number(invite.colleague()), invite);
              }
            });
  }

  private static Stream<Command> buttons(Reply reply) {
    return reply.blocks().stream()
        .flatMap(
            block ->
                switch (block) {
                  case Block.Buttons(var buttons) -> buttons.stream();
                  case Block.PersonCard card -> card.buttons().stream();
                  default -> Stream.<Button>empty();
                })
        .map(Button::command);
  }

  /** Whatever is written to people between them and Ponte comes at a moment nobody chose. */
  private void written(Outgoing outgoing, Set<PersonId> people) {
    var buttons = buttons(outgoing.reply()).toList();
    var seeking = seeking(outgoing.key());
    for (var account : people) {
      if (seeking == null) {
        show(outgoing, account, buttons);
      } else {
        show(outgoing, account, seeking, buttons);
      }
    }
  }

  /**
   * What follows from what somebody seeks. That they read the letter, too, or the address that a
   * colleague gives them, they wished.
   */
  private void show(Outgoing outgoing, PersonId account, Seeking seeking, List<Command> buttons) {
    var kind = kind(outgoing.key(), buttons);
    var isSeeker = number(account) == seeking.who();
    if (isSeeker && kind != Kind.HELPED) {
      life.heard(seeking);
    }
    if (!isSeeker || kind == Kind.HELPED || outgoing.key().endsWith(TOLD)) {
      life.shown(
          new Shown(
              number(account),
              account,
              kind,
              outgoing.key(),
              null,
              seeking,
              clock.instant(),
              buttons));
    }
  }

  private static Kind kind(String key, List<Command> buttons) {
    if (key.endsWith(TOLD)) {
      return Kind.NOTICE;
    }
    return buttons.stream().anyMatch(Command.NotYet.class::isInstance) ? Kind.HELPED : Kind.SOUGHT;
  }

  private void show(Outgoing outgoing, PersonId account, List<Command> buttons) {
    var who = number(account);
    var kind = Kind.INTRODUCTION;
    Asked about = null;
    for (var button : buttons) {
      switch (button) {
        case Command.OnMyQuestion(var conversation, _) -> {
          kind = Kind.HELP;
          about = asked.get(Matter.idOf(conversation));
        }
        case Command.InviteNobody(var question) -> {
          kind = Kind.HELP;
          about = asked.get(Matter.idOf(question));
        }
        case Command.AnswerInvitation(_, var matter, _) -> {
          kind = Kind.INVITATION;
          about = asked.get(matter);
        }
        case Command.CancelPost _ -> kind = Kind.PREVIEW;
        case Command.Meet(Acquaintance.React(var name, _)) -> life.introduced(name, who);
        case Command.Meet(Acquaintance.Tell _) -> kind = Kind.HELPED;
        default -> {}
      }
    }
    life.shown(
        new Shown(who, account, kind, outgoing.key(), about, null, clock.instant(), buttons));
  }
}
