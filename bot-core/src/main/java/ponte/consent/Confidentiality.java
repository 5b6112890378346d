package ponte.consent;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ponte.conversation.RichText;

/**
 * Whether a message says of itself that it is not to be passed on: by a mark at its start or end,
 * in brackets or capitals, by a colour of the Traffic Light Protocol (FIRST, TLP 2.0), or by a
 * phrase that asks its readers. Who only talks about confidentiality marks nothing.
 */
public final class Confidentiality {

  private static final String MARK =
      "(?:(?:strictly|highly|company|commercially|private (?:and|&)) )?confidential"
          + "|(?:for )?internal(?: use)? only|(?:for )?(?:eyes|recipients) only"
          + "|do not (?:forward|distribute|circulate|redistribute)|not for (?:re)?distribution"
          + "|(?:strettamente |altamente )?(?:riservato|riservata|riservatissimo|riservatissima|confidenziale)"
          + "|(?:ad |per |solo (?:per |ad )?)?uso (?:esclusivamente |strettamente )?interno"
          + "|(?:da )?non (?:inoltrare|divulgare|diffondere)";

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** The phrases stand anywhere, and speak of the message or to its readers. */
  private static final List<Pattern> SIGNS =
      Stream.of(
              "(?<![\\w-])tlp ?: ?(?:red|amber)\\b",
              "[\\[(*] ?(?:" + MARK + ")(?: ?[-–—:/,;][^\\])*]{0,40})? ?[\\])*]",
              "^\\W{0,3}(?:" + MARK + ")\\W{0,3}(?:$|[:\\n!–—]| - |\\. )",
              "(?:^|[.!?;\\n]\\s{0,3})\\W{0,3}(?:" + MARK + ")[.!*_)\\]\\s]{0,4}$",
              "\\bkeep (?:this|it|that) (?:strictly )?(?:confidential|between (?:us|ourselves)|to yourself|to yourselves)\\b",
              "\\b(?:this|which) (?:message|information|document|is|must|should|has to|needs to)(?: is| must| should| be| stay| remain| kept| absolutely| still){0,3} (?:strictly |highly )?confidential\\b(?! (?:client|computing|flag|field|issue|label|channel)s?)(?!\\s*\\?)",
              "\\b(?:please )?(?:do not|don't|never) (?:forward|circulate|redistribute|repost) (?:this|these)\\b(?! (?:port|header|packet|event|request|call|traffic|job|query)s?\\b)",
              "\\b(?:please )?(?:do not|don't) share (?:this|it) (?:outside|externally|with anyone|further|yet|around|any further)\\b",
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
  private static final Pattern STEMS =
      Pattern.compile(
          "confiden|riservat|intern(?:al|o)|forward|distribut|circulat|repost|only|inoltr|divulg|diffond"
              + "|condivid|tlp|share|between|keep this|keep it|keep that|nda|embargo|(?:tra|fra) (?:di )?(?:no|vo)i",
          FLAGS);

  /** In capitals within other words; names in code are in capitals, too, but longer. */
  private static final Pattern CAPITALS =
      Pattern.compile(
          "(?<![\\w./-])(?:STRICTLY CONFIDENTIAL|CONFIDENTIAL INFORMATION|DO NOT (?:FORWARD|DISTRIBUTE|CIRCULATE)"
              + "|INTERNAL (?:USE )?ONLY|NOT FOR DISTRIBUTION|STRETTAMENTE (?:RISERVATO|CONFIDENZIALE)"
              + "|(?:SOLO (?:PER )?|AD )USO INTERNO|NON (?:INOLTRARE|DIVULGARE|DIFFONDERE))(?![\\w-])");

  private static final Pattern LOWER = Pattern.compile("\\p{Ll}{2}");

  private Confidentiality() {}

  /** Whether these words are marked. */
  public static boolean isMarked(String text) {
    var words = text.replace('’', '\'').strip();
    return STEMS.matcher(words).find() && isSigned(words);
  }

  private static boolean isSigned(String words) {
    return SIGNS.stream().anyMatch(sign -> sign.matcher(words).find())
        || LOWER.matcher(words).find() && CAPITALS.matcher(words).find();
  }

  /** Whether a message is marked in its own words, those of code and of quotes aside. */
  public static boolean isMarked(RichText text) {
    return isMarked(OwnWords.plain(text)) || isMarked(OwnWords.emphasised(text));
  }
}
