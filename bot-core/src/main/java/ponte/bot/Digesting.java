package ponte.bot;

import ponte.digest.Digests;
import ponte.digest.Proofreading;
import ponte.digest.Rewriter;
import ponte.feed.Issues;
import ponte.schedule.DigestDesk;
import ponte.schedule.DigestLetters;
import ponte.schedule.DigestPosts;
import ponte.schedule.ScheduleBoard;

/**
 * What was said in channels, in short: when it is asked for, on schedules, in feeds.
 *
 * @param posts the digests that stand in channels
 * @param letters those that came to one reader alone
 * @param desk the schedules and what is due
 * @param board the schedules as those see them who decide about them
 */
record Digesting(
    Digests digests,
    Editions editions,
    Issues issues,
    DigestPosts posts,
    DigestLetters letters,
    DigestDesk desk,
    ScheduleBoard board,
    Sharing sharing) {

  /**
   * @param rewriter may say what is quoted in other words
   */
  static Digesting of(Ground ground, Expertise expertise, Rewriter rewriter) {
    var ports = ground.ports();
    var archive = ports.archive();
    var directory = ports.directory();
    var nlp = ports.nlp();
    var clock = ports.clock();
    var kept = ground.kept();
    var preferences = kept.preferences();
    var languages = ground.languages();
    var digests =
        new Digests(
            archive,
            directory,
            nlp,
            preferences,
            expertise.experts(),
            kept.follows(),
            ground.rules().digest(),
            rewriter,
            clock);
    var editions = new Editions(digests, directory, new Discretion(preferences));
    var proofreading = new Proofreading(archive, nlp, preferences, directory);
    var letters =
        new DigestLetters(
            kept.sent(), proofreading, digests, directory, preferences, ports.queue(), clock);
    var posts =
        new DigestPosts(
            kept.posted(),
            letters,
            proofreading,
            digests,
            directory,
            ports.queue(),
            kept.audit(),
            clock);
    var board =
        new ScheduleBoard(
            kept.schedules(), kept.privateSchedules(), directory, kept.audit(), clock);
    return new Digesting(
        digests,
        editions,
        new Issues(kept.feeds(), kept.posted(), editions, directory, languages, clock),
        posts,
        letters,
        desk(ground, board, posts, letters, digests),
        board,
        new Sharing(
            expertise.answers(), digests, posts, directory, languages, kept.ledger(), clock));
  }

  private static DigestDesk desk(
      Ground ground,
      ScheduleBoard board,
      DigestPosts posts,
      DigestLetters letters,
      Digests digests) {
    var ports = ground.ports();
    var kept = ground.kept();
    return DigestDesk.of(
        new DigestDesk.Ground(
            ports.records(),
            ports.queue(),
            ports.directory(),
            kept.preferences(),
            ground.gate(),
            ground.languages(),
            ground.rules().roles(),
            ports.clock()),
        board,
        kept.schedules(),
        kept.privateSchedules(),
        kept.posted(),
        posts,
        letters,
        digests,
        ground.rules().schedules());
  }
}
