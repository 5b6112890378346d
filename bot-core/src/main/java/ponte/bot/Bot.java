package ponte.bot;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ponte.command.Command;
import ponte.command.Grammar;
import ponte.command.Understanding;
import ponte.consent.Redaction;
import ponte.conversation.Channel;
import ponte.conversation.Event;
import ponte.directory.Directory;
import ponte.guide.Guide;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Form;
import ponte.store.Codec;

/** Answers what people ask, in whatever words or by a button, and lets out no secret. */
public final class Bot {

  private final Directory directory;
  private final Grammar grammar;
  private final Commands commands;
  private final Guide guide;
  private final Askers askers;
  private final Clock clock;
  private final Redaction redaction = new Redaction();

  public Bot(Directory directory, Grammar grammar, Commands commands, Guide guide, Clock clock) {
    this.directory = directory;
    this.grammar = grammar;
    this.commands = commands;
    this.guide = guide;
    this.askers = new Askers(directory);
    this.clock = clock;
  }

  /**
   * Answers words that somebody typed, in the language they typed.
   *
   * @param request what makes it the same when it is handled twice
   */
  public Answer reply(Asker asker, String text, String request) {
    var channels = directory.channels(asker.audience()).stream().map(Channel::name).toList();
    var today = LocalDate.ofInstant(clock.instant(), asker.zone());
    var understanding = grammar.understand(text, asker.language(), channels, today);
    var spokenTo = speaking(understanding.language(), asker);
    return redacted(
        switch (understanding) {
          case Understanding.Understood(var command, _) ->
              commands.answer(command, spokenTo, request);
          case Understanding.NotUnderstood unclear ->
              Answer.nothingFound(guide.notUnderstood(unclear, spokenTo));
          case Understanding.SmallTalk talk -> Answer.found(guide.smallTalk(talk, spokenTo));
          case Understanding.NothingSaid nothing ->
              Answer.nothingFound(guide.nothingSaid(nothing, spokenTo));
        });
  }

  /** Answers a command. */
  public Answer reply(Asker asker, Command command, String request) {
    return redacted(commands.answer(command, asker, request));
  }

  /**
   * The form that a request opens at once, for platforms that show forms in a window of their own;
   * empty where it opens none. Quick: nothing is searched.
   */
  public Optional<Form> form(Event.Request request) {
    return Optional.empty();
  }

  /**
   * What is wrong with a form as it was filled in, in the person's language, by the name of the
   * field; empty where it can be taken in. Quick: nothing is searched.
   */
  public Map<String, String> problems(Event.Request.Submitted submitted) {
    return Map.of();
  }

  /** The replies to a request, each with a key that follows from the request's. */
  List<Outgoing> answer(Event.Request request) {
    var asker = askers.of(request);
    var key = request.id().value();
    var answer =
        switch (request) {
          case Event.Request.Asked asked -> reply(asker, asked.text(), key);
          case Event.Request.Pressed pressed ->
              reply(asker, Codec.read(pressed.action(), Command.class), key);
          case Event.Request.Submitted _ -> reply(asker, new Command.Help(), key);
          case Event.Request.Opened _ -> reply(asker, new Command.Home(), key);
        };
    var outgoing = new ArrayList<Outgoing>();
    outgoing.add(
        new Outgoing(
            key + "/answer",
            new Destination.Answer(
                request.id(), request.by(), request.place().channel(), request.place().thread()),
            answer.reply()));
    outgoing.addAll(answer.others());
    return outgoing;
  }

  /** Every answer leaves through here, whichever feature wrote it. */
  private Answer redacted(Answer answer) {
    return new Answer(
        redaction.redact(answer.reply()),
        answer.found(),
        answer.others().stream()
            .map(each -> new Outgoing(each.key(), each.to(), redaction.redact(each.reply())))
            .toList());
  }

  private static Asker speaking(Language language, Asker asker) {
    return new Asker(asker.person(), asker.audience(), language, asker.zone());
  }
}
