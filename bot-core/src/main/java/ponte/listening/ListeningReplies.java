package ponte.listening;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest.Quote;
import ponte.directory.Directory;
import ponte.listening.Trend.Direction;
import ponte.reply.Block;
import ponte.reply.Texts;

/** Says what was heard in a language, and by somebody's clock: as questions, never as reports. */
final class ListeningReplies {

  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final int MOST_CHANNELS = 3;

  private final Texts texts;
  private final ZoneId zone;
  private final Directory directory;

  ListeningReplies(Texts texts, ZoneId zone, Directory directory) {
    this.texts = texts;
    this.zone = zone;
    this.directory = directory;
  }

  List<Block> trends(List<Trend> trends, TimeSpan span, @Nullable String channel) {
    var blocks = new ArrayList<Block>();
    blocks.add(title("listening.trends", span, channel));
    if (trends.isEmpty()) {
      blocks.add(Block.Paragraph.plain(texts.say("listening.trends.none")));
    }
    for (var direction : Direction.values()) {
      var items =
          trends.stream().filter(trend -> trend.direction() == direction).map(this::item).toList();
      if (!items.isEmpty()) {
        blocks.add(new Block.Listing(texts.say("listening." + direction), items));
      }
    }
    if (!trends.isEmpty()) {
      blocks.add(new Block.Note(RichText.plain(texts.say("listening.mentions"))));
    }
    return blocks;
  }

  private Block.Item item(Trend trend) {
    var lines = new ArrayList<RichText>();
    lines.add(
        RichText.plain(texts.say("listening." + trend.direction() + ".topic", trend.label())));
    lines.add(
        RichText.plain(
            texts.say(
                "listening.counts",
                trend.people(),
                trend.conversations(),
                Math.round(10 * trend.now()) / 10.0,
                Math.round(10 * trend.before()) / 10.0)));
    trend.evidence().stream().limit(2).map(this::quoted).forEach(lines::add);
    return new Block.Item(lines, small(bars(trend.course()), trend.channels()));
  }

  /** The weeks as bars of letters: the numbers are told beside them, for those who hear. */
  static String bars(List<Integer> course) {
    int most = course.stream().mapToInt(Integer::intValue).max().orElse(0);
    return course.stream()
        .map(each -> most == 0 ? 0 : (each * (BARS.length() - 1) + most - 1) / most)
        .map(height -> BARS.substring(height, height + 1))
        .collect(Collectors.joining());
  }

  List<Block> newWords(List<NewWord> words, TimeSpan span, @Nullable String channel) {
    var blocks = new ArrayList<Block>();
    blocks.add(title("listening.new-words", span, channel));
    blocks.add(
        words.isEmpty()
            ? Block.Paragraph.plain(texts.say("listening.new-words.none"))
            : new Block.Listing("", words.stream().map(this::item).toList()));
    return blocks;
  }

  private Block.Item item(NewWord word) {
    var lines = new ArrayList<RichText>();
    lines.add(
        RichText.plain(
            texts.say(
                "listening.new-word", word.word(), word.people(), texts.day(word.first(), zone))));
    word.evidence().stream().limit(1).map(this::quoted).forEach(lines::add);
    return new Block.Item(lines, small("", word.channels()));
  }

  List<Block> recurring(
      List<RecurringQuestion> questions, TimeSpan span, @Nullable String channel) {
    var blocks = new ArrayList<Block>();
    blocks.add(title("listening.recurring", span, channel));
    blocks.add(
        questions.isEmpty()
            ? Block.Paragraph.plain(texts.say("listening.recurring.none"))
            : new Block.Listing("", questions.stream().map(this::item).toList()));
    return blocks;
  }

  private Block.Item item(RecurringQuestion question) {
    var lines = new ArrayList<RichText>();
    lines.add(quoted(question.question()));
    lines.add(
        RichText.plain(
            texts.say(
                "listening.asked", question.times(), question.people(), question.unanswered())));
    question.asked().stream().limit(1).map(this::quoted).forEach(lines::add);
    for (var answer : question.answers()) {
      var outcome = answer.outcome();
      if (outcome != null) {
        lines.add(and(texts.say("digest.answer") + " ", quoted(outcome)));
      }
    }
    if (question.answers().isEmpty()) {
      lines.add(RichText.plain(texts.say("listening.no-answer")));
    }
    return new Block.Item(lines, small("", question.channels()));
  }

  List<Block> atRisk(List<Risk> risks, TimeSpan span, @Nullable String channel) {
    var blocks = new ArrayList<Block>();
    blocks.add(title("listening.at-risk", span, channel));
    if (risks.isEmpty()) {
      blocks.add(Block.Paragraph.plain(texts.say("listening.at-risk.none")));
      return blocks;
    }
    blocks.add(new Block.Listing("", risks.stream().map(this::item).toList()));
    blocks.add(new Block.Note(RichText.plain(texts.say("listening.at-risk.how"))));
    return blocks;
  }

  private Block.Item item(Risk risk) {
    var lines = new ArrayList<RichText>();
    lines.add(RichText.plain(texts.say("listening." + risk.answered(), risk.topic())));
    lines.add(
        RichText.plain(
            texts.say("listening.asked", risk.questions(), risk.askers(), risk.unanswered())));
    risk.asked().stream().limit(2).map(this::quoted).forEach(lines::add);
    return new Block.Item(lines, small("", risk.channels()));
  }

  private Block.Heading title(String situation, TimeSpan span, @Nullable String channel) {
    return new Block.Heading(
        texts.say(
            situation,
            texts.day(span.from(), zone),
            texts.day(span.until().minusNanos(1), zone),
            channel == null ? 0 : 1,
            channel == null ? "" : channel));
  }

  private RichText quoted(Quote quote) {
    var spans = new ArrayList<Span>();
    spans.add(new Span.Plain(texts.say("digest.quote.opens")));
    spans.addAll(quote.text().spans());
    spans.add(new Span.Plain(texts.say("digest.quote.closes") + " — "));
    spans.add(new Span.MessageLink(quote.message(), texts.day(quote.at(), zone)));
    return new RichText(spans);
  }

  private static RichText and(String before, RichText text) {
    var spans = new ArrayList<Span>();
    spans.add(new Span.Plain(before));
    spans.addAll(text.spans());
    return new RichText(spans);
  }

  private RichText small(String before, List<ChannelId> channels) {
    var spans = new ArrayList<Span>();
    spans.add(new Span.Plain(before));
    for (var channel : channels.subList(0, Math.min(MOST_CHANNELS, channels.size()))) {
      spans.add(new Span.Plain(spans.size() > 1 ? ", " : before.isEmpty() ? "" : " "));
      spans.add(
          new Span.ChannelLink(
              channel, directory.channel(channel).map(Channel::name).orElse(channel.value())));
    }
    if (channels.size() > MOST_CHANNELS) {
      spans.add(new Span.Plain(" " + texts.say("digest.others", channels.size() - MOST_CHANNELS)));
    }
    return new RichText(spans);
  }
}
