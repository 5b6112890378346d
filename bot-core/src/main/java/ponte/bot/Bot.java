package ponte.bot;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.command.Acquaintance;
import ponte.command.Command;
import ponte.command.Grammar;
import ponte.command.Understanding;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.Event;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.guide.Guide;
import ponte.home.Forms;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.FormDesk;
import ponte.platform.Outgoing;
import ponte.platform.QuestionDesk;
import ponte.reply.Block;
import ponte.reply.Form;
import ponte.reply.Reply;
import ponte.store.Codec;

/**
 * Answers what people ask, in whatever words, by a button or a form, and lets out no secret and
 * nobody who opted out.
 */
public final class Bot implements FormDesk, QuestionDesk {

  private final Directory directory;
  private final Grammar grammar;
  private final Commands commands;
  private final Guide guide;
  private final Askers askers;
  private final Discretion discretion;
  private final Notices notices;
  private final Turnstile turnstile;
  private final Clock clock;

  Bot(
      Directory directory,
      Grammar grammar,
      Commands commands,
      Guide guide,
      Preferences preferences,
      Turnstile turnstile,
      Clock clock) {
    this.directory = directory;
    this.grammar = grammar;
    this.commands = commands;
    this.guide = guide;
    this.askers = new Askers(directory, preferences);
    this.discretion = new Discretion(preferences);
    this.notices = new Notices(directory, preferences);
    this.turnstile = turnstile;
    this.clock = clock;
  }

  /**
   * Answers words that somebody typed, in the language they typed.
   *
   * @param request what makes it the same when it is handled twice
   */
  public Answer reply(Asker asker, String text, String request) {
    return discreet(reply(understand(text, asker), asker, request), asker, request);
  }

  private Understanding understand(String text, Asker asker) {
    var channels = directory.channels(asker.audience()).stream().map(Channel::name).toList();
    var today = LocalDate.ofInstant(clock.instant(), asker.zone());
    var here = asker.channel();
    var name =
        here == null || !asker.audience().maySee(here)
            ? null
            : directory.channel(here).map(Channel::name).orElse(null);
    return grammar.understand(
        text, asker.language(), new Grammar.Place(channels, name, asker.thread(), today));
  }

  private Answer reply(Understanding understanding, Asker asker, String request) {
    var spokenTo = speaking(understanding.language(), asker);
    return switch (understanding) {
      case Understanding.Understood(var command, _) -> commands.answer(command, spokenTo, request);
      case Understanding.NotUnderstood unclear ->
          Answer.nothingFound(guide.notUnderstood(unclear, spokenTo));
      case Understanding.SmallTalk talk -> Answer.found(guide.smallTalk(talk, spokenTo));
      case Understanding.NothingSaid nothing ->
          Answer.nothingFound(guide.nothingSaid(nothing, spokenTo));
    };
  }

  /** Answers a command. */
  public Answer reply(Asker asker, Command command, String request) {
    return discreet(commands.answer(command, asker, request), asker, request);
  }

  /**
   * A person's page, for a platform that draws it when it is asked for.
   *
   * @param told the language they read, as the platform says; null where it does not
   */
  public Reply home(PersonId person, @Nullable Language told) {
    return home(askers.of(person, told));
  }

  private Reply home(Asker asker) {
    return discretion.of(commands.own().page().of(asker), asker.person());
  }

  /**
   * The form that a request opens at once, for platforms that show forms in a window of their own;
   * of a form that was filled in, the same as it was filled in. Empty where it opens none, and the
   * request is to be answered as any other. Quick: nothing is searched.
   */
  @Override
  public Optional<Form> form(Event.Request request) {
    var asker = askers.of(request);
    if (request instanceof Event.Request.Submitted submitted) {
      return commands
          .own()
          .forms()
          .of(submitted.form(), asker)
          .map(form -> form.filled(submitted.values()));
    }
    return command(request, asker).flatMap(command -> commands.own().forms().of(command, asker));
  }

  /** What a request plainly wishes for; empty where that takes another look. */
  private Optional<Command> command(Event.Request request, Asker asker) {
    return switch (request) {
      case Event.Request.Asked asked ->
          understand(asked.text(), asker) instanceof Understanding.Understood(var command, _)
              ? Optional.of(command)
              : Optional.empty();
      case Event.Request.Pressed pressed -> Optional.of(carried(pressed));
      case Event.Request.Submitted _, Event.Request.Opened _ -> Optional.empty();
    };
  }

  /**
   * What is wrong with a form as it was filled in, in the person's language, by the name of the
   * field; empty where it can be taken in. Quick: nothing is searched.
   */
  @Override
  public Map<String, String> problems(Event.Request.Submitted submitted) {
    return read(submitted, askers.of(submitted)) instanceof Forms.Read.Wrong(_, var problems)
        ? problems
        : Map.of();
  }

