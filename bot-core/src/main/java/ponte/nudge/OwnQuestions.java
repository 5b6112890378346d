package ponte.nudge;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.introduction.Matter;
import ponte.introduction.Matters;
import ponte.introduction.StandingQuestions;
import ponte.nudge.Followed.Ending;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Takes what askers say about questions of theirs that nobody answered. */
public final class OwnQuestions {

  private final FollowedQuestions followed;
  private final Standing standing;
  private final Groups groups;
  private final Matters matters;
  private final Directory directory;
  private final Clock clock;

  OwnQuestions(
      FollowedQuestions followed,
      Standing standing,
      Groups groups,
      Matters matters,
      Directory directory,
      Clock clock) {
    this.followed = followed;
    this.standing = standing;
    this.groups = groups;
    this.matters = matters;
    this.directory = directory;
    this.clock = clock;
  }

  /** Does what the asker wants; handling it again changes nothing. */
  public Reply take(Command.OnMyQuestion command, Asker asker) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    if (person == null) {
      return Reply.saying(texts, "help.who-are-you");
    }
    var found = find(person, command.conversation());
    if (found.isEmpty()) {
      return Reply.saying(texts, "help.gone");
    }
    var question = found.get();
    return switch (command.deed()) {
      case ASK_COLLEAGUES -> ask(question, asker);
      case SOLVED -> {
        end(question, Ending.SOLVED, Matter.Ending.SOLVED);
        yield HelpReplies.of(question, "help.is-solved", texts);
      }
      case LEAVE -> {
        end(question, Ending.LEFT, Matter.Ending.TAKEN_BACK);
        yield HelpReplies.of(question, "help.is-left", texts);
      }
    };
  }

  private Optional<Followed> find(PersonId person, MessageId conversation) {
    return directory.accounts(person).stream()
        .flatMap(account -> followed.find(account, conversation).stream())
        .findFirst();
  }

  private void end(Followed question, Ending ending, Matter.Ending of) {
    followed.end(question, ending);
    matters.end(question.asker(), Matter.idOf(question.question()), of);
  }

  private Reply ask(Followed question, Asker asker) {
    var texts = Texts.in(asker.language());
    return switch (standing.of(question)) {
      case Standing.Now.Over(var ending) -> {
        followed.end(question, ending);
        yield ending == Ending.ANSWERED
            ? HelpReplies.of(question, "help.answered", texts)
            : Reply.saying(texts, "help.gone");
      }
      case Standing.Now.Open(var message, var room) -> {
        var agreed =
            followed.change(question, each -> each.agreed(clock.instant())).orElse(question);
        yield groups.ask(1, agreed, message, room, asker) > 0
            ? HelpReplies.of(question, "help.asking", texts, groups.size())
            : nobody(question, StandingQuestions.topic(message), texts);
      }
    };
  }

  /** Those who were there when it was offered are not any more. */
  private static Reply nobody(Followed question, String topic, Texts texts) {
    var said = HelpReplies.of(question, "help.nobody", texts);
    var blocks = new ArrayList<Block>(said.blocks());
    blocks.add(
        new Block.Buttons(
            List.of(Button.of(texts.say("help.ask-a-room"), new Command.AskRoom(topic)))));
    return new Reply(texts.language(), blocks);
  }
}
