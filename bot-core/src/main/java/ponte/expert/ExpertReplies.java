package ponte.expert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Unfit;
import ponte.conversation.Away;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;
import ponte.wording.Wording;

/** Says to an asker who was found. */
final class ExpertReplies {

  private static final int TITLE = 80;

  /** Of what was typed on a button. */
  private static final int TYPED = 40;

  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final Duration A_DAY = Duration.ofDays(1);

  private final ExpertRules rules;
  private final Availability availability;

  ExpertReplies(ExpertRules rules, Availability availability) {
    this.rules = rules;
    this.availability = availability;
  }

  Reply found(Finding finding, Asker asker) {
    return new Reply(asker.language(), blocks(finding, null, asker));
  }

  /** Those of a team, and a way to all others. */
  Reply members(Finding finding, String team, Asker asker) {
    return remarking("expert.team", team, blocks(finding, team, asker), asker);
  }

  /** Others, where nobody of a team was found. */
  Reply others(Finding finding, String team, Asker asker) {
    var blocks = blocks(finding, null, asker);
    return finding.isNobody()
        ? new Reply(asker.language(), blocks)
        : remarking("expert.team.nobody", team, blocks, asker);
  }

  /** Says of whom those are who are shown, below the heading. */
  private static Reply remarking(String situation, String team, List<Block> blocks, Asker asker) {
    var remark = Texts.in(asker.language()).say(situation, Quote.shortened(team, TYPED));
    var all = new ArrayList<>(blocks);
    all.add(1, Block.Paragraph.plain(remark));
    return new Reply(asker.language(), all);
  }

  /** The others, after somebody was found not to be right, and a way to say why they are not. */
  Reply noted(Person notRight, String topic, Finding others, Asker asker) {
    var texts = Texts.in(asker.language());
    var blocks = new ArrayList<Block>();
    blocks.add(Block.Paragraph.plain(texts.say("expert.noted", notRight.name())));
    blocks.add(
        new Block.Buttons(
            Stream.of(Unfit.values())
                .map(
                    why ->
                        Button.of(
                            texts.say("expert.unfit." + key(why)),
                            new Command.NotRight(notRight.id(), topic, why)))
                .toList()));
    blocks.addAll(blocks(others, null, asker));
    return new Reply(asker.language(), blocks);
  }

  /** What the reason does. */
  Reply noted(Person notRight, Unfit why, Asker asker) {
    var texts = Texts.in(asker.language());
    return new Reply(
        asker.language(),
        List.of(
            Block.Paragraph.plain(
                texts.say(
                    "expert.noted." + key(why),
                    notRight.name(),
                    rules.feedback().noTime().toDays()))));
  }

