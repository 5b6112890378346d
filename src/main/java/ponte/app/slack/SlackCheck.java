package ponte.app.slack;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ponte.nlp.Language;
import ponte.reply.Texts;
import ponte.slack.installation.Grant;
import ponte.slack.installation.Scopes;
import ponte.slack.installation.Token;
import ponte.slack.installation.TokenOffice;

/** Asks Slack what a token is good for, and says in words what an administrator must do. */
final class SlackCheck {

  private final TokenOffice office;

  SlackCheck(TokenOffice office) {
    this.office = office;
  }

  /**
   * @throws ponte.platform.PlatformUnavailableException if Slack does not answer
   */
  Grant of(Token token) {
    return office.explain(token);
  }

  static String connected(String workspace) {
    return texts().say("start.connected", workspace);
  }

  static String refused(String error) {
    return texts().say("start.refused", error);
  }

  static String waiting() {
    return texts().say("start.waiting");
  }

  /** What is missing and what it is for; empty where nothing is. */
  static List<String> missing(String workspace, Collection<String> granted) {
    var missing = Scopes.missing(granted);
    if (missing.isEmpty()) {
      return List.of();
    }
    var texts = texts();
    return List.of(
        texts.say("start.missing", workspace, String.join(", ", missing)),
        missing.stream()
            .map(scope -> "  " + scope + ": " + texts.say("scope." + scope.replace(':', '.')))
            .collect(Collectors.joining("\n")));
  }

  /** The language of the machine, since an administrator reads it. */
  private static Texts texts() {
    return Texts.of(
        "ponte.app.slack.texts", Language.of(Locale.getDefault()).orElse(Language.ENGLISH));
  }
}
