package ponte.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.nlp.Nlp;
import ponte.nlp.Summaries;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Says a conversation in a few of its own sentences, in the order in which they were said, each
 * with who said it and the link that proves it. Those who opted out have said nothing.
 */
public final class Recaps {

  /** Fewer are read sooner than their summary. */
  private static final int FEWEST_MESSAGES = 6;

  /** Of fewer messages it has {@link #FEWEST_SENTENCES}, of more one more. */
  private static final int SOME_MESSAGES = 15;

  /** So many messages and more have {@link #MOST_SENTENCES}. */
  private static final int MANY_MESSAGES = 30;

  private static final int FEWEST_SENTENCES = 3;
  private static final int MOST_SENTENCES = 5;

  private final Archive archive;
  private final Directory directory;
  private final Nlp nlp;
  private final Analyses analyses;
  private final Preferences preferences;
  private final DigestRules rules;

  Recaps(
      Archive archive,
      Directory directory,
      Nlp nlp,
      Analyses analyses,
      Preferences preferences,
      DigestRules rules) {
    this.archive = archive;
    this.directory = directory;
    this.nlp = nlp;
    this.analyses = analyses;
    this.preferences = preferences;
    this.rules = rules;
  }

  /**
   * Answers who wants one, in their language; what they may not see is not there.
   *
   * @return with a listing, unless there is nothing to be summed up
   * @throws ponte.archive.ArchiveUnavailableException if the archive can't be read
   */
  public Reply of(Command.Recap wish, Asker asker) {
    var texts = Texts.in(asker.language());
    var wanted = wish.conversation();
    if (wanted == null) {
      return orTheChannel("recap.which", asker, texts);
    }
    var opening = archive.find(wanted, asker.audience()).map(Filed::conversation).orElse(wanted);
    var said = said(opening, asker);
    if (said.isEmpty()) {
      return orTheChannel("recap.none", asker, texts);
    }
    return of(new Talk(opening, said), asker, texts);
  }

  private List<Message> said(MessageId opening, Asker asker) {
    var out = preferences.out(opening.channel().workspace());
    return archive.conversation(opening, asker.audience()).stream()
        .map(Filed::message)
        .filter(message -> message.isTalk() && !out.contains(message.author()))
        .toList();
  }

  private Reply of(Talk talk, Asker asker, Texts texts) {
    var lines = new DigestLines(texts, asker.zone(), OtherWords.NONE);
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("recap.title")));
    blocks.add(new Block.Note(lines.size(talk)));
    if (talk.messages().size() < FEWEST_MESSAGES) {
      var read = new Span.MessageLink(talk.id(), texts.say("recap.short.read"));
      blocks.add(new Block.Paragraph(texts.rich("recap.short", read)));
      return new Reply(texts.language(), blocks);
    }
    var chosen = chosen(talk, asker);
    blocks.add(
        chosen.isEmpty()
            ? Block.Paragraph.plain(texts.say("recap.nothing-quotable"))
            : new Block.Listing(
                "",
                chosen.stream()
                    .map(line -> lines.said(Quoting.cut(line, rules.lines().outcomeWords())))
                    .toList()));
    return new Reply(texts.language(), blocks);
  }

  private List<Line> chosen(Talk talk, Asker asker) {
    var words =
        talk.messages().stream()
            .map(message -> message.text().searchable())
            .collect(Collectors.joining("\n"));
    var reading = new Reading(analyses, nlp.language(words).orElse(asker.language()));
    var lines =
        reading.lines(talk).stream()
            .filter(line -> isQuotable(line) && !isTheWish(line, talk, asker))
            .toList();
    var sentences =
        lines.stream()
            .map(
                line ->
                    new Summaries.Sentence(
                        line.turn(), line.author().value(), line.plain(), line.terms()))
            .toList();
    return nlp.summary(sentences, sentences(talk)).stream().sorted().map(lines::get).toList();
  }

  private static int sentences(Talk talk) {
    int messages = talk.messages().size();
    return messages < SOME_MESSAGES
        ? FEWEST_SENTENCES
        : messages < MANY_MESSAGES ? FEWEST_SENTENCES + 1 : MOST_SENTENCES;
  }

  private boolean isQuotable(Line line) {
    var quote = line.quote();
    return quote.letters()
        && quote.words() >= rules.fit().fewestWords()
        && quote.symbols() <= rules.fit().mostSymbols();
  }

  /** What the asker has just said to somebody in the thread they ask in is that they ask. */
  private static boolean isTheWish(Line line, Talk talk, Asker asker) {
    var last = talk.messages().getLast();
    return line.message().equals(last)
        && last.author().equals(asker.person())
        && talk.id().equals(asker.thread())
        && !last.text().mentions().isEmpty();
  }

  /** Says why there is none, and offers the digest of the channel they ask in. */
  private Reply orTheChannel(String situation, Asker asker, Texts texts) {
    var blocks = new ArrayList<Block>();
    blocks.add(Block.Paragraph.plain(texts.say(situation)));
    channel(asker)
        .map(Channel::name)
        .map(name -> new Command.Digest(name, new Command.Period.Usual()))
        .map(digest -> Button.of(texts.say("recap.channel"), digest))
        .ifPresent(button -> blocks.add(new Block.Buttons(List.of(button))));
    return new Reply(texts.language(), blocks);
  }

  private Optional<Channel> channel(Asker asker) {
    var here = asker.channel();
    return here == null || !asker.audience().maySee(here)
        ? Optional.empty()
        : directory.channel(here);
  }
}
