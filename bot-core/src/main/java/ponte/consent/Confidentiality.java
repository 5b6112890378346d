package ponte.consent;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ponte.conversation.RichText;

/**
 * Whether a message says of itself that it is not to be passed on: by a mark at its start or end,
 * in brackets or capitals, behind a hash or a lock, by a colour of the Traffic Light Protocol
 * (FIRST, TLP 2.0), or by a phrase that asks its readers. Who only talks about confidentiality
 * marks nothing.
 */
public final class Confidentiality {

  private static final String MARK =
      "(?:(?:strictly|highly|company|commercially|(?:private|(?:legally )?privileged) (?:and|&)) )?confidential"
          + "|(?:for )?internal(?: use)? only|(?:for )?(?:eyes|recipients) only"
          + "|(?:do not|don't) share"
          + "|do not (?:forward|distribute|circulate|redistribute)|not for (?:re)?distribution"
          + "|under (?:an? )?(?:strict )?(?:nda|embargo)|sotto (?:nda|embargo)"
          + "|(?:strettamente |altamente )?(?:riservato|riservata|riservatissimo|riservatissima|confidenziale)"
          + "|(?:ad |per |solo (?:per |ad )?)?uso (?:esclusivamente |strettamente )?interno"
          + "|(?:da )?non (?:inoltrare|divulgare|diffondere|condividere)";

  /** What stands before a mark: signs, and emoji as a person or a platform writes them. */
  private static final String SIGNS_BEFORE = "(?:\\W|:[a-z][a-z_]{1,40}:){0,8}";

  /** What talk of confidentiality goes on with, where nothing divides it from the word. */
  private static final String NO_TALK =
      "(?! (?:a|ai|agli|alle|al|alla|per)\\b)"
          + "(?! (?:client|computing|container|flag|field|issue|label|channel|vm|transaction|consult)(?:s|ing)?\\b)";

  /** A mark as a tag. */
  private static final String TAG =
      "(?:(?:strictly|highly)?[-_]?confidential|internal[-_]?(?:use[-_]?)?only|donotshare|do[-_]not[-_]share"
          + "|nda|tlp[-_]?(?:red|amber)|riservat[oa]|confidenziale|uso[-_]?interno)";

  private static final String LOCK = "[\\x{1F510}\\x{1F512}\\x{1F50F}\\x{1F92B}]";

  /** As programs for mail and documents write it above what they hold. */
  private static final String LABEL =
      "(?<![\\w-])(?:sensitivity|classification|confidentiality|riservatezza|classificazione|sensibilità)";

  private static final String LEVEL =
      "(?:strictly |highly )?(?:confidential|restricted|secret|internal(?: only)?"
          + "|riservat[oa]|confidenziale|interno|segret[oa])";

  /** A bid to readers, and nothing told of somebody who does not. */
  private static final String BID =
      "(?<!\\b(?:we|you|they|i|to|who|that|which|threads|processes) )(?:\\bplease )?\\b";

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** The phrases stand anywhere, and speak of the message or to its readers. */
  private static final List<Pattern> SIGNS =
      Stream.of(
              "(?<![\\w-])tlp ?: ?(?:red|amber)\\b",
              "[\\[(*] ?(?:" + MARK + ")(?: ?[-–—:/,;][^\\])*]{0,40})? ?[\\])*]",
              "^" + SIGNS_BEFORE + "(?:" + MARK + ")\\W{0,3}(?:$|[:,\\n!–—]| - |\\. )",
              "^" + SIGNS_BEFORE + LOCK + "\\W{0,3}(?:" + MARK + ")(?![\\w-])" + NO_TALK,
              "^" + SIGNS_BEFORE + "#" + TAG + "(?![\\w-])",
              LABEL + " ?[:=] ?" + LEVEL + "(?= ?(?:$|[\\n.,;|)\\]]))",
              "(?:^|[.!?;\\n]\\s{0,3})\\W{0,3}(?:" + MARK + ")[.!*_)\\]\\s]{0,4}$",
              "\\bkeep (?:this|it|that) (?:strictly )?(?:confidential|between (?:us|ourselves)|to yourself|to yourselves)\\b",
              "\\b(?:this|which) (?:message|information|document|is|must|should|has to|needs to)(?: is| must| should| be| stay| remain| kept| absolutely| still){0,3} (?:strictly |highly )?confidential\\b(?! (?:client|computing|flag|field|issue|label|channel)s?)(?!\\s*\\?)",
              "\\b(?:please )?(?:do not|don't|never) (?:forward|circulate|redistribute|repost) (?:this|these)\\b(?! (?:port|header|packet|event|request|call|traffic|job|query)s?\\b)",
              "\\b(?:please )?(?:do not|don't) share (?:this|it) (?:outside|externally|with anyone|further|yet|around|any further)\\b",
              BID
                  + "(?:do not|don't) share (?:(?:this|it|these|that) )?(?:outside|externally|beyond)\\b",
              "(?<![\\p{L}])non condivid(?:ere|ete) (?:oltre|fuori|all'esterno|(?:a|con) nessuno|con terzi|con altri)\\b",
              "\\b(?:between you and me|between us only|for your eyes only|for internal use only)\\b",
              "\\b(?:this|it)(?:'s| is) (?:still )?under (?:an )?(?:nda|embargo)\\b",
              "\\b(?:che )?(?:resti|rimanga|tenetelo|tenerlo|teniamolo) (?:tra|fra) (?:di )?(?:noi|voi)\\b",
              "\\b(?:detto|sia detto) (?:tra|fra) (?:di )?noi\\b",
              "\\b(?:per favore )?non (?:inoltrate|inoltrare|divulgate|divulgare|diffondete|diffondere|condividete) (?:questo|questa|queste|questi|oltre|fuori|all'esterno|a nessuno|il messaggio|la mail)\\b",
              "\\b(?:questo|questa|il presente) (?:messaggio|mail|documento|informazione|e|è) (?:è |e |ancora )?(?:strettamente )?(?:riservat[oa]|confidenziale)\\b(?! (?:a|ai|agli|alle|al|alla|per)\\b)(?!\\s*\\?)",
              "\\b(?:ad|per|a) (?:solo |esclusivo )uso interno\\b")
          .map(sign -> Pattern.compile(sign, FLAGS))
          .toList();

