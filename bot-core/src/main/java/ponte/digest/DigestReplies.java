package ponte.digest;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.conversation.Channel;
import ponte.conversation.RichText;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest.Discussion;
import ponte.digest.Digest.Item;
import ponte.digest.Digest.Quote;
import ponte.digest.Digest.Remark;
import ponte.digest.Digest.Unanswered;
import ponte.digest.DigestLabels.Label;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Says in a language, and by somebody's clock, what became of the wish for a digest. */
public final class DigestReplies {

  /** The summary of a conversation is offered where it has more messages than these. */
  private static final int LONG = 12;

  /** Buttons between lines take room: the first long conversations have one each. */
  private static final int MOST_SUMMARIES = 3;

  private final Texts texts;
  private final DigestLines lines;
  private final DigestLabels labels;
  private final ZoneId zone;

  public DigestReplies(Language language, ZoneId zone) {
    this(language, zone, OtherWords.NONE);
  }

  DigestReplies(Language language, ZoneId zone, OtherWords otherWords) {
    this.texts = Texts.in(language);
    this.lines = new DigestLines(texts, zone, otherWords);
    this.labels = new DigestLabels(texts);
    this.zone = zone;
  }

  /** The quotes that a reader of it would read, of whatever kinds its lines are. */
  static Set<Quote> quotesOf(DigestOutcome outcome) {
    var quotes = new LinkedHashSet<Quote>();
    OtherWords none =
        quote -> {
          quotes.add(quote);
          return Optional.empty();
        };
    new DigestReplies(Language.ENGLISH, ZoneOffset.UTC, none).of(outcome);
    return quotes;
  }

  public Reply of(DigestOutcome outcome) {
    var blocks =
        switch (outcome) {
          case DigestOutcome.Written(var digest) -> written(digest);
          case DigestOutcome.TooLittle tooLittle -> tooLittle(tooLittle);
          case DigestOutcome.TooLittleInAll tooLittle -> tooLittle(tooLittle);
          case DigestOutcome.Missed missed -> missed(missed);
          case DigestOutcome.NothingMissed(var span, var start) -> nothingMissed(span, start);
          case DigestOutcome.WhoAreYou() ->
              List.<Block>of(Block.Paragraph.plain(texts.say("digest.mine.who-are-you")));
          case DigestOutcome.NoSuchChannel(var name, var similar) -> noSuchChannel(name, similar);
          case DigestOutcome.NoSuchChannels(var names, var similar) ->
              noSuchChannel(String.join(", #", names), similar);
        };
    return new Reply(texts.language(), blocks);
  }

  private List<Block> written(Digest digest) {
    var blocks = new ArrayList<Block>();
    blocks.add(heading("digest.title", listed(names(digest.channels())), digest.span()));
    blocks.add(note(texts.say("digest.size", digest.messages(), digest.people())));
    digest
        .remarks()
        .forEach(remark -> blocks.add(note(said(remark, digest.channels().getFirst().name()))));
    if (digest.items().isEmpty()) {
      blocks.add(Block.Paragraph.plain(texts.say("digest.nothing-quotable")));
    }
    blocks.addAll(sections(digest.items(), labels.of(digest)));
    if (!digest.more().isEmpty()) {
      blocks.add(
          new Block.Buttons(
              List.of(Button.of(texts.say("digest.all", digest.more().size()), inFull(digest)))));
    }
    return blocks;
  }

  /** Lines of one kind under their title; a button follows the line that it is for. */
  private List<Block> sections(List<Item> items, Label label) {
    return sections(items, label, lines::title);
  }

