package ponte.teams.live;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ponte.command.Command;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.directory.Words;
import ponte.nlp.Language;
import ponte.platform.ButtonValues;
import ponte.platform.FormDesk;
import ponte.reply.Form;
import ponte.reply.Texts;
import ponte.store.Codec;
import ponte.teams.Conversations;
import ponte.teams.card.Carried;
import ponte.teams.delivery.HomeCards;
import ponte.teams.reference.Reference;
import ponte.teams.reference.ReplyRoutes;
import ponte.teams.reference.ReplyRoutes.Container;
import tools.jackson.databind.JsonNode;

/** Takes in what people ask by words, buttons and forms. */
final class Requests {

  private final Asking asking;
  private final Doorkeeper doorkeeper;
  private final ButtonValues buttons;
  private final FormDesk forms;
  private final Wording wording;
  private final Words words;
  private final HomeCards homes;
  private final Clock clock;

  Requests(
      Asking asking,
      Doorkeeper doorkeeper,
      ButtonValues buttons,
      FormDesk forms,
      Wording wording,
      Words words,
      HomeCards homes,
      Clock clock) {
    this.asking = asking;
    this.doorkeeper = doorkeeper;
    this.buttons = buttons;
    this.forms = forms;
    this.wording = wording;
    this.words = words;
    this.homes = homes;
    this.clock = clock;
  }

  /** Words for Ponte. */
  void asked(Incoming incoming, Reference reference) {
    incoming
        .person()
        .ifPresent(
            person -> {
              var text = words.of(wording.of(incoming), incoming.bot());
              var request =
                  isHome(text) && isPersonal(incoming)
                      ? opened(incoming, person)
                      : new Event.Request.Asked(
                          incoming.event("ask"), person, place(incoming), text, incoming.at());
              asking.ask(request, route(request, incoming, reference));
            });
  }

  private Event.Request opened(Incoming incoming, PersonId person) {
    homes.opened(person);
    return new Event.Request.Opened(
        incoming.event("ask"), person, incoming.language(), incoming.at());
  }

  /** Whether these are the words that open somebody's own page, in one language or another. */
  private static boolean isHome(String text) {
    var word = text.strip().toLowerCase(Locale.ROOT);
    return Stream.of(Language.values())
        .map(language -> Texts.of("ponte.teams.live.texts", language).say("home.words"))
        .flatMap(words -> Stream.of(words.split(",")))
        .anyMatch(word::equals);
  }

  private static boolean isPersonal(Incoming incoming) {
    return incoming.kind().filter(Conversations.Kind.PERSONAL::equals).isPresent();
  }

  /** What a card sent outside of a dialog: a button, or a form in the card itself. */
  void fromCard(Incoming incoming, Reference reference, JsonNode data) {
    switch (Carried.read(data)) {
      case Carried.Button(var value) ->
          pressed(incoming, reference, incoming.event("press"), action(value));
      case Carried.Filled filled ->
          submitted(incoming, filled)
              .ifPresent(submitted -> asking.ask(submitted, route(submitted, incoming, reference)));
      case Carried.Nothing _ -> {}
    }
  }

  /** What a button meant that was kept aside too long ago nobody knows: help is the answer. */
  String action(String value) {
    return buttons.action(value).orElseGet(() -> Codec.write(new Command.Help()));
  }

  /**
   * Takes in a command that nobody typed.
   *
   * @param id what makes it the same when it comes again
   */
  void pressed(Incoming incoming, Reference reference, EventId id, String action) {
    press(incoming, id, action)
        .ifPresent(pressed -> asking.ask(pressed, route(pressed, incoming, reference)));
  }

  /** A command that nobody typed; empty where no person gave it. */
  Optional<Event.Request.Pressed> press(Incoming incoming, EventId id, String action) {
    return incoming
        .person()
        .map(
            person ->
                new Event.Request.Pressed(id, person, place(incoming), action, incoming.at()));
  }

  /** The form that a request opens, or that was filled in. */
  Optional<Form> form(Event.Request request) {
    return forms.form(request);
  }

  /** A form that was sent; empty where no person sent it. */
  Optional<Event.Request.Submitted> submitted(Incoming incoming, Carried.Filled filled) {
    return incoming
        .person()
        .map(
            person ->
                new Event.Request.Submitted(
                    incoming.event("form"),
                    person,
                    place(incoming),
                    filled.form(),
                    filled.values(),
                    clock.instant()));
  }

  /**
   * Takes in a form that was sent.
   *
   * @return what is wrong with it, by the name of the field; empty: it is taken in
   */
  Map<String, String> take(
      Event.Request.Submitted submitted, Incoming incoming, Reference reference) {
    var problems = forms.problems(submitted);
    if (problems.isEmpty()) {
      asking.ask(submitted, route(submitted, incoming, reference));
    }
    return problems;
  }

  /**
   * Where it was asked. A group chat is no place: nothing is kept of it, and the answer is between
   * the two of them; so it is where others than the team read.
   */
  private Event.Place place(Incoming incoming) {
    var language = incoming.language();
    if (isOnHome(incoming)) {
      return new Event.Place(null, null, language, Event.Place.Surface.PAGE);
    }
    return incoming.kind().filter(Conversations.Kind.CHANNEL::equals).isPresent()
            && incoming.team().isPresent()
            && !doorkeeper.isShared(incoming)
        ? new Event.Place(incoming.channel(), incoming.root(), language)
        : new Event.Place(null, null, language);
  }

  private boolean isOnHome(Incoming incoming) {
    return !incoming.replyTo().isEmpty()
        && incoming.person().filter(person -> homes.isHome(person, incoming.replyTo())).isPresent();
  }

  private ReplyRoutes.Route route(Event.Request request, Incoming incoming, Reference reference) {
    var pressed = incoming.replyTo();
    var isPress = !pressed.isEmpty() && !incoming.value().isNull() && Incoming.isId(pressed);
    return new ReplyRoutes.Route(
        request.id(),
        request.by(),
        reference,
        isPress || !incoming.type().equals("message") ? null : incoming.id(),
        isPress ? pressed : null,
        isPress ? container(incoming) : Container.NONE);
  }

  private Container container(Incoming incoming) {
    if (isOnHome(incoming)) {
      return Container.HOME;
    }
    return isPersonal(incoming) ? Container.PERSONAL : Container.SHARED;
  }
}
