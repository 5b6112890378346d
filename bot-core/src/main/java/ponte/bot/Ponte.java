package ponte.bot;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import ponte.archive.Archive;
import ponte.command.Grammar;
import ponte.community.Community;
import ponte.community.CommunityRules;
import ponte.community.map.MapRules;
import ponte.community.map.Maps;
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
import ponte.digest.Rewriter;
import ponte.directory.ChannelRules;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.expert.ExpertRules;
import ponte.expert.Experts;
import ponte.feed.Feeds;
import ponte.feed.Issues;
import ponte.follow.FollowRules;
import ponte.follow.Telling;
import ponte.guide.Examples;
import ponte.guide.Guide;
import ponte.home.Chronicle;
import ponte.introduction.Answerers;
import ponte.introduction.IntroductionRules;
import ponte.introduction.Wordings;
import ponte.listening.ListeningDesk;
import ponte.listening.ListeningRules;
import ponte.nlp.Nlp;
import ponte.nudge.Gate;
import ponte.nudge.Holidays;
import ponte.nudge.Ladder;
import ponte.nudge.NudgeRules;
import ponte.nudge.Politeness;
import ponte.pairing.PairingDesk;
import ponte.pairing.PairingRules;
import ponte.platform.ReadingProgress;
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

/**
 * All features, put together on the ports they need.
 *
 * <p>The server, the command line, the benchmarks and the tests all get them here.
 */
public final class Ponte {

  private final Ground ground;
  private final Expertise expertise;
  private final Digesting digesting;
  private final Helping helping;
  private final TopicNews news;
  private final Nudges nudges;
  private final CommunityCare care;
  private final Removal removal;
  private final Bot bot;

  /**
   * What the features stand on.
   *
   * @param progress which channels are being read
   * @param keepers those beside the features who keep something of people
   * @param chronicle what is kept beside the features of what people and Ponte said
   * @param witness sees what people ask for being done
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
      Chronicle chronicle,
      Witness witness,
      Clock clock) {
    public Ports {
      keepers = List.copyOf(keepers);
    }

    /** Where nobody looks, and people speak on a platform alone. */
    public Ports(
        Archive archive,
        Directory directory,
        Records records,
        Queue queue,
        Nlp nlp,
        ReadingProgress progress,
        Holidays holidays,
        List<Keeper> keepers,
        Clock clock) {
      this(
          archive,
          directory,
          records,
          queue,
          nlp,
          progress,
          holidays,
          keepers,
          Chronicle.NONE,
          Witness.NONE,
          clock);
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
      return with(roles, nudges, house);
    }

    /** The same, where people are nudged about questions by other rules. */
    public Rules with(NudgeRules nudges) {
      return with(roles, nudges, house);
    }

    /** The same, in another house. */
    public Rules with(HouseRules house) {
      return with(roles, nudges, house);
    }

    /** The same, where people are written to by other rules of politeness. */
    public Rules with(Politeness politeness) {
      return with(politeness, roles, nudges, house);
    }

    private Rules with(Roles roles, NudgeRules nudges, HouseRules house) {
      return with(politeness, roles, nudges, house);
    }

    private Rules with(Politeness politeness, Roles roles, NudgeRules nudges, HouseRules house) {
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
    this.ground = Ground.of(ports, rules);
    this.expertise = Expertise.of(ground);
    var experts = expertise.experts();
    this.digesting = Digesting.of(ground, expertise, rewriter);
    var digests = digesting.digests();
    this.helping = Helping.of(ground, expertise, digests);
    this.news = TopicNews.of(ground, experts, helping.answerers());
    this.nudges = Nudges.of(ground, experts, digests, helping);
    this.care = CommunityCare.of(ground, experts, digests, helping.inviting());
    this.removal = new Removal(ground, digesting, helping, nudges, care);
    var own =
        Own.of(ground, experts, digesting, news.following(), nudges, care, removal.forgetting());
    var guide = guide(ground, experts, nudges);
    this.bot =
        new Bot(
            ports.directory(),
            new Grammar(ports.nlp()),
            new Commands(
                expertise,
                digesting,
                Together.of(helping, nudges, care),
                news.following(),
                own,
                guide,
                new Auditing(ground.kept().audit(), rules.roles(), ports.directory()),
                ports.witness()),
            guide,
            ground.kept().preferences(),
            new Turnstile(rules.house().limits(), ports.clock()),
            ports.clock());
  }

  private static Guide guide(Ground ground, Experts experts, Nudges nudges) {
    var ports = ground.ports();
    var directory = ports.directory();
    var roles = ground.rules().roles();
    return new Guide(
        new Examples(ports.archive(), directory, experts, ports.nlp()),
        Map.of(
            "unnamed",
            nudges.unnamed().asking()::isAllowed,
            "open-questions",
            asker -> {
              var person = asker.person();
              return person != null && roles.isManager(person, directory);
            }));
  }