  private List<Block> sections(List<Item> items, Label label, Function<Item, String> titles) {
    var blocks = new ArrayList<Block>();
    var section = new ArrayList<Block.Item>();
    var title = "";
    var told = "";
    var summaries = 0;
    for (var item : items) {
      if (!told.equals(titles.apply(item))) {
        addListing(title, section, blocks);
        told = titles.apply(item);
        title = told;
      }
      section.add(label.on(item, lines.line(item)));
      var button = button(item, summaries < MOST_SUMMARIES);
      if (button.isPresent()) {
        addListing(title, section, blocks);
        title = "";
        blocks.add(new Block.Buttons(List.of(button.get())));
        summaries += button.get().command() instanceof Command.Recap ? 1 : 0;
      }
    }
    addListing(title, section, blocks);
    return blocks;
  }

  /** What a reader may do about a line. */
  private Optional<Button> button(Item item, boolean summed) {
    return switch (item) {
      case Unanswered(var question, var proposed) when proposed != null ->
          Optional.of(
              Button.of(
                  texts.say("digest.invite", proposed.name()),
                  new Command.Invite(question.message(), proposed.person())));
      case Discussion discussion when summed -> summary(discussion);
      case Digest.Answered(var about) when summed -> summary(about);
      case Digest.Decision(_, var about) when summed -> summary(about);
      default -> Optional.empty();
    };
  }

  private Optional<Button> summary(Discussion discussion) {
    return discussion.messages() > LONG
        ? Optional.of(
            Button.of(texts.say("digest.summary"), new Command.Recap(discussion.conversation())))
        : Optional.empty();
  }

  private static void addListing(String title, List<Block.Item> items, List<Block> blocks) {
    if (!items.isEmpty()) {
      blocks.add(new Block.Listing(title, items));
      items.clear();
    }
  }

  /** Just the span of a digest, whenever the button is pressed. */
  private Command inFull(Digest digest) {
    return new Command.Digest(
        new Command.Scope.Named(names(digest.channels())), span(digest), true);
  }

  private Period span(Digest digest) {
    return new Period.Between(digest.span().from(), digest.span().until(), zone);
  }

  private List<Block> tooLittle(DigestOutcome.TooLittle outcome) {
    var blocks = new ArrayList<Block>();
    var channel = outcome.channel().name();
    blocks.add(heading("digest.too-little.title", "#" + channel, outcome.span()));
    outcome.remarks().forEach(remark -> blocks.add(note(said(remark, channel))));
    blocks.add(
        new Block.Paragraph(
            RichText.plain(
                texts.say(
                    "digest.too-little",
                    outcome.messages(),
                    outcome.people(),
                    outcome.fewestMessages(),
                    outcome.fewestPeople()))));
    var longer = outcome.longer();
    if (longer != null) {
      blocks.add(
          new Block.Buttons(
              List.of(Button.primary(label(longer), new Command.Digest(channel, longer)))));
    }
    return blocks;
  }

  private List<Block> tooLittle(DigestOutcome.TooLittleInAll outcome) {
    var blocks = new ArrayList<Block>();
    blocks.add(
        heading("digest.too-little.title", listed(names(outcome.channels())), outcome.span()));
    outcome.remarks().forEach(remark -> blocks.add(note(said(remark, ""))));
    blocks.add(
        Block.Paragraph.plain(
            texts.say(
                "digest.too-little",
                outcome.messages(),
                outcome.people(),
                outcome.fewestMessages(),
                outcome.fewestPeople())));
    return blocks;
  }

