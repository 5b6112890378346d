package ponte.expert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.archive.Found;
import ponte.bot.Asker;
import ponte.consent.Absent;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Accounts;
import ponte.directory.Directory;

/**
 * Those who come into question for a topic, by their part in conversations about it: without the
 * asker, those who are out and those who hide it, with what colleagues say.
 */
final class Nominations {

  /** Further down the ranking nobody is shown, whatever is objected to those above. */
  static final int MOST = 20;

  private static final int LOOKED_PAST = 2;

  /**
   * So much of the usual coverage is enough where a topic's gist is not all of it: what is left of
   * a mail still has words in it that are not its subject. Chosen on the train questions of
   * racket-2018, ncar, elmlang-2019 and merged-2019 in mails, so that of foreign ones no more get a
   * name than alone.
   */
  private static final double OF_A_GIST = 0.9;

  /** What stands between the parts of a title, as "Backend lead, data streaming". */
  private static final Pattern PARTS = Pattern.compile("[,;/&|·•()]|\\s[-–—]\\s");

  private final Archive archive;
  private final Directory directory;
  private final Posed posed;
  private final Feedback feedback;
  private final Preferences preferences;
  private final ExpertRules rules;

  Nominations(
      Archive archive,
      Directory directory,
      Posed posed,
      Feedback feedback,
      Preferences preferences,
      ExpertRules rules) {
    this.archive = archive;
    this.directory = directory;
    this.posed = posed;
    this.feedback = feedback;
    this.preferences = preferences;
    this.rules = rules;
  }

  List<Found> search(Topic about, Audience audience) {
    return posed.openedByAskers(
        archive.search(about.wording().sought(), audience, rules.conversations()),
        directory.accounts());
  }

  Stream<Tally> candidates(Topic about, List<Found> found, Asker asker) {
    var who = met(asker.person(), directory.accounts());
    return others(tallies(found, about, asker.channel(), who), asker);
  }

  /** Without the asker and those who are out. */
  Stream<Tally> others(List<Tally> tallies, Asker asker) {
    var out = out(asker.audience());
    var accounts = directory.accounts();
    return tallies.stream()
        .filter(tally -> !accounts.areOne(tally.person(), asker.person()))
        .filter(tally -> !out.containsAny(accounts.of(tally.person())));
  }

  boolean isActive(Tally tally) {
    return directory.person(tally.person()).filter(Person::isActive).isPresent();
  }

  List<Tally> tallies(
      List<Found> found, Topic about, @Nullable ChannelId asked, UnaryOperator<PersonId> who) {
    return withoutStruck(Tally.of(found, about.terms().size(), asked, rules.votes(), who));
  }

  /** Without the conversations of which people said that they say nothing of them. */
  private List<Tally> withoutStruck(List<Tally> tallies) {
    var struck = new HashMap<PersonId, Set<MessageId>>();
    directory.workspaces().stream().map(preferences::struck).forEach(struck::putAll);
    if (struck.isEmpty()) {
      return tallies;
    }
    var accounts = directory.accounts();
    return Tally.ranked(
        tallies.stream()
            .map(
                tally ->
                    tally.without(
                        accounts.of(tally.person()).stream()
                            .flatMap(account -> struck.getOrDefault(account, Set.of()).stream())
                            .collect(Collectors.toSet())))
            .filter(tally -> !tally.votes().isEmpty())
            .toList());
  }

  /** Colleagues by the account at which somebody meets them. */
  static UnaryOperator<PersonId> met(@Nullable PersonId by, Accounts accounts) {
    var workspace = by == null ? null : by.workspace();
    return account -> accounts.metFrom(workspace, account);
  }

  /**
   * Somebody of whom there is enough to name them.
   *
   * @param tally with what is left of their score by what was said
   * @param traced the same with the conversations that have a trace of the topic, for where those
   *     about it show too little; null: there are no more
   */
  record Candidate(Tally tally, @Nullable Tally traced, Feedback.Said said) {

    Candidate rested() {
      return new Candidate(tally, traced, said.rested());
    }
  }

  /** Those of whom there is enough to name them, and whom the asker did not refuse, best first. */
  List<Candidate> nameable(Topic about, List<Found> found, Asker asker) {
    var accounts = directory.accounts();
    return candidates(about, found, asker)
        .filter(tally -> !evidence(tally, about).isEmpty())
        .filter(this::isActive)
        .limit(MOST)
        .flatMap(tally -> candidate(evidence(tally, about), about, asker, accounts).stream())
        .sorted(Comparator.comparing(Candidate::tally, Tally.BEST_FIRST))
        .toList();
  }

  /**
   * Somebody with what colleagues and they themselves say, which moves them a little; empty where
   * they hide the topic or the asker refused them.
   */
  Optional<Candidate> candidate(Tally tally, Topic about, Asker asker, Accounts accounts) {
    return candidate(List.of(tally), about, asker, accounts);
  }

  /**
   * @param evidence one tally or two, the first of which is their score
   */
  private Optional<Candidate> candidate(
      List<Tally> evidence, Topic about, Asker asker, Accounts accounts) {
    var tally = evidence.getFirst();
    var wishes = preferences.of(tally.person());
    if (wishes.hidden().stream().anyMatch(about::isAbout)) {
      return Optional.empty();
    }
    var said = feedback.of(tally.person(), about, asker.person(), accounts);
    var own =
        wishes.known().stream().anyMatch(about::isAbout) || hasTitle(tally.person(), about)
            ? 1 + rules.feedback().own()
            : 1;
    var factor = said.factor() * own;
    var traced = evidence.size() > 1 ? evidence.getLast().times(factor) : null;
    return said.refused()
        ? Optional.empty()
        : Optional.of(new Candidate(tally.times(factor), traced, said));
  }

