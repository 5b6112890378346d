package ponte.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import ponte.bot.Asker;
import ponte.bot.Ponte;
import ponte.command.Command;
import ponte.command.Sowing;
import ponte.conversation.Person;
import ponte.directory.Roles;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nudge.Holidays;
import ponte.platform.ReadingProgress;
import ponte.reply.Block;
import ponte.reply.InWords;

/** What a community manager of an export would have been proposed at some moments of it. */
final class SeedTrial {

  /** Before that nobody knows what was usual. */
  private static final Duration KNOWN = Duration.ofDays(42);

  private SeedTrial() {}

  static String of(Path export, int moments, long seed) throws IOException {
    var out = new StringBuilder("\n" + export.getFileName() + "\n");
    var clock = new ReplayClock();
    try (var opened = OpenedExport.of(export, Nlp.shared(), clock)) {
      var replay = opened.replay();
      var directory = opened.directory();
      clock.set(replay.all().getLast().content().at());
      var manager =
          directory.people().stream()
              .filter(person -> person.standing() == Person.Standing.ACTIVE)
              .findFirst()
              .orElseThrow()
              .id();
      var ponte =
          new Ponte(
              new Ponte.Ports(
                  opened.archive(),
                  directory,
                  opened.state().records(),
                  opened.state().queue(),
                  opened.nlp(),
                  ReadingProgress.NONE,
                  Holidays.NONE,
                  List.of(),
                  clock),
              Ponte.Rules.DEFAULT.with(new Roles(Set.of(manager.toString()), Set.of())));
      for (var moment : drawn(replay, moments, seed)) {
        opened.archive().apply(replay.before(moment));
        clock.set(moment);
        var asker =
            new Asker(manager, directory.audienceOf(manager), Language.ENGLISH, ZoneOffset.UTC);
        long start = System.nanoTime();
        var reply =
            ponte
                .bot()
                .reply(asker, new Command.Seed(new Sowing.Propose(null)), "at " + moment)
                .reply();
        out.append(
            String.format(
                Locale.ROOT, "%n== %s, %.1f s%n", moment, (System.nanoTime() - start) / 1e9));
        var words = opened.words();
        for (var block : reply.blocks()) {
          switch (block) {
            case Block.Heading(var text) -> out.append(text).append('\n');
            case Block.Paragraph(var text) -> out.append(words.of(text)).append('\n');
            case Block.Listing(_, var items) ->
                items.forEach(item -> out.append("\n- ").append(words.of(item)).append('\n'));
            case Block.Buttons(var buttons) ->
                buttons.stream()
                    .map(button -> button.command())
                    .filter(
                        command ->
                            command instanceof Command.Seed(var wish)
                                && wish instanceof Sowing.Show)
                    .map(command -> ponte.bot().reply(asker, command, "look").reply())
                    .flatMap(preview -> preview.blocks().stream())
                    .forEach(shown -> rest(shown, words, out));
            default -> {
              // What stands on the page for every proposal is of no use to who judges them.
            }
          }
        }
      }
    }
    return out.toString();
  }

  /** What a proposal rests on, and who would be asked, as its preview shows them. */
  private static void rest(Block block, InWords words, StringBuilder out) {
    switch (block) {
      case Block.Listing(_, var items) ->
          items.forEach(
              item ->
                  out.append("    | ")
                      .append(words.of(item).replace("\n", "\n    |   "))
                      .append('\n'));
      case Block.Buttons(var buttons) ->
          buttons.stream()
              .filter(
                  button ->
                      button.command() instanceof Command.Seed(var wish)
                          && wish instanceof Sowing.Invite)
              .forEach(button -> out.append("    + ").append(button.label()).append('\n'));
      default -> {
        // The text is in the proposal.
      }
    }
  }

  private static List<Instant> drawn(Replay replay, int moments, long seed) {
    var from = replay.all().getFirst().content().at().plus(KNOWN);
    var until = replay.all().getLast().content().at();
    var chance = new Random(seed);
    long seconds = Math.max(1, Duration.between(from, until).toSeconds());
    return IntStream.range(0, moments)
        .mapToObj(_ -> from.plusSeconds(chance.nextLong(seconds)))
        .sorted()
        .toList();
  }
}
