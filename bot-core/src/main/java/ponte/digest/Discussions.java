package ponte.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds the main discussions among all conversations. */
final class Discussions {

  private static final Comparator<Draft> BEST_FIRST =
      Comparator.comparingDouble((Draft draft) -> -draft.score())
          .thenComparing(draft -> draft.talk().id());

  /** Headlines of these odds are likelier good than not. */
  private static final double LIKELY = 1.4;

  /** Of so many messages one can tell whether they are about one thing. */
  private static final int LONG = 8;

  /** So large a share of them has a word of what was asked. */
  private static final double LEAST_SHARE = 0.2;

  private final Drafts drafts;
  private final DigestRules.Rank rules;

  Discussions(Drafts drafts, DigestRules.Rank rules) {
    this.drafts = drafts;
    this.rules = rules;
  }

  /**
   * The best ones, best first. Reading is dear, so the large conversations are read first and the
   * rest not at all once none of them can be among the best any more. Where no headline is sure to
   * tell its talk, the best one that is likely to is told alone.
   */
  List<Draft> best(List<Talk> talks, int limit) {
    var bulk = new HashMap<Talk, Double>();
    talks.stream()
        .filter(talk -> talk.people() >= rules.fewestPeople())
        .forEach(talk -> bulk.put(talk, drafts.bulk(talk)));
    var largestFirst =
        bulk.entrySet().stream()
            .sorted(Map.Entry.<Talk, Double>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    var best = new ArrayList<Draft>();
    var unsure = new ArrayList<Draft>();
    for (var talk : largestFirst) {
      if (best.size() == limit
          && Objects.requireNonNull(bulk.get(talk)) + drafts.mostBeyondBulk()
              < best.getLast().score()) {
        break;
      }
      drafts
          .of(talk)
          .filter(this::isWorthALine)
          .ifPresent(draft -> (isSure(draft, rules.sure()) ? best : unsure).add(draft));
      best.sort(BEST_FIRST);
      if (best.size() > limit) {
        best.removeLast();
      }
    }
    return best.isEmpty()
        ? unsure.stream()
            .filter(draft -> isSure(draft, LIKELY) && !draft.opening().leavesOutItsBeginning())
            .sorted(BEST_FIRST)
            .limit(1)
            .toList()
        : best;
  }

  private static boolean isSure(Draft draft, double least) {
    return HeadlineOdds.of(draft.talk(), draft.lines(), draft.opening()) >= least;
  }

  private boolean isWorthALine(Draft draft) {
    return (draft.within().messages().size() >= rules.fewestMessages()
            || (draft.opening().question() && draft.outcome() != null))
        && Talk.authors(draft.extent().messages()).size() >= Math.max(1, rules.fewestPeople())
        && !draft.opening().line().starts(Cue.GUESS)
        && isAboutItsOpening(draft);
  }

  /**
   * Whether the others speak of what was asked. In flat talk of some length the one who began is
   * heard again or named, or their words are: else others were put together with them by chance.
   */
  private static boolean isAboutItsOpening(Draft draft) {
    var talk = draft.talk();
    if (talk.isThread() || talk.messages().size() < LONG || isHeardAgain(talk)) {
      return true;
    }
    var first = draft.opening().line().message();
    Set<String> asked = new HashSet<>();
    draft.lines().stream()
        .filter(line -> line.message().id().equals(first.id()))
        .forEach(line -> asked.addAll(line.terms()));
    long taking =
        draft.lines().stream()
            .filter(line -> !line.message().id().equals(first.id()) && line.shared(asked) > 0)
            .map(line -> line.message().id())
            .distinct()
            .count();
    return taking >= LEAST_SHARE * talk.messages().size();
  }

  private static boolean isHeardAgain(Talk talk) {
    var opener = talk.opener();
    return talk.turns().stream().skip(1).anyMatch(turn -> turn.author().equals(opener))
        || talk.messages().stream().anyMatch(each -> each.text().mentions().contains(opener));
  }
}
