package ponte.pairing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * What people said of late where everybody may read it: about what, in which language, with whom.
 * Read once for a round, and let go of after it.
 */
final class Heard {

  private static final Duration BACK = Duration.ofDays(90);

  /** Of a channel so many messages tell enough of those who are in it. */
  private static final int OF_CHANNEL = 400;

  private static final int OF_ALL = 100_000;

  /** A talk of more than so many brings nobody nearer. */
  private static final int SEVERAL = 6;

  /** So many talks with somebody in that time are as near as can be. */
  private static final double NEAR = 4;

  /** A language is somebody's own where so large a part of their lines is in it. */
  private static final double OWN = 0.2;

  private final Map<PersonId, Map<String, Integer>> knows = new HashMap<>();
  private final Map<PersonId, Map<String, Integer>> asks = new HashMap<>();
  private final Map<PersonId, Map<Language, Integer>> languages = new HashMap<>();
  private final Map<PersonId, Map<PersonId, Integer>> talks = new HashMap<>();
  private final Map<PersonId, Round.Lead> asked = new HashMap<>();
  private final Map<PersonId, Round.Lead> answered = new HashMap<>();
  private final Nlp nlp;
  private final Set<PersonId> people;

  /**
   * @param people whom it is about, by their first accounts
   */
  private Heard(Nlp nlp, Set<PersonId> people) {
    this.nlp = nlp;
    this.people = people;
  }

  static Heard of(
      Archive archive, Directory directory, Nlp nlp, Set<PersonId> people, Instant now) {
    var heard = new Heard(nlp, people);
    var accounts = directory.accounts();
    var everybody = directory.everybody();
    var left = OF_ALL;
    for (var channel : directory.channels(everybody)) {
      if (!channel.archived() && left > 0) {
        var said = archive.before(channel.id(), now, OF_CHANNEL, everybody);
        left -= said.size();
        heard.take(said, now, account -> accounts.metFrom(null, account));
      }
    }
    return heard;
  }

  private void take(
      List<Filed> said, Instant now, java.util.function.UnaryOperator<PersonId> whose) {
    var parts = new HashMap<MessageId, Set<PersonId>>();
    for (var each : said) {
      var message = each.message();
      if (message.isTalk() && message.at().isAfter(now.minus(BACK))) {
        var person = whose.apply(message.author());
        parts.computeIfAbsent(each.conversation(), _ -> new TreeSet<>()).add(person);
        if (people.contains(person)) {
          take(person, each);
        }
      }
    }
    parts.values().forEach(this::together);
  }

  private void take(PersonId person, Filed filed) {
    var message = filed.message();
    var text = message.text().searchable();
    var language = nlp.language(text);
    language.ifPresent(
        each ->
            languages
                .computeIfAbsent(person, _ -> new EnumMap<>(Language.class))
                .merge(each, 1, Integer::sum));
    var opens = filed.conversation().equals(message.id());
    var isQuestion = opens && text.indexOf('?') >= 0;
    var terms = new HashSet<>(nlp.terms(text, language.orElse(Language.ENGLISH)));
    var of = (isQuestion ? asks : knows).computeIfAbsent(person, _ -> new HashMap<>());
    terms.forEach(term -> of.merge(term, 1, Integer::sum));
    if (isQuestion) {
      asked.put(person, new Round.Lead(person, message.id(), true));
    } else if (!opens) {
      answered.put(person, new Round.Lead(person, message.id(), false));
    }
  }

  private void together(Set<PersonId> talking) {
    if (talking.size() > SEVERAL) {
      return;
    }
    for (var one : talking) {
      for (var other : talking) {
        if (!one.equals(other) && people.contains(one)) {
          talks.computeIfAbsent(one, _ -> new HashMap<>()).merge(other, 1, Integer::sum);
        }
      }
    }
  }

  /** In how many lines each term came up that somebody told others. */
  Map<String, Integer> knows(PersonId person) {
    return knows.getOrDefault(person, Map.of());
  }

  /** In how many questions each term came up that somebody asked. */
  Map<String, Integer> asks(PersonId person) {
    return asks.getOrDefault(person, Map.of());
  }

  /** What somebody writes; empty where it cannot be told. */
  Set<Language> languages(PersonId person) {
    var lines = languages.getOrDefault(person, Map.of());
    var all = lines.values().stream().mapToInt(Integer::intValue).sum();
    var own = new HashSet<Language>();
    lines.forEach(
        (language, count) -> {
          if (count >= OWN * all) {
            own.add(language);
          }
        });
    return own;
  }

  /** How near others are to somebody by their talks, from 0 to 1. */
  Map<PersonId, Double> near(PersonId person) {
    var near = new HashMap<PersonId, Double>();
    talks
        .getOrDefault(person, Map.of())
        .forEach((other, count) -> near.put(other, Math.min(1, count / NEAR)));
    return near;
  }

  /** What somebody asked last, and what they told others last. */
  List<Round.Lead> leads(PersonId person) {
    var leads = new ArrayList<Round.Lead>();
    Optional.ofNullable(asked.get(person)).ifPresent(leads::add);
    Optional.ofNullable(answered.get(person)).ifPresent(leads::add);
    return leads;
  }
}
