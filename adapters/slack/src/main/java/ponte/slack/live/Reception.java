package ponte.slack.live;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.archive.ArchiveUnavailableException;
import ponte.bot.Inbox;
import ponte.consent.Preferences;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.platform.ButtonValues;
import ponte.platform.Departures;
import ponte.platform.FormDesk;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.Watch;
import ponte.reply.Texts;
import ponte.slack.Fields;
import ponte.slack.SlackSync;
import ponte.slack.installation.Installation;
import ponte.slack.installation.Installations;
import ponte.store.StoreUnavailableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receives all that Slack sends, by whichever way it came, and says what Slack is to be told. What
 * must not be lost is durable before that.
 */
public final class Reception {

  private static final Logger log = LoggerFactory.getLogger(Reception.class);

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Installations installations;
  private final Ears ears;
  private final Requests requests;

  /**
   * Where things are kept.
   *
   * @param buttons what buttons carry
   * @param preferences where it is noted when somebody is not to be disturbed
   */
  public record Shelves(
      Installations installations,
      Directory directory,
      ReplyRoutes routes,
      SharedChannels shared,
      ButtonValues buttons,
      Preferences preferences) {}

  /**
   * Those who go on with what came in.
   *
   * @param beside runs what must not keep Slack waiting
   */
  public record Others(
      Inbox inbox,
      SlackSync sync,
      Departures departures,
      FormDesk forms,
      FormWindow window,
      Watch watch,
      Executor beside) {}

  public Reception(Shelves shelves, Others others, Doorkeeper doorkeeper, Clock clock) {
    this.installations = shelves.installations();
    var directory = shelves.directory();
    var asking =
        new Asking(others.inbox(), directory, shelves.routes(), others.sync(), others.watch());
    this.ears =
        new Ears(
            others.inbox(),
            directory,
            doorkeeper,
            shelves.shared(),
            installations,
            others.sync(),
            others.departures(),
            new Peace(shelves.preferences()),
            asking);
    this.requests =
        new Requests(
            asking,
            doorkeeper,
            shelves.buttons(),
            others.forms(),
            others.window(),
            new Words(directory),
            others.beside(),
            clock);
  }

  /** Receives one thing that Slack sent and that is known to be Slack's. */
  public Acknowledgement receive(JsonNode payload) {
    try {
      return switch (Fields.text(payload, "type")) {
        case "url_verification" -> Acknowledgement.text(Fields.text(payload, "challenge"));
        case "event_callback" -> event(payload);
        case "app_rate_limited" -> rateLimited(payload);
        // Ponte's menus hold all their options.
        case "block_suggestion" -> Acknowledgement.json("{\"options\":[]}");
        case "view_closed" -> Acknowledgement.DONE;
        default -> interaction(payload);
      };
    } catch (StoreUnavailableException
        | ArchiveUnavailableException
        | PlatformUnavailableException e) {
      log.atWarn().setCause(e).log("slack is asked to send it again");
      return Acknowledgement.LATER;
    }
  }

  private Acknowledgement event(JsonNode payload) {
    var installation = installation(payload);
    if (installation.isPresent()) {
      ears.hear(new Incoming(installation.get(), payload));
    } else {
      log.atWarn()
          .addKeyValue("workspace", Fields.text(payload, "team_id"))
          .log("event of a workspace where ponte is not installed");
    }
    return Acknowledgement.DONE;
  }

  private Acknowledgement interaction(JsonNode payload) {
    var installation = installation(payload);
    if (installation.isEmpty()) {
      return Acknowledgement.text(notInstalled());
    }
    var interaction = new Interaction(installation.get(), payload);
    return switch (Fields.text(payload, "type")) {
      case "block_actions" -> done(() -> requests.pressed(interaction));
      case "message_action" -> done(() -> requests.aboutMessage(interaction));
      case "shortcut" -> done(() -> requests.fromAnywhere(interaction));
      case "view_submission" -> submitted(interaction);
      case "" ->
          payload.has("command")
              ? done(() -> requests.command(interaction))
              : Acknowledgement.NONSENSE;
      default -> Acknowledgement.DONE;
    };
  }

  private static Acknowledgement done(Runnable work) {
    work.run();
    return Acknowledgement.DONE;
  }

  /** The form stays open with what is wrong beside the fields, or closes. */
  private Acknowledgement submitted(Interaction interaction) {
    var problems = requests.submitted(interaction);
    return problems.isEmpty()
        ? Acknowledgement.DONE
        : Acknowledgement.json(
            MAPPER.writeValueAsString(Map.of("response_action", "errors", "errors", problems)));
  }

  private static Acknowledgement rateLimited(JsonNode payload) {
    log.atError()
        .addKeyValue("workspace", Fields.text(payload, "team_id"))
        .log("slack sends more than 30,000 events an hour and has left some out");
    return Acknowledgement.DONE;
  }

  /** Nobody knows who asks where Ponte is not installed, and so not in which language. */
  private static String notInstalled() {
    return Texts.of("ponte.slack.live.texts", Language.ENGLISH).say("not-installed")
        + "\n"
        + Texts.of("ponte.slack.live.texts", Language.ITALIAN).say("not-installed");
  }

  /** The workspace as whose bot Ponte is told, which in shared channels is not the author's. */
  private Optional<Installation> installation(JsonNode payload) {
    for (var team : teams(payload)) {
      var installation = installations.find(new WorkspaceId(team));
      if (installation.isPresent()) {
        return installation;
      }
    }
    return Optional.empty();
  }

  private static List<String> teams(JsonNode payload) {
    var teams = new ArrayList<String>();
    for (var authorization : payload.path("authorizations").values()) {
      add(authorization, "team_id", teams);
    }
    add(payload, "context_team_id", teams);
    add(payload, "team_id", teams);
    add(payload.path("team"), "id", teams);
    return teams;
  }

  private static void add(JsonNode object, String field, List<String> teams) {
    var id = Fields.id(object, field);
    if (id != null) {
      teams.add(id);
    }
  }
}
