package ponte.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Understanding;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Tells people what they can ask, from the commands themselves. */
public final class Guide {

  private final Examples examples;
  private final Map<String, Predicate<Asker>> some;

  /**
   * @param some the kinds of commands that are shown to some alone, and to whom
   */
  public Guide(Examples examples, Map<String, Predicate<Asker>> some) {
    this.examples = examples;
    this.some = Map.copyOf(some);
  }

  /** Each kind of command: how it is put, what it does, and an example to press. */
  public Reply help(Asker asker) {
    var texts = Texts.in(asker.language());
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("help.title")));
    blocks.add(Block.Paragraph.plain(texts.say("help.about")));
    var kinds =
        List.of(
                "who-knows",
                "introduce",
                "why-not",
                "solved",
                "digest",
                "my-digest",
                "recap",
                "follow",
                "introductions",
                "unnamed",
                "schedule",
                "schedules",
                "home",
                "topics",
                "quiet",
                "data",
                "channel-map",
                "people-map",
                "seed",
                "rally",
                "trends",
                "recurring",
                "at-risk",
                "nudges-help",
                "open-questions",
                "pulse",
                "help")
            .stream()
            .filter(kind -> some.getOrDefault(kind, _ -> true).test(asker))
            .map(
                kind ->
                    new Block.Item(
                        List.of(
                            RichText.of(new Span.Code(texts.say("help." + kind + ".syntax"))),
                            RichText.plain(texts.say("help." + kind + ".about"))),
                        RichText.EMPTY))
            .toList();
    blocks.add(new Block.Listing("", kinds));
    blocks.add(buttons(examples.of(asker), texts));
    return new Reply(asker.language(), blocks);
  }

  /** Asks back, offers what may have been meant. */
  public Reply notUnderstood(Understanding.NotUnderstood understanding, Asker asker) {
    var texts = Texts.in(understanding.language());
    var noDay = understanding.noDay();
    if (understanding.nearest().isEmpty()) {
      return canAsk("command.not-understood", asker, texts);
    }
    var offered = new ArrayList<>(understanding.nearest());
    offered.add(new Command.Help());
    return new Reply(
        texts.language(),
        List.of(
            Block.Paragraph.plain(
                noDay == null
                    ? texts.say("command.not-understood.nearest")
                    : said(noDay, texts) + " " + texts.say("command.no-day.nearest")),
            buttons(offered, texts)));
  }

  private static String said(Understanding.NoDay noDay, Texts texts) {
    return switch (noDay.reason()) {
      case IMPOSSIBLE -> texts.say("command.no-day.impossible", noDay.said());
      case NOT_THAT_YEAR -> texts.say("command.no-day.not-that-year", noDay.said());
      case AHEAD -> texts.say("command.no-day.ahead", noDay.said());
    };
  }

  /** Is kind, and tells what can be asked. */
  public Reply smallTalk(Understanding.SmallTalk understanding, Asker asker) {
    var texts = Texts.in(understanding.language());
    return switch (understanding.kind()) {
      case GREETING -> canAsk("command.greeting", asker, texts);
      case THANKS ->
          new Reply(texts.language(), List.of(Block.Paragraph.plain(texts.say("command.thanks"))));
    };
  }

  /** Says that there was no word. */
  public Reply nothingSaid(Understanding.NothingSaid understanding, Asker asker) {
    return canAsk("command.nothing-said", asker, Texts.in(understanding.language()));
  }

  /** Says that what was shown for approval was not done. */
  public Reply dismissed(Asker asker) {
    var texts = Texts.in(asker.language());
    return new Reply(
        asker.language(), List.of(Block.Paragraph.plain(texts.say("command.dismissed"))));
  }

  private Reply canAsk(String situation, Asker asker, Texts texts) {
    return new Reply(
        texts.language(),
        List.of(
            Block.Paragraph.plain(texts.say(situation)),
            Block.Paragraph.plain(texts.say("command.can-ask")),
            buttons(examples.of(asker), texts)));
  }

  private static Block buttons(List<Command> commands, Texts texts) {
    var buttons = new ArrayList<Button>();
    for (var command : commands) {
      Wording.of(command, texts)
          .map(
              words ->
                  buttons.isEmpty() ? Button.primary(words, command) : Button.of(words, command))
          .ifPresent(buttons::add);
    }
    return new Block.Buttons(buttons);
  }
}
