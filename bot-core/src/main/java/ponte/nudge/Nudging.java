package ponte.nudge;

import java.time.Clock;
import ponte.consent.Preferences;
import ponte.digest.Questions;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.expert.Experts;
import ponte.introduction.Answerers;
import ponte.introduction.IntroductionRules;
import ponte.introduction.Inviting;
import ponte.introduction.Matters;
import ponte.introduction.RoomQuestions;
import ponte.prompt.Prompts;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.unnamed.AskingUnnamed;

/**
 * What is done about questions that nobody answers.
 *
 * @param ladder follows them
 * @param own takes what their askers say
 * @param list shows those that are left
 * @param followed which they are
 */
public record Nudging(Ladder ladder, OwnQuestions own, OpenList list, FollowedQuestions followed) {

  /** What it stands on. */
  public record Ground(
      Records records,
      Queue queue,
      Directory directory,
      Preferences preferences,
      Questions questions,
      Experts experts,
      Effects effects,
      Gate gate,
      Clock clock) {}

  /** How it goes about it, and who takes care of what is left. */
  public record Rules(NudgeRules nudges, IntroductionRules introductions, Roles roles) {}

  public static Nudging of(
      Ground ground,
      Rules rules,
      Inviting inviting,
      Answerers answerers,
      Matters matters,
      Prompts prompts,
      AskingUnnamed unnamed,
      RoomQuestions rooms) {
    var directory = ground.directory();
    var preferences = ground.preferences();
    var clock = ground.clock();
    var followed = new FollowedQuestions(ground.records(), clock);
    var rungs = new Rungs(ground.queue());
    var times = new WorkingTimes(directory, preferences, ground.gate());
    var standing = new Standing(ground.questions(), directory, preferences, matters);
    var offers = new Offers(ground.effects());
    var groups =
        new Groups(
            followed,
            inviting,
            answerers,
            matters,
            ground.experts(),
            directory,
            rungs,
            times,
            rules.nudges(),
            rules.introductions(),
            clock);
    return new Nudging(
        new Ladder(
            followed,
            ground.questions(),
            standing,
            offers,
            groups,
            rungs,
            times,
            prompts,
            unnamed,
            directory,
            preferences,
            rules.nudges(),
            clock),
        new OwnQuestions(
            followed, standing, groups, unnamed, rooms, matters, offers, directory, clock),
        new OpenList(
            followed, standing, ground.experts(), directory, preferences, rules.roles(), clock),
        followed);
  }
}
