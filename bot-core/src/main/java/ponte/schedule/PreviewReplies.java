package ponte.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ponte.command.Command;
import ponte.conversation.RichText;
import ponte.digest.Digest;
import ponte.digest.DigestOutcome;
import ponte.digest.DigestReplies;
import ponte.digest.Digests;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;
import ponte.schedule.ComingPosts.Coming;
import ponte.schedule.ComingPosts.State;

/** Shows the owner of a schedule what is going to be posted, line by line. */
final class PreviewReplies {

  private final ScheduledPosts posts;
  private final Digests digests;

  /** Which lines are shown. */
  @FunctionalInterface
  interface Shown {

    /** The main ones; how to see the rest is said. */
    Shown MAIN = _ -> false;

    /** All. */
    Shown WHOLE = _ -> true;

    /** Whether those are among them that come after the main ones of what was made. */
    boolean withRest(Digest made);

    /** What they saw who left out this line. */
    static Shown of(Command.Line line) {
      return made -> made.more().stream().map(ComingPosts::name).anyMatch(line::equals);
    }
  }

  PreviewReplies(ScheduledPosts posts, Digests digests) {
    this.posts = posts;
    this.digests = digests;
  }

  /**
   * An occurrence that was not posted yet, as it would be posted now.
   *
   * @param decided what its owner decided about it
   * @param shown which of its lines they see
   */
  Reply of(Upcoming upcoming, Coming decided, Shown shown, Texts texts) {
    var schedule = upcoming.schedule();
    var channel = upcoming.channel();
    var occurrence = upcoming.occurrence();
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("preview.title", channel.name())));
    blocks.add(
        Block.Paragraph.plain(
            texts.say(
                decided.state() == State.CANCELLED ? "preview.cancelled" : "preview.when",
                channel.name(),
                texts.moment(occurrence, schedule.zone()))));
    var readers = posts.readers(schedule, channel);
    var outcome = upcoming.outcome();
    var replies = digests.replies(outcome, readers.language(), readers.zone());
    switch (outcome) {
      case DigestOutcome.Written(var made) ->
          lines(upcoming, decided, made, replies, shown.withRest(made), texts, blocks);
      case DigestOutcome other -> {
        blocks.addAll(
            digests.replies(other, texts.language(), schedule.zone()).of(other).blocks().stream()
                .filter(block -> !(block instanceof Block.Buttons))
                .toList());
        blocks.add(new Block.Note(RichText.plain(texts.say("preview.too-little"))));
      }
    }
    blocks.add(new Block.Buttons(buttons(schedule, occurrence, decided, texts)));
    return new Reply(texts.language(), blocks);
  }

  private static void lines(
      Upcoming upcoming,
      Coming decided,
      Digest made,
      DigestReplies replies,
      boolean isWithRest,
      Texts texts,
      List<Block> blocks) {
    var left = decided.of(made);
    lines(upcoming, left, left.items(), replies, texts, blocks);
    if (!left.more().isEmpty()) {
      blocks.add(new Block.Note(RichText.plain(texts.say("preview.more", left.more().size()))));
      if (isWithRest) {
        lines(upcoming, left, left.more(), replies, texts, blocks);
      } else {
        blocks.add(
            new Block.Buttons(
                List.of(
                    Button.of(
                        texts.say("preview.rest"),
                        new Command.PreviewRest(
                            upcoming.schedule().channel(), upcoming.occurrence())))));
      }
    }
    if (left.items().isEmpty()) {
      blocks.add(Block.Paragraph.plain(texts.say("preview.empty")));
    }
    if (!decided.dropped().isEmpty()) {
      blocks.add(
          new Block.Note(RichText.plain(texts.say("preview.dropped", decided.dropped().size()))));
    }
  }

  /** Each with what leaves it out. */
  private static void lines(
      Upcoming upcoming,
      Digest left,
      List<Digest.Item> items,
      DigestReplies replies,
      Texts texts,
      List<Block> blocks) {
    var title = "";
    for (var item : items) {
      var alone = new DigestOutcome.Written(left.with(List.of(item), List.of()));
      for (var block : replies.of(alone).blocks()) {
        if (block instanceof Block.Listing(var section, var shown)) {
          blocks.add(new Block.Listing(section.equals(title) ? "" : section, shown));
          title = section;
        }
      }
      blocks.add(
          new Block.Buttons(
              List.of(
                  Button.of(
                      texts.say("preview.drop"),
                      new Command.DropLine(
                          upcoming.schedule().channel(),
                          upcoming.occurrence(),
                          ComingPosts.name(item))))));
    }
  }

  private static List<Button> buttons(
      Schedule schedule, Instant occurrence, Coming decided, Texts texts) {
    var buttons = new ArrayList<Button>();
    if (decided.state() == State.OPEN) {
      buttons.add(
          Button.primary(
              texts.say("preview.now"), new Command.PostNow(schedule.channel(), occurrence)));
      buttons.add(
          Button.of(
              texts.say("preview.cancel"), new Command.CancelPost(schedule.channel(), occurrence)));
    }
    if (decided.state() == State.CANCELLED || !decided.dropped().isEmpty()) {
      buttons.add(
          Button.of(
              texts.say(
                  decided.state() == State.CANCELLED ? "preview.uncancel" : "preview.restore"),
              new Command.RestorePost(schedule.channel(), occurrence)));
    }
    return buttons;
  }
}