  /** What matters to the reader first, then what they missed besides. */
  private List<Block> missed(DigestOutcome.Missed missed) {
    var digest = missed.digest();
    var blocks = new ArrayList<Block>();
    blocks.add(heading("digest.mine.title", "", digest.span()));
    blocks.add(note(texts.say("digest.mine.size", digest.messages(), digest.channels().size())));
    said(missed.start()).ifPresent(start -> blocks.add(note(start)));
    digest.remarks().forEach(remark -> blocks.add(note(said(remark, ""))));
    var label = labels.of(missed);
    var forYou = missed.forYou().stream().map(DigestOutcome.ForYou::line).toList();
    var first =
        digest.items().stream()
            .filter(item -> forYou.contains(item.source()))
            .sorted(Comparator.comparingInt(item -> forYou.indexOf(item.source())))
            .toList();
    var forYouTitle = texts.say("digest.mine.for-you");
    blocks.addAll(sections(first, labels.kinds(lines::title, label), _ -> forYouTitle));
    blocks.addAll(
        sections(digest.items().stream().filter(item -> !first.contains(item)).toList(), label));
    if (!digest.more().isEmpty()) {
      blocks.add(
          new Block.Buttons(
              List.of(
                  Button.of(
                      texts.say("digest.all", digest.more().size()),
                      new Command.Digest(new Command.Scope.Mine(), span(digest), true)))));
    }
    return blocks;
  }

  private List<Block> nothingMissed(TimeSpan span, DigestOutcome.Start start) {
    var blocks = new ArrayList<Block>();
    blocks.add(heading("digest.mine.title", "", span));
    said(start).ifPresent(why -> blocks.add(note(why)));
    blocks.add(Block.Paragraph.plain(texts.say("digest.mine.nothing")));
    return blocks;
  }

  private Optional<String> said(DigestOutcome.Start start) {
    return switch (start) {
      case NAMED -> Optional.empty();
      case LAST_WRITTEN -> Optional.of(texts.say("digest.mine.last-written"));
      case SHORTEST -> Optional.of(texts.say("digest.mine.shortest"));
      case LONGEST -> Optional.of(texts.say("digest.mine.longest"));
    };
  }

  private static List<String> names(List<Channel> channels) {
    return channels.stream().map(Channel::name).toList();
  }

  /** Channels in one line: {@code #a, #b and #c}. */
  private String listed(List<String> names) {
    var signed = names.stream().map(name -> "#" + name).toList();
    var last = signed.size() - 1;
    return last == 0
        ? signed.getFirst()
        : texts.say("digest.and", String.join(", ", signed.subList(0, last)), signed.get(last));
  }

  private String label(Period period) {
    return switch (period) {
      case Period.Usual() -> texts.say("digest.longer.usual");
      case Period.LastDays(var days) -> texts.say("digest.longer.days", days);
      case Period.Dates(var first, var last) ->
          texts.say(
              "digest.longer.dates",
              texts.day(first.atStartOfDay(zone).toInstant(), zone),
              texts.day(last.atStartOfDay(zone).toInstant(), zone));
      case Period.Between between -> label(between.days());
    };
  }

  private List<Block> noSuchChannel(String name, List<Command.Digest> similar) {
    var none = texts.say("digest.no-such-channel", name);
    if (similar.isEmpty()) {
      return List.of(Block.Paragraph.plain(none));
    }
    return List.of(
        Block.Paragraph.plain(none + " " + texts.say("digest.similar")),
        new Block.Buttons(similar.stream().map(each -> Button.of(name(each), each)).toList()));
  }

  private String name(Command.Digest wish) {
    return switch (wish.scope()) {
      case Command.Scope.Named(var channels) -> listed(channels);
      case Command.Scope.Mine() -> texts.say("command.my-digest");
    };
  }

  private Block heading(String situation, String channel, TimeSpan span) {
    return new Block.Heading(
        texts.say(
            situation,
            channel,
            texts.day(span.from(), zone),
            texts.day(span.until().minusNanos(1), zone)));
  }

  private String said(Remark remark, String channel) {
    return switch (remark) {
      case Remark.Quiet(var since) -> texts.say("digest.quiet", channel, texts.day(since, zone));
      case Remark.Shortened(var days) -> texts.say("digest.shortened", days);
      case Remark.Crowded(var messages) -> texts.say("digest.crowded", messages);
      case Remark.NotTold(var messages) -> texts.say("digest.not-told", messages);
    };
  }

  private static Block note(String text) {
    return new Block.Note(RichText.plain(text));
  }
}
