package ponte.teams.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ponte.command.Command;
import ponte.conversation.Event;
import ponte.directory.Words;
import ponte.nlp.Language;
import ponte.platform.QuestionDesk;
import ponte.reply.Texts;
import ponte.store.Codec;
import ponte.teams.card.Cards;
import ponte.teams.card.Carried;
import ponte.teams.card.Dialogs;
import ponte.teams.delivery.FileOffers;
import ponte.teams.html.Html;
import ponte.teams.reference.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers what Teams asks and waits for: dialogs, the search in the compose box, the menu of a
 * message.
 * <https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/bot-invoke-activity>.
 */
final class Invokes {

  /** The command in the menu of a message, as the app's manifest names it. */
  static final String ABOUT_MESSAGE = "whoKnowsAboutThis";

  /** The search in the compose box, as the app's manifest names it. */
  static final String SEARCH = "whoKnows";

  /** What the search asks for, as the app's manifest names it. */
  static final String TOPIC = "topic";

  /** A shorter topic is one that is still being typed. */
  private static final int SHORTEST_TOPIC = 2;

  private static final JsonMapper JSON = new JsonMapper();

  private final Requests requests;
  private final Asking asking;
  private final QuestionDesk questions;
  private final Cards cards;
  private final FileOffers files;
  private final Words words;

  Invokes(
      Requests requests,
      Asking asking,
      QuestionDesk questions,
      Cards cards,
      FileOffers files,
      Words words) {
    this.requests = requests;
    this.asking = asking;
    this.questions = questions;
    this.cards = cards;
    this.files = files;
    this.words = words;
  }

  /** Answers an invoke; what must not be lost is durable when this returns. */
  Acknowledgement answer(Incoming incoming, Reference reference) {
    var person = incoming.person();
    if (person.isEmpty()) {
      return Acknowledgement.NONSENSE;
    }
    asking.learn(incoming);
    var texts = Texts.of("ponte.teams.live.texts", asking.language(incoming, person.get()));
    var value = incoming.value();
    return switch (incoming.name()) {
      case "task/fetch" -> carried(incoming, reference, value.path("data"), texts);
      case "task/submit" -> carried(incoming, reference, value.path("data"), texts);
      case "adaptiveCard/action" -> {
        requests.fromCard(incoming, reference, value.path("action").path("data"));
        yield Acknowledgement.json(said(texts.say("card.taken")));
      }
      case "composeExtension/query" -> search(incoming, value, texts);
      case "composeExtension/fetchTask" -> aboutMessage(incoming, value, texts);
      case "composeExtension/submitAction" ->
          value.path("data").isObject() && !value.path("data").isEmpty()
              ? carried(incoming, reference, value.path("data"), texts)
              : aboutMessage(incoming, value, texts);
      case "fileConsent/invoke" -> {
        files.decided(person.get(), reference, value);
        yield Acknowledgement.DONE;
      }
      default -> Acknowledgement.NOT_OFFERED;
    };
  }

  /** A dialog is wanted, or was sent: one button may open it, another be the answer to it. */
  private Acknowledgement carried(
      Incoming incoming, Reference reference, JsonNode data, Texts texts) {
    return switch (Carried.read(data)) {
      case Carried.Button(var value) -> {
        var action = requests.action(value);
        var form =
            requests.press(incoming, incoming.event("press"), action).flatMap(requests::form);
        if (form.isPresent()) {
          yield Acknowledgement.json(Dialogs.form(form.get(), Map.of(), texts.language()));
        }
        requests.pressed(incoming, reference, incoming.event("press"), action);
        yield Acknowledgement.json(Dialogs.message(texts.say("dialog.in-chat")));
      }
      case Carried.Filled filled ->
          requests
              .submitted(incoming, filled)
              .map(submitted -> filled(submitted, incoming, reference, texts.language()))
              .orElse(Acknowledgement.NONSENSE);
      case Carried.Nothing _ -> Acknowledgement.NONSENSE;
    };
  }

  /** The form stays open with what is wrong beside the fields, or closes. */
  private Acknowledgement filled(
      Event.Request.Submitted submitted,
      Incoming incoming,
      Reference reference,
      Language language) {
    var problems = requests.take(submitted, incoming, reference);
    return problems.isEmpty()
        ? Acknowledgement.DONE
        : requests
            .form(submitted)
            .map(form -> Acknowledgement.json(Dialogs.form(form, problems, language)))
            .orElse(Acknowledgement.DONE);
  }

  /** {@code who knows …} in the compose box: people, as they are typed for. */
  private Acknowledgement search(Incoming incoming, JsonNode query, Texts texts) {
    var topic = "";
    for (var parameter : query.path("parameters").values()) {
      if (parameter.path("name").stringValue("").equals(TOPIC)) {
        topic = parameter.path("value").stringValue("").strip();
      }
    }
    if (topic.length() < SHORTEST_TOPIC) {
      return Acknowledgement.json(hint(texts.say("search.type")));
    }
    return ask(incoming, "search", topic)
        .map(asked -> Acknowledgement.json(cards.results(questions.inPlace(asked))))
        .orElse(Acknowledgement.NONSENSE);
  }

  /** "Who knows about this?" in the menu of a message. */
  private Acknowledgement aboutMessage(Incoming incoming, JsonNode value, Texts texts) {
    var body = value.path("messagePayload").path("body").path("content").stringValue("");
    var text = Html.read(body, List.of(), Map.of());
    var topic = clipped(words.of(text, incoming.bot()));
    if (topic.isEmpty()) {
      return Acknowledgement.json(Dialogs.message(texts.say("dialog.no-words")));
    }
    return ask(incoming, "about", topic)
        .map(asked -> Acknowledgement.json(shown(asked, texts)))
        .orElse(Acknowledgement.NONSENSE);
  }

  private Optional<Event.Request.Pressed> ask(Incoming incoming, String what, String topic) {
    return requests.press(
        incoming, incoming.event(what), Codec.write(new Command.WhoKnows(clipped(topic))));
  }

  /** The answer in a dialog, which nobody sees but who asked. */
  private ObjectNode shown(Event.Request.Pressed asked, Texts texts) {
    var reply = questions.inPlace(asked);
    return Dialogs.card(texts.say("dialog.who-knows"), cards.one(reply, asked.by()).card());
  }

  private static String clipped(String topic) {
    if (topic.length() <= Command.LONGEST_TOPIC) {
      return topic;
    }
    var clip = topic.substring(0, Command.LONGEST_TOPIC);
    int lastWord = clip.lastIndexOf(' ');
    return (lastWord > 0 ? clip.substring(0, lastWord) : clip).strip();
  }

  private static ObjectNode hint(String text) {
    var body = JSON.createObjectNode();
    body.putObject("composeExtension").put("type", "message").put("text", text);
    return body;
  }

  /**
   * <https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format>.
   */
  private static ObjectNode said(String text) {
    return JSON.createObjectNode()
        .put("statusCode", 200)
        .put("type", "application/vnd.microsoft.activity.message")
        .put("value", text);
  }
}
