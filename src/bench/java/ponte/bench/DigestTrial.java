package ponte.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.TimeSpan;
import ponte.digest.DigestOutcome;
import ponte.digest.DigestReplies;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.InWords;

/** Makes the digests of an export as the product does, and takes them apart into what is read. */
final class DigestTrial implements AutoCloseable {

  /** So much of the channel before and after a line, beside its own conversation. */
  private static final int BEFORE = 8;

  private static final int AFTER = 15;

  private static final int MOST_OF_A_CONVERSATION = 60;
  private static final int MOST_CHARACTERS = 800;
  private static final int MOST_MESSAGES = 20_000;

  private final OpenedExport opened;
  private final InWords words;

  private DigestTrial(OpenedExport opened) {
    this.opened = opened;
    this.words = opened.words();
  }

  /**
   * A line of a digest as it is read.
   *
   * @param kind the title of its section, and whether it stands below another line
   * @param author who wrote what it leads to
   * @param link the message it leads to
   * @param small the small print
   * @param around what was said around that message: it is marked with {@code >}, others of its
   *     conversation with {@code *}
   */
  record Shown(String kind, String author, String text, String link, String small, String around) {}

  /**
   * A digest.
   *
   * @param messages how many it read
   */
  record Result(int messages, List<Shown> lines, double seconds) {}

  static DigestTrial open(Path export) throws IOException {
    return new DigestTrial(OpenedExport.of(export).read());
  }

  Result digest(DrawnWeeks.Week week) {
    var channel =
        opened.source().channels().stream()
            .filter(each -> each.name().equals(week.channel()))
            .findFirst()
            .orElseThrow();
    var wish = new Command.Digest(week.channel(), new Command.Period.LastDays(7));
    var asker = new Asker(null, Audience.of(channel.id()), Language.ENGLISH, ZoneOffset.UTC);
    var digests = opened.digests(Clock.fixed(week.end(), ZoneOffset.UTC));
    long start = System.nanoTime();
    var outcome = digests.on(wish, asker);
    double seconds = (System.nanoTime() - start) / 1e9;
    int messages = outcome instanceof DigestOutcome.Written(var digest) ? digest.messages() : 0;
    var said = said(channel, week.end());
    var lines = new ArrayList<Shown>();
    for (var block : new DigestReplies(Language.ENGLISH, ZoneOffset.UTC).of(outcome).blocks()) {
      if (block instanceof Block.Listing(var title, var items)) {
        items.forEach(item -> lines.addAll(lines(title, item, said)));
      }
    }
    return new Result(messages, lines, seconds);
  }

  /** The lines of an item that lead somewhere; what leads nowhere goes with the one below it. */
  private List<Shown> lines(String title, Block.Item item, List<Filed> said) {
    var lines = new ArrayList<Shown>();
    var above = "";
    for (var text : item.lines()) {
      var link = link(text);
      if (link.isEmpty()) {
        above += words.of(text) + ": ";
        continue;
      }
      lines.add(
          new Shown(
              title + (lines.isEmpty() ? "" : ", below"),
              opened
                  .archive()
                  .find(link.get(), Audience.of(link.get().channel()))
                  .map(filed -> opened.name(filed.message().author()))
                  .orElse("?"),
              above + words.of(text),
              link.get().value(),
              words.of(item.small()),
              around(link.get(), said)));
      above = "";
    }
    return lines;
  }

  private static Optional<MessageId> link(RichText text) {
    return text.spans().stream()
        .filter(Span.MessageLink.class::isInstance)
        .map(span -> ((Span.MessageLink) span).message())
        .findFirst();
  }

  private List<Filed> said(Channel channel, Instant end) {
    var month = new TimeSpan(end.minus(Duration.ofDays(30)), end);
    return opened
        .archive()
        .read(channel.id(), month, MOST_MESSAGES, Audience.of(channel.id()))
        .stream()
        .filter(filed -> filed.message().isTalk())
        .toList();
  }

  private String around(MessageId link, List<Filed> said) {
    int at = 0;
    while (at < said.size() && !said.get(at).message().id().equals(link)) {
      at++;
    }
    if (at == said.size()) {
      return "";
    }
    var conversation = said.get(at).conversation();
    var shown = new LinkedHashSet<Filed>();
    var own = said.stream().filter(filed -> filed.conversation().equals(conversation)).toList();
    int first = Math.max(0, own.indexOf(said.get(at)) - MOST_OF_A_CONVERSATION / 2);
    Stream.concat(
            own.stream().skip(first).limit(MOST_OF_A_CONVERSATION),
            said.subList(Math.max(0, at - BEFORE), Math.min(said.size(), at + AFTER + 1)).stream())
        .sorted(Comparator.comparing(Filed::message, Message.IN_ORDER))
        .forEach(shown::add);
    return shown.stream()
        .map(
            filed ->
                (filed.message().id().equals(link)
                        ? "> "
                        : filed.conversation().equals(conversation) ? "* " : "  ")
                    + said(filed.message()))
        .collect(Collectors.joining("\n"));
  }

  private String said(Message message) {
    var text = words.of(message.text()).strip();
    return message.at().toString().substring(0, 16).replace('T', ' ')
        + " "
        + opened.name(message.author())
        + ": "
        + (text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + " …" : text)
            .replace("\n", "\n    ");
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
