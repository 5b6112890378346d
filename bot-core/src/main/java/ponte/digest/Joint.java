package ponte.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.digest.Digest.Item;
import ponte.digest.Materials.Material;

/**
 * Puts the digests of several channels together, one channel after the other: of what was said in
 * each nothing is kept but its lines and how much it was.
 */
final class Joint {

  /** What a line is worth that tells of no conversation. */
  private static final double NO_CONVERSATION = 1.5;

  private static final Comparator<Weighed> BEST_FIRST =
      Comparator.comparingDouble((Weighed each) -> -each.worth())
          .thenComparing(each -> each.item().source());

  private final Lookback lookback;
  private final List<Digest.Remark> remarks;
  private final Set<PersonId> people = new HashSet<>();
  private final List<Weighed> lines = new ArrayList<>();
  private int messages;

  Joint(Lookback lookback) {
    this.lookback = lookback;
    this.remarks = new ArrayList<>(lookback.remarks());
  }

  /** A line and what it is worth, more is better. */
  record Weighed(Item item, double worth) {}

  /**
   * The lines of one channel. A line loses by those of its kind that its channel has before it, so
   * that no channel drowns the others, and wins by the conversation it tells of.
   *
   * @param more what a line is worth besides
   */
  static List<Weighed> lines(Digest digest, ToDoubleFunction<Item> more) {
    var lines = new ArrayList<Weighed>();
    var before = new HashMap<Class<?>, Integer>();
    for (var item : digest.whole().items()) {
      int rank = before.merge(item.getClass(), 1, Integer::sum);
      lines.add(new Weighed(item, more.applyAsDouble(item) + size(item) / (1 + rank)));
    }
    return lines;
  }

  /** Takes in one channel, with the lines of it that are worth telling. */
  void add(Material material, List<Weighed> those) {
    var talk = material.talk();
    messages += talk.size();
    talk.stream().map(Message::author).forEach(people::add);
    material.lookback().remarks().stream()
        .filter(remark -> !remarks.contains(remark))
        .forEach(remarks::add);
    lines.addAll(those);
  }

  int messages() {
    return messages;
  }

  int people() {
    return people.size();
  }

  /** All lines, the best first; equal ones by their messages. */
  List<Weighed> best() {
    return lines.stream().sorted(BEST_FIRST).toList();
  }

  /**
   * The digest of all.
   *
   * @param most how many lines are read first
   */
  Digest digest(List<Channel> channels, int most) {
    var best = best();
    var first = Math.min(most, best.size());
    return new Digest(
        channels,
        lookback.span(),
        messages,
        people.size(),
        remarks,
        inOrder(best.subList(0, first)),
        inOrder(best.subList(first, best.size())));
  }

  /** Lines in the order in which a digest is read: by kind, then the best. */
  private static List<Item> inOrder(List<Weighed> lines) {
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
