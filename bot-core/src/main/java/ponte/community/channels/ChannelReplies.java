package ponte.community.channels;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import ponte.archive.Archive;
import ponte.archive.Found;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.community.channels.ChannelMaps.Entry;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.nlp.Nlp;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Tells what channels are for, where a topic lives, and which channels may suit the asker. */
public final class ChannelReplies {

  private static final int SHOWN = 12;
  private static final int CONVERSATIONS = 300;
  private static final int ROOMS = 4;

  /** Less of the topic is none of it. */
  private static final double COVERED = 0.5;

  private final ChannelMaps maps;
  private final Archive archive;
  private final Directory directory;

  public ChannelReplies(
      Archive archive, Directory directory, Preferences preferences, Nlp nlp, Clock clock) {
    this.maps = new ChannelMaps(archive, directory, preferences, nlp, clock);
    this.archive = archive;
    this.directory = directory;
  }

  /** Maps of channels, for pages. */
  public ChannelMaps maps() {
    return maps;
  }

  public Reply show(Command.ChannelMap wish, Asker asker) {
    var topic = wish.topic();
    return topic == null ? overview(asker) : where(topic, asker);
  }

  private Reply overview(Asker asker) {
    var texts = Texts.in(asker.language());
    var map = maps.of(asker);
    if (map.entries().isEmpty()) {
      return Reply.saying(texts, "channels.none", ChannelTalks.BACK.toDays());
    }
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("channels.title")));
    blocks.add(
        new Block.Listing(
            "", map.entries().stream().limit(SHOWN).map(each -> item(each, texts)).toList()));
    if (map.entries().size() > SHOWN) {
      blocks.add(
          new Block.Note(RichText.plain(texts.say("channels.more", map.entries().size() - SHOWN))));
    }
    if (map.leftOut() > 0) {
      blocks.add(new Block.Note(RichText.plain(texts.say("channels.left-out", map.leftOut()))));
    }
    if (asker.person() != null) {
      blocks.add(
          map.suiting().isEmpty()
              ? Block.Paragraph.plain(texts.say("channels.suit.none"))
              : new Block.Listing(
                  texts.say("channels.suit"),
                  map.suiting().stream().map(each -> suiting(each, texts)).toList()));
    }
    return new Reply(texts.language(), blocks);
  }

  private static Block.Item suiting(ChannelMaps.Suiting suiting, Texts texts) {
    return new Block.Item(
        List.of(
            link(suiting.channel()),
            RichText.plain(texts.say("channels.suit.why", String.join(", ", suiting.words())))),
        RichText.EMPTY);
  }

  private static Block.Item item(Entry entry, Texts texts) {
    var lines = new ArrayList<RichText>();
    lines.add(link(entry.channel()));
    var about = about(entry.channel());
    lines.add(RichText.plain(about.isEmpty() ? texts.say("channels.silent") : about));
    if (!entry.words().isEmpty()) {
      lines.add(RichText.plain(texts.say("channels.talks", String.join(", ", entry.words()))));
    }
    if (!entry.overlapping().isEmpty()) {
      var others = entry.overlapping().stream().map(each -> "#" + each.name()).toList();
      lines.add(RichText.plain(texts.say("channels.overlap", String.join(", ", others))));
    }
    return new Block.Item(
        lines,
        RichText.plain(texts.say("channels.size", entry.writers(), ChannelTalks.BACK.toDays())));
  }

  /** What a channel says that it is for. */
  static String about(Channel channel) {
    return channel.purpose().isBlank() ? channel.topic() : channel.purpose();
  }

  private static RichText link(Channel channel) {
    return RichText.of(new Span.ChannelLink(channel.id(), channel.name()));
  }

  /** What of a topic is in a channel. */
  private static final class There {
    private double score;
    private int conversations;
    private int answered;
    private Instant last = Instant.MIN;

    void add(Found found) {
      score += found.score() * (found.unanswered() ? 0.2 : 1);
      conversations++;
      answered += found.unanswered() ? 0 : 1;
      for (var part : found.parts()) {
        last = part.last().isAfter(last) ? part.last() : last;
      }
    }
  }

  private Reply where(String topic, Asker asker) {
    var texts = Texts.in(asker.language());
    var there = new TreeMap<ChannelId, There>();
    for (var found : archive.search(topic, asker.audience(), CONVERSATIONS)) {
      if (found.coverage() >= COVERED) {
        there.computeIfAbsent(found.channel(), _ -> new There()).add(found);
      }
    }
    var items =
        there.entrySet().stream()
            .sorted(Comparator.comparingDouble(each -> -each.getValue().score))
            .flatMap(
                each ->
                    directory.channel(each.getKey()).stream()
                        .filter(channel -> !channel.archived())
                        .map(channel -> room(channel, each.getValue(), asker, texts)))
            .limit(ROOMS)
            .toList();
    var buttons = new ArrayList<Button>();
    buttons.add(Button.of(texts.say("command.who-knows", topic), new Command.WhoKnows(topic)));
    if (asker.person() != null) {
      buttons.add(Button.of(texts.say("help.ask-a-room"), new Command.AskRoom(topic)));
    }
    var ask = new Block.Buttons(buttons);
    return items.isEmpty()
        ? new Reply(
            texts.language(),
            List.of(Block.Paragraph.plain(texts.say("channels.where.none", topic)), ask))
        : new Reply(
            texts.language(),
            List.of(
                new Block.Heading(texts.say("channels.where", topic)),
                new Block.Listing("", items),
                ask));
  }

  private static Block.Item room(Channel channel, There there, Asker asker, Texts texts) {
    var lines = new ArrayList<RichText>();
    lines.add(link(channel));
    if (!about(channel).isEmpty()) {
      lines.add(RichText.plain(about(channel)));
    }
    lines.add(
        RichText.plain(texts.say("channels.where.about", there.conversations, there.answered)));
    return new Block.Item(
        lines,
        RichText.plain(texts.say("channels.where.last", texts.day(there.last, asker.zone()))));
  }

  /** Lets go of what was read. */
  public void letGo() {
    maps.letGo();
  }
}
