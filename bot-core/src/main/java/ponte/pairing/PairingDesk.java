package ponte.pairing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.consent.Preferences;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.expert.Experts;
import ponte.follow.Follows;
import ponte.introduction.ChannelLanguage;
import ponte.introduction.Ledger;
import ponte.nlp.Nlp;
import ponte.nudge.Effects;
import ponte.nudge.Gate;
import ponte.prompt.Prompts;
import ponte.store.Queue;
import ponte.store.Records;

/** Those who introduce colleagues to each other, put together. */
public final class PairingDesk {

  private final Directory directory;
  private final Participations participations;
  private final Programmes programmes;
  private final Meetings meetings;
  private final Rounds rounds;
  private final FirstSeen firstSeen;
  private final Deciding deciding;
  private final Encounters encounters;
  private final PairingPage page;
  private final PairingWishes wishes;

  /** What they stand on. */
  public record Ground(
      Archive archive,
      Directory directory,
      Records records,
      Queue queue,
      Nlp nlp,
      Preferences preferences,
      Roles roles,
      Clock clock) {}

  /** The features beside it that it uses. */
  public record Beside(
      Experts experts,
      Follows follows,
      ChannelLanguage languages,
      Ledger ledger,
      Prompts prompts,
      Gate gate,
      Effects effects) {}

  public PairingDesk(Ground ground, Beside beside, PairingRules rules) {
    this.directory = ground.directory();
    var records = ground.records();
    var preferences = ground.preferences();
    var clock = ground.clock();
    this.participations = new Participations(records, directory, clock);
    this.programmes = new Programmes(records);
    this.meetings = new Meetings(records, directory, rules.repeat());
    this.rounds = new Rounds(records);
    this.firstSeen = new FirstSeen(records, directory);
    this.deciding =
        new Deciding(
            ground.queue(),
            new Census(
                ground.archive(),
                directory,
                ground.nlp(),
                preferences,
                beside.follows(),
                beside.experts(),
                new Enrolment(directory, preferences, participations, programmes, meetings, rules),
                meetings,
                firstSeen,
                beside.gate(),
                rules),
            rounds,
            meetings,
            participations,
            beside.prompts(),
            directory,
            preferences,
            rules,
            clock);
    this.encounters =
        new Encounters(
            rounds,
            meetings,
            participations,
            new Letters(
                directory,
                new Beginnings(
                    ground.archive(),
                    directory,
                    beside.experts(),
                    beside.follows(),
                    participations),
                new Slots(preferences, beside.gate())),
            beside.prompts(),
            beside.gate(),
            directory,
            preferences,
            rules,
            clock);
    this.page = new PairingPage(participations, directory, preferences, rules, clock);
    this.wishes =
        new PairingWishes(
            participations,
            meetings,
            new ChannelProgrammes(
                programmes, directory, ground.roles(), beside.languages(), beside.ledger(), clock),
            page,
            beside.effects(),
            directory,
            preferences,
            rules);
  }

  /**
   * What is kept of a person.
   *
   * @param wishes what they want; empty: they never said anything
   * @param meetings to whom they were introduced, and what they said of it
   * @param programmes those of channels that they began
   * @param seen since when each of their accounts is there
   */
  public record Own(
      List<Participation> wishes,
      List<Meeting> meetings,
      List<Programme> programmes,
      List<Seen> seen) {
    public Own {
      wishes = List.copyOf(wishes);
      meetings = List.copyOf(meetings);
      programmes = List.copyOf(programmes);
      seen = List.copyOf(seen);
    }
  }

  /**
   * An account of theirs.
   *
   * @param since when it was first seen; null: it was there before Ponte looked
   */
  public record Seen(PersonId account, @Nullable Instant since) {}

  /** All that is kept of a person, with all their accounts. */
  public Own of(PersonId person) {
    var accounts = directory.accounts(person);
    return new Own(
        participations.each(person),
        meetings.of(person),
        accounts.stream().flatMap(account -> programmes.begunBy(account).stream()).toList(),
        accounts.stream().flatMap(account -> firstSeen.of(account).stream()).toList());
  }

  public Deciding deciding() {
    return deciding;
  }

  public Encounters encounters() {
    return encounters;
  }

  public PairingPage page() {
    return page;
  }

  public PairingWishes wishes() {
    return wishes;
  }

  /** Keeps with each account of somebody what they wanted with any of them. */
  public void settle(PersonId person) {
    participations.settle(person);
  }

  /** Forgets what somebody wanted and whom they met; those they met forget it, too. */
  public void forget(PersonId person) {
    participations.forget(person);
    programmes.forget(person);
    meetings.forget(person);
    rounds.forget(person);
    firstSeen.forget(person);
  }

  /** Forgets what somebody wanted with accounts of their address that ended. */
  public void forgetEnded(PersonId person) {
    participations.forgetEnded(person);
  }

  /** Keeps apart those who do not want to meet, before a workspace is forgotten with an account. */
  public void keepApart(WorkspaceId workspace) {
    participations.keepApart(workspace);
  }

  /** Forgets a workspace; what is kept of single people is forgotten with them. */
  public void forget(WorkspaceId workspace) {
    participations.forget(workspace);
    programmes.forget(workspace);
    rounds.forget(workspace);
    firstSeen.forget(workspace);
  }
}
