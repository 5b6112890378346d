package ponte.bot;

import ponte.digest.Digests;
import ponte.introduction.Addresses;
import ponte.introduction.Aftercare;
import ponte.introduction.Answerers;
import ponte.introduction.Handshakes;
import ponte.introduction.Introductions;
import ponte.introduction.Inviting;
import ponte.introduction.RoomQuestions;
import ponte.introduction.Rsvps;
import ponte.introduction.StandingQuestions;
import ponte.introduction.Suggestions;
import ponte.introduction.Wordings;
import ponte.nudge.EffectReplies;
import ponte.nudge.FollowedQuestions;

/** Brings those who ask something together with those who can answer it. */
record Helping(
    Introductions introductions,
    Handshakes handshakes,
    Addresses addresses,
    Answerers answerers,
    Wordings wordings,
    Inviting inviting,
    Rsvps rsvps,
    Aftercare aftercare,
    RoomQuestions rooms,
    StandingQuestions standing,
    Suggestions suggestions,
    EffectReplies effects) {

  static Helping of(Ground ground, Expertise expertise, Digests digests) {
    var ports = ground.ports();
    var archive = ports.archive();
    var directory = ports.directory();
    var clock = ports.clock();
    var kept = ground.kept();
    var preferences = kept.preferences();
    var ledger = kept.ledger();
    var matters = kept.matters();
    var invitations = kept.invitations();
    var prompts = kept.prompts();
    var effects = kept.effects();
    var gate = ground.gate();
    var languages = ground.languages();
    var rules = ground.rules().introductions();
    var experts = expertise.experts();
    var answers = expertise.answers();
    var answerers =
        new Answerers(
            archive,
            directory,
            matters,
            kept.posed(),
            prompts,
            effects,
            digests.questions(),
            rules);
    var aftercare =
        new Aftercare(
            matters,
            invitations,
            answerers,
            prompts,
            experts,
            answers,
            effects,
            gate,
            directory,
            preferences,
            rules);
    var inviting =
        new Inviting(
            invitations,
            matters,
            answerers,
            prompts,
            kept.requests(),
            experts,
            gate,
            directory,
            preferences,
            rules,
            clock);
    var handshakes =
        new Handshakes(
            directory,
            experts,
            preferences,
            matters,
            ledger,
            kept.requests(),
            aftercare,
            prompts,
            gate,
            clock);
    var suggestions =
        new Suggestions(
            archive,
            directory,
            matters,
            answerers,
            inviting,
            new FollowedQuestions(ports.records(), clock),
            ledger,
            prompts,
            gate,
            effects,
            rules,
            clock);
    return new Helping(
        new Introductions(directory, answers, preferences, matters, ledger, handshakes),
        handshakes,
        new Addresses(directory, experts, preferences, ledger, prompts, clock),
        answerers,
        new Wordings(archive, directory, matters, invitations, answerers),
        inviting,
        new Rsvps(
            invitations,
            ledger,
            matters,
            answerers,
            prompts,
            experts,
            directory,
            preferences,
            languages,
            effects,
            gate,
            rules,
            clock),
        aftercare,
        new RoomQuestions(
            directory,
            experts,
            languages,
            ledger,
            inviting,
            aftercare,
            new Lately(ports.queue(), clock),
            matters,
            clock),
        new StandingQuestions(
            archive, directory, preferences, matters, answerers, inviting, suggestions, ledger),
        suggestions,
        new EffectReplies(effects, directory, ground.rules().roles()));
  }
}
