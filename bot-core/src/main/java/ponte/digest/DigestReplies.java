package ponte.digest;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest.Decision;
import ponte.digest.Digest.Discussion;
import ponte.digest.Digest.Headline;
import ponte.digest.Digest.Quote;
import ponte.digest.Digest.Remark;
import ponte.digest.Digest.Unanswered;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Says in a language, and by somebody's clock, what became of the wish for a digest. */
public final class DigestReplies {

  private final Texts texts;
  private final ZoneId zone;
  private final OtherWords otherWords;

  public DigestReplies(Language language, ZoneId zone) {
    this(language, zone, OtherWords.NONE);
  }

  DigestReplies(Language language, ZoneId zone, OtherWords otherWords) {
    this.texts = Texts.in(language);
    this.zone = zone;
    this.otherWords = otherWords;
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
          case DigestOutcome.NoSuchChannel(var name, var similar) -> noSuchChannel(name, similar);
        };
    return new Reply(texts.language(), blocks);
  }

  private List<Block> written(Digest digest) {
    var blocks = new ArrayList<Block>();
    blocks.add(heading("digest.title", digest.channels().getFirst().name(), digest.span()));
    blocks.add(note(texts.say("digest.size", digest.messages(), digest.people())));
    digest
        .remarks()
        .forEach(remark -> blocks.add(note(said(remark, digest.channels().getFirst().name()))));
    if (digest.items().isEmpty()) {
      blocks.add(Block.Paragraph.plain(texts.say("digest.nothing-quotable")));
    }
    addListing(
        "digest.discussions",
        digest.items(Discussion.class).stream().map(this::item).toList(),
        blocks);
    addListing(
        "digest.decisions", digest.items(Decision.class).stream().map(this::item).toList(), blocks);
    addListing(
        "digest.open", digest.items(Unanswered.class).stream().map(this::item).toList(), blocks);
    return blocks;
  }

  private void addListing(String title, List<Block.Item> items, List<Block> blocks) {
    if (!items.isEmpty()) {
      blocks.add(new Block.Listing(texts.say(title), items));
    }
  }

  private List<Block> tooLittle(DigestOutcome.TooLittle outcome) {
    var blocks = new ArrayList<Block>();
    var channel = outcome.channel().name();
    blocks.add(heading("digest.too-little.title", channel, outcome.span()));
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

  private String label(Period period) {
    return switch (period) {
      case Period.Usual() -> texts.say("digest.longer.usual");
      case Period.LastDays(var days) -> texts.say("digest.longer.days", days);
      case Period.Dates(var first, var last) ->
          texts.say(
              "digest.longer.dates",
              texts.day(first.atStartOfDay(zone).toInstant(), zone),
              texts.day(last.atStartOfDay(zone).toInstant(), zone));
    };
  }

  private List<Block> noSuchChannel(String name, List<Command.Digest> similar) {
    var none = texts.say("digest.no-such-channel", name);
    if (similar.isEmpty()) {
      return List.of(Block.Paragraph.plain(none));
    }
    return List.of(
        Block.Paragraph.plain(none + " " + texts.say("digest.similar")),
        new Block.Buttons(
            similar.stream()
                .map(each -> Button.of(texts.say("digest.channel", name(each)), each))
                .toList()));
  }

  private static String name(Command.Digest wish) {
    return wish.scope() instanceof Command.Scope.Named(var channels) ? channels.getFirst() : "";
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
    };
  }

  private Block.Item item(Discussion discussion) {
    var lines = new ArrayList<>(headline(discussion.headline()));
    var outcome = discussion.outcome();
    if (outcome != null) {
      lines.add(line(texts.say("digest.reply"), outcome));
    }
    return new Block.Item(lines, small(discussion));
  }

  private Block.Item item(Decision decision) {
    var lines = new ArrayList<RichText>();
    lines.add(line("", decision.decided()));
    var headline = decision.about().headline();
    if (!headline.opening().message().equals(decision.decided().message())) {
      lines.addAll(headline(headline));
    }
    return new Block.Item(lines, small(decision.about()));
  }

  private Block.Item item(Unanswered unanswered) {
    return new Block.Item(List.of(line("", unanswered.question())), RichText.EMPTY);
  }

  private List<RichText> headline(Headline headline) {
    return switch (headline) {
      case Headline.Asked(var question) -> List.of(line("", question));
      case Headline.About(var phrases, var opening) when phrases.isEmpty() ->
          List.of(line("", opening));
      case Headline.About(var phrases, var opening) ->
          List.of(
              RichText.plain(texts.say("digest.about", String.join(" · ", phrases))),
              line("", opening));
    };
  }

  /** A quote or what stands for it, who said it, and the link that proves it. */
  private RichText line(String lead, Quote quote) {
    var before = lead.isEmpty() ? "" : lead + " ";
    var rephrased = otherWords.of(quote);
    var spans = new ArrayList<Span>();
    if (rephrased.isPresent()) {
      spans.add(new Span.Plain(before + rephrased.get() + " — "));
    } else {
      spans.add(new Span.Plain(before + texts.say("digest.quote.opens")));
      spans.addAll(quote.text().spans());
      spans.add(new Span.Plain(texts.say("digest.quote.closes") + " — "));
    }
    spans.add(new Span.Mention(quote.author()));
    spans.add(new Span.Plain(", "));
    spans.add(new Span.MessageLink(quote.message(), texts.moment(quote.at(), zone)));
    if (rephrased.isPresent()) {
      spans.add(new Span.Plain(" (" + texts.say("digest.rephrased") + ")"));
    }
    return new RichText(spans);
  }

  private RichText small(Discussion discussion) {
    var opening = discussion.headline().opening();
    var size = texts.say("digest.item.size", discussion.people().size(), discussion.messages());
    return RichText.of(
        new Span.MessageLink(discussion.conversation(), texts.day(opening.at(), zone)),
        new Span.Plain(
            " · " + size + (discussion.solved() ? " · " + texts.say("digest.item.solved") : "")));
  }

  private static Block note(String text) {
    return new Block.Note(RichText.plain(text));
  }
}
