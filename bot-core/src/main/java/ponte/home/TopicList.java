package ponte.home;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.consent.Preference;
import ponte.consent.Preferences;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.expert.Expert;
import ponte.expert.Experts;
import ponte.expert.OwnTopics;
import ponte.expert.OwnTopics.Believed;
import ponte.expert.Quote;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Shows a person what they are believed to know and why, what they said that they know, and what
 * they hide.
 */
public final class TopicList {

  /** So many have a button each: a card of Teams holds 28 KB. */
  private static final int BUTTONS = 10;

  private static final int IN_A_PARAGRAPH = 25;

  /** Characters of a topic in a list. */
  private static final int TOPIC = 80;

  private final OwnTopics topics;
  private final Experts experts;
  private final Preferences preferences;

  public TopicList(OwnTopics topics, Experts experts, Preferences preferences) {
    this.topics = topics;
    this.experts = experts;
    this.preferences = preferences;
  }

  public Reply show(Asker asker) {
    var person = asker.person();
    return person == null
        ? Saying.says(asker, "home.who-are-you")
        : new Reply(asker.language(), blocks(person, asker));
  }

  List<Block> blocks(PersonId person, Asker asker) {
    var texts = Texts.in(asker.language());
    var preference = preferences.of(person);
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("topics.title")));
    if (preference.isOut()) {
      blocks.add(Block.Paragraph.plain(texts.say("topics.out")));
      return blocks;
    }
    believed(person, preference, asker, texts, blocks);
    if (!preference.known().isEmpty()) {
      list(preference.known(), "topics.known", texts, blocks);
      add(
          preference.known(),
          "topics.remove",
          "command.remove-topic",
          Command.RemoveTopic::new,
          texts,
          blocks);
    }
    if (!preference.hidden().isEmpty()) {
      list(preference.hidden(), "topics.hidden", texts, blocks);
      add(
          preference.hidden(),
          "topics.unhide",
          "command.unhide-topic",
          Command.UnhideTopic::new,
          texts,
          blocks);
    }
    var struck = preferences.struck(person).size();
    if (struck > 0) {
      blocks.add(Block.Paragraph.plain(texts.say("topics.struck-some", struck)));
      blocks.add(
          Saying.buttons(Button.of(texts.say("topics.strike-none"), new Command.StrikeNone())));
    }
    blocks.add(
        Saying.buttons(
            Button.of(texts.say("topics.add"), new Command.FillIn(Command.Sheet.ADD_TOPIC))));
    return blocks;
  }

  private void believed(
      PersonId person, Preference preference, Asker asker, Texts texts, List<Block> blocks) {
    var believed = topics.of(person, asker.language());
    blocks.add(
        Block.Paragraph.plain(texts.say(believed.isEmpty() ? "topics.none" : "topics.believed")));
    for (var each : believed) {
      var topic = each.topic();
      var known = preference.known().stream().anyMatch(topic::equalsIgnoreCase);
      blocks.add(new Block.Listing("", List.of(item(each, person, known, asker, texts))));
      var buttons = new ArrayList<Button>();
      if (!known) {
        buttons.add(Button.of(texts.say("topics.confirm", topic), new Command.AddTopic(topic)));
      }
      buttons.add(Button.of(texts.say("topics.hide", topic), new Command.HideTopic(topic)));
      buttons.add(
          Button.of(
              texts.say("topics.strike"),
              new Command.Strike(each.why().evidence().getFirst().message())));
      blocks.add(new Block.Buttons(buttons));
    }
  }

  /** A topic with why and the message that shows it best, for their eyes only. */
  private Block.Item item(
      Believed believed, PersonId person, boolean known, Asker asker, Texts texts) {
    var topic = believed.topic();
    var lines = new ArrayList<RichText>();
    lines.add(RichText.of(new Span.Styled(RichText.Style.BOLD, List.of(new Span.Plain(topic)))));
    lines.add(RichText.plain(why(believed.why(), asker, texts)));
    if (known) {
      lines.add(RichText.plain(texts.say("topics.confirmed")));
    }
    if (believed.why().helped()) {
      lines.add(RichText.plain(texts.say("topics.thanked")));
    }
    if (experts.isDoubted(person, topic, asker.language())) {
      lines.add(RichText.plain(texts.say("topics.doubted")));
    }
    var shown = believed.why().evidence().getFirst().shown(texts, asker.zone());
    lines.addAll(shown.lines());
    return new Block.Item(lines, shown.small());
  }

  private static String why(Expert why, Asker asker, Texts texts) {
    var answered = why.answers() > 0;
    return texts.say(
        answered ? "topics.answers" : "topics.joined",
        answered ? why.answers() : why.joined(),
        texts.day(why.last(), asker.zone()));
  }

  /** All of them, the latest first, in paragraphs that every platform shows whole. */
  private static void list(List<String> topics, String situation, Texts texts, List<Block> blocks) {
    var all = topics.reversed();
    for (var from = 0; from < all.size(); from += IN_A_PARAGRAPH) {
      var some =
          all.subList(from, Math.min(all.size(), from + IN_A_PARAGRAPH)).stream()
              .map(topic -> Quote.shortened(topic, TOPIC))
              .collect(Collectors.joining(", "));
      blocks.add(Block.Paragraph.plain(from == 0 ? texts.say(situation, some) : some));
    }
  }

  /** Buttons for the latest; how to do it without one where there are more. */
  private static void add(
      List<String> about,
      String label,
      String words,
      Function<String, Command> command,
      Texts texts,
      List<Block> blocks) {
    blocks.add(
        new Block.Buttons(
            about.reversed().stream()
                .limit(BUTTONS)
                .map(topic -> Button.of(texts.say(label, topic), command.apply(topic)))
                .toList()));
    if (about.size() > BUTTONS) {
      blocks.add(
          Block.Paragraph.plain(texts.say("topics.in-words", texts.say(words, about.getFirst()))));
    }
  }
}
