package ponte.consent;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers that only the words before them tell to be secret: of accounts at banks, as they are
 * written in the United States, in Britain and in Italy, and PINs.
 */
final class NamedNumbers {

  /** What may stand between a name and its number. */
  private static final String JOINED =
      "[\"'*_`]{0,3}(?:\\s{1,3}(?:is|was|è|era|e')(?=[\\s:]))?\\s{0,3}[:=#]?\\s{0,3}[\"'*_`]{0,3}";

  /** The same where something has to. */
  private static final String SIGNED =
      "[\"'*_`]{0,3}(?:\\s{1,3}(?:is|was|è|era|e')\\s{1,3}|\\s{0,3}[:=]\\s{0,3})[\"'*_`]{0,3}";

  private static final String NUMBER = "(?i:numbers?|num\\.?|no\\.?|nr\\.?|n\\.?|numero|#)";

  private static final String ACCOUNT = "(\\d(?:[ -]?\\d){5,16})(?![\\w/])";

  /** No sum of money. */
  private static final String NO_SUM = "(?!\\s?(?:€|\\$|%|(?i:euro?s?|mila|k)\\b)|[.,]\\d)";

  private static final Pattern BANK =
      Pattern.compile(
          String.join(
              "|",
              "(?<![\\p{L}])(?i:(?:routing|aba)(?: transit)?)(?: (?:"
                  + NUMBER
                  + "|(?i:code)))?"
                  + JOINED
                  + "(\\d{3}[ -]?\\d{3}[ -]?\\d{3})(?![\\w/-])",
              "(?<![\\p{L}])(?i:sort[ -]?code)"
                  + JOINED
                  + "(\\d\\d[ -]?\\d\\d[ -]?\\d\\d)(?![\\w/-])",
              "(?<![\\p{L}])ABI ?/ ?CAB" + JOINED + "(\\d{5} ?/ ?\\d{5})(?![\\w/-])",
              "(?<![\\p{L}])(?:ABI|CAB)" + JOINED + "(\\d{5})(?![\\w/-])"));

  private static final Pattern NUMBERED =
      Pattern.compile(
          String.join(
              "|",
              "(?<![\\p{L}])(?i:(?:bank )?(?:account|acct)|a/c) ?" + NUMBER + JOINED + ACCOUNT,
              "(?<![\\p{L}])(?i:bank account)" + JOINED + ACCOUNT,
              "(?<![\\p{L}])(?i:numero (?:di |del )?conto(?: corrente| bancario)?)"
                  + JOINED
                  + ACCOUNT,
              "(?<![\\p{L}])(?i:conto(?: (?:corrente|bancario|postale))?|c/c) ?"
                  + NUMBER
                  + JOINED
                  + ACCOUNT,
              "(?<![\\p{L}])(?i:conto (?:corrente|bancario|postale)|c/c|conto(?= ?:))"
                  + JOINED
                  + ACCOUNT
                  + NO_SUM));

  /** Where the bank is named, the account beside it needs no other word. */
  private static final Pattern BESIDE =
      Pattern.compile("(?<![\\p{L}])(?i:account|acct|a/c|conto|c/c)" + JOINED + ACCOUNT + NO_SUM);

  private static final Pattern PIN =
      Pattern.compile(
          "(?<![\\w-])(?:PIN(?: (?i:code|number|numero))?"
              + JOINED
              + "|(?i:pin)(?: (?i:code|number|numero))?"
              + "(?: (?:for|of|to|di|del|della|dello|dell['’]) ?[\\p{L} ]{1,30}?)?"
              + SIGNED
              + ")(\\d{4,8})(?![\\w:/-]|[.,]\\d)");

  private NamedNumbers() {}

  static void find(String text, Secrets secrets) {
    var namesBank = add(BANK, text, secrets);
    for (var pattern : namesBank ? List.of(NUMBERED, BESIDE, PIN) : List.of(NUMBERED, PIN)) {
      add(pattern, text, secrets);
    }
  }

  private static boolean add(Pattern pattern, String text, Secrets secrets) {
    var found = pattern.matcher(text);
    var any = false;
    while (found.find()) {
      any = true;
      for (int group = 1; group <= found.groupCount(); group++) {
        if (found.group(group) != null) {
          secrets.add(found.start(group), found.end(group));
        }
      }
    }
    return any;
  }
}
