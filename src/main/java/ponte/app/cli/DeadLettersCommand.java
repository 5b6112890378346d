package ponte.app.cli;

import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.app.Replica;
import ponte.bot.DeadLetters;
import ponte.bot.LetterWords;
import ponte.store.StoreUnavailableException;

/** Shows what was given up, and lets it be tried again or be forgotten. */
@Command(name = "dead-letters", mixinStandardHelpOptions = true)
final class DeadLettersCommand implements Callable<Integer> {

  /** Of each topic no more are shown. */
  private static final int SHOWN = 1_000;

  private final Terminal terminal;

  @Mixin private DataOption data;

  DeadLettersCommand(Terminal terminal) {
    this.terminal = terminal;
    this.data = new DataOption(terminal);
  }

  @Override
  public Integer call() {
    return list(data);
  }

  @Command(mixinStandardHelpOptions = true)
  int list(@Mixin DataOption data) {
    return on(data, this::show);
  }

  @Command(mixinStandardHelpOptions = true)
  int replay(
      @Parameters(paramLabel = "TOPIC") String topic,
      @Parameters(paramLabel = "KEY", arity = "0..1") @Nullable String key,
      @Option(names = "--all") boolean all,
      @Mixin DataOption data) {
    requireOneOrAll(key, all);
    return on(
        data,
        letters -> {
          var replayed =
              key == null ? letters.replayAll(topic) : letters.replay(topic, key) ? 1 : 0;
          return tell("cli.letters-replayed", replayed);
        });
  }

  @Command(mixinStandardHelpOptions = true)
  int discard(
      @Parameters(paramLabel = "TOPIC") String topic,
      @Parameters(paramLabel = "KEY", arity = "0..1") @Nullable String key,
      @Option(names = "--all") boolean all,
      @Option(names = "--yes") boolean yes,
      @Mixin DataOption data) {
    requireOneOrAll(key, all);
    return on(
        data,
        letters -> {
          if (!yes
              && !terminal.confirms(terminal.texts().say("cli.letters-confirm", topic), topic)) {
            throw new Refusal(PonteCommand.BAD_CALL, "cli.not-confirmed");
          }
          var discarded =
              key == null ? letters.discardAll(topic) : letters.discard(topic, key) ? 1 : 0;
          return tell("cli.letters-discarded", discarded);
        });
  }

  private int show(DeadLetters letters) {
    var words = new LetterWords(terminal.language());
    var zone = ZoneId.systemDefault();
    var piles = letters.piles();
    if (piles.isEmpty()) {
      terminal.say(terminal.texts().say("cli.letters-none"));
    }
    for (var pile : piles) {
      terminal.say(
          terminal
              .texts()
              .say("cli.letters-pile", pile.topic(), words.of(pile.kind()), pile.letters()));
      for (var letter : letters.of(pile.topic(), SHOWN)) {
        terminal.say("- " + letter.key());
        if (!letter.about().isEmpty()) {
          terminal.say("  " + String.join(", ", words.about(letter)));
        }
        terminal.say("  " + terminal.said().moment(letter.at(), zone) + ", " + words.tries(letter));
        terminal.say("  " + letter.reason());
      }
    }
    return 0;
  }

  private int tell(String situation, int letters) {
    terminal.say(terminal.texts().say(situation, letters));
    return letters == 0 ? PonteCommand.NOTHING_FOUND : 0;
  }

  /** A server that runs on the same directory has it alone, and its console does the same. */
  private int on(DataOption data, ToIntFunction<DeadLetters> use) {
    try (var state = data.openExistingState()) {
      return use.applyAsInt(Replica.deadLetters(state.queue()));
    } catch (StoreUnavailableException e) {
      throw new Refusal(
          PonteCommand.NO_DATA,
          "cli.letters-unavailable",
          String.valueOf(e.getMessage()),
          terminal.console() + "/dead-letters");
    }
  }

  private static void requireOneOrAll(@Nullable String key, boolean all) {
    if ((key == null) != all) {
      throw new Refusal(PonteCommand.BAD_CALL, "cli.letters-one-or-all");
    }
  }
}
