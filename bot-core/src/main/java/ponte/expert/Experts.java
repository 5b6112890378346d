package ponte.expert;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.archive.Found;
import ponte.archive.Held;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Accounts;
import ponte.directory.Directory;
import ponte.nlp.KeyPhrase;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.wording.Wording;
import ponte.wording.Wordings;

/**
 * Finds the colleagues who know about a topic, by the conversations in which they took part.
 *
 * <p>Only what the asker may see counts; the asker, programs, those who left and those who opted
 * out are never found, and nobody for a topic they hide. What people know ranks them; when they
 * were last there is told beside it.
 */
public final class Experts {

  /** So many topics of one question at most. */
  private static final int TOPICS = 3;

  /** So many of the last conversations are asked about to get ready. */
  private static final int REHEARSED = 20;

  /** Of fewer who doubt somebody that person could tell who they are. */
  private static final int FEWEST_DOUBTERS = 3;

  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::person);

  private final Archive archive;
  private final Directory directory;
  private final Nlp nlp;
  private final Wordings wordings;
  private final KnownTerms known;
  private final Feedback feedback;
  private final Preferences preferences;
  private final ExpertRules rules;
  private final Availability availability;
  private final Nominations nominations;
  private final Declarations declarations;
  private final Standings standings;
  private final Clock clock;

  public Experts(
      Archive archive,
      Directory directory,
      Nlp nlp,
      Posed posed,
      Feedback feedback,
      Preferences preferences,
      ExpertRules rules,
      Clock clock) {
    this.archive = archive;
    this.directory = directory;
    this.nlp = nlp;
    this.wordings = new Wordings(archive, nlp);
    this.known = new KnownTerms(nlp);
    this.feedback = feedback;
    this.preferences = preferences;
    this.rules = rules;
    this.availability = new Availability(directory, preferences, clock);
    this.clock = clock;
    this.nominations = new Nominations(archive, directory, posed, feedback, preferences, rules);
    this.declarations = new Declarations(directory, preferences, feedback, nominations);
    this.standings = new Standings(archive, directory, feedback, nominations, declarations, rules);
  }

  /** A person and the weight of what was found about them, whether or not it is enough to show. */
  public record Ranked(PersonId person, double score) {}

  /**
   * Everybody who took part in conversations about a topic, best first; equal scores in order of
   * id. For those who judge the ranking: {@link #on} decides whom to name.
   */
  public List<Ranked> ranking(String topic, Asker asker) {
    var about = about(topic, asker.language(), asker.audience());
    return nominations
        .candidates(about, nominations.search(about, asker.audience()), asker)
        .filter(nominations::isActive)
        .map(tally -> new Ranked(tally.person(), tally.score()))
        .toList();
  }

  /**
   * Whom to ask a question for which somebody waits, best first, twenty at most; equal scores in
   * order of id. Knowledge and presence both count, so that also those may be here who said nothing
   * on the topic yet. Left out are, beside those who are never found, those who hide the topic, who
   * are away or not to be disturbed now, and whom the asker called not right.
   *
   * @param asker who waits; where in a channel, that is where they ask
   */
  public List<Ranked> routing(String question, Asker asker) {
    var about = about(question, asker.language(), asker.audience());
    var accounts = directory.accounts();
    var who = Nominations.met(asker.person(), accounts);
    var found = nominations.search(about, asker.audience());
    var tallies =
        new Routing(rules.routing(), clock.instant(), asker.channel(), who)
            .tallies(
                found,
                nominations.tallies(found, about, asker.channel(), who),
                latest(asker.audience(), asker.channel()));
    return nominations
        .others(tallies, asker)
        .filter(tally -> mayBeAsked(tally.person()))
        .limit(Nominations.MOST)
        .flatMap(tally -> nominations.candidate(tally, about, asker, accounts).stream())
        .map(each -> new Ranked(each.tally().person(), nominations.place(each)))
        .sorted(BEST_FIRST)
        .toList();
  }

  /**
   * Whom to ask privately a question for which somebody waits: of {@link #routing} those who may be
   * named for the question, or for one of the topics in it. Who was only there is not among them.
   */
  public List<PersonId> answerers(String question, Asker asker) {
    var known = new HashSet<PersonId>();
    Stream.concat(Stream.of(question), topicsIn(question, asker.language()).stream())
        .map(topic -> all(topic, asker))
        .forEach(
            found -> {
              found.experts().forEach(each -> known.add(each.person().id()));
              found.declared().forEach(each -> known.add(each.id()));
            });
    return known.isEmpty()
        ? List.of()
        : routing(question, asker).stream().map(Ranked::person).filter(known::contains).toList();
  }

  /** What was talked about last, where it is asked and anywhere. */
  private List<Held> latest(Audience audience, @Nullable ChannelId asked) {
    var conversations = rules.routing().latest();
    var latest = new LinkedHashSet<>(archive.latest(audience, conversations));
    if (asked != null && audience.maySee(asked)) {
      latest.addAll(archive.latest(Audience.of(asked), conversations));
    }
    return List.copyOf(latest);
  }

  private boolean mayBeAsked(PersonId person) {
    return directory
        .person(person)
        .filter(Person::isActive)
        .filter(each -> availability.back(each).isEmpty() && !isAway(each.id()))
        .isPresent();
  }

  /** Whether somebody is away now, as their platform tells: they may be named, but not asked. */
  public boolean isAway(PersonId person) {
    return availability.away(person).isPresent();
  }

  /** Finds as many people as are usually shown. */
  public Finding on(String topic, Asker asker) {
    return on(topic, asker, rules.people());
  }

  /**
   * Finds the people who know about a topic, best first.
   *
   * @param limit most people to find, 1 to the most that may be shown
   */
  public Finding on(String topic, Asker asker, int limit) {
    return on(topic, asker, limit, _ -> true);
  }

  /**
   * Finds so many people who know about a topic, of some only.
   *
   * @param whom which people
   */
  Finding on(String topic, Asker asker, int limit, Predicate<PersonId> whom) {
    if (limit < 1 || limit > rules.most()) {
      throw new IllegalArgumentException("limit is " + limit + ", must be 1 to " + rules.most());
    }
    return find(topic, asker, limit, whom);
  }

  /**
   * Finds as many people as are usually shown, of some only.
   *
   * @param whom which people
   */
  public Finding on(String topic, Asker asker, Predicate<PersonId> whom) {
    return find(topic, asker, rules.people(), whom);
  }

  /**
   * What whoever asks for a topic is told of one of these accounts; empty where they are not among
   * those who are usually shown. It reads no conversation for somebody who cannot be.
   */
  Optional<Expert> among(String topic, Asker asker, Set<PersonId> accounts) {
    var looked = look(topic, asker);
    var about = looked.about();
    var best = nominations.best(looked.nameable());
    if (best.stream().noneMatch(each -> accounts.contains(each.tally().person()))) {
      return Optional.empty();
    }
    var gathering = new Gathering(archive, directory, about, asker.audience(), rules);
    return named(best, gathering, rules.people()).stream()
        .filter(expert -> accounts.contains(expert.person().id()))
        .findFirst();
  }

  /** Finds all who may be named for a topic, however few are usually shown. */
  public Finding all(String topic, Asker asker) {
    return find(topic, asker, Nominations.MOST, _ -> true);
  }

  /**
   * What was found of a topic.
   *
   * @param about the topic as it was understood
   * @param nameable those of whom there is enough, best first
   */
  private record Looked(Topic about, List<Found> found, List<Nominations.Candidate> nameable) {}

  /** By all that was asked; where that is about nobody's talk, by the gist of it. */
  private Looked look(String topic, Asker asker) {
    var about = about(topic, asker.language(), asker.audience());
    var looked = look(about.whole(), asker);
    return looked.nameable().isEmpty() && !about.isAllGist() ? look(about, asker) : looked;
  }

  private Looked look(Topic about, Asker asker) {
    var found = nominations.search(about, asker.audience());
    return new Looked(about, found, nominations.nameable(about, found, asker));
  }

  private Finding find(String topic, Asker asker, int limit, Predicate<PersonId> whom) {
    var looked = look(topic, asker);
    var about = looked.about();
    var gathering = new Gathering(archive, directory, about, asker.audience(), rules);
    var telling = looked.found().stream().filter(each -> nominations.isAbout(each, about)).toList();
    var nameable =
        looked.nameable().stream().filter(each -> whom.test(each.tally().person())).toList();
    var best = nominations.best(nameable);
    var named = named(best, gathering, limit);
    var room = limit - named.size();
    var declared =
        room > 0 ? declarations.of(about, asker, named, whom, room + 1) : List.<Person>of();
    return new Finding(
        about.wording(),
        named,
        declared.subList(0, Math.min(room, declared.size())),
        limit < rules.most() && (declared.size() > room || isMore(best, named, gathering)),
        named.isEmpty()
            ? gathering.nearest(
                nominations.withoutOut(
                    telling.isEmpty() ? nominations.traces(looked.found(), about) : telling,
                    asker.audience()))
            : List.of(),
        new Rooms(directory).roomFor(about, telling, asker.audience()).orElse(null),
        !about.terms().isEmpty(),
        archive.extent(asker.audience()).conversations());
  }

  /** Whether there is somebody to name beside these. */
  private static boolean isMore(
      List<Nominations.Candidate> best, List<Expert> named, Gathering gathering) {
    var shown = named.stream().map(expert -> expert.person().id()).collect(Collectors.toSet());
    return best.stream()
        .filter(candidate -> !shown.contains(candidate.tally().person()))
        .anyMatch(candidate -> Nominations.isNamed(candidate, gathering));
  }

  /** As many as are to be named, in the order in which they are: the load is spread. */
  private List<Expert> named(List<Nominations.Candidate> best, Gathering gathering, int limit) {
    var spread = nominations.shown(best, gathering, limit);
    var sure = new HashMap<PersonId, Expert>();
    spread.stream()
        .sorted(Comparator.comparingDouble(Expert::score).reversed())
        .collect(ArrayList<Expert>::new, Experts::addInOrder, ArrayList::addAll)
        .forEach(expert -> sure.put(expert.person().id(), expert));
    return spread.stream().map(expert -> sure.getOrDefault(expert.person().id(), expert)).toList();
  }

  /**
   * Whether somebody is seen to have had to do with a colleague: they took part in a conversation
   * with them, about the topic or one of the last, or Ponte brought them together lately.
   *
   * @param asker who says so, with what they may see
   */
  boolean haveMet(PersonId by, PersonId person, String topic, Asker asker) {
    var accounts = directory.accounts();
    return feedback.broughtTogether(by, person, accounts)
        || Stream.concat(
                nominations
                    .search(about(topic, asker.language(), asker.audience()), asker.audience())
                    .stream()
                    .map(Found::parts),
                latest(asker.audience(), asker.channel()).stream().map(Held::parts))
            .anyMatch(parts -> areIn(parts, by, accounts) && areIn(parts, person, accounts));
  }

  private static boolean areIn(List<Found.Part> parts, PersonId person, Accounts accounts) {
    return parts.stream().anyMatch(part -> accounts.areOne(part.person(), person));
  }

  /** Whether so many colleagues doubt that somebody is right for a topic that it shows nobody. */
  public boolean isDoubted(PersonId person, String topic, Language otherwise) {
    return feedback
            .of(
                person,
                new Topic(Wording.asTyped(topic), otherwise, nlp, known),
                null,
                directory.accounts())
            .doubters()
        >= FEWEST_DOUBTERS;
  }

  /** Why somebody is named to an asker for a topic, or is not, by what the asker may see. */
  Standing standing(PersonId person, String topic, Asker asker) {
    var finding = on(topic, asker);
    var about = new Topic(finding.wording(), asker.language(), nlp, known);
    return standings.of(person, about, finding, asker);
  }

  /** What is said of how sure it is must not contradict what they know. */
  private static void addInOrder(List<Expert> named, Expert next) {
    named.add(named.isEmpty() ? next : next.noSurerThan(named.getLast().confidence()));
  }

  /**
   * What shows those who may see it that a person knows about a topic; empty where nothing does.
   */
  public Optional<Evidence> evidence(
      PersonId person, String topic, Audience audience, Language otherwise) {
    var about = about(topic, otherwise, audience);
    if (preferences.isOut(person) || nominations.hides(person, about)) {
      return Optional.empty();
    }
    return evidence(person, about.whole(), audience)
        .or(() -> about.isAllGist() ? Optional.empty() : evidence(person, about, audience));
  }

  private Optional<Evidence> evidence(PersonId person, Topic about, Audience audience) {
    var accounts = directory.accounts();
    var gathering = new Gathering(archive, directory, about, audience, rules);
    return nominations
        .tallies(
            nominations.search(about, audience), about, null, Nominations.met(person, accounts))
        .stream()
        .filter(tally -> accounts.areOne(tally.person(), person))
        .flatMap(tally -> tally.votes().stream())
        .filter(vote -> nominations.isAbout(vote.found(), about))
        .flatMap(vote -> gathering.evidence(vote.found(), person).stream())
        .findFirst();
  }

  /**
   * Tells topics that a text is about from others: all words of the topic come up in it, or most of
   * both are the same.
   *
   * @param otherwise the language of the text where it does not tell
   */
  public Predicate<String> topicsOf(String text, Language otherwise) {
    return new Topic(Wording.asTyped(text), otherwise, nlp, known)::isAbout;
  }

  /**
   * Whether a person may be brought together with somebody for a topic.
   *
   * @param audience what they may see who asked
   */
  public boolean mayBeNamed(PersonId person, String topic, Language otherwise, Audience audience) {
    return mayBeNamed(topic, otherwise, audience).test(person);
  }

  /** The same for many people. */
  public Predicate<PersonId> mayBeNamed(String topic, Language otherwise, Audience audience) {
    var hiding = new Hiding(topic, otherwise, audience);
    return person -> !preferences.isOut(person) && hiding.by(person).isEmpty();
  }

  /** The topic that somebody hides and for which they are therefore not named for this one. */
  Optional<String> hidden(PersonId person, String topic, Language otherwise, Audience audience) {
    return new Hiding(topic, otherwise, audience).by(person);
  }

  /** Who hides a topic; what it is about is looked up once, and only where somebody hides any. */
  private final class Hiding {

    private final String topic;
    private final Language otherwise;
    private final Audience audience;
    private @Nullable Topic about;

    private Hiding(String topic, Language otherwise, Audience audience) {
      this.topic = topic;
      this.otherwise = otherwise;
      this.audience = audience;
    }

    private Optional<String> by(PersonId person) {
      var hidden = preferences.of(person).hidden();
      return hidden.isEmpty()
          ? Optional.empty()
          : hidden.stream().filter(about()::isAbout).findFirst();
    }

    private Topic about() {
      var known = about;
      if (known == null) {
        known = Experts.this.about(topic, otherwise, audience);
        about = known;
      }
      return known;
    }
  }

  /**
   * What a question is about in a few words, what tells most first; empty where nothing tells.
   *
   * @param otherwise the language of the question where it does not tell
   */
  public List<String> topicsIn(String question, Language otherwise) {
    var language = nlp.language(question).orElse(otherwise);
    return nlp.keyPhrases(nlp.sentences(question), language, _ -> 1, TOPICS).stream()
        .map(KeyPhrase::text)
        .toList();
  }

  /**
   * Gets ready what the first question needs, so that it is answered as fast as those after it: the
   * counts of each part of the archive, the dictionary, the language models, and this code itself.
   * It asks how the last conversations began, and tells nobody.
   */
  public void warmUp() {
    var everybody = directory.everybody();
    var asker = new Asker(null, everybody, Language.ENGLISH, ZoneOffset.UTC);
    for (var held : archive.latest(everybody, REHEARSED)) {
      archive
          .find(held.conversation(), everybody)
          .map(filed -> filed.message().text().searchable())
          .filter(text -> !text.isBlank())
          .map(text -> text.substring(0, Math.min(text.length(), Command.LONGEST_TOPIC)))
          .ifPresent(
              text -> {
                on(text, asker);
                routing(text, asker);
              });
    }
  }

  /** A small word alone that is a name in capitals is that name in every question. */
  private Topic about(String topic, Language otherwise, Audience audience) {
    var named = nlp.asName(topic, otherwise);
    return new Topic(wordings.of(named, otherwise, audience), otherwise, nlp, known);
  }
}
