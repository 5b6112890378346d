package ponte.pairing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import ponte.command.Acquaintance.Role;
import ponte.consent.QuietHours;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;

/** People to be matched, as tests make them up. */
final class Crowd {

  static final Instant WEEK = Instant.parse("2026-03-23T20:00:00Z");

  private static final WorkspaceId ACME = new WorkspaceId("T1");
  private static final List<String> ZONES =
      List.of("Europe/Rome", "Europe/London", "America/New_York", "Asia/Tokyo", "Pacific/Auckland");

  private Crowd() {}

  static PersonId id(String name) {
    return new PersonId(ACME, name);
  }

  /** Somebody in UTC of whom nothing is known. */
  static Candidate somebody(String name) {
    return of(name, Candidate.Knowledge.NONE, part(1), Set.of());
  }

  static Candidate of(
      String name, Candidate.Knowledge knowledge, Candidate.Part part, Set<PersonId> barred) {
    return new Candidate(
        id(name),
        new Candidate.Reach(Set.of(id(name)), false),
        Set.of(Language.ENGLISH),
        FreeTime.of(WEEK, ZoneOffset.UTC, QuietHours.DEFAULT, List.of()),
        Set.of(Candidate.COMPANY),
        part,
        knowledge,
        new Candidate.Ties(Set.of(), "", barred, Map.of(), 0.5));
  }

  static Candidate.Part part(int worth) {
    return new Candidate.Part(false, worth, Set.of(), List.of(), Set.of(), 0);
  }

  static Candidate.Knowledge knowing(String knows, String needs) {
    return new Candidate.Knowledge(
        knows.isEmpty() ? Map.of() : Map.of(knows, 1.0),
        needs.isEmpty() ? Map.of() : Map.of(needs, 1.0));
  }

  static Candidate speaking(Candidate one, Set<Language> languages) {
    return new Candidate(
        one.person(),
        one.reach(),
        languages,
        one.free(),
        one.programmes(),
        one.part(),
        one.knowledge(),
        one.ties());
  }

  static Candidate living(Candidate one, String zone) {
    return new Candidate(
        one.person(),
        one.reach(),
        one.languages(),
        FreeTime.of(WEEK, ZoneId.of(zone), QuietHours.DEFAULT, List.of()),
        one.programmes(),
        one.part(),
        one.knowledge(),
        one.ties());
  }

  /** Whoever chance makes, with much that keeps them apart. */
  static List<Candidate> anybody(int people, RandomGenerator chance) {
    var crowd = new ArrayList<Candidate>();
    for (var i = 0; i < people; i++) {
      var barred = new HashSet<PersonId>();
      var near = new HashMap<PersonId, Double>();
      for (var j = 0; j < 2; j++) {
        barred.add(id("p" + chance.nextInt(people)));
        near.put(id("p" + chance.nextInt(people)), chance.nextDouble());
      }
      var languages = new HashSet<Language>();
      for (var language : Language.values()) {
        if (chance.nextInt(4) > 0) {
          languages.add(language);
        }
      }
      var programmes = new HashSet<String>();
      programmes.add(
          chance.nextInt(4) > 0
              ? Candidate.COMPANY
              : new ChannelId(ACME, "C" + chance.nextInt(2)).toString());
      var roles = new HashSet<Role>();
      for (var role : Role.values()) {
        if (chance.nextInt(5) == 0) {
          roles.add(role);
        }
      }
      crowd.add(
          new Candidate(
              id("p" + i),
              new Candidate.Reach(Set.of(id("p" + i)), false),
              languages,
              FreeTime.of(
                  WEEK,
                  ZoneId.of(ZONES.get(chance.nextInt(ZONES.size()))),
                  QuietHours.DEFAULT,
                  List.of()),
              programmes,
              new Candidate.Part(
                  chance.nextInt(6) == 0,
                  chance.nextInt(4),
                  roles,
                  chance.nextInt(5) == 0 ? List.of("t" + chance.nextInt(3)) : List.of(),
                  Set.of("t" + chance.nextInt(3)),
                  chance.nextInt(3)),
              knowing("k" + chance.nextInt(5), "k" + chance.nextInt(5)),
              new Candidate.Ties(
                  Set.of(new ChannelId(ACME, "C" + chance.nextInt(4))),
                  "title " + chance.nextInt(3),
                  barred,
                  near,
                  chance.nextDouble())));
    }
    return crowd;
  }
}
