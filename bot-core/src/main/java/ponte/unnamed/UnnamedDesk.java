package ponte.unnamed;

import java.time.Clock;
import java.util.List;
import ponte.bot.Asker;
import ponte.command.Nameless;
import ponte.consent.Preferences;
import ponte.conversation.PersonId;
import ponte.digest.Questions;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.expert.Requests;
import ponte.introduction.IntroductionRules;
import ponte.introduction.Invitations;
import ponte.introduction.Outcome;
import ponte.nudge.Effects;
import ponte.nudge.Gate;
import ponte.prompt.Prompts;
import ponte.store.Records;
import ponte.unnamed.UnnamedQuestions.Kept;

/**
 * Questions whose asker is not told.
 *
 * @param asking has colleagues asked
 * @param answering puts it to them and passes their answers on
 * @param questions what is kept
 */
public record UnnamedDesk(
    AskingUnnamed asking, AnsweringUnnamed answering, UnnamedQuestions questions) {

  /** What it stands on. */
  public record Ground(
      Records records,
      Directory directory,
      Preferences preferences,
      Experts experts,
      Requests requests,
      Effects effects,
      Gate gate,
      Prompts prompts,
      Invitations invitations,
      Clock clock) {}

  public static UnnamedDesk of(
      Ground ground, Questions standing, UnnamedRules rules, IntroductionRules introductions) {
    var questions =
        new UnnamedQuestions(ground.records(), standing, ground.effects(), ground.clock());
    var asking =
        new AskingUnnamed(
            questions,
            ground.experts(),
            ground.gate(),
            ground.directory(),
            ground.preferences(),
            ground.prompts(),
            ground.invitations(),
            rules,
            introductions,
            ground.clock());
    var answering =
        new AnsweringUnnamed(
            questions,
            asking,
            standing,
            ground.experts(),
            ground.requests(),
            ground.effects(),
            ground.directory(),
            ground.preferences(),
            ground.prompts(),
            introductions,
            ground.clock());
    return new UnnamedDesk(asking, answering, questions);
  }

  /** What is kept of a colleague under all their accounts. */
  public Kept of(PersonId person, Directory directory) {
    return directory.accounts(person).stream()
        .map(questions::of)
        .reduce(new Kept(List.of(), List.of()), Kept::with);
  }

  /**
   * Does what somebody wants.
   *
   * @param request what makes it the same when it is handled twice
   */
  public Outcome take(Nameless wish, Asker asker, String request) {
    return switch (wish) {
      case Nameless.How _ -> Outcome.only(asking.how(asker));
      case Nameless.Ask ask -> Outcome.only(asking.preview(ask, asker));
      case Nameless.Send send -> Outcome.only(asking.send(send, asker));
      case Nameless.TakeBack back -> Outcome.only(asking.takeBack(back, asker));
      case Nameless.Say say -> Outcome.only(answering.say(say, asker));
      case Nameless.Answer answer -> answering.answer(answer, asker, request);
    };
  }
}
