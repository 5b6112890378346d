package ponte.archive;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words of three letters and more that any two messages may share, whatever they are about; those
 * of either language, since chat mixes them.
 */
final class CommonWords {

  private static final String ENGLISH =
      """
      the and for are was were not you your yours with this that these those have has had but from
      they them their there then than what which who whom whose how why when where does did doing
      done can could will would should shall may might must its our ours his her hers she him been
      being any anyone anybody some someone somebody all also just about into out off over under
      here one too very get got use let yes hello please thanks
      """;

  private static final String ITALIAN =
      """
      che chi cosa come dove quando quale quali quanto quanti perché non per con una uno del della
      dei delle degli dello nel nella nei nelle sul sulla dal dalla dai alla allo alle agli gli sono
      sei siamo siete era erano essere hai abbiamo avete hanno questo questa questi queste quello
      quella quelli quelle suo sua suoi sue mio mia tuo tua loro anche più poi qui qua già solo
      qualcuno ciao grazie
      """;

  private static final Set<Integer> HASHES =
      Stream.of(ENGLISH, ITALIAN)
          .flatMap(words -> Stream.of(words.split("\\s+")))
          .map(String::hashCode)
          .collect(Collectors.toUnmodifiableSet());

  private CommonWords() {}

  /**
   * @param hash of a word in lower case, as {@link String#hashCode} has it
   */
  static boolean have(int hash) {
    return HASHES.contains(hash);
  }
}
