package ponte.bot;

import ponte.digest.Digests;
import ponte.expert.Experts;
import ponte.nudge.Nudging;
import ponte.unnamed.UnnamedDesk;

/**
 * Sees that questions are answered: those that stand open, and those that are put without a name.
 */
record Nudges(Nudging nudging, UnnamedDesk unnamed) {

  static Nudges of(Ground ground, Experts experts, Digests digests, Helping helping) {
    var ports = ground.ports();
    var records = ports.records();
    var directory = ports.directory();
    var clock = ports.clock();
    var kept = ground.kept();
    var preferences = kept.preferences();
    var effects = kept.effects();
    var prompts = kept.prompts();
    var gate = ground.gate();
    var rules = ground.rules();
    var unnamed =
        UnnamedDesk.of(
            new UnnamedDesk.Ground(
                records,
                directory,
                preferences,
                experts,
                kept.requests(),
                effects,
                gate,
                prompts,
                kept.invitations(),
                clock),
            digests.questions(),
            rules.nudges().unnamed(),
            rules.introductions());
    var nudging =
        Nudging.of(
            new Nudging.Ground(
                records,
                ports.queue(),
                directory,
                preferences,
                digests.questions(),
                experts,
                effects,
                gate,
                clock),
            new Nudging.Rules(rules.nudges(), rules.introductions(), rules.roles()),
            helping.inviting(),
            helping.answerers(),
            kept.matters(),
            prompts,
            unnamed.asking(),
            helping.rooms());
    return new Nudges(nudging, unnamed);
  }
}