  /**
   * Of these candidates those who are shown, in the order in which they are: by what they told
   * rather than asked, and the load is spread. A few more are looked at than are shown.
   */
  List<Expert> shown(List<Candidate> best, Gathering gathering, int limit) {
    var rest = best.stream().sorted(Comparator.comparingDouble(this::place).reversed()).toList();
    var shown = new ArrayList<Shown>();
    while (shown.size() < limit + LOOKED_PAST && !rest.isEmpty()) {
      var next = rest.subList(0, Math.min(limit + LOOKED_PAST - shown.size(), rest.size()));
      read(next, gathering);
      next.forEach(each -> shown(each, gathering).ifPresent(shown::add));
      rest = rest.subList(next.size(), rest.size());
    }
    return shown.stream()
        .sorted(Comparator.comparingDouble(Shown::place).reversed())
        .limit(limit)
        .map(Shown::expert)
        .toList();
  }

  private record Shown(Expert expert, double place) {}

  /** Reads together what is looked at for any of them. */
  private static void read(List<Candidate> candidates, Gathering gathering) {
    gathering.read(candidates.stream().map(Candidate::tally).toList());
    gathering.read(
        candidates.stream()
            .filter(each -> !gathering.isEnough(each.tally()))
            .flatMap(each -> Stream.ofNullable(each.traced()))
            .toList());
  }

  private Optional<Shown> shown(Candidate candidate, Gathering gathering) {
    var said = candidate.said();
    return expert(candidate, gathering)
        .map(expert -> new Shown(expert, expert.score() * said.spread(rules.feedback())));
  }

  private static Optional<Expert> expert(Candidate candidate, Gathering gathering) {
    var thankers = candidate.said().thankers();
    var traced = candidate.traced();
    return gathering
        .expert(candidate.tally(), thankers)
        .or(() -> traced == null ? Optional.empty() : gathering.expert(traced, thankers));
  }

  /** Whether what they said is enough to name somebody. */
  static boolean isNamed(Candidate candidate, Gathering gathering) {
    return expert(candidate, gathering).isPresent();
  }

  /** Whether a part of what their profile says they do is the topic, as "databases" may be. */
  private boolean hasTitle(PersonId person, Topic about) {
    return directory.person(person).stream()
        .flatMap(each -> PARTS.splitAsStream(each.title()))
        .filter(part -> !part.isBlank())
        .anyMatch(about::isAbout);
  }

  List<Candidate> best(List<Candidate> ranked) {
    return ranked.stream()
        .filter(
            each ->
                each.tally().score()
                    >= rules.evidence().share() * ranked.getFirst().tally().score())
        .toList();
  }

  /** Whether enough of the topic comes up in a conversation. */
  boolean isAbout(Found found, Topic about) {
    return covers(found, about, 1);
  }

  /** Those in which there is a trace of the topic. */
  List<Found> traces(List<Found> found, Topic about) {
    return found.stream().filter(each -> covers(each, about, rules.evidence().partly())).toList();
  }

  private boolean covers(Found found, Topic about, double share) {
    var most = rules.evidence().coverage(about.gist().size());
    return found.coverage() >= share * (about.isAllGist() ? 1 : OF_A_GIST) * most;
  }

  /**
   * The person with the votes that are evidence: those about the topic where they are enough, then
   * these with the traces of it where there are more; empty where there are too few.
   */
  List<Tally> evidence(Tally tally, Topic about) {
    var evidence = rules.evidence();
    var telling = tally.votes().stream().filter(vote -> isAbout(vote.found(), about)).toList();
    var traces =
        tally.votes().stream()
            .filter(vote -> covers(vote.found(), about, evidence.partly()))
            .toList();
    var ways = new ArrayList<Tally>(2);
    if (telling.size() >= evidence.pieces()) {
      withAnswer(tally, telling, about).ifPresent(ways::add);
    }
    if (!telling.isEmpty() && traces.size() > Math.max(evidence.pieces(), telling.size())) {
      withAnswer(tally, traces, about).ifPresent(ways::add);
    }
    return ways;
  }

  /**
   * One answer may be chance; each further one halves that doubt. Of a short topic only what is
   * evidence counts: who knows about part of it has much more to say than who knows about it all.
   */
  private Optional<Tally> withAnswer(Tally tally, List<Tally.Vote> votes, Topic about) {
    var answers = votes.stream().filter(Tally.Vote::answered).count();
    var sure = 1 - Math.pow(0.5, answers);
    var score =
        about.terms().size() < rules.votes().longTopic()
            ? votes.stream().mapToDouble(Tally.Vote::weight).sum()
            : tally.score();
    return answers == 0
        ? Optional.empty()
        : Optional.of(new Tally(tally.person(), sure * score, votes));
  }

  boolean hides(PersonId person, Topic about) {
    return preferences.of(person).hidden().stream().anyMatch(about::isAbout);
  }

  /** Those of the audience's workspaces who opted out. */
  private Absent out(Audience audience) {
    return Absent.of(workspaces(audience).map(preferences::out).toList());
  }

  List<Found> withoutOut(List<Found> found, Audience audience) {
    var out = out(audience);
    return found.stream().filter(each -> !out.contains(each.parts().getFirst().person())).toList();
  }

  static Stream<WorkspaceId> workspaces(Audience audience) {
    return audience.channels().stream().map(ChannelId::workspace).distinct().sorted();
  }

  /**
   * What decides about somebody's place: their score, a little less where they were asked lately.
   */
  double place(Candidate candidate) {
    return candidate.tally().score() * candidate.said().spread(rules.feedback());
  }
}
