package ponte.app.slack;

import java.util.Map;
import java.util.TreeMap;
import ponte.app.observation.Standing.Word;
import ponte.platform.PlatformUnavailableException;
import ponte.slack.installation.Grant;
import ponte.slack.installation.Token;
import ponte.slack.installation.TokenOffice;

/** Asks Slack whether the tokens are good that Ponte has. */
final class SlackTokens {

  /** Of a token of which Slack has not said whose it is. */
  private static final String UNKNOWN = "workspace";

  private final SlackMode mode;
  private final SlackInstallations installations;
  private final TokenOffice office;

  SlackTokens(SlackMode mode, SlackInstallations installations, TokenOffice office) {
    this.mode = mode;
    this.installations = installations;
    this.office = office;
  }

  /** What Slack says, by workspace. */
  Map<String, Word> words() {
    var words = new TreeMap<String, Word>();
    switch (mode) {
      case SlackMode.OneWorkspace(var token) -> note(token, UNKNOWN, words);
      case SlackMode.ByConsent _ ->
          installations
              .known()
              .all()
              .forEach(each -> note(each.token(), each.workspace().value(), words));
    }
    return words;
  }

  private void note(Token token, String workspace, Map<String, Word> words) {
    try {
      switch (office.explain(token)) {
        case Grant.Granted(var installation) ->
            words.put(installation.workspace().value(), new Word.Accepted());
        case Grant.Refused(var error) -> words.put(workspace, new Word.Refused(error));
      }
    } catch (PlatformUnavailableException e) {
      words.put(workspace, new Word.Silent());
    }
  }
}
