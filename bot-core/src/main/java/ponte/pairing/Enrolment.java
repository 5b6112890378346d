package ponte.pairing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.consent.Offer;
import ponte.consent.Preferences;
import ponte.conversation.ChannelId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;

/** Who takes part in a week: who wants it, whose turn it is, and who is there. */
final class Enrolment {

  /** For so long those who taught or showed around are spared, and who learnt has enough to do. */
  static final Duration LOAD = Duration.ofDays(60);

  private final Directory directory;
  private final Preferences preferences;
  private final Participations participations;
  private final Programmes programmes;
  private final Meetings meetings;
  private final PairingRules rules;

  Enrolment(
      Directory directory,
      Preferences preferences,
      Participations participations,
      Programmes programmes,
      Meetings meetings,
      PairingRules rules) {
    this.directory = directory;
    this.preferences = preferences;
    this.participations = participations;
    this.programmes = programmes;
    this.meetings = meetings;
    this.rules = rules;
  }

  /**
   * Somebody who takes part.
   *
   * @param programmes in which they take part this time
   * @param learns what they want to learn this time
   */
  record Member(Participation wish, Person person, Set<String> programmes, List<String> learns) {

    boolean takesPart() {
      return !programmes.isEmpty() || !learns.isEmpty() || !wish.roles().isEmpty();
    }

    /** Whether it matters that they meet somebody: who only helps others can wait. */
    boolean isSeeking() {
      return !programmes.isEmpty() || !learns.isEmpty();
    }
  }

  /** Those who take part, by their first accounts. */
  Map<PersonId, Member> in(Week week, Instant now) {
    var programmes = programmes();
    var members = new TreeMap<PersonId, Member>();
    for (var wish : participations.all()) {
      var account = directory.accounts().metFrom(null, wish.person());
      directory
          .person(account)
          .filter(person -> isThere(person, week, now))
          .filter(person -> !wish.isPausedOn(week.day()))
          .map(person -> member(wish, person, week, programmes, now))
          .filter(Member::takesPart)
          .ifPresent(member -> members.put(account, member));
    }
    return members;
  }

  /** Whom somebody is not to meet. */
  Set<PersonId> barred(Member member) {
    return participations.barred(member.wish());
  }

  private Map<ChannelId, Programme> programmes() {
    return directory.workspaces().stream()
        .flatMap(workspace -> programmes.in(workspace).stream())
        .filter(
            programme ->
                directory
                    .channel(programme.channel())
                    .filter(channel -> !channel.archived())
                    .isPresent())
        .collect(Collectors.toMap(Programme::channel, programme -> programme));
  }

  private boolean isThere(Person person, Week week, Instant now) {
    var preference = preferences.of(person.id());
    var day = week.on(person.zone(), rules.at());
    return person.isActive()
        && preference.takes(Offer.INTRODUCTIONS)
        && !preference.paused(day, person.zone())
        && directory.accounts(person.id()).stream()
            .flatMap(account -> directory.person(account).stream())
            .flatMap(account -> Optional.ofNullable(account.away()).stream())
            .noneMatch(away -> away.contains(day) || away.contains(now));
  }

  private Member member(
      Participation wish, Person person, Week week, Map<ChannelId, Programme> all, Instant now) {
    var own = wish.every();
    var isTheirTurn = wish.soon() || week.isOf(own == null ? rules.every() : own);
    var programmes = new HashSet<String>();
    if (wish.company() && rules.company() && isTheirTurn && directory.isOfUs(person.id())) {
      programmes.add(Candidate.COMPANY);
    }
    var accounts = directory.accounts(person.id());
    if (own == null || isTheirTurn) {
      wish.channels().stream()
          .flatMap(channel -> Stream.ofNullable(all.get(channel)))
          // Who asked for somebody else comes in the next week, whatever the channel's rhythm.
          .filter(programme -> wish.soon() || week.isOf(programme.cadence()))
          .map(Programme::channel)
          .filter(channel -> !Collections.disjoint(directory.members(channel), accounts))
          .map(ChannelId::toString)
          .forEach(programmes::add);
    }
    return new Member(
        wish, person, programmes, isTheirTurn ? learns(wish, person, now) : List.of());
  }

  /** What they want to learn, but for what they met somebody for of late. */
  private List<String> learns(Participation wish, Person person, Instant now) {
    if (wish.learns().isEmpty()) {
      return List.of();
    }
    var taught =
        meetings.of(person.id()).stream()
            .filter(meeting -> meeting.holds(now))
            .filter(meeting -> meeting.at().isAfter(now.minus(LOAD)))
            .map(Meeting::kind)
            .collect(Collectors.toSet());
    return wish.learns().stream()
        .filter(topic -> !taught.contains(new Round.Kind.Mentoring(topic)))
        .toList();
  }
}
