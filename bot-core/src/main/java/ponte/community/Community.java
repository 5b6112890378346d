package ponte.community;

import java.time.Clock;
import java.util.concurrent.Executor;
import ponte.archive.Archive;
import ponte.consent.Preferences;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.nlp.Nlp;
import ponte.nudge.Effects;

/** What tells how the community holds together, put together on what it stands on. */
public final class Community {

  private final Chronicles chronicles;
  private final Networks networks;
  private final Scorecards scorecards;
  private final ScorecardDesk desk;

  /**
   * What it stands on.
   *
   * @param effects what became of nudges
   * @param beside reads what was said while nobody waits
   */
  public record Ground(
      Archive archive,
      Directory directory,
      Preferences preferences,
      Nlp nlp,
      Roles roles,
      Effects effects,
      Executor beside,
      Clock clock) {}

  public Community(Ground ground, CommunityRules rules) {
    this.chronicles =
        new Chronicles(
            ground.archive(),
            ground.directory(),
            ground.preferences(),
            new Asking(ground.nlp())::test,
            rules,
            ground.beside(),
            ground.clock());
    this.networks = new Networks(chronicles, ground.directory());
    this.scorecards =
        new Scorecards(chronicles, ground.directory(), ground.roles(), ground.effects());
    this.desk =
        new ScorecardDesk(
            scorecards, ground.directory(), ground.preferences(), ground.roles(), ground.clock());
  }

  /** Who turns to whom. */
  public Networks networks() {
    return networks;
  }

  /** How well people help each other. */
  public Scorecards scorecards() {
    return scorecards;
  }

  /** Shows community managers how well people help each other. */
  public ScorecardDesk desk() {
    return desk;
  }

  /** Reads what was said while nobody waits, so that the first who asks need not. */
  public void prepare() {
    chronicles.readBeside();
  }

  /** Reads nothing beside any more. */
  public void stop() {
    chronicles.stop();
  }

  /** Lets go of all that was read; it is read anew when somebody asks. */
  public void letGo() {
    chronicles.letGo();
  }
}
