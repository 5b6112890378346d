package ponte.nlp;

import java.util.Set;

/**
 * Words that name a thing together.
 *
 * @param text as it is written
 * @param terms what it says, in any order; never empty
 */
public record NounGroup(String text, Set<String> terms) {
  public NounGroup {
    terms = Set.copyOf(terms);
  }
}
