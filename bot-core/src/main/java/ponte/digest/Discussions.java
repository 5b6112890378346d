package ponte.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the main discussions among all conversations. */
final class Discussions {

  private static final Comparator<Draft> BEST_FIRST =
      Comparator.comparingDouble((Draft draft) -> -draft.score())
          .thenComparing(draft -> draft.talk().id());

  private final Drafts drafts;
  private final DigestRules.Rank rules;

  Discussions(Drafts drafts, DigestRules.Rank rules) {
    this.drafts = drafts;
    this.rules = rules;
  }

  /**
   * The best ones, best first. Reading is dear, so the large conversations are read first and the
   * rest not at all once none of them can be among the best any more.
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
    for (var talk : largestFirst) {
      if (best.size() == limit
          && Objects.requireNonNull(bulk.get(talk)) + drafts.mostBeyondBulk()
              < best.getLast().score()) {
        break;
      }
      drafts.of(talk).filter(this::isWorthALine).ifPresent(best::add);
      best.sort(BEST_FIRST);
      if (best.size() > limit) {
        best.removeLast();
      }
    }
    return best;
  }

  private boolean isWorthALine(Draft draft) {
    return draft.within().messages().size() >= rules.fewestMessages()
        || (draft.opening().question() && draft.outcome() != null);
  }
}
