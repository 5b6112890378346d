package ponte.app.hostile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ponte.app.access.IdTokenDoor;
import ponte.app.move.StateDoor;
import ponte.app.rewriting.CompletionDoor;
import ponte.conversation.WorkspaceId;
import ponte.expert.Workspace;
import ponte.nlp.Language;
import ponte.slack.Mrkdwn;
import ponte.slack.installation.ConsentDoor;
import ponte.teams.html.Html;
import ponte.teams.html.PlainText;
import ponte.teams.sync.GraphDoor;
import ponte.teams.token.KeysDoor;

/**
 * The parsers that meet the outside. Each takes whatever it is given: it may refuse it in the way
 * that it promises, and must neither fail otherwise nor let in what is nobody's.
 */
enum Target {
  /** Events, commands, presses, shortcuts and forms of Slack, signed, up to their answers. */
  SLACK_REQUEST("adapters/slack/src/test/resources/ponte/slack/live", SlackDoor::new),
  /** The same in the envelopes of Socket Mode. */
  SLACK_ENVELOPE("src/test/resources/ponte/app/hostile/envelope", EnvelopeDoor::new),
  /** What Slack answers where Ponte reads what was said before. */
  SLACK_HISTORY(
      "src/test/resources/ponte/app/hostile/slack-history", ponte.slack.sync.HistoryDoor::new),
  /** The markup of Slack's messages. */
  SLACK_MARKUP("src/test/resources/ponte/app/hostile/markup", () -> text(new Markup()::read)),
  /** The files of an export. */
  SLACK_EXPORT("src/test/resources/ponte/app/hostile/export", ExportDoor::ofFiles),
  /** The zip that an export is. */
  SLACK_ZIP("src/test/resources/ponte/app/hostile/zip", ExportDoor::ofZips),
  /** Activities, cards and dialogs of Teams, up to their answers. */
  TEAMS_ACTIVITY("adapters/teams/src/test/resources/ponte/teams/activities", TeamsDoor::new),
  /** What Graph answers where Ponte reads what was said before. */
  GRAPH_HISTORY(
      "src/test/resources/ponte/app/hostile/graph-history", ponte.teams.sync.HistoryDoor::new),
  /** The HTML of Teams' messages. */
  TEAMS_HTML("src/test/resources/ponte/app/hostile/html", () -> text(Target::html)),
  /** What stands where Teams sends its token. */
  TEAMS_TOKEN("src/test/resources/ponte/app/hostile/token", TokenDoor::new),
  /** What a browser brings back as an id token. */
  ID_TOKEN("src/test/resources/ponte/app/hostile/token", IdTokenDoor::new),
  /** What a language model of an administrator's answers. */
  COMPLETION("src/test/resources/ponte/app/hostile/completion", CompletionDoor::new),
  /** A backup, to be restored. */
  BACKUP("src/test/resources/ponte/app/hostile/backup", BackupReading::new),
  /** A state, to be imported. */
  STATE("src/test/resources/ponte/app/hostile/state", StateDoor::new),
  /** What Slack answers where Ponte reads people, channels and members. */
  SLACK_ROSTER(
      "adapters/slack/src/test/resources/ponte/slack/answers", ponte.slack.sync.RosterDoor::new),
  /** What a browser brings back from the page on which Slack is asked for consent. */
  SLACK_CONSENT("src/test/resources/ponte/app/hostile/consent", ConsentDoor::new),
  /** What Graph answers, whatever it is asked, read as in production. */
  GRAPH("adapters/teams/src/test/resources/ponte/teams/graph", GraphDoor::new),
  /** What an issuer of tokens says of itself and of its keys. */
  ISSUER_KEYS("src/test/resources/ponte/app/hostile/keys", KeysDoor::new),
  /** What Slack and Microsoft answer where a token is asked for. */
  TOKEN_ANSWER("src/test/resources/ponte/app/hostile/tokens", TokenAnswers::new),
  /** For how long a platform wants to be left alone. */
  RETRY_AFTER("src/test/resources/ponte/app/hostile/retry-after", RetryAfterDoor::new),
  /** What pages and forms of the console take. */
  PAGES("src/test/resources/ponte/app/hostile/pages", ConsoleDoor::new),
  /** What people ask, with times and names, as it is understood. */
  GRAMMAR("src/test/resources/ponte/app/hostile/words", GrammarDoor::new),
  /** What people ask, with times, names and topics, up to the answer. */
  WORDS("src/test/resources/ponte/app/hostile/words", WordsDoor::new),
  /** What people talk about, as it is kept and summarised. */
  TALK("src/test/resources/ponte/app/hostile/words", () -> text(new Talk()::hear));

  private final String seeds;
  private final Supplier<Consumer<byte[]>> door;

  /**
   * @param seeds where good examples lie, from the root of the project
   */
  Target(String seeds, Supplier<Consumer<byte[]>> door) {
    this.seeds = seeds;
    this.door = door;
  }

  /** What takes the input; it may keep something from one to the next. */
  Consumer<byte[]> open() {
    return door.get();
  }

  /** Where good examples lie, seen from this module. */
  Path seeds() {
    return Path.of("..").resolve(seeds);
  }

  static Consumer<byte[]> text(Consumer<String> reader) {
    return input -> reader.accept(new String(input, StandardCharsets.UTF_8));
  }

  private static void html(String html) {
    Html.read(html, List.of(), Map.of());
    PlainText.read(html, List.of());
  }

  private static final class Markup {
    private final Mrkdwn mrkdwn = new Mrkdwn(new WorkspaceId("T1"), id -> "channel " + id);

    void read(String text) {
      mrkdwn.parse(text);
    }
  }

  private static final class Talk {
    void hear(String text) {
      var nlp = Workspace.NLP;
      nlp.language(text);
      for (var sentence : nlp.sentences(text)) {
        for (var language : Language.values()) {
          nlp.words(sentence, language);
          nlp.terms(sentence, language);
          nlp.spellings(sentence, language);
          nlp.question(sentence, language);
          nlp.nounGroups(sentence, language);
          nlp.subject(sentence, language);
        }
      }
    }
  }
}
