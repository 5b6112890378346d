package ponte.bot;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.command.Grammar;
import ponte.consent.Keeper;
import ponte.consent.Preferences;
import ponte.conversation.WorkspaceId;
import ponte.digest.DigestRules;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.expert.ExpertAnswers;
import ponte.expert.ExpertRules;
import ponte.expert.Experts;
import ponte.expert.Explanations;
import ponte.expert.Feedback;
import ponte.expert.Opinions;
import ponte.expert.OwnTopics;
import ponte.expert.Requests;
import ponte.expert.Thanks;
import ponte.guide.Examples;
import ponte.guide.Guide;
import ponte.home.Export;
import ponte.home.Forgetting;
import ponte.home.Forms;
import ponte.home.HomePage;
import ponte.home.OwnData;
import ponte.home.OwnPreferences;
import ponte.home.TopicList;
import ponte.introduction.ChannelLanguage;
import ponte.introduction.Introductions;
import ponte.introduction.Ledger;
import ponte.introduction.RoomQuestions;
import ponte.nlp.Nlp;
import ponte.platform.ReadingProgress;
import ponte.schedule.DigestSchedules;
import ponte.schedule.DueDigests;
import ponte.schedule.PostedDigests;
import ponte.schedule.Schedules;
import ponte.store.Queue;
import ponte.store.Records;

/**
 * All features, put together on the ports they need.
 *
 * <p>The server, the command line, the benchmarks and the tests all get them here.
 */
public final class Ponte {

  private final Ports ports;
  private final List<Keeper> keepers;
  private final Opinions opinions;
  private final Ledger ledger;
  private final Preferences preferences;
  private final Schedules schedules;
  private final PostedDigests posted;
  private final Experts experts;
  private final DueDigests due;
  private final Bot bot;

  /**
   * What the features stand on.
   *
   * @param progress which channels are being read
   * @param keepers those beside the features who keep something of people
   */
  public record Ports(
      Archive archive,
      Directory directory,
      Records records,
      Queue queue,
      Nlp nlp,
      ReadingProgress progress,
      List<Keeper> keepers,
      Clock clock) {
    public Ports {
      keepers = List.copyOf(keepers);
    }
  }

  public Ponte(Ports ports, ExpertRules expertRules, DigestRules digestRules) {
    this.ports = ports;
    var archive = ports.archive();
    var directory = ports.directory();
    var records = ports.records();
    var nlp = ports.nlp();
    var clock = ports.clock();
    var requests = new Requests(records);
    this.keepers = Stream.concat(ports.keepers().stream(), Stream.of(requests::forget)).toList();
    this.preferences = new Preferences(records, directory);
    this.schedules = new Schedules(records, ports.queue());
    this.posted = new PostedDigests(records);
    this.opinions = new Opinions(records, clock);
    var feedback = new Feedback(opinions, requests, expertRules.feedback(), clock);
    this.experts = new Experts(archive, directory, nlp, feedback, preferences, expertRules, clock);
    var digests = new Digests(archive, directory, nlp, preferences, digestRules, clock);
    var languages = new ChannelLanguage(archive, nlp, clock);
    this.ledger = new Ledger(records, clock);
    var answers = new ExpertAnswers(experts, opinions, directory, preferences, expertRules, clock);
    var digestSchedules = new DigestSchedules(schedules, digests, directory, clock);
    this.due = new DueDigests(schedules, posted, digests, directory, preferences, languages, clock);
    var own = new OwnPreferences(preferences, clock);
    var topics =
        new TopicList(new OwnTopics(archive, directory, experts, nlp), experts, preferences);
    var data =
        new OwnData(
            directory,
            preferences,
            schedules,
            new Export(archive, directory, opinions, requests),
            new Forgetting(
                archive, directory, preferences, opinions, ledger, schedules, keepers, clock));
    var page =
        new HomePage(
            topics, data, preferences, digestSchedules, posted, directory, ports.progress(), clock);
    var guide = new Guide(new Examples(archive, directory, experts, nlp));
    var sharing = new Sharing(answers, digests, directory, languages, ledger);
    this.bot =
        new Bot(
            directory,
            new Grammar(nlp),
            new Commands(
                answers,
                new Thanks(experts, opinions, directory, preferences, expertRules),
                new Explanations(experts, directory, preferences, expertRules, clock),
                digests,
                new Introductions(directory, experts, ledger, requests),
                new RoomQuestions(directory, experts, languages, ledger),
                digestSchedules,
                sharing,
                new Own(
                    page,
                    topics,
                    own,
                    data,
                    new Forms(digestSchedules, directory, preferences, clock)),
                guide),
            guide,
            preferences,
            clock);
  }

  public Bot bot() {
    return bot;
  }

  public Experts experts() {
    return experts;
  }

  public Preferences preferences() {
    return preferences;
  }

  public Schedules schedules() {
    return schedules;
  }

  public PostedDigests postedDigests() {
    return posted;
  }

  /**
   * Forgets a workspace with all that was said and wanted in it, as if it had never been there; a
   * second time completes what failed at the first. What is planned for it comes to nothing.
   */
  public void forget(WorkspaceId workspace) {
    schedules.forget(workspace);
    posted.forget(workspace);
    for (var person : ports.directory().people()) {
      if (person.id().workspace().equals(workspace)) {
        opinions.forget(person.id(), List.of());
        ledger.forget(person.id());
        keepers.forEach(keeper -> keeper.forget(person.id()));
      }
    }
    preferences.forget(workspace);
    ports.archive().forget(workspace);
    ports.directory().forget(workspace);
  }

  /**
   * Plans what was not planned, or was lost: to be done at each start.
   *
   * @throws ponte.store.StoreUnavailableException if that cannot be done now
   */
  public void planAhead() {
    var now = ports.clock().instant();
    for (var workspace : ports.directory().workspaces()) {
      schedules.planAhead(workspace, now);
    }
  }

  DueDigests dueDigests() {
    return due;
  }
}
