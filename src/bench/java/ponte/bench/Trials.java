package ponte.bench;

import java.time.Clock;
import ponte.archive.Archive;
import ponte.consent.Preferences;
import ponte.digest.DigestRules;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.expert.ExpertRules;
import ponte.expert.Experts;
import ponte.expert.Feedback;
import ponte.expert.Opinions;
import ponte.expert.Posed;
import ponte.expert.Requests;
import ponte.follow.Follows;
import ponte.nlp.Nlp;
import ponte.store.Records;

/** What trials have to put together. */
final class Trials {

  private Trials() {}

  /** Makes digests by the usual rules. */
  static Digests digests(
      Archive archive, Directory directory, Records records, Nlp nlp, Clock clock) {
    return new Digests(
        archive,
        directory,
        nlp,
        new Preferences(records, directory),
        experts(archive, directory, records, clock),
        new Follows(records, directory),
        DigestRules.DEFAULT,
        clock);
  }

  /** Finds experts by the usual rules. */
  static Experts experts(Archive archive, Directory directory, Records records, Clock clock) {
    return experts(archive, directory, records, ExpertRules.DEFAULT, clock);
  }

  static Experts experts(
      Archive archive, Directory directory, Records records, ExpertRules rules, Clock clock) {
    var preferences = new Preferences(records, directory);
    var feedback =
        new Feedback(
            new Opinions(records, clock),
            new Requests(records),
            preferences,
            rules.feedback(),
            clock);
    return new Experts(
        archive,
        directory,
        Nlp.shared(),
        new Posed(records, preferences),
        feedback,
        preferences,
        rules,
        clock);
  }
}
