package ponte.bot;

import ponte.expert.ExpertAnswers;
import ponte.expert.Experts;
import ponte.expert.Explanations;
import ponte.expert.Feedback;
import ponte.expert.Thanks;

/** Who knows about something, and why Ponte thinks so. */
record Expertise(Experts experts, ExpertAnswers answers, Thanks thanks, Explanations explanations) {

  static Expertise of(Ground ground) {
    var ports = ground.ports();
    var directory = ports.directory();
    var clock = ports.clock();
    var kept = ground.kept();
    var opinions = kept.opinions();
    var preferences = kept.preferences();
    var rules = ground.rules().experts();
    var feedback = new Feedback(opinions, kept.requests(), preferences, rules.feedback(), clock);
    var experts =
        new Experts(
            ports.archive(),
            directory,
            ports.nlp(),
            kept.posed(),
            feedback,
            preferences,
            rules,
            clock);
    var answers = new ExpertAnswers(experts, opinions, directory, preferences, rules, clock);
    return new Expertise(
        experts,
        answers,
        new Thanks(experts, answers, opinions, directory, preferences, rules),
        new Explanations(experts, answers, directory, preferences, rules, clock));
  }
}
