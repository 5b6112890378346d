package ponte.nlp;

import java.util.Set;

/**
 * Tells two forms of one word from two words that a stemmer takes for one: <i>indexes</i> is a form
 * of <i>index</i>, <i>access</i> none of <i>accessibility</i>.
 */
public final class Inflection {

  /**
   * What may stand where two forms of a word part: endings of number, gender, person and time, and
   * those of nouns that name the act itself, for who writes "we deploy it" speaks of deployment.
   */
  private static final Set<String> ENDINGS =
      Set.of(
          ("s es 's d ed er ers ing ings e y ies ied ment ments ion ions ation "
                  + "ations a i o u he hi ie io ia ii re are ere ire rsi arsi ersi irsi "
                  + "rlo arlo arla to ta ti te ato ata ati ate ito ita iti ite uto uta uti "
                  + "ute ndo ando endo va avo avi ava eva iva avano evano ivano ano ono no "
                  + "iamo amo emo imo era erà zione zioni azione azioni mento menti amento "
                  + "amenti")
              .split(" "));

  private Inflection() {}

  /**
   * Whether two words of the same stem are forms of one word.
   *
   * @param one in lower case, as the other
   */
  public static boolean same(String one, String other) {
    var shared = 0;
    var most = Math.min(one.length(), other.length());
    while (shared < most && one.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    return isEnding(one, shared) && isEnding(other, shared);
  }

  /** English doubles the last letter before some endings: <i>plan</i>, <i>planning</i>. */
  private static boolean isEnding(String word, int from) {
    var ending = word.substring(from);
    return ending.isEmpty()
        || ENDINGS.contains(ending)
        || (from > 0
            && ending.charAt(0) == word.charAt(from - 1)
            && ENDINGS.contains(ending.substring(1)));
  }
}