  /** Without one of these there is no mark: most talk is done with after this one look. */
  private static final List<String> STEMS =
      List.of(
          "confiden",
          "riservat",
          "sensitiv",
          "classific",
          "sensibil",
          "internal",
          "interno",
          "forward",
          "distribut",
          "circulat",
          "repost",
          "only",
          "inoltr",
          "divulg",
          "diffond",
          "condivid",
          "tlp",
          "share",
          "between",
          "keep this",
          "keep it",
          "keep that",
          "nda",
          "embargo",
          "tra noi",
          "tra voi",
          "fra noi",
          "fra voi",
          "tra di noi",
          "tra di voi",
          "fra di noi",
          "fra di voi");

  /** At the beginning, in capitals, with a sentence after it that is in none. */
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:[^\\p{L}\\d]|:[a-z][a-z_]{1,40}:){0,8}"
              + "(?:(?:STRICTLY |HIGHLY )?CONFIDENTIAL|(?:STRETTAMENTE )?(?:RISERVAT[OA]|CONFIDENZIALE))"
              + "(?=\\W{1,3}[\\p{L}\\d])(?![\\w/.-])"
              + "(?i:"
              + NO_TALK
              + ")");

  /** In capitals within other words; names in code are in capitals, too, but longer. */
  private static final Pattern CAPITALS =
      Pattern.compile(
          "(?<![\\w./-])(?:STRICTLY CONFIDENTIAL|CONFIDENTIAL INFORMATION|DO NOT (?:FORWARD|DISTRIBUTE|CIRCULATE|SHARE)"
              + "|INTERNAL (?:USE )?ONLY|NOT FOR DISTRIBUTION|STRETTAMENTE (?:RISERVATO|CONFIDENZIALE)"
              + "|(?:SOLO (?:PER )?|AD )USO INTERNO|NON (?:INOLTRARE|DIVULGARE|DIFFONDERE))(?![\\w-])");

  private static final Pattern LOWER = Pattern.compile("\\p{Ll}{2}");

  private Confidentiality() {}

  /** Whether these words are marked. */
  public static boolean isMarked(String text) {
    var words = text.replace('’', '\'').strip();
    var folded = folded(words);
    return STEMS.stream().anyMatch(folded::contains) && isSigned(words);
  }

  /**
   * Letter by letter as the patterns compare them, so that neither "İnternal" nor "ſhare" slips
   * through.
   */
  private static String folded(String words) {
    var folded = new StringBuilder(words.length());
    words
        .codePoints()
        .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static boolean isSigned(String words) {
    return SIGNS.stream().anyMatch(sign -> sign.matcher(words).find())
        || LOWER.matcher(words).find()
            && (CAPITALS.matcher(words).find() || LEADING.matcher(words).find());
  }

  /** Whether a message is marked in its own words, those of code and of quotes aside. */
  public static boolean isMarked(RichText text) {
    return isMarked(OwnWords.plain(text)) || isMarked(OwnWords.emphasised(text));
  }
}
