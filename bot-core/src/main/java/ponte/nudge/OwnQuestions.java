package ponte.nudge;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.consent.Confidentiality;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.introduction.Matter;
import ponte.introduction.Matters;
import ponte.introduction.RoomQuestions;
import ponte.introduction.StandingQuestions;
import ponte.nudge.Effects.Said;
import ponte.nudge.Followed.Ending;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;
import ponte.unnamed.AskingUnnamed;

/** Takes what askers say about questions of theirs that nobody answered. */
public final class OwnQuestions {

  private final FollowedQuestions followed;
  private final Standing standing;
  private final Groups groups;
  private final AskingUnnamed unnamed;
  private final RoomQuestions rooms;
  private final Matters matters;
  private final Offers offers;
  private final Directory directory;
  private final Clock clock;

  OwnQuestions(
      FollowedQuestions followed,
      Standing standing,
      Groups groups,
      AskingUnnamed unnamed,
      RoomQuestions rooms,
      Matters matters,
      Offers offers,
      Directory directory,
      Clock clock) {
    this.followed = followed;
    this.standing = standing;
    this.groups = groups;
    this.unnamed = unnamed;
    this.rooms = rooms;
    this.matters = matters;
    this.offers = offers;
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
    switch (command.deed()) {
      case ASK_COLLEAGUES, ASK_ROOM -> said(question, Said.ACCEPTED);
      case SOLVED, LEAVE -> said(question, Said.PASSED);
      case SHOW_UNNAMED, ASK_UNNAMED -> {}
    }
    return switch (command.deed()) {
      case ASK_COLLEAGUES -> ask(question, asker);
      case ASK_ROOM -> room(question, asker);
      case SHOW_UNNAMED, ASK_UNNAMED -> unnamed(question, command.deed(), asker);
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

  /** Who opts out has nobody asked any more about what they asked until then. */
  public void withdraw(Asker asker) {
    var person = asker.person();
    if (person != null) {
      directory.accounts(person).stream()
          .flatMap(account -> followed.of(account).stream())
          .filter(question -> question.ending() == null)
          .forEach(question -> end(question, Ending.REFUSED, Matter.Ending.TAKEN_BACK));
    }
  }

  private void said(Followed question, Said said) {
    if (standing.of(question) instanceof Standing.Now.Answered(var at)) {
      offers.answered(question, at);
    }
    offers.said(question, said);
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

  /** Shows what colleagues would read who are asked without the asker's name, or asks them. */
  private Reply unnamed(Followed question, Deed deed, Asker asker) {
    return switch (standing.of(question)) {
      case Standing.Now.Over _ when unnamed.isAsked(question.asker(), question.question()) ->
          Reply.saying(Texts.in(asker.language()), "help.sought");
      case Standing.Now.Answered _ -> answered(question, asker);
      case Standing.Now.Over(var ending) -> over(question, ending, asker);
      case Standing.Now.Open(var message, var room) -> {
        if (Confidentiality.isMarked(message.text())) {
          yield marked(question, asker);
        }
        var words = StandingQuestions.topic(message);
        if (deed == Deed.SHOW_UNNAMED) {
          var send = new Command.OnMyQuestion(question.conversation(), Deed.ASK_UNNAMED);
          yield unnamed.preview(words, room, message.id(), send, asker);
        }
        var sent = unnamed.send(words, room, message.id(), asker);
        if (sent.isAsked()) {
          said(question, Said.ACCEPTED);
          // As if it was left alone: what is logged of it must not tell that they asked.
          followed.end(question, Ending.LEFT);
        }
        yield sent.reply();
      }
    };
  }

  private Reply room(Followed question, Asker asker) {
    return switch (standing.of(question)) {
      case Standing.Now.Answered _ -> answered(question, asker);
      case Standing.Now.Over(var ending) -> over(question, ending, asker);
      case Standing.Now.Open(var message, _) when Confidentiality.isMarked(message.text()) ->
          marked(question, asker);
      case Standing.Now.Open(var message, _) ->
          rooms.preview(new Command.AskRoom(StandingQuestions.topic(message)), asker);
    };
  }

  private static Reply answered(Followed question, Asker asker) {
    return HelpReplies.of(question, "help.answered", Texts.in(asker.language()));
  }

  private static Reply marked(Followed question, Asker asker) {
    return HelpReplies.of(question, "invite.marked", Texts.in(asker.language()));
  }

  private Reply over(Followed question, Ending ending, Asker asker) {
    followed.end(question, ending);
    return Reply.saying(Texts.in(asker.language()), "help.gone");
  }

  private Reply ask(Followed question, Asker asker) {
    var texts = Texts.in(asker.language());
    return switch (standing.of(question)) {
      case Standing.Now.Answered _ -> answered(question, asker);
      case Standing.Now.Over(var ending) -> over(question, ending, asker);
      case Standing.Now.Open(var message, _) when Confidentiality.isMarked(message.text()) ->
          marked(question, asker);
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
