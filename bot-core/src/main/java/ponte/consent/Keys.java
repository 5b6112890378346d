package ponte.consent;

import java.util.regex.Pattern;

/** Keys and tokens that tell by their own form what they are. */
final class Keys {

  /** No lookahead or repetition here sees more than a bounded stretch again. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:"
              + String.join(
                  "|",
                  // AWS
                  "AKIA[A-Z0-9]{12,20}(?![A-Za-z0-9])",
                  "(?i:A[KS]IA(?=[A-Z]{0,19}[0-9])[A-Z0-9]{12,20}(?![A-Z0-9]))",
                  // Slack
                  "(?i:xox[a-z](?:\\.xox[a-z])?|xapp)-[A-Za-z0-9-]{10,}+",
                  // GitHub
                  "(?i:gh[oprsu])_[A-Za-z0-9]{16,}+",
                  "(?i:github_pat)_\\w{16,}+",
                  // GitLab
                  "(?i:gl(?:agent|cbt|dt|ft|imt|oas|ptt|pat|rt|soat))-[\\w-]{10,}+(?:\\.\\w++){0,3}",
                  // Stripe
                  "(?i:[rs]k_(?:live|test))_[A-Za-z0-9]{8,}+",
                  "whsec_[A-Za-z0-9+/=]{16,}+",
                  // Google
                  "AIza[\\w-]{30,}+",
                  "GOCSPX-[\\w-]{16,}+",
                  "ya29\\.[\\w-]{16,}+",
                  // makers of language models, registries of packages, senders of mail, vaults
                  "sk-(?=[\\w-]{0,80}[0-9])[\\w-]{20,}+",
                  "npm_[A-Za-z0-9]{30,}+",
                  "dckr_(?:pat|oat)_[\\w-]{16,}+",
                  "pypi-[\\w-]{30,}+",
                  "SG\\.[\\w-]{16,}+\\.[\\w-]{16,}+",
                  "hf_[A-Za-z0-9]{30,}+",
                  "hvs\\.[\\w-]{20,}+",
                  // shops, lakes of data
                  "shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{16,}+",
                  "dapi(?=[a-f]{0,31}[0-9])[a-f0-9]{32}(?:-[0-9]{1,2})?(?![A-Za-z0-9])")
              + ")");

  /** JSON Web Tokens: {@code eyJ} is {@code {"} in Base64. */
  private static final Pattern WEB_TOKEN =
      Pattern.compile("(?<![A-Za-z0-9])eyJ[\\w-]{10,}+(?:\\.[\\w-]++){0,4}");

  /** A private key in PEM, to its end or, where the end was cut off, to that of the text. */
  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN[ A-Z0-9]{0,40} PRIVATE KEY(?: BLOCK)?-----"
              + "(?s:.*?)(?:-----END[ A-Z0-9]{0,60}-----|\\z)");

  private static final Pattern WEB_HOOK =
      Pattern.compile("(?i:hooks\\.slack\\.com/[a-z]{1,20})/([\\w/-]{8,}+)");

  private Keys() {}

  static void find(String text, Secrets secrets) {
    addWhole(KEY, text, secrets);
    addWhole(WEB_TOKEN, text, secrets);
    addWhole(PRIVATE_KEY, text, secrets);
    var hooks = WEB_HOOK.matcher(text);
    while (hooks.find()) {
      secrets.add(hooks.start(1), hooks.end(1));
    }
  }

  private static void addWhole(Pattern pattern, String text, Secrets secrets) {
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      secrets.add(matcher.start(), matcher.end());
    }
  }
}
