package ponte.seeding;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.command.Command;
import ponte.command.Sowing;
import ponte.consent.Confidentiality;
import ponte.consent.Preferences;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.introduction.ChannelLanguage;
import ponte.introduction.StandingQuestions;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Texts;

/**
 * Draws a seed as it stands in its channel. What it quotes is read at that moment, for those who
 * may open the channel: what was taken back is not there, and what was edited reads as it does now.
 */
final class Cards {

  /** A call for help has one thing to choose. */
  static final int HELPING = 0;

  private static final int SOURCES = 3;
  private static final int NAMES = 12;
  private static final int BAR = 12;

  private final Archive archive;
  private final Directory directory;
  private final Preferences preferences;
  private final ChannelLanguage languages;
  private final Prompting prompting;
  private final Gist gist;
  private final Subjects subjects;

  Cards(
      Archive archive,
      Directory directory,
      Preferences preferences,
      ChannelLanguage languages,
      Subjects subjects,
      Nlp nlp) {
    this.subjects = subjects;
    this.gist = new Gist(nlp);
    this.archive = archive;
    this.directory = directory;
    this.preferences = preferences;
    this.languages = languages;
    this.prompting = new Prompting(directory);
  }

  /** In which a seed is drawn: that of its channel, where none was kept. */
  Language language(Seed seed) {
    var kept = seed.language();
    return kept != null
        ? kept
        : languages.of(
            seed.room(),
            preferences.languageOf(
                Optional.ofNullable(seed.by()).flatMap(directory::person).orElse(null)));
  }

  /**
   * The card.
   *
   * @param chosen what people chose by now
   */
  List<Block> of(Seed seed, Ballot chosen, Texts texts, ZoneId zone) {
    var draft = seed.draft();
    if (draft.isTakenBack()) {
      return List.of(new Block.Note(RichText.plain(texts.say("seed.taken-back"))));
    }
    var counted = chosen.of(person -> !preferences.isOut(person));
    var blocks = new ArrayList<Block>();
    if (draft.shape() == Sowing.Shape.RALLY) {
      blocks.add(new Block.Heading(texts.say("seed.rally.title")));
    }
    blocks.add(Block.Paragraph.plain(prompt(seed, texts, zone)));
    var sources = sources(seed, texts, zone);
    if (!sources.isEmpty()) {
      blocks.add(new Block.Listing("", sources));
    }
    switch (draft.shape()) {
      case DISCUSSION -> {}
      case ASK_ME_ANYTHING -> host(seed, texts, blocks);
      case POLL -> poll(seed, counted, texts, blocks);
      case RALLY -> rally(seed, counted, texts, blocks);
    }
    var by = seed.by();
    blocks.add(
        new Block.Note(
            by == null
                ? RichText.plain(texts.say("seed.by-nobody"))
                : texts.rich("seed.by", new Span.Mention(by))));
    return blocks;
  }

  /**
   * What the channel reads first: where nobody wrote it another way, with what it is about, as the
   * questions that it rests on read now.
   */
  String prompt(Seed seed, Texts texts, ZoneId zone) {
    var prompt = seed.draft().prompt();
    return prompting.isProposed(prompt, seed.reason(), texts.language(), zone)
        ? subjects
            .of(
                seed.reason().questions().stream()
                    .flatMap(each -> readable(each, seed).stream())
                    .toList())
            .map(subject -> texts.say("seed.about", subject, prompt))
            .orElse(prompt)
        : prompt;
  }

  /** What it rests on, as far as it may be read by all who may open the channel. */
  private List<Block.Item> sources(Seed seed, Texts texts, ZoneId zone) {
    return seed.reason().sources().stream()
        .limit(SOURCES)
        .flatMap(source -> readable(source, seed).stream())
        .map(message -> item(message, seed.reason().topic(), texts, zone))
        .toList();
  }

  /** What it is about, as what it rests on reads now; empty where that cannot be read any more. */
  String about(Seed seed) {
    return seed.about().isEmpty()
        ? seed.reason().sources().stream()
            .limit(1)
            .flatMap(source -> readable(source, seed).stream())
            .map(StandingQuestions::topic)
            .findFirst()
            .orElse("")
        : seed.about();
  }

  java.util.Optional<Message> readable(MessageId source, Seed seed) {
    return archive
        .find(source, directory.audienceOf(seed.room()))
        .map(Filed::message)
        .filter(Message::isTalk)
        .filter(message -> !preferences.isOut(message.author()))
        .filter(message -> !Confidentiality.isMarked(message.text()));
  }

