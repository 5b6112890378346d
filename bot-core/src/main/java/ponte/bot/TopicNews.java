package ponte.bot;

import ponte.expert.Experts;
import ponte.follow.Followers;
import ponte.follow.Following;
import ponte.follow.Telling;
import ponte.introduction.Answerers;
import ponte.wording.Wordings;

/** Topics that people follow, and what they are told about them. */
record TopicNews(Following following, Telling telling) {

  static TopicNews of(Ground ground, Experts experts, Answerers answerers) {
    var ports = ground.ports();
    var archive = ports.archive();
    var directory = ports.directory();
    var nlp = ports.nlp();
    var clock = ports.clock();
    var kept = ground.kept();
    var follows = kept.follows();
    var rules = ground.rules().follow();
    var followers = new Followers(follows, directory, experts, new Wordings(archive, nlp), nlp);
    return new TopicNews(
        new Following(follows, followers, kept.preferences(), rules, clock),
        new Telling(
            archive,
            directory,
            kept.preferences(),
            nlp,
            followers,
            follows,
            kept.news(),
            answerers,
            kept.prompts(),
            rules,
            clock));
  }
}