  public Bot bot() {
    return bot;
  }

  public Experts experts() {
    return expertise.experts();
  }

  /** Digests that are read beside the chat. */
  public Editions editions() {
    return digesting.editions();
  }

  /** Which channels have a feed. */
  public Feeds feeds() {
    return ground.kept().feeds();
  }

  /** What is in the feeds. */
  public Issues issues() {
    return digesting.issues();
  }

  /** By whom changes of who is who are taken in. */
  Joining joining() {
    var ports = ground.ports();
    return new Joining(ports.directory(), new Unsettled(ports.records()), this::settle);
  }

  private void settle(PersonId person) {
    preferences().settle(person);
    pairing().settle(person);
  }

  public Preferences preferences() {
    return ground.kept().preferences();
  }

  /** Who did what kind of thing. */
  public Audit audit() {
    return ground.kept().audit();
  }

  /** What removes what is not to be kept. */
  public Sweep sweep() {
    return removal.sweep();
  }

  public Schedules schedules() {
    return ground.kept().schedules();
  }

  /** The schedules as those see them who decide about them. */
  public ScheduleBoard scheduleBoard() {
    return digesting.board();
  }

  public PrivateSchedules privateSchedules() {
    return ground.kept().privateSchedules();
  }

  public PostedDigests postedDigests() {
    return ground.kept().posted();
  }

  public DigestPosts digestPosts() {
    return digesting.posts();
  }

  /**
   * Forgets a workspace with all that was said and wanted in it, as if it had never been there; a
   * second time completes what failed at the first. What is planned for it comes to nothing.
   */
  public void forget(WorkspaceId workspace) {
    removal.forget(workspace);
  }

  /**
   * Plans what was not planned, or was lost: to be done at each start.
   *
   * @throws ponte.store.StoreUnavailableException if that cannot be done now
   */
  public void planAhead() {
    var ports = ground.ports();
    var directory = ports.directory();
    var now = ports.clock().instant();
    care.pairing().deciding().planAhead(now);
    for (var workspace : directory.workspaces()) {
      schedules().planAhead(workspace, now);
      privateSchedules().planAhead(workspace, now);
      care.listening().alerting().planAhead(workspace, now);
      previews().planAhead(workspace, now);
      care.seeding().planAhead(workspace);
    }
    var house = ground.rules().house();
    var sweeps = new Sweeps(ports.queue(), ports.clock());
    sweeps.tonight();
    if (house.retention().isLimited() || directory.rules().excludeAny()) {
      sweeps.now();
    }
    var given = ground.rules().roles().given();
    var watch = new RulesWatch(ports.records(), audit());
    var usual = HouseRules.DEFAULT;
    watch.started(Deed.CHANNELS_CHANGED, directory.rules(), ChannelRules.ALL);
    watch.started(Deed.PARTICIPATION_CHANGED, house.participation(), usual.participation());
    watch.started(Deed.RETENTION_CHANGED, house.retention(), usual.retention());
    watch.started(Deed.ROLES_CHANGED, given, Roles.NONE);
  }

  /**
   * Reads beside what community managers, and everybody, ask about all that was said, so that the
   * first of them need not wait: to be done at each start, and when much was said at once.
   */
  public void prepare() {
    care.prepare(!ground.rules().roles().given().equals(Roles.NONE));
  }

  /** Reads nothing beside any more: what it reads is to be closed. */
  public void stop() {
    care.stop();
  }

  Gate gate() {
    return ground.gate();
  }

  Answerers answerers() {
    return helping.answerers();
  }

  Wordings wordings() {
    return helping.wordings();
  }

  Digests digests() {
    return digesting.digests();
  }

  Ladder ladder() {
    return nudges.nudging().ladder();
  }

  Telling telling() {
    return news.telling();
  }

  Prompting.Features prompting() {
    return Prompting.Features.of(helping, news.telling(), nudges, care);
  }

  /** Hears what people talk about. */
  public ListeningDesk listening() {
    return care.listening();
  }

  /** Introduces colleagues to each other. */
  public PairingDesk pairing() {
    return care.pairing();
  }

  /** The map of people and that of channels. */
  public Maps maps() {
    return care.maps();
  }

  /** Tells how the community holds together. */
  public Community community() {
    return care.community();
  }

  /** Has discussions begun. */
  public SeedingDesk seeding() {
    return care.seeding();
  }

  /** What stands in channels is kept true to what it rests on. */
  void heard(List<Event.Talk> talk) {
    digesting.posts().heard(talk);
    care.seeding().heard(talk);
    care.listening().ears().heard(talk);
  }

  DueDigests dueDigests() {
    return digesting.desk().due();
  }

  DuePrivateDigests duePrivateDigests() {
    return digesting.desk().duePrivately();
  }

  Previews previews() {
    return digesting.desk().previews();
  }
}
