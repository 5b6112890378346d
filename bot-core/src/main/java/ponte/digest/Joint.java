package ponte.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import ponte.digest.Digest.Item;

/** The lines of several channels' digests, the best of all first. */
final class Joint {

  /** What a line is worth that tells of no conversation. */
  private static final double NO_CONVERSATION = 1.5;

  private Joint() {}

  /** A line and what it is worth, more is better. */
  record Weighed(Item item, double worth) {}

  /**
   * All their lines, the best first; equal ones by their messages. A line loses by those of its
   * kind that its channel has before it, so that no channel drowns the others, and wins by the
   * conversation it tells of.
   *
   * @param more what a line is worth besides
   */
  static List<Weighed> lines(List<Digest> digests, ToDoubleFunction<Item> more) {
    var all = new ArrayList<Weighed>();
    for (var digest : digests) {
      var before = new HashMap<Class<?>, Integer>();
      for (var item : digest.whole().items()) {
        int rank = before.merge(item.getClass(), 1, Integer::sum);
        all.add(new Weighed(item, more.applyAsDouble(item) + size(item) / (1 + rank)));
      }
    }
    all.sort(
        Comparator.comparingDouble((Weighed each) -> -each.worth())
            .thenComparing(each -> each.item().source()));
    return all;
  }

  /** The first of some lines in the order in which a digest is read: by kind, then the best. */
  static List<Item> inOrder(List<Weighed> lines) {
    return lines.stream().map(Weighed::item).sorted(Digest.BY_KIND).toList();
  }

  private static double size(Item item) {
    return switch (item) {
      case Digest.Discussion discussion -> size(discussion);
      case Digest.Decision decision -> NO_CONVERSATION + size(decision.about());
      case Digest.Answered(var about) -> size(about);
      case Digest.Unanswered _,
          Digest.Commitment _,
          Digest.Shared _,
          Digest.Newcomer _,
          Digest.Thanked _,
          Digest.Celebrated _,
          Digest.Rising _,
          Digest.WentQuiet _ ->
          NO_CONVERSATION;
    };
  }

  private static double size(Digest.Discussion discussion) {
    return Math.log1p(discussion.people().size()) + Math.log1p(discussion.messages());
  }
}
