package ponte.slack.live;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.command.Command;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.platform.ButtonValues;
import ponte.platform.FormDesk;
import ponte.platform.PlatformUnavailableException;
import ponte.reply.Form;
import ponte.slack.Fields;
import ponte.slack.Ts;
import ponte.store.Codec;
import tools.jackson.databind.JsonNode;

/** Takes in what people ask by commands, buttons, shortcuts and forms. */
final class Requests {

  private static final Logger log = LoggerFactory.getLogger(Requests.class);

  /** What the identifiers of Ponte's own buttons begin with. */
  static final String OWN = "ponte";

  /** The shortcut in the menu of a message, as the app's manifest names it. */
  static final String WHO_KNOWS = "who_knows_about_this";

  private final Asking asking;
  private final Doorkeeper doorkeeper;
  private final ButtonValues buttons;
  private final FormDesk forms;
  private final FormWindow window;
  private final Words words;
  private final Executor beside;
  private final Clock clock;

  /**
   * @param beside runs what must not keep Slack waiting
   */
  Requests(
      Asking asking,
      Doorkeeper doorkeeper,
      ButtonValues buttons,
      FormDesk forms,
      FormWindow window,
      Words words,
      Executor beside,
      Clock clock) {
    this.asking = asking;
    this.doorkeeper = doorkeeper;
    this.buttons = buttons;
    this.forms = forms;
    this.window = window;
    this.words = words;
    this.beside = beside;
    this.clock = clock;
  }

  /** {@code /ponte …}, <https://docs.slack.dev/interactivity/implementing-slash-commands>. */
  void command(Interaction command) {
    var person = command.person();
    if (person != null) {
      take(
          command,
          new Event.Request.Asked(
              id("command", command),
              person,
              place(command),
              words.of(Fields.text(command.json(), "text"), command.installation().bot()),
              clock.instant()));
    }
  }

  /**
   * Buttons and menus,
   * <https://docs.slack.dev/reference/interaction-payloads/block_actions-payload>.
   */
  void pressed(Interaction press) {
    var person = press.person();
    if (person == null) {
      return;
    }
    for (var action : press.json().path("actions").values()) {
      var carried = Filled.carried(action);
      // A button that opens a page tells of it, too, and carries nothing.
      if (Fields.text(action, "action_id").startsWith(OWN) && !carried.isEmpty()) {
        take(
            press,
            new Event.Request.Pressed(
                id("press", press), person, place(press), action(carried), at(action)));
      }
    }
  }

  /** What a button meant that was kept aside too long ago nobody knows: help is the answer. */
  private String action(String carried) {
    return buttons.action(carried).orElseGet(() -> Codec.write(new Command.Help()));
  }

  /** "Who knows about this?" in the menu of a message. */
  void aboutMessage(Interaction shortcut) {
    var person = shortcut.person();
    if (person == null || !Fields.text(shortcut.json(), "callback_id").equals(WHO_KNOWS)) {
      return;
    }
    var text = Fields.text(shortcut.json().path("message"), "text");
    var topic = clipped(words.of(text, shortcut.installation().bot()));
    Command command = topic.isEmpty() ? new Command.Help() : new Command.WhoKnows(topic);
    take(
        shortcut,
        new Event.Request.Pressed(
            id("shortcut", shortcut),
            person,
            place(shortcut),
            Codec.write(command),
            clock.instant()));
  }

  private static String clipped(String topic) {
    if (topic.length() <= Command.LONGEST_TOPIC) {
      return topic;
    }
    var clip = topic.substring(0, Command.LONGEST_TOPIC);
    int lastWord = clip.lastIndexOf(' ');
    return (lastWord > 0 ? clip.substring(0, lastWord) : clip).strip();
  }

