package ponte.nudge;

import java.util.ArrayList;
import java.util.List;
import ponte.bot.Asker;
import ponte.conversation.RichText;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Tells community managers whether nudges help, kind by kind: never of whom, and nothing of so few
 * that somebody could be made out.
 */
public final class EffectReplies {

  private static final int LATELY = 4;

  /** Of fewer nothing is told. */
  private static final int FEW = 5;

  private final Effects effects;
  private final Directory directory;
  private final Roles roles;

  public EffectReplies(Effects effects, Directory directory, Roles roles) {
    this.effects = effects;
    this.directory = directory;
    this.roles = roles;
  }

  /** What became of the nudges in the asker's workspace. */
  public Reply show(Asker asker) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    if (person == null || !roles.isManager(person, directory)) {
      return Reply.saying(texts, "effects.managers-only");
    }
    var items = items(person.workspace(), texts);
    if (items.isEmpty()) {
      return Reply.saying(texts, "effects.none");
    }
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("effects.title")));
    blocks.add(new Block.Listing("", items));
    blocks.add(new Block.Note(RichText.plain(texts.say("effects.how", Effects.WEEKS))));
    return new Reply(texts.language(), blocks);
  }

  private List<Block.Item> items(WorkspaceId workspace, Texts texts) {
    var items = new ArrayList<Block.Item>();
    var week = effects.thisWeek();
    effects
        .weeks(workspace)
        .forEach(
            (kind, weeks) -> {
              var lately = Effects.since(week.minusWeeks(LATELY - 1L), weeks);
              var all = Effects.since(week.minusWeeks(Effects.WEEKS), weeks);
              items.add(item(kind, lately, all, effects.halved(workspace, kind), texts));
            });
    return items;
  }

  private static Block.Item item(Kind kind, Count lately, Count all, int halved, Texts texts) {
    var lines = new ArrayList<RichText>();
    lines.add(RichText.plain(texts.say("effects." + kind)));
    lines.add(RichText.plain(texts.say("effects.lately", told(kind, lately, texts))));
    lines.add(RichText.plain(texts.say("effects.all", Effects.WEEKS, told(kind, all, texts))));
    if (halved > 0) {
      lines.add(RichText.plain(texts.say("effects.slowed", 1 << halved)));
    }
    return new Block.Item(lines, RichText.EMPTY);
  }

  private static String told(Kind kind, Count count, Texts texts) {
    if (count.shown() < FEW) {
      return texts.say("effects.few", count.shown() == 0 ? 0 : 1, FEW);
    }
    var counts = counts(kind, count, texts);
    return answers(count) < FEW
        ? counts
        : counts + " " + texts.say("effects.within", median(count));
  }

  /** Of each kind what is counted of it: what is not is no 0. */
  private static String counts(Kind kind, Count count, Texts texts) {
    return switch (kind) {
      case HELPED ->
          texts.say("effects.counts.helped", count.shown(), count.helped(), count.notHelped());
      case SOUGHT ->
          texts.say("effects.counts.sought", count.shown(), count.helped(), count.notHelped());
      case INVITATION -> answered("effects.counts.invitation", count, texts);
      case HELP -> answered("effects.counts.help", count, texts);
      case INTRODUCTION -> answered("effects.counts.introduction", count, texts);
      case HOSTING, NEWS, DIGEST, PREVIEW, NOTICE ->
          texts.say("effects.counts.hosting", count.shown(), count.accepted(), count.passed());
    };
  }

  private static String answered(String situation, Count count, Texts texts) {
    return texts.say(situation, count.shown(), count.accepted(), count.passed(), count.answered());
  }

  private static int answers(Count count) {
    return count.answeredWithin().stream().mapToInt(Integer::intValue).sum();
  }

  /** In which of the spans of time the middle one of the answers came. */
  private static int median(Count count) {
    var within = count.answeredWithin();
    var before = 0;
    for (var bucket = 0; bucket < within.size(); bucket++) {
      before += within.get(bucket);
      if (before * 2 >= answers(count)) {
        return bucket;
      }
    }
    return within.size() - 1;
  }
}
