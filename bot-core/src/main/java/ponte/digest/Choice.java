package ponte.digest;

import java.util.ArrayList;
import java.util.List;
import ponte.digest.Digest.Decision;
import ponte.digest.Digest.Item;
import ponte.digest.Digest.Unanswered;

/**
 * Chooses which lines a digest shows first: discussions, decisions and open questions before all,
 * and a few of everything small that happened beside them.
 */
final class Choice {

  private final DigestRules.Lines lines;
  private final DigestRules.Small small;

  Choice(DigestRules.Lines lines, DigestRules.Small small) {
    this.lines = lines;
    this.small = small;
  }

  /**
   * What is worth a line before all, each list with the best first.
   *
   * @param discussions with the questions answered among them
   */
  record Offer(List<Item> discussions, List<Decision> decisions, List<Unanswered> open) {
    List<Item> all() {
      var all = new ArrayList<>(discussions);
      all.addAll(decisions);
      all.addAll(open);
      return all;
    }
  }

  /**
   * The lines to show, in no order.
   *
   * @param beside a list of each small kind, in the order in which kinds are chosen
   */
  List<Item> of(Offer offer, List<List<? extends Item>> beside) {
    long kinds = beside.stream().filter(each -> !each.isEmpty()).count();
    int kept = (int) Math.min(kinds, Math.min(small.lines(), lines.most() / 3));
    var chosen = new ArrayList<Item>();
    add(offer.decisions(), lines.decisions(), lines.most(), chosen);
    add(offer.open(), lines.open(), lines.most(), chosen);
    add(offer.discussions(), lines.discussions(), Math.max(lines.most() - kept, 1), chosen);
    for (int round = 0; round < small.each(); round++) {
      for (var kind : beside) {
        if (round < kind.size() && chosen.size() < lines.most()) {
          chosen.add(kind.get(round));
        }
      }
    }
    return chosen;
  }

  private static void add(List<? extends Item> from, int limit, int most, List<Item> into) {
    int room = Math.max(0, Math.min(limit, most - into.size()));
    into.addAll(from.subList(0, Math.min(room, from.size())));
  }
}
