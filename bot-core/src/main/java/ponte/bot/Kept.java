package ponte.bot;

import ponte.consent.Audit;
import ponte.consent.Preferences;
import ponte.expert.Opinions;
import ponte.expert.Posed;
import ponte.expert.Requests;
import ponte.feed.Feeds;
import ponte.follow.Follows;
import ponte.follow.News;
import ponte.introduction.Invitations;
import ponte.introduction.Ledger;
import ponte.introduction.Matters;
import ponte.nudge.Effects;
import ponte.prompt.Prompts;
import ponte.schedule.PostedDigests;
import ponte.schedule.PrivateSchedules;
import ponte.schedule.Schedules;
import ponte.schedule.SentDigests;

/** What the features keep, each thing behind its noun. */
record Kept(
    Preferences preferences,
    Audit audit,
    Opinions opinions,
    Requests requests,
    Posed posed,
    Ledger ledger,
    Matters matters,
    Invitations invitations,
    Effects effects,
    Follows follows,
    News news,
    Feeds feeds,
    Schedules schedules,
    PrivateSchedules privateSchedules,
    PostedDigests posted,
    SentDigests sent,
    Prompts prompts) {

  static Kept of(Ponte.Ports ports, Ponte.Rules rules) {
    var records = ports.records();
    var queue = ports.queue();
    var directory = ports.directory();
    var clock = ports.clock();
    var effects = new Effects(records, rules.politeness().effects(), clock);
    var preferences = new Preferences(records, directory, rules.house().participation());
    return new Kept(
        preferences,
        new Audit(records, rules.house().audit(), clock),
        new Opinions(records, clock),
        new Requests(records),
        new Posed(records, preferences),
        new Ledger(records, clock),
        new Matters(records, clock),
        new Invitations(records, effects, clock),
        effects,
        new Follows(records, directory),
        new News(records, clock),
        new Feeds(records, clock),
        new Schedules(records, queue),
        new PrivateSchedules(records, queue),
        new PostedDigests(records),
        new SentDigests(records),
        new Prompts(queue));
  }
}
