package ponte.follow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Pace;
import ponte.command.Command.Sheet;
import ponte.consent.Preferences;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Lets people follow topics, see which, and end it. */
public final class Following {

  private final Follows follows;
  private final Followers followers;
  private final Preferences preferences;
  private final FollowRules rules;
  private final Clock clock;

  public Following(
      Follows follows,
      Followers followers,
      Preferences preferences,
      FollowRules rules,
      Clock clock) {
    this.follows = follows;
    this.followers = followers;
    this.preferences = preferences;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Follows a topic; whoever follows it already changes the pace. Who takes no part is told that
   * nothing would come.
   */
  public Reply follow(Command.Follow command, Asker asker) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    var topic = command.topic();
    if (person == null) {
      return Reply.saying(texts, "follow.who-are-you");
    }
    if (preferences.isOut(person)) {
      return out(texts);
    }
    if (!followers.canBeFollowed(topic)) {
      return Reply.saying(texts, "follow.no-words", topic);
    }
    var old = follows.of(person);
    var known = old.stream().filter(each -> each.isOf(topic)).findFirst();
    if (known.isEmpty() && old.size() >= rules.topics()) {
      var blocks = new ArrayList<Block>();
      blocks.add(Block.Paragraph.plain(texts.say("follow.too-many", rules.topics())));
      blocks.add(stops(old, texts));
      return new Reply(texts.language(), blocks);
    }
    var since = known.map(Follow::since).orElseGet(clock::instant);
    var follow = new Follow(known.map(Follow::topic).orElse(topic), command.pace(), since);
    if (known.isPresent() && !known.get().equals(follow)) {
      follows.remove(person, topic);
    }
    follows.add(person, follow);
    return new Reply(
        texts.language(),
        List.of(
            Block.Paragraph.plain(texts.say("follow.done." + key(command.pace()), topic, at())),
            paces(follow, texts)));
  }

  private static Reply out(Texts texts) {
    return Reply.saying(texts, "preference.is-out", texts.say("command.opt-in"));
  }

  private String at() {
    return rules.at().toString();
  }

  private static Block paces(Follow follow, Texts texts) {
    var buttons = new ArrayList<Button>();
    for (var pace : Pace.values()) {
      if (pace != follow.pace()) {
        buttons.add(
            Button.of(
                texts.say("follow.pace." + key(pace)), new Command.Follow(follow.topic(), pace)));
      }
    }
    buttons.add(
        Button.of(texts.say("follow.stop", follow.topic()), new Command.Unfollow(follow.topic())));
    return new Block.Buttons(buttons);
  }

  private static String key(Pace pace) {
    return pace.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Follows a topic no more. */
  public Reply unfollow(Command.Unfollow command, Asker asker) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    if (person == null) {
      return Reply.saying(texts, "follow.who-are-you");
    }
    return Reply.saying(
        texts,
        follows.remove(person, command.topic()) ? "follow.stopped" : "follow.not-followed",
        command.topic());
  }

  /** What the asker follows. */
  public Reply list(Asker asker) {
    var person = asker.person();
    return person == null
        ? Reply.saying(Texts.in(asker.language()), "follow.who-are-you")
        : new Reply(asker.language(), blocks(person, asker));
  }

  /** What a person follows, each with a button that stops it, and how to follow more. */
  public List<Block> blocks(PersonId person, Asker asker) {
    var texts = Texts.in(asker.language());
    var all = follows.of(person);
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("follow.list.title")));
    if (all.isEmpty()) {
      blocks.add(Block.Paragraph.plain(texts.say("follow.list.none")));
    } else {
      blocks.add(
          new Block.Listing(
              "",
              all.stream()
                  .map(
                      follow ->
                          new Block.Item(
                              List.of(
                                  RichText.plain(
                                      texts.say(
                                          "follow.line." + key(follow.pace()),
                                          follow.topic(),
                                          at()))),
                              RichText.EMPTY))
                  .toList()));
      blocks.add(stops(all, texts));
      if (preferences.isOut(person)) {
        blocks.addAll(out(texts).blocks());
      }
    }
    blocks.add(
        new Block.Buttons(
            List.of(Button.of(texts.say("follow.new"), new Command.FillIn(Sheet.FOLLOW)))));
    return blocks;
  }

  private static Block stops(List<Follow> all, Texts texts) {
    return new Block.Buttons(
        all.stream()
            .map(
                follow ->
                    Button.of(
                        texts.say("follow.stop", follow.topic()),
                        new Command.Unfollow(follow.topic())))
            .toList());
  }
}
