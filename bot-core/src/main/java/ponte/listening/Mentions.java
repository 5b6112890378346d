package ponte.listening;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Where terms, and terms side by side, come up in what was said. Those that come up too seldom are
 * not kept: they are counted in a table of fixed size first, in which some share their place.
 */
final class Mentions {

  private static final int PLACES = 1 << 21;
  private static final long PAIR = 1L << 32;

  private final List<Spoken> spoken;
  private final Map<Long, int[]> places = new HashMap<>();

  /**
   * @param fewest what comes up in fewer messages, on each side, is left out
   * @param isNow tells the side of a message by its place
   */
  Mentions(List<Spoken> spoken, int fewest, IntPredicate isNow) {
    this.spoken = spoken;
    var now = new int[PLACES];
    var before = new int[PLACES];
    for (int i = 0; i < spoken.size(); i++) {
      var side = isNow.test(i) ? now : before;
      for (var key : keys(spoken.get(i))) {
        side[place(key)]++;
      }
    }
    for (int i = 0; i < spoken.size(); i++) {
      for (var key : keys(spoken.get(i))) {
        if (now[place(key)] >= fewest || before[place(key)] >= fewest) {
          add(key, i);
        }
      }
    }
    places.replaceAll((_, list) -> Arrays.copyOfRange(list, 1, list[0] + 1));
  }

  /** The first number of a list is its length while it grows. */
  private void add(long key, int message) {
    var list = places.computeIfAbsent(key, _ -> new int[4]);
    if (list[0] + 1 == list.length) {
      list = Arrays.copyOf(list, list.length * 2);
      places.put(key, list);
    }
    list[++list[0]] = message;
  }

  private static int place(long key) {
    return (int) (mixed(key) & (PLACES - 1));
  }

  /** As {@link java.util.SplittableRandom} mixes its seeds. */
  private static long mixed(long key) {
    long mix = (key ^ (key >>> 30)) * 0xbf58476d1ce4e5b9L;
    mix = (mix ^ (mix >>> 27)) * 0x94d049bb133111ebL;
    return mix ^ (mix >>> 31);
  }

  /** Each term of a message and each pair of neighbours, once. */
  private static long[] keys(Spoken message) {
    var terms = message.terms();
    var keys = new long[Math.max(0, 2 * terms.length - 1)];
    for (int i = 0; i < terms.length; i++) {
      keys[i] = single(terms[i]);
      if (i > 0) {
        keys[terms.length + i - 1] = pair(terms[i - 1], terms[i]);
      }
    }
    return Arrays.stream(keys).distinct().toArray();
  }

  static long single(int term) {
    return term & (PAIR - 1);
  }

  static long pair(int one, int next) {
    return (long) one << 32 | (next & (PAIR - 1));
  }

  /** The terms of a key. */
  static int[] terms(long key) {
    int first = (int) (key >> 32);
    return first == 0 ? new int[] {(int) key} : new int[] {first, (int) key};
  }

  Set<Long> keys() {
    return places.keySet();
  }

  List<Spoken> of(long key) {
    return at(places.getOrDefault(key, new int[0]));
  }

  /** The messages with these terms side by side, or with these others. */
  List<Spoken> of(List<int[]> wordings) {
    var found = new HashSet<Integer>();
    wordings.forEach(terms -> found.addAll(places(terms)));
    return at(found.stream().sorted().mapToInt(Integer::intValue).toArray());
  }

  private Set<Integer> places(int[] terms) {
    var found = new HashSet<Integer>();
    for (int i = Math.min(1, terms.length - 1); i < terms.length && i >= 0; i++) {
      var key = i == 0 ? single(terms[0]) : pair(terms[i - 1], terms[i]);
      var here = Arrays.stream(places.getOrDefault(key, new int[0])).boxed().toList();
      if (i <= 1) {
        found.addAll(here);
      } else {
        found.retainAll(Set.copyOf(here));
      }
    }
    return found;
  }

  private List<Spoken> at(int[] list) {
    return Arrays.stream(list).mapToObj(spoken::get).toList();
  }

  Stream<Spoken> all() {
    return spoken.stream();
  }
}
