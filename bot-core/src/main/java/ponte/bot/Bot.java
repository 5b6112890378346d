package ponte.bot;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import ponte.command.Command;
import ponte.command.Grammar;
import ponte.command.Understanding;
import ponte.conversation.Channel;
import ponte.conversation.Event;
import ponte.digest.DigestOutcome;
import ponte.digest.DigestReplies;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.expert.ExpertAnswers;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.store.Codec;

/** Answers what people ask: hands each command to the one feature that it is about. */
public final class Bot {

  private final Directory directory;
  private final Grammar grammar;
  private final ExpertAnswers experts;
  private final Digests digests;
  private final Askers askers;
  private final Clock clock;

  public Bot(
      Directory directory, Grammar grammar, ExpertAnswers experts, Digests digests, Clock clock) {
    this.directory = directory;
    this.grammar = grammar;
    this.experts = experts;
    this.digests = digests;
    this.askers = new Askers(directory);
    this.clock = clock;
  }

  /** Answers words that somebody typed. */
  public Answer reply(Asker asker, String text) {
    var channels = directory.channels(asker.audience()).stream().map(Channel::name).toList();
    var understanding = grammar.understand(text, asker.language(), channels, today(asker));
    var spokenTo = in(understanding.language(), asker);
    return switch (understanding) {
      case Understanding.Understood(var command, _) -> reply(spokenTo, command);
      case Understanding.NotUnderstood notUnderstood -> throw new IllegalStateException();
      case Understanding.SmallTalk smallTalk -> throw new IllegalStateException();
      case Understanding.NothingSaid nothingSaid -> throw new IllegalStateException();
    };
  }

  /** Answers a command that needs nobody but the asker. */
  public Answer reply(Asker asker, Command command) {
    return switch (command) {
      case Command.WhoKnows whoKnows -> new Answer(experts.whoKnows(whoKnows, asker), true);
      case Command.NotRight notRight -> new Answer(experts.notRight(notRight, asker), true);
      case Command.Digest digest -> digest(digest, asker);
      default -> throw new IllegalStateException();
    };
  }

  private Answer digest(Command.Digest wish, Asker asker) {
    var outcome = digests.on(wish, asker);
    return new Answer(
        new DigestReplies(asker.language(), asker.zone()).of(outcome),
        outcome instanceof DigestOutcome.Written);
  }

  /** The replies to a request, each with a key that follows from the request's. */
  List<Outgoing> answer(Event.Request request) {
    var asker = askers.of(request);
    var answer =
        switch (request) {
          case Event.Request.Asked asked -> reply(asker, asked.text());
          case Event.Request.Pressed pressed ->
              reply(asker, Codec.read(pressed.action(), Command.class));
        };
    return List.of(
        new Outgoing(
            "answer/" + request.id(),
            new Destination.Answer(
                request.id(), request.by(), request.place().channel(), request.place().thread()),
            answer.reply()));
  }

  private LocalDate today(Asker asker) {
    return LocalDate.ofInstant(clock.instant(), asker.zone());
  }

  private static Asker in(Language language, Asker asker) {
    return new Asker(asker.person(), asker.audience(), language, asker.zone());
  }
}