  /** The shortcut that is called from anywhere: it asks for the question. */
  void fromAnywhere(Interaction shortcut) {
    var person = shortcut.person();
    if (person != null) {
      beside.execute(
          () ->
              open(
                  shortcut,
                  QuestionForm.in(asking.language(person)),
                  Event.Place.DIRECT,
                  new Event.Request.Asked(
                      id("shortcut", shortcut), person, Event.Place.DIRECT, "", clock.instant())));
    }
  }

  /**
   * A form that was sent.
   *
   * @return what is wrong with it, by the name of the field; empty: it is taken in
   */
  Map<String, String> submitted(Interaction submission) {
    var person = submission.person();
    if (person == null) {
      return Map.of();
    }
    var view = submission.json().path("view");
    var values = Filled.values(view);
    var id =
        new EventId(ReplyRoutes.SLACK + "form:" + submission.workspace() + "/" + submission.view());
    var kind = Fields.text(view, "callback_id");
    var place = place(Fields.text(view, "private_metadata"));
    if (kind.equals(QuestionForm.KIND)) {
      asking.ask(
          new Event.Request.Asked(
              id, person, place, QuestionForm.question(values), clock.instant()),
          null);
      return Map.of();
    }
    var filled = new Event.Request.Submitted(id, person, place, kind, values, clock.instant());
    var problems = forms.problems(filled);
    if (problems.isEmpty()) {
      asking.ask(filled, null);
    }
    return problems;
  }

  /** What opens a form opens it now: what Slack gives for it holds for three seconds only. */
  private void take(Interaction interaction, Event.Request request) {
    var form = forms.form(request);
    if (form.isPresent()) {
      beside.execute(() -> open(interaction, form.get(), request.place(), request));
    } else {
      keepAndAsk(interaction, request);
    }
  }

  /**
   * @param otherwise is asked where the form does not open
   */
  private void open(
      Interaction interaction, Form form, Event.Place place, Event.Request otherwise) {
    try {
      window.open(interaction.workspace(), interaction.trigger(), form, Codec.write(place));
    } catch (PlatformUnavailableException e) {
      log.atWarn()
          .addKeyValue("workspace", interaction.workspace())
          .addKeyValue("form", form.kind())
          .setCause(e)
          .log("form not opened, answered in chat");
      keepAndAsk(interaction, otherwise);
    }
  }

  private void keepAndAsk(Interaction interaction, Event.Request request) {
    asking.ask(
        request,
        new ReplyRoutes.Route(
            request.id(),
            request.by(),
            interaction.responseUrl(),
            0,
            interaction.anywhere(),
            interaction.message(),
            interaction.container(),
            interaction.view()));
  }

  /** In a channel that others read the answer stays between the two of them. */
  private Event.Place place(Interaction interaction) {
    var channel = interaction.anywhere();
    if (channel == null) {
      return interaction.container() == ReplyRoutes.Container.HOME
          ? Event.Place.PAGE
          : Event.Place.DIRECT;
    }
    if (doorkeeper.isShared(channel)) {
      return Event.Place.DIRECT;
    }
    return Incoming.place(
        Incoming.isDirect(channel.value()) ? null : channel, interaction.thread());
  }

  /** Where the form was asked for; a place that nobody can read is between the two of them. */
  private static Event.Place place(String notes) {
    try {
      return notes.isEmpty() ? Event.Place.DIRECT : Codec.read(notes, Event.Place.class);
    } catch (IllegalArgumentException e) {
      return Event.Place.DIRECT;
    }
  }

  private EventId id(String what, Interaction interaction) {
    return new EventId(
        ReplyRoutes.SLACK + what + ":" + interaction.workspace() + "/" + name(interaction));
  }

  /** Slack gives each interaction its own trigger. */
  private String name(Interaction interaction) {
    var trigger = interaction.trigger();
    return trigger.isEmpty() ? clock.instant().toString() : trigger;
  }

  private Instant at(JsonNode action) {
    return Fields.ts(action, "action_ts").map(Ts::instant).orElseGet(clock::instant);
  }
}