  private Forms.Read read(Event.Request.Submitted submitted, Asker asker) {
    return commands.own().forms().read(submitted.form(), submitted.values(), asker);
  }

  @Override
  public Reply inPlace(Event.Request.Pressed question) {
    var command = carried(question);
    var asker = askers.of(question);
    return turnstile
        .refusal(command, asker)
        .orElseGet(() -> reply(asker, command, question.id().value()))
        .reply();
  }

  /** The replies to a request, each with a key that follows from the request's. */
  List<Outgoing> answer(Event.Request request) {
    var asker = askers.of(request);
    var key = request.id().value();
    return switch (request) {
      case Event.Request.Opened opened ->
          List.of(new Outgoing(key + "/home", new Destination.Home(opened.by()), home(asker)));
      case Event.Request.Asked asked -> {
        var understanding = understand(asked.text(), asker);
        var command = wish(understanding);
        var spokenTo = command == null ? asker : speaking(understanding.language(), asker);
        yield turnstile
            .refusal(command, speaking(understanding.language(), asker))
            .map(refusal -> outgoing(request, null, refusal, spokenTo))
            .orElseGet(
                () -> outgoing(request, command, reply(understanding, asker, key), spokenTo));
      }
      case Event.Request.Pressed pressed -> {
        var command = carried(pressed);
        yield done(request, command, asker);
      }
      case Event.Request.Submitted submitted ->
          switch (read(submitted, asker)) {
            case Forms.Read.Wish(var command) -> done(request, command, asker);
            case Forms.Read.Wrong(var opener, var problems) ->
                outgoing(
                    request,
                    null,
                    commands.own().again(opener, submitted.values(), problems, asker),
                    asker);
            case Forms.Read.Unknown _ ->
                outgoing(request, null, Answer.nothingFound(guide.help(asker)), asker);
          };
    };
  }

  /** What a button carries comes back by way of the client; to what it never carried, help. */
  private static Command carried(Event.Request.Pressed pressed) {
    try {
      return Codec.read(pressed.action(), Command.class);
    } catch (IllegalArgumentException e) {
      return new Command.Help();
    }
  }

  private static @Nullable Command wish(Understanding understanding) {
    return understanding instanceof Understanding.Understood(var command, _) ? command : null;
  }

  private List<Outgoing> done(Event.Request request, Command command, Asker asker) {
    return turnstile
        .refusal(command, asker)
        .map(refusal -> outgoing(request, null, refusal, asker))
        .orElseGet(
            () ->
                outgoing(
                    request,
                    command,
                    commands.answer(command, asker, request.id().value()),
                    asker));
  }

  private List<Outgoing> outgoing(
      Event.Request request, @Nullable Command command, Answer answer, Asker asker) {
    var key = request.id().value();
    var place = request.place();
    var outgoing = new ArrayList<Outgoing>();
    var onPage = place.surface() == Event.Place.Surface.PAGE;
    if (command == null || !onPage || !HomeChanges.tellAllOf(command)) {
      outgoing.add(
          new Outgoing(
              key + "/answer",
              new Destination.Answer(
                  request.id(), request.by(), place.channel(), place.thread(), beside(command)),
              notices.beside(sharable(request, command, answer, asker), asker, key)));
    }
    outgoing.addAll(answer.others());
    if (command != null && HomeChanges.by(command)) {
      // The language may be what was changed.
      var now = askers.of(request);
      outgoing.add(new Outgoing(key + "/home", new Destination.Home(request.by()), home(now)));
    }
    return outgoing.stream().map(each -> discretion.of(each, asker.person())).toList();
  }

  /** A letter that brings people together says more than whether to press, and is needed after. */
  private static @Nullable Boolean beside(@Nullable Command command) {
    return command instanceof Command.Meet(Acquaintance.React _) ? true : null;
  }

  /** The answer, with a button that shares it where it was asked in a channel. */
  private Reply sharable(
      Event.Request request, @Nullable Command command, Answer answer, Asker asker) {
    var channel = request.place().channel();
    if (command == null || channel == null || !answer.found()) {
      return answer.reply();
    }
    return commands
        .sharing()
        .button(request.id().value(), channel, command, asker)
        .map(
            button -> {
              var blocks = new ArrayList<Block>(answer.reply().blocks());
              blocks.add(button);
              return new Reply(answer.reply().language(), blocks);
            })
        .orElse(answer.reply());
  }

  /** Every answer leaves through here, whichever feature wrote it. */
  private Answer discreet(Answer answer, Asker asker, String request) {
    var by = asker.person();
    return new Answer(
        notices.beside(discretion.of(answer.reply(), by), asker, request),
        answer.found(),
        answer.others().stream().map(each -> discretion.of(each, by)).toList());
  }

  private static Asker speaking(Language language, Asker asker) {
    return asker.reading(language);
  }
}