  private static String key(Unfit why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Reply whoAreYou(Asker asker) {
    var texts = Texts.in(asker.language());
    return new Reply(
        asker.language(), List.of(Block.Paragraph.plain(texts.say("expert.who-are-you"))));
  }

  /**
   * @param team of which alone these are; null: of everybody
   */
  private List<Block> blocks(Finding finding, @Nullable String team, Asker asker) {
    return finding.isNobody() ? nobody(finding, asker) : people(finding, team, asker);
  }

  private List<Block> people(Finding finding, @Nullable String team, Asker asker) {
    var texts = Texts.in(asker.language());
    var blocks = new ArrayList<Block>();
    blocks.add(title("expert.title", finding.topic(), texts));
    correction(finding, team, texts, blocks);
    for (var expert : finding.experts()) {
      blocks.add(card(expert, finding.topic(), asker, texts));
    }
    for (var person : finding.declared()) {
      blocks.add(
          new Block.PersonCard(
              person,
              declared(person, asker, texts),
              List.of(),
              buttons(person.id(), finding.topic(), asker, texts)));
    }
    next(finding, team, asker, texts, blocks);
    return blocks;
  }

  private Block.PersonCard card(Expert expert, String topic, Asker asker, Texts texts) {
    var reasons = new ArrayList<RichText>();
    var confidence = expert.confidence().name().toLowerCase(Locale.ROOT);
    reasons.add(
        RichText.of(
            new Span.Styled(
                RichText.Style.BOLD,
                List.of(new Span.Plain(texts.say("expert.confidence." + confidence)))),
            new Span.Plain(
                " "
                    + texts.say(
                        expert.answers() > 0 ? "expert.answers" : "expert.joined",
                        expert.answers() > 0 ? expert.answers() : expert.joined(),
                        texts.day(expert.last(), asker.zone())))));
    if (expert.answers() > 0 && expert.joined() > 0) {
      reasons.add(RichText.plain(texts.say("expert.joined-too", expert.joined())));
    }
    if (expert.thanks() > 0) {
      reasons.add(RichText.plain(texts.say("expert.thanks", expert.thanks())));
    }
    if (expert.helped()) {
      reasons.add(RichText.plain(texts.say("expert.helped")));
    }
    if (expert.openings() > 0) {
      reasons.add(RichText.plain(texts.say("expert.openings", expert.openings())));
    }
    presence(expert.person(), expert.waited(), asker, texts).ifPresent(reasons::add);
    return new Block.PersonCard(
        expert.person(),
        reasons,
        expert.evidence().stream().map(each -> each.shown(texts, asker.zone())).toList(),
        buttons(expert.person().id(), topic, asker, texts));
  }

  private List<RichText> declared(Person person, Asker asker, Texts texts) {
    var reasons = new ArrayList<RichText>();
    reasons.add(RichText.plain(texts.say("expert.declared")));
    presence(person, null, asker, texts).ifPresent(reasons::add);
    return reasons;
  }

  /** When to expect an answer: who is away says more than who usually answers soon. */
  private Optional<RichText> presence(
      Person person, @Nullable Duration wait, Asker asker, Texts texts) {
    return absence(person, Instant.MIN, asker)
        .or(() -> Optional.ofNullable(wait).flatMap(usual -> soon(usual, texts)))
        .map(RichText::plain);
  }

  /** That somebody is away or not to be disturbed now, and until after a moment. */
  Optional<String> absence(Person person, Instant after, Asker asker) {
    var texts = Texts.in(asker.language());
    return availability
        .away(person.id())
        .filter(away -> away.lastsPast(after))
        .map(away -> absence(away, asker, texts))
        .or(
            () ->
                availability
                    .back(person)
                    .filter(back -> back.isAfter(after))
                    .map(
                        back -> texts.say("expert.undisturbed", texts.moment(back, asker.zone()))));
  }

  private String absence(Away away, Asker asker, Texts texts) {
    var until = away.until();
    return until == null
        ? texts.say("expert.away")
        : texts.say("expert.away-until", returning(until, asker, texts));
  }

  /** When an absence ends: the day, and on the day itself the time. */
  String returning(Instant until, Asker asker, Texts texts) {
    return availability.isToday(until, asker.zone())
        ? texts.moment(until, asker.zone())
        : texts.weekday(until, asker.zone());
  }

  private static Optional<String> soon(Duration wait, Texts texts) {
    if (wait.compareTo(A_DAY) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        texts.say(wait.compareTo(AN_HOUR) > 0 ? "expert.within-day" : "expert.within-hour"));
  }

  private static List<Button> buttons(PersonId person, String topic, Asker asker, Texts texts) {
    return asker.person() == null
        ? List.of()
        : List.of(
            Button.primary(texts.say("expert.introduce"), new Command.Introduce(person, topic)),
            Button.of(texts.say("expert.not-right"), new Command.NotRight(person, topic)));
  }

  private List<Block> nobody(Finding finding, Asker asker) {
    var texts = Texts.in(asker.language());
    var blocks = new ArrayList<Block>();
    blocks.add(title("expert.nobody.title", finding.topic(), texts));
    if (!finding.sought()) {
      blocks.add(Block.Paragraph.plain(texts.say("expert.nobody.no-word")));
      return blocks;
    }
    correction(finding, null, texts, blocks);
    blocks.add(
        Block.Paragraph.plain(
            texts.say("expert.nobody", finding.searched(), rules.evidence().pieces())));
    if (!finding.related().isEmpty()) {
      blocks.add(
          new Block.Listing(
              texts.say("expert.nobody.related"),
              finding.related().stream().map(each -> each.shown(texts, asker.zone())).toList()));
    }
    var mayAsk = finding.room() != null && asker.person() != null;
    blocks.add(
        Block.Paragraph.plain(
            texts.say(mayAsk ? "expert.nobody.next" : "expert.nobody.next.words")));
    var room = finding.room();
    if (room != null && asker.person() != null) {
      var ask =
          Button.primary(
              texts.say("expert.ask-room", room.name()), new Command.AskRoom(finding.topic()));
      blocks.add(new Block.Buttons(List.of(ask)));
    }
    return blocks;
  }

  /** What can be done beside writing to one of them, or after. */
  private static void next(
      Finding finding, @Nullable String team, Asker asker, Texts texts, List<Block> blocks) {
    if (asker.person() == null) {
      return;
    }
    var buttons = new ArrayList<Button>();
    var typed = finding.wording().typed();
    if (finding.more()) {
      buttons.add(Button.of(texts.say("expert.more"), new Command.WhoKnows(typed, true, team)));
    }
    if (team != null) {
      buttons.add(
          Button.of(
              texts.say("expert.team.others", Quote.shortened(team, TYPED)),
              new Command.WhoKnows(typed)));
    }
    var room = finding.room();
    if (room != null) {
      buttons.add(
          Button.of(
              texts.say("expert.ask-room", room.name()), new Command.AskRoom(finding.topic())));
    }
    buttons.add(Button.of(texts.say("solved.button"), new Command.Solved(null, finding.topic())));
    blocks.add(new Block.Buttons(buttons));
  }

  /** Says which words were taken for others, and how to have them taken as they are. */
  private static void correction(
      Finding finding, @Nullable String team, Texts texts, List<Block> blocks) {
    for (var correction : finding.wording().corrections()) {
      blocks.add(
          Block.Paragraph.plain(
              texts.say("expert.corrected", correction.typed(), correction.meant())));
    }
    var toTheLetter = Wording.toTheLetter(finding.wording().typed());
    if (!finding.wording().corrections().isEmpty()
        && toTheLetter.length() <= Command.LONGEST_TOPIC) {
      blocks.add(
          new Block.Buttons(
              List.of(
                  Button.of(
                      texts.say(
                          "expert.to-the-letter",
                          Quote.shortened(finding.wording().typed(), TYPED)),
                      new Command.WhoKnows(toTheLetter, false, team)))));
    }
  }

  private static Block title(String situation, String topic, Texts texts) {
    return new Block.Heading(texts.say(situation, Quote.shortened(Wording.unquoted(topic), TITLE)));
  }
}
