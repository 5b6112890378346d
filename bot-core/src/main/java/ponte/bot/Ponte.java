package ponte.bot;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.command.Grammar;
import ponte.community.Community;
import ponte.community.CommunityRules;
import ponte.community.map.MapRules;
import ponte.community.map.Maps;
import ponte.community.map.PeopleMaps;
import ponte.consent.Audit;
import ponte.consent.Audit.Deed;
import ponte.consent.HouseRules;
import ponte.consent.Keeper;
import ponte.consent.Preferences;
import ponte.consent.RulesWatch;
import ponte.conversation.Event;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.digest.DigestRules;
import ponte.digest.Digests;
import ponte.digest.Proofreading;
import ponte.digest.Rewriter;
import ponte.directory.ChannelRules;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.expert.ExpertAnswers;
import ponte.expert.ExpertRules;
import ponte.expert.Experts;
import ponte.expert.Explanations;
import ponte.expert.Feedback;
import ponte.expert.Opinions;
import ponte.expert.OwnTopics;
import ponte.expert.Requests;
import ponte.expert.Thanks;
import ponte.feed.Feeds;
import ponte.feed.Issues;
import ponte.follow.FollowRules;
import ponte.follow.Followers;
import ponte.follow.Following;
import ponte.follow.Follows;
import ponte.follow.News;
import ponte.follow.Telling;
import ponte.guide.Examples;
import ponte.guide.Guide;
import ponte.home.Export;
import ponte.home.Forgetting;
import ponte.home.Forms;
import ponte.home.HomePage;
import ponte.home.OwnData;
import ponte.home.OwnEvidence;
import ponte.home.OwnPreferences;
import ponte.home.TopicList;
import ponte.introduction.Aftercare;
import ponte.introduction.Answerers;
import ponte.introduction.ChannelLanguage;
import ponte.introduction.IntroductionRules;
import ponte.introduction.Introductions;
import ponte.introduction.Invitations;
import ponte.introduction.Inviting;
import ponte.introduction.Ledger;
import ponte.introduction.Matters;
import ponte.introduction.RoomQuestions;
import ponte.introduction.Rsvps;
import ponte.introduction.StandingQuestions;
import ponte.listening.ListeningDesk;
import ponte.listening.ListeningRules;
import ponte.nlp.Nlp;
import ponte.nudge.EffectReplies;
import ponte.nudge.Effects;
import ponte.nudge.Gate;
import ponte.nudge.Holidays;
import ponte.nudge.Ladder;
import ponte.nudge.NudgeRules;
import ponte.nudge.Nudging;
import ponte.nudge.Politeness;
import ponte.nudge.QuietChannels;
import ponte.nudge.Ration;
import ponte.pairing.PairingDesk;
import ponte.pairing.PairingRules;
import ponte.platform.ReadingProgress;
import ponte.prompt.Prompts;
import ponte.schedule.DigestDesk;
import ponte.schedule.DigestPosts;
import ponte.schedule.DueDigests;
import ponte.schedule.DuePrivateDigests;
import ponte.schedule.PostedDigests;
import ponte.schedule.Previews;
import ponte.schedule.PrivateSchedules;
import ponte.schedule.ScheduleBoard;
import ponte.schedule.ScheduleRules;
import ponte.schedule.Schedules;
import ponte.seeding.SeedingDesk;
import ponte.seeding.SeedingRules;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.unnamed.UnnamedDesk;
import ponte.wording.Wordings;

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
  private final Effects effects;
  private final Gate gate;
  private final Schedules schedules;
  private final PrivateSchedules privateSchedules;
  private final PostedDigests posted;
  private final DigestPosts posts;
  private final Experts experts;
  private final DigestDesk desk;
  private final ScheduleBoard board;
  private final PairingDesk pairing;
  private final Community community;
  private final Maps maps;
  private final SeedingDesk seeding;
  private final ListeningDesk listening;
  private final Answerers answerers;
  private final Telling telling;
  private final Digests digests;
  private final Prompting.Features prompting;
  private final Nudging nudging;
  private final UnnamedDesk unnamed;
  private final Editions editions;
  private final Feeds feeds;
  private final Issues issues;
  private final Audit audit;
  private final HouseRules house;
  private final Roles roles;
  private final Sweep sweep;
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
      Holidays holidays,
      List<Keeper> keepers,
      Clock clock) {
    public Ports {
      keepers = List.copyOf(keepers);
    }
  }

  /** How the features go about their work. */
  public record Rules(
      ExpertRules experts,
      DigestRules digest,
      IntroductionRules introductions,
      FollowRules follow,
      ScheduleRules schedules,
      PairingRules pairing,
      ListeningRules listening,
      Politeness politeness,
      Roles roles,
      NudgeRules nudges,
      CommunityRules community,
      MapRules maps,
      SeedingRules seeding,
      HouseRules house) {

    public static final Rules DEFAULT =
        new Rules(
            ExpertRules.DEFAULT,
            DigestRules.DEFAULT,
            IntroductionRules.DEFAULT,
            FollowRules.DEFAULT,
            ScheduleRules.DEFAULT,
            PairingRules.DEFAULT,
            ListeningRules.DEFAULT,
            Politeness.DEFAULT,
            Roles.NONE,
            NudgeRules.DEFAULT,
            CommunityRules.DEFAULT,
            MapRules.DEFAULT,
            SeedingRules.DEFAULT,
            HouseRules.DEFAULT);

    /** The same, with other people in charge. */
    public Rules with(Roles roles) {
      return new Rules(
          experts,
          digest,
          introductions,
          follow,
          schedules,
          pairing,
          listening,
          politeness,
          roles,
          nudges,
          community,
          maps,
          seeding,
          house);
    }

    /** The same, where people are nudged about questions by other rules. */
    public Rules with(NudgeRules nudges) {
      return new Rules(
          experts,
          digest,
          introductions,
          follow,
          schedules,
          pairing,
          listening,
          politeness,
          roles,
          nudges,
          community,
          maps,
          seeding,
          house);
    }

    /** The same, in another house. */
    public Rules with(HouseRules house) {
      return new Rules(
          experts,
          digest,
          introductions,
          follow,
          schedules,
          pairing,
          listening,
          politeness,
          roles,
          nudges,
          community,
          maps,
          seeding,
          house);
    }
  }

  public Ponte(Ports ports, Rules rules) {
    this(ports, rules, Rewriter.NONE);
  }

  /**
   * @param rewriter may say what digests quote in other words
   */
  public Ponte(Ports ports, Rules rules, Rewriter rewriter) {
    this.ports = ports;
    var archive = ports.archive();
    var directory = ports.directory();
    var records = ports.records();
    var nlp = ports.nlp();
    var clock = ports.clock();
    var requests = new Requests(records);
    var matters = new Matters(records, clock);
    var invitations = new Invitations(records, clock);
    this.feeds = new Feeds(records, clock);
    var follows = new Follows(records, directory);
    var news = new News(records, clock);
    this.effects = new Effects(records, rules.politeness().effects(), clock);
    this.house = rules.house();
    this.roles = rules.roles();
    this.audit = new Audit(records, house.audit(), clock);
    this.preferences = new Preferences(records, directory, house.participation());
    this.gate =
        new Gate(
            directory,
            preferences,
            new Ration(
                records, rules.introductions().daily(), rules.introductions().weekly(), clock),
            effects,
            rules.politeness().countries(),
            ports.holidays(),
            QuietChannels.named(rules.politeness().quietChannels(), directory),
            clock);
    this.posted = new PostedDigests(records);
    this.schedules = new Schedules(records, ports.queue());
    this.privateSchedules = new PrivateSchedules(records, ports.queue());
    this.opinions = new Opinions(records, clock);
    var expertRules = rules.experts();
    var feedback = new Feedback(opinions, requests, expertRules.feedback(), clock);
    this.experts = new Experts(archive, directory, nlp, feedback, preferences, expertRules, clock);
    var digests =
        new Digests(
            archive,
            directory,
            nlp,
            preferences,
            experts,
            follows,
            rules.digest(),
            rewriter,
            clock);
    this.digests = digests;
    this.editions = new Editions(digests, directory, new Discretion(preferences));
    var languages = new ChannelLanguage(archive, nlp, clock);
    this.issues = new Issues(feeds, posted, editions, directory, languages, clock);
    this.ledger = new Ledger(records, clock);
    var answers = new ExpertAnswers(experts, opinions, directory, preferences, expertRules, clock);
    var prompts = new Prompts(ports.queue());
    this.answerers =
        new Answerers(
            archive,
            directory,
            matters,
            prompts,
            effects,
            digests.questions(),
            rules.introductions());
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
            rules.introductions());
    var inviting =
        new Inviting(
            invitations,
            matters,
            answerers,
            prompts,
            requests,
            experts,
            gate,
            directory,
            preferences,
            rules.introductions(),
            clock);
    var rsvps =
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
            rules.introductions(),
            clock);
    var followers = new Followers(follows, directory, experts, new Wordings(archive, nlp), nlp);
    var following = new Following(follows, followers, rules.follow(), clock);
    this.telling =
        new Telling(
            archive,
            directory,
            preferences,
            nlp,
            followers,
            follows,
            news,
            answerers,
            prompts,
            rules.follow(),
            clock);
    this.pairing =
        new PairingDesk(
            new PairingDesk.Ground(
                archive, directory, records, ports.queue(), nlp, preferences, rules.roles(), clock),
            new PairingDesk.Beside(experts, follows, languages, ledger, prompts, gate, effects),
            rules.pairing());
    this.unnamed =
        UnnamedDesk.of(
            new UnnamedDesk.Ground(
                records, directory, preferences, experts, requests, effects, gate, prompts, clock),
            digests.questions(),
            rules.nudges().unnamed(),
            rules.introductions());
    this.community =
        new Community(
            new Community.Ground(
                archive,
                directory,
                preferences,
                nlp,
                roles,
                effects,
                work -> Thread.ofPlatform().daemon().name("community").start(work),
                clock),
            rules.community());
    this.maps =
        Maps.of(
            new PeopleMaps.Ground(
                community.networks(), archive, directory, records, nlp, preferences, clock),
            rules.maps(),
            rules.roles());
    this.listening =
        new ListeningDesk(
            new ListeningDesk.Ground(
                archive, directory, records, nlp, preferences, digests, prompts, roles, clock),
            rules.listening());
    var rooms =
        new RoomQuestions(
            directory,
            experts,
            languages,
            ledger,
            inviting,
            aftercare,
            new Lately(ports.queue(), clock),
            matters,
            clock);
    this.nudging =
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
            inviting,
            matters,
            prompts,
            unnamed.asking(),
            rooms);
    this.seeding =
        new SeedingDesk(
            new SeedingDesk.Ground(
                archive, directory, records, ports.queue(), nlp, preferences, rules.roles(), clock),
            new SeedingDesk.Beside(
                digests, listening.ears(), languages, inviting, matters, prompts, gate),
            rules.seeding());
    this.prompting =
        new Prompting.Features(
            aftercare,
            inviting,
            nudging.ladder(),
            telling,
            pairing.encounters(),
            seeding.hosting(),
            listening.alerting(),
            unnamed.answering());
    this.posts =
        new DigestPosts(
            posted,
            new Proofreading(archive, nlp, preferences, directory),
            digests,
            directory,
            ports.queue(),
            audit,
            clock);
    this.sweep =
        new Sweep(
            archive,
            directory,
            house.retention(),
            posts,
            matters,
            invitations,
            digests,
            audit,
            clock);
    this.keepers =
        Stream.<Keeper>concat(
                ports.keepers().stream(),
                Stream.of(
                    requests::forget,
                    matters::forget,
                    invitations::forget,
                    follows::forget,
                    privateSchedules::forget,
                    feeds::forget,
                    news::forget,
                    pairing::forget,
                    maps::forget,
                    seeding::forget,
                    listening::forget,
                    gate::forget,
                    nudging.followed()::forget,
                    unnamed.questions()::forget,
                    posts::forget,
                    _ -> letGoOfReadings()))
            .toList();
    this.desk =
        DigestDesk.of(
            new DigestDesk.Ground(
                records, ports.queue(), directory, preferences, gate, languages, clock),
            schedules,
            privateSchedules,
            posted,
            posts,
            digests,
            rules.schedules());
    this.board = new ScheduleBoard(schedules, privateSchedules, directory, audit, clock);
    var digestSchedules = desk.schedules();
    var own = new OwnPreferences(preferences, clock);
    var topics =
        new TopicList(new OwnTopics(archive, directory, experts, nlp), experts, preferences);
    var data =
        new OwnData(
            directory,
            preferences,
            schedules,
            person ->
                new Export.Own(
                    desk.privately().of(person),
                    follows.of(person),
                    all(person, news::all),
                    all(person, matters::of),
                    all(person, invitations::of),
                    all(person, nudging.followed()::of),
                    all(person, effects::of),
                    all(person, feeds::of),
                    preferences.struck(person),
                    all(person, audit::of),
                    pairing.of(person),
                    seeding.of(directory.accounts(person)),
                    listening.of(person),
                    unnamed.of(person, directory),
                    all(person, account -> maps.made().placeOf(account).stream().toList())),
            new Export(archive, directory, opinions, requests),
            new Forgetting(
                archive,
                directory,
                preferences,
                opinions,
                ledger,
                schedules,
                keepers,
                audit,
                clock));
    var page =
        new HomePage(
            topics,
            data,
            preferences,
            digestSchedules,
            following,
            pairing.page(),
            listening::blocks,
            posted,
            directory,
            ports.progress(),
            clock);
    var guide =
        new Guide(
            new Examples(archive, directory, experts, nlp),
            Map.of(
                "unnamed",
                unnamed.asking()::isAllowed,
                "open-questions",
                asker -> isManager(asker, directory)));
    var sharing = new Sharing(answers, digests, posts, directory, languages, ledger, clock);
    this.bot =
        new Bot(
            directory,
            new Grammar(nlp),
            new Commands(
                answers,
                new Thanks(experts, answers, opinions, directory, preferences, expertRules),
                new Explanations(experts, answers, directory, preferences, expertRules, clock),
                digests,
                new Together(
                    new Introductions(
                        directory, experts, answers, preferences, ledger, requests, aftercare),
                    rooms,
                    new StandingQuestions(
                        archive,
                        directory,
                        preferences,
                        matters,
                        answerers,
                        inviting,
                        ledger,
                        rules.introductions()),
                    rsvps,
                    aftercare,
                    new EffectReplies(effects, directory, rules.roles()),
                    nudging,
                    unnamed,
                    pairing.wishes(),
                    maps,
                    seeding,
                    listening,
                    community.desk()),
                following,
                digestSchedules,
                sharing,
                new Own(
                    page,
                    topics,
                    new OwnEvidence(archive, preferences),
                    own,
                    data,
                    new Forms(
                        digestSchedules,
                        directory,
                        preferences,
                        seeding.form(),
                        unnamed.answering()::open,
                        clock)),
                guide,
                new Auditing(audit, roles, directory)),
            guide,
            preferences,
            clock);
  }

  private boolean isManager(Asker asker, Directory directory) {
    var person = asker.person();
    return person != null && roles.isManager(person, directory);
  }

  /** What is kept of a colleague under all their accounts. */
  private <T> List<T> all(PersonId person, Function<PersonId, List<T>> kept) {
    return ports.directory().accounts(person).stream()
        .flatMap(account -> kept.apply(account).stream())
        .toList();
  }

  public Bot bot() {
    return bot;
  }

  public Experts experts() {
    return experts;
  }

  /** Digests that are read beside the chat. */
  public Editions editions() {
    return editions;
  }

  /** Which channels have a feed. */
  public Feeds feeds() {
    return feeds;
  }

  /** What is in the feeds. */
  public Issues issues() {
    return issues;
  }

  public Preferences preferences() {
    return preferences;
  }

  /** Who did what kind of thing. */
  public Audit audit() {
    return audit;
  }

  /** What removes what is not to be kept. */
  public Sweep sweep() {
    return sweep;
  }

  public Schedules schedules() {
    return schedules;
  }

  /** The schedules as those see them who decide about them. */
  public ScheduleBoard scheduleBoard() {
    return board;
  }

  public PrivateSchedules privateSchedules() {
    return privateSchedules;
  }

  public PostedDigests postedDigests() {
    return posted;
  }

  public DigestPosts digestPosts() {
    return posts;
  }

  /**
   * Forgets a workspace with all that was said and wanted in it, as if it had never been there; a
   * second time completes what failed at the first. What is planned for it comes to nothing.
   */
  public void forget(WorkspaceId workspace) {
    schedules.forget(workspace);
    privateSchedules.forget(workspace);
    posted.forget(workspace);
    feeds.forget(workspace);
    effects.forget(workspace);
    pairing.forget(workspace);
    community.letGo();
    maps.forget(workspace);
    seeding.forget(workspace);
    listening.forget(workspace);
    for (var person : ports.directory().people()) {
      if (person.id().workspace().equals(workspace)) {
        opinions.forget(person.id(), List.of());
        ledger.forget(person.id());
        keepers.forEach(keeper -> keeper.forget(person.id()));
      }
    }
    preferences.forget(workspace);
    audit.forget(workspace);
    audit.note(
        Audit.Deed.WORKSPACE_FORGOTTEN, Audit.Role.ADMINISTRATOR, null, workspace.value(), 0);
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
    pairing.deciding().planAhead(now);
    for (var workspace : ports.directory().workspaces()) {
      schedules.planAhead(workspace, now);
      privateSchedules.planAhead(workspace, now);
      listening.alerting().planAhead(workspace, now);
      desk.previews().planAhead(workspace, now);
      seeding.planAhead(workspace);
    }
    var sweeps = new Sweeps(ports.queue(), ports.clock());
    sweeps.tonight();
    if (house.retention().isLimited() || ports.directory().rules().excludeAny()) {
      sweeps.now();
    }
    if (!roles.equals(Roles.NONE)) {
      community.prepare();
    }
    var watch = new RulesWatch(ports.records(), audit);
    var usual = HouseRules.DEFAULT;
    watch.started(Deed.CHANNELS_CHANGED, ports.directory().rules(), ChannelRules.ALL);
    watch.started(Deed.PARTICIPATION_CHANGED, house.participation(), usual.participation());
    watch.started(Deed.RETENTION_CHANGED, house.retention(), usual.retention());
    watch.started(Deed.ROLES_CHANGED, roles, Roles.NONE);
  }

  Gate gate() {
    return gate;
  }

  Answerers answerers() {
    return answerers;
  }

  private void letGoOfReadings() {
    digests.forgetAll();
    community.letGo();
    listening.ears().forgetAll();
  }

  Digests digests() {
    return digests;
  }

  Ladder ladder() {
    return nudging.ladder();
  }

  Telling telling() {
    return telling;
  }

  Prompting.Features prompting() {
    return prompting;
  }

  /** Hears what people talk about. */
  public ListeningDesk listening() {
    return listening;
  }

  /** Introduces colleagues to each other. */
  public PairingDesk pairing() {
    return pairing;
  }

  /** The map of people and that of channels. */
  public Maps maps() {
    return maps;
  }

  /** Tells how the community holds together. */
  public Community community() {
    return community;
  }

  /** Has discussions begun. */
  public SeedingDesk seeding() {
    return seeding;
  }

  /** What stands in channels is kept true to what it rests on. */
  void heard(List<Event.Talk> talk) {
    posts.heard(talk);
    seeding.heard(talk);
  }

  DueDigests dueDigests() {
    return desk.due();
  }

  DuePrivateDigests duePrivateDigests() {
    return desk.duePrivately();
  }

  Previews previews() {
    return desk.previews();
  }
}