  private Block.Item item(Message message, String topic, Texts texts, ZoneId zone) {
    return new Block.Item(
        List.of(RichText.plain(gist.of(message, topic))),
        texts.rich(
            "seed.source",
            new Span.Mention(message.author()),
            texts.day(message.at(), zone),
            new Span.MessageLink(
                message.id(), texts.say("seed.in", prompting.name(message.id())))));
  }

  private void host(Seed seed, Texts texts, List<Block> blocks) {
    var host = seed.draft().host();
    if (host != null && !preferences.isOut(host)) {
      blocks.add(new Block.Paragraph(texts.rich("seed.host.invites", new Span.Mention(host))));
    }
  }

  private void poll(Seed seed, Ballot chosen, Texts texts, List<Block> blocks) {
    var draft = seed.draft();
    var outcome = seed.posted() == null ? null : seed.posted().outcome();
    var counts = outcome == null ? chosen.counts(draft.options().size()) : outcome.counts();
    int all = counts.stream().mapToInt(Integer::intValue).sum();
    blocks.add(
        new Block.Listing(
            texts.say("seed.poll.votes", all),
            IntStream.range(0, draft.options().size())
                .mapToObj(option -> option(draft, option, counts.get(option), all, chosen, texts))
                .toList()));
    if (isOpen(seed)) {
      blocks.add(
          new Block.Buttons(
              IntStream.range(0, draft.options().size())
                  .mapToObj(option -> Button.of(draft.options().get(option), choose(seed, option)))
                  .toList()));
    }
    blocks.add(
        new Block.Note(
            RichText.plain(
                texts.say(
                    !isOpen(seed)
                        ? "seed.poll.closed"
                        : draft.secret() ? "seed.poll.secret" : "seed.poll.open"))));
  }

  private static Block.Item option(
      Draft draft, int option, int count, int all, Ballot chosen, Texts texts) {
    int share = all == 0 ? 0 : Math.round(100f * count / all);
    var bar = "█".repeat(all == 0 ? 0 : Math.round((float) BAR * count / all));
    return new Block.Item(
        List.of(
            RichText.of(
                new Span.Styled(
                    RichText.Style.BOLD, List.of(new Span.Plain(draft.options().get(option))))),
            RichText.plain((bar + " " + texts.say("seed.poll.count", count, share)).strip())),
        draft.secret() ? RichText.EMPTY : names(chosen.who(option), texts));
  }

  private static RichText names(List<PersonId> people, Texts texts) {
    var spans = new ArrayList<Span>();
    for (var person : people.stream().limit(NAMES).toList()) {
      if (!spans.isEmpty()) {
        spans.add(new Span.Plain(", "));
      }
      spans.add(new Span.Mention(person));
    }
    if (people.size() > NAMES) {
      spans.add(new Span.Plain(" " + texts.say("seed.more", people.size() - NAMES)));
    }
    return new RichText(spans);
  }

  private static void rally(Seed seed, Ballot chosen, Texts texts, List<Block> blocks) {
    var helping = chosen.who(HELPING);
    var outcome = seed.posted() == null ? null : seed.posted().outcome();
    int count = outcome == null ? helping.size() : outcome.chose();
    blocks.add(
        new Block.Paragraph(
            helping.isEmpty()
                ? RichText.plain(texts.say("seed.rally.helping", count))
                : joined(
                    RichText.plain(texts.say("seed.rally.helping", count) + " "),
                    names(helping, texts))));
    if (isOpen(seed)) {
      blocks.add(
          new Block.Buttons(
              List.of(
                  Button.primary(texts.say("seed.rally.help"), choose(seed, HELPING)),
                  Button.of(
                      texts.say("seed.rally.enough"),
                      new Command.Seed(new Sowing.Enough(seed.ref()))))));
    } else {
      blocks.add(new Block.Note(RichText.plain(texts.say("seed.rally.closed"))));
    }
  }

  private static RichText joined(RichText one, RichText other) {
    var spans = new ArrayList<>(one.spans());
    spans.addAll(other.spans());
    return new RichText(spans);
  }

  private static Command choose(Seed seed, int option) {
    return new Command.Seed(new Sowing.Choose(seed.ref(), option));
  }

  private static boolean isOpen(Seed seed) {
    var posted = seed.posted();
    return posted == null || !posted.closed();
  }
}
