package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.reply.Offered.commands;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.conversation.Channel;
import ponte.conversation.MessageId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest.Decision;
import ponte.digest.Digest.Discussion;
import ponte.digest.Digest.Headline;
import ponte.digest.Digest.Quote;
import ponte.digest.Digest.Remark;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Reply;

class DigestRepliesTest {

  private static final Chat DEV = Chat.in("C1");
  private static final Channel CHANNEL =
      new Channel(DEV.channel(), "dev", Channel.Visibility.PUBLIC, "", "", false);
  private static final TimeSpan WEEK =
      TimeSpan.before(Instant.parse("2026-03-05T12:00:00Z"), Duration.ofDays(7));
  private static final Quote QUESTION = quote(0, "ada", "Where are the keys?");
  private static final Quote ANSWER = quote(9, "bruno", "The keys are in the vault.");
  private static final Discussion ASKED =
      new Discussion(
          DEV.id(0),
          new Headline.Asked(QUESTION),
          ANSWER,
          true,
          List.of(Chat.person("ada"), Chat.person("bea")),
          3,
          true);

  @ParameterizedTest
  @EnumSource
  void linksEveryLineToItsMessage(Language language) {
    var about =
        new Discussion(
            DEV.id(0),
            new Headline.About(QUESTION),
            ANSWER,
            false,
            List.of(Chat.person("ada")),
            9,
            false);
    var digest =
        digest(List.of(ASKED, about), List.of(new Decision(ANSWER, ASKED)), List.of(QUESTION));

    var items = items(reply(language, new DigestOutcome.Written(digest)));

    assertThat(items).hasSize(4);
    for (var item : items) {
      assertThat(links(item)).isNotEmpty();
      assertThat(item.lines().stream().filter(line -> !line.mentions().isEmpty()))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(links(line)).hasSize(1));
    }
    assertThat(links(items.getFirst())).containsExactly(DEV.id(0), DEV.id(9), DEV.id(0));
    assertThat(links(items.getLast())).containsExactly(DEV.id(0));
  }

  @Test
  void readsWellInEnglish() {
    var reply = reply(Language.ENGLISH, new DigestOutcome.Written(digest(List.of(ASKED))));

    assertThat(words(reply))
        .containsExactly(
            "Digest of #dev, 26 February 2026 to 5 March 2026",
            "12 messages by 1 person",
            "Main discussions",
            "“Where are the keys?” — ada, Mon 2 Mar, 08:00",
            "Reply: “The keys are in the vault.” — bruno, Mon 2 Mar, 08:09",
            "2 March 2026 · ada, bea · 3 messages · settled");
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH,'2 March 2026 · ada, bea'", "ITALIAN,'2 marzo 2026 · ada, bea'"})
  void countsNothingThatItsPeopleDidNotPutTogether(Language language, String small) {
    var flat =
        new Discussion(
            ASKED.conversation(), ASKED.headline(), null, false, ASKED.people(), 3, false);

    assertThat(words(reply(language, new DigestOutcome.Written(digest(List.of(flat))))))
        .endsWith(small);
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH,Shared in answer to:", "ITALIAN,Condiviso in risposta a:"})
  void aPageIsToldWithTheQuestionItAnswers(Language language, String lead) {
    var page = new Digest.Shared.Thing.Page("https://wiki.acme.example/keys", "How keys rotate");
    var shared = new Digest.Shared(ANSWER.message(), ANSWER.author(), ANSWER.at(), page, QUESTION);
    var digest = new Digest(List.of(CHANNEL), WEEK, 12, 1, List.of(), List.of(shared), List.of());

    var lines = items(reply(language, new DigestOutcome.Written(digest))).getFirst().lines();

    assertThat(lines).hasSize(2);
    assertThat(links(lines.getFirst())).containsExactly(ANSWER.message());
    assertThat(lines.getLast().searchable()).startsWith(lead).contains("Where are the keys?");
    assertThat(links(lines.getLast())).containsExactly(QUESTION.message());
    assertThat(Sources.quotes(shared)).containsExactly(QUESTION);
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH,thanks from,For an answer to:", "ITALIAN,grazie da,Per una risposta a:"})
  void thanksAreToldWithWhatTheyAreFor(Language language, String from, String lead) {
    var thanks = new MessageId(QUESTION.message().channel(), "9");
    var thanked =
        new Digest.Thanked(
            ANSWER.author(),
            List.of(QUESTION.author(), Chat.person("zoe")),
            thanks,
            ANSWER.at(),
            List.of(thanks, thanks),
            QUESTION);
    var digest = new Digest(List.of(CHANNEL), WEEK, 12, 1, List.of(), List.of(thanked), List.of());

    var lines = items(reply(language, new DigestOutcome.Written(digest))).getFirst().lines();

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().searchable()).contains(from);
    assertThat(links(lines.getFirst())).containsExactly(thanks);
    assertThat(lines.getLast().searchable()).startsWith(lead).contains("Where are the keys?");
    assertThat(links(lines.getLast())).containsExactly(QUESTION.message());
    assertThat(Sources.quotes(thanked)).containsExactly(QUESTION);
  }

  @Test
  void readsWellInItalian() {
    var reply = reply(Language.ITALIAN, new DigestOutcome.Written(digest(List.of(ASKED))));

    assertThat(words(reply))
        .containsExactly(
            "Riassunto di #dev: 26 febbraio 2026 – 5 marzo 2026",
            "12 messaggi di 1 persona",
            "Discussioni principali",
            "«Where are the keys?» — ada, lun 2 mar, 08:00",
            "Risposta: «The keys are in the vault.» — bruno, lun 2 mar, 08:09",
            "2 marzo 2026 · ada, bea · 3 messaggi · risolto");
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH,Summary", "ITALIAN,Sintesi"})
  void offersTheSummaryOfTheFirstLongConversations(Language language, String label) {
    var discussions = Stream.of(12, 13, 40, 14, 50).map(DigestRepliesTest::discussion).toList();

    var reply = reply(language, new DigestOutcome.Written(digest(discussions)));

    assertThat(commands(reply))
        .containsExactly(
            new Command.Recap(DEV.id(13)),
            new Command.Recap(DEV.id(40)),
            new Command.Recap(DEV.id(14)));
    assertThat(words(reply)).contains(label);
    assertThat(items(reply)).hasSize(5);
  }

  private static Discussion discussion(int messages) {
    return new Discussion(
        DEV.id(messages),
        new Headline.Asked(quote(messages, "ada", "Where are the keys of room " + messages + "?")),
        null,
        false,
        List.of(Chat.person("ada"), Chat.person("bea")),
        messages,
        false);
  }

  @Test
  void saysNoKindOfWhatIsTalkedAbout() {
    var discussion = discussion(12);
    var digest =
        new Digest(List.of(CHANNEL), WEEK, 12, 3, List.of(), List.of(discussion), List.of());

    var reply =
        reply(
            Language.ENGLISH,
            new DigestOutcome.Missed(
                digest,
                DigestOutcome.Start.NAMED,
                List.of(
                    new DigestOutcome.ForYou(
                        discussion.source(), new DigestOutcome.Because.MentionsYou()))));

    assertThat(items(reply).getFirst().small().searchable()).startsWith("mentions you");
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH,For you,Open questions: no reply seen · mentions you,Invite Bruno",
    "ITALIAN,Per te,Domande aperte: nessuna risposta vista · ti nomina,Invita Bruno",
  })
  void saysOfWhatIsForTheReaderOfWhatKindItIsAndWhatTheyMayDo(
      Language language, String title, String small, String button) {
    var open = new Digest.Unanswered(QUESTION, new Digest.Proposed(Chat.person("bruno"), "Bruno"));
    var decision = new Decision(ANSWER, ASKED);
    var digest =
        new Digest(List.of(CHANNEL), WEEK, 12, 3, List.of(), List.of(decision, open), List.of());
    var because = new DigestOutcome.Because.MentionsYou();

    var reply =
        reply(
            language,
            new DigestOutcome.Missed(
                digest,
                DigestOutcome.Start.NAMED,
                List.of(
                    new DigestOutcome.ForYou(open.source(), because),
                    new DigestOutcome.ForYou(decision.source(), because))));

    assertThat(reply.blocks()).filteredOn(Block.Listing.class::isInstance).hasSize(2);
    var first = (Block.Listing) reply.blocks().get(2);
    assertThat(first.title()).isEqualTo(title);
    assertThat(first.items().getFirst().small().searchable()).startsWith(small);
    assertThat(reply.blocks().get(3))
        .isInstanceOfSatisfying(
            Block.Buttons.class,
            buttons -> {
              assertThat(buttons.buttons().getFirst().label()).contains(button);
              assertThat(buttons.buttons().getFirst().command())
                  .isEqualTo(new Command.Invite(open.source(), Chat.person("bruno")));
            });
  }

  @Test
  void showsNoEmptySection() {
    var reply =
        reply(
            Language.ENGLISH,
            new DigestOutcome.Written(digest(List.of(), List.of(), List.of(QUESTION))));

    assertThat(reply.blocks())
        .filteredOn(Block.Listing.class::isInstance)
        .singleElement()
        .extracting(block -> ((Block.Listing) block).title())
        .isEqualTo("Open questions: no reply seen");
  }

  @Test
  void saysSoWhereNothingCanBeQuoted() {
    var reply = reply(Language.ITALIAN, new DigestOutcome.Written(digest(List.of())));

    assertThat(words(reply))
        .last()
        .isEqualTo("C'è chi ha scritto, ma nulla che si capisca da solo. Il canale dice di più.");
  }

  @Test
  void showsADecisionOnceWhereItOpensItsConversation() {
    var decision =
        new Decision(
            ANSWER,
            new Discussion(
                DEV.id(9),
                new Headline.About(ANSWER),
                null,
                false,
                List.of(Chat.person("bea")),
                1,
                false));

    var reply =
        reply(
            Language.ENGLISH,
            new DigestOutcome.Written(digest(List.of(), List.of(decision), List.of())));

    assertThat(items(reply)).singleElement().satisfies(item -> assertThat(item.lines()).hasSize(1));
  }

  @Test
  void saysWhatIsToBeKnownAboutTheSpan() {
    var digest =
        new Digest(
            List.of(CHANNEL),
            WEEK,
            12,
            3,
            List.of(
                new Remark.Quiet(Chat.START), new Remark.Shortened(30), new Remark.Crowded(20_000)),
            List.of(ASKED),
            List.of());

    assertThat(words(reply(Language.ENGLISH, new DigestOutcome.Written(digest))))
        .contains(
            "#dev has been quiet since 2 March 2026: these are the last days before.",
            "A digest covers 30 days at most: this is the end of the period you named.",
            "More was said than a digest reads: it starts with the last 20,000 messages.");
    assertThat(words(reply(Language.ITALIAN, new DigestOutcome.Written(digest))))
        .contains(
            "In #dev nessuno scrive più (ultimo messaggio: 2 marzo 2026): questi sono gli ultimi"
                + " giorni prima di allora.",
            "Un riassunto copre al massimo 30 giorni: questa è la fine del periodo indicato.",
            "È stato scritto più di quanto un riassunto legga: comincia dagli ultimi 20.000"
                + " messaggi.");
  }

  @Test
  void saysWhatIsMissingAndOffersALongerSpan() {
    var little = tooLittle(1, 1, new Period.LastDays(14));

    assertThat(words(reply(Language.ENGLISH, little)))
        .contains(
            "There is 1 message by 1 person. A digest needs at least 10 messages by 3 people.",
            "The last 14 days");
    assertThat(words(reply(Language.ITALIAN, little)))
        .contains(
            "C'è 1 messaggio di 1 persona. Per un riassunto servono almeno 10 messaggi di 3"
                + " persone.",
            "Gli ultimi 14 giorni");
    assertThat(commands(reply(Language.ENGLISH, little)))
        .containsExactly(new Command.Digest("dev", new Period.LastDays(14)));
  }

  @Test
  void saysThatThereIsNothingAtAll() {
    var day = LocalDate.parse("2026-02-27");

    assertThat(
            words(reply(Language.ENGLISH, tooLittle(0, 0, new Period.Dates(day, day.plusDays(6))))))
        .contains(
            "There are no messages. A digest needs at least 10 messages by 3 people.",
            "27 February 2026 to 5 March 2026");
    assertThat(words(reply(Language.ITALIAN, tooLittle(0, 0, null))))
        .last()
        .isEqualTo(
            "Non ci sono messaggi. Per un riassunto servono almeno 10 messaggi di 3 persone.");
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH,1,The last day",
    "ENGLISH,30,The last 30 days",
    "ITALIAN,1,L'ultimo giorno",
    "ITALIAN,30,Gli ultimi 30 giorni"
  })
  void offersDaysInTheirNumber(Language language, int days, String label) {
    assertThat(words(reply(language, tooLittle(2, 2, new Period.LastDays(days)))))
        .last()
        .isEqualTo(label);
  }

  @Test
  void asksWhichChannelIsMeant() {
    var similar = new Command.Digest("dev", new Period.Usual());

    var reply = reply(Language.ITALIAN, new DigestOutcome.NoSuchChannel("dve", List.of(similar)));

    assertThat(words(reply))
        .containsExactly(
            "Non puoi aprire nessun canale di nome #dve. Intendevi uno di questi?", "#dev");
    assertThat(commands(reply)).containsExactly(similar);
    assertThat(words(reply(Language.ENGLISH, new DigestOutcome.NoSuchChannel("x", List.of()))))
        .containsExactly("You can open no channel named #x.");
  }

  private static DigestOutcome tooLittle(int messages, int people, @Nullable Period longer) {
    return new DigestOutcome.TooLittle(CHANNEL, WEEK, messages, people, 10, 3, List.of(), longer);
  }

  private static Quote quote(double minute, String author, String text) {
    return Quote.of(DEV.says(minute, author, text), RichText.plain(text));
  }

  private static Digest digest(List<Discussion> discussions) {
    return digest(discussions, List.of(), List.of());
  }

  private static Digest digest(
      List<Discussion> discussions, List<Decision> decisions, List<Quote> open) {
    var items = new ArrayList<Digest.Item>(discussions);
    items.addAll(decisions);
    open.stream().map(question -> new Digest.Unanswered(question, null)).forEach(items::add);
    return new Digest(List.of(CHANNEL), WEEK, 12, 1, List.of(), items, List.of());
  }

  private static Reply reply(Language language, DigestOutcome outcome) {
    return new DigestReplies(language, Room.ZONE).of(outcome);
  }

  private static List<Block.Item> items(Reply reply) {
    return reply.blocks().stream()
        .flatMap(
            block -> block instanceof Block.Listing(_, var items) ? items.stream() : Stream.empty())
        .toList();
  }

  private static List<MessageId> links(Block.Item item) {
    return Stream.concat(item.lines().stream(), Stream.of(item.small()))
        .flatMap(line -> links(line).stream())
        .toList();
  }

  private static List<MessageId> links(RichText text) {
    return text.spans().stream()
        .flatMap(
            span ->
                span instanceof Span.MessageLink(var message, _)
                    ? Stream.of(message)
                    : Stream.empty())
        .toList();
  }

  private static List<String> words(Reply reply) {
    return reply.blocks().stream().flatMap(DigestRepliesTest::words).toList();
  }

  private static Stream<String> words(Block block) {
    return switch (block) {
      case Block.Heading(var text) -> Stream.of(text);
      case Block.Paragraph(var text) -> Stream.of(words(text));
      case Block.Note(var text) -> Stream.of(words(text));
      case Block.Listing(var title, var items) ->
          Stream.concat(
              Stream.of(title),
              items.stream()
                  .flatMap(item -> Stream.concat(item.lines().stream(), Stream.of(item.small())))
                  .map(DigestRepliesTest::words));
      case Block.Buttons(var buttons) -> buttons.stream().map(button -> button.label());
      case Block.PersonCard _, Block.FillIn _, Block.File _, Block.Picture _ ->
          throw new AssertionError(block);
    };
  }

  private static String words(RichText text) {
    return text.spans().stream()
        .map(
            span ->
                switch (span) {
                  case Span.Plain(var words) -> words;
                  case Span.Mention(var person) -> person.value();
                  case Span.MessageLink(_, var label) -> label;
                  default -> throw new AssertionError(span);
                })
        .collect(Collectors.joining());
  }
}
