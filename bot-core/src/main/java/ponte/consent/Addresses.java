package ponte.consent;

import java.util.regex.Pattern;

/** What addresses hold that is not for everybody: passwords and tokens in URLs, homes of people. */
final class Addresses {

  /** {@code user:password@} of RFC 3986, section 3.2.1. */
  private static final Pattern PASSWORD =
      Pattern.compile("://[^\\s/?#@:•]{0,100}+:([^\\s/?#•]{1,200})@");

  private static final Pattern TOKEN =
      Pattern.compile(
          "[?&#;][\\w.\\[\\]-]{0,40}?"
              + "(?i:token|sig|signature|password|passwd|pwd|secret|api[_-]?key|auth"
              + "|(?:access|account|secret)[_-]?key)"
              + "=([^&#\\s\"'<>|)\\]]++)");

  private static final Pattern HOME =
      Pattern.compile(
          "(?i:(?:private|home) address|indirizzo (?:privato|personale|di casa))"
              + "(?: ?\\([^()\n•]{0,30}+\\))?[*_`\"']{0,3} ?[:=]\\s{0,3}(\\S[^\n]*+)");

  private Addresses() {}

  static void find(String text, Secrets secrets) {
    for (var pattern : new Pattern[] {PASSWORD, TOKEN, HOME}) {
      var matcher = pattern.matcher(text);
      while (matcher.find()) {
        if (!matcher.group(1).contains(Redaction.MARK)) {
          secrets.add(matcher.start(1), matcher.end(1));
        }
      }
    }
  }
}
