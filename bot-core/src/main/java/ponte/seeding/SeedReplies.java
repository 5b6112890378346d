package ponte.seeding;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Sowing;
import ponte.command.Sowing.Shape;
import ponte.consent.Confidentiality;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;
import ponte.seeding.Rests.Rest;

/** What those read who decide about seeds. */
final class SeedReplies {

  private static final int LISTED = 15;

  private final Cards cards;
  private final Moments moments;
  private final Harvest harvest;
  private final Prompting prompting;
  private final Directory directory;

  SeedReplies(SeedingDesk.Looks looks, Directory directory) {
    this.cards = looks.cards();
    this.moments = looks.moments();
    this.harvest = looks.harvest();
    this.prompting = new Prompting(directory);
    this.directory = directory;
  }

  /** Several proposals, each with its reason; each can be looked at and left. */
  Reply proposals(List<Seed> proposals, Asker asker, Instant now) {
    var texts = Texts.in(asker.language());
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("seed.proposals", proposals.size())));
    for (var seed : proposals) {
      var zone = moments.zone(seed.room(), now);
      var lines = new ArrayList<RichText>();
      lines.add(
          RichText.of(
              new Span.Styled(
                  RichText.Style.BOLD, List.of(new Span.ChannelLink(seed.room(), name(seed)))),
              new Span.Plain(" · " + prompting.why(seed.reason(), texts, asker.zone()))));
      lines.add(RichText.plain("“" + prompt(seed, now) + "”"));
      blocks.add(
          new Block.Listing(
              "",
              List.of(new Block.Item(lines, links(seed, texts, texts.moment(seed.due(), zone))))));
      blocks.add(
          new Block.Buttons(
              List.of(
                  Button.primary(texts.say("seed.show"), command(new Sowing.Show(seed.ref()))),
                  Button.of(texts.say("seed.leave"), command(new Sowing.Leave(seed.ref()))))));
    }
    blocks.add(new Block.Note(RichText.plain(texts.say("seed.proposals.note"))));
    return new Reply(texts.language(), blocks);
  }

  /** Links to what a reason rests on, and the moment. */
  private RichText links(Seed seed, Texts texts, String moment) {
    var spans = new ArrayList<Span>();
    var number = 0;
    for (var source : seed.reason().sources().stream().limit(3).toList()) {
      if (cards.readable(source, seed).isPresent()) {
        spans.add(
            new Span.MessageLink(source, texts.say("seed.link", ++number, prompting.name(source))));
        spans.add(new Span.Plain(" · "));
      }
    }
    spans.add(new Span.Plain(texts.say("seed.moment", moment)));
    return new RichText(spans);
  }

  /** A seed as it would stand, with all that can be done about it. */
  Reply preview(Seed seed, Channel room, List<Person> candidates, Asker asker, Instant now) {
    var texts = Texts.in(asker.language());
    var zone = moments.zone(room.id(), now);
    var there = Texts.in(cards.language(seed));
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("seed.preview", room.name())));
    cards.of(seed.by() == null ? seed.of(asker.person()) : seed, Ballot.EMPTY, there, zone).stream()
        .filter(block -> !(block instanceof Block.Buttons))
        .forEach(blocks::add);
    blocks.add(
        new Block.Note(
            RichText.plain(
                texts.say(
                    "seed.preview.when",
                    prompting.why(seed.reason(), texts, asker.zone()),
                    texts.moment(seed.due(), zone),
                    seed.weeks()))));
    var marked = Confidentiality.isMarked(seed.draft().prompt());
    if (marked) {
      blocks.add(Block.Paragraph.plain(texts.say("room.preview.marked", room.name())));
    }
    if (seed.draft().shape() == Shape.ASK_ME_ANYTHING) {
      host(seed, candidates, texts, blocks);
    } else if (!marked) {
      invitations(seed, candidates, texts, blocks);
    }
    blocks.add(new Block.Buttons(decisions(seed, texts, texts.moment(seed.due(), zone))));
    return new Reply(texts.language(), blocks);
  }

  private List<Button> decisions(Seed seed, Texts texts, String moment) {
    var buttons = new ArrayList<Button>();
    if (seed.stage() == Seed.Stage.PLANNED) {
      buttons.add(Button.of(texts.say("seed.cancel"), command(new Sowing.Leave(seed.ref()))));
      buttons.add(Button.of(texts.say("seed.edit"), command(new Sowing.Edit(seed.ref()))));
      return buttons;
    }
    boolean ready =
        seed.draft().isWhole()
            && (seed.draft().shape() != Shape.ASK_ME_ANYTHING
                || seed.consent() == Seed.Consent.AGREED);
    if (ready && seed.draft().shape() != Shape.RALLY) {
      buttons.add(
          Button.primary(
              texts.say("seed.post.at", moment), command(new Sowing.Post(seed.ref(), false))));
    }
    if (ready) {
      var now = command(new Sowing.Post(seed.ref(), true));
      buttons.add(
          buttons.isEmpty()
              ? Button.primary(texts.say("seed.post.now"), now)
              : Button.of(texts.say("seed.post.now"), now));
    }
    buttons.add(Button.of(texts.say("seed.edit"), command(new Sowing.Edit(seed.ref()))));
    buttons.add(Button.of(texts.say("seed.leave"), command(new Sowing.Leave(seed.ref()))));
    return buttons;
  }

  private void invitations(Seed seed, List<Person> candidates, Texts texts, List<Block> blocks) {
    if (candidates.isEmpty()) {
      return;
    }
    var invited = seed.draft().invited();
    var chosen =
        candidates.stream().filter(each -> invited.contains(each.id())).map(Person::name).toList();
    blocks.add(Block.Paragraph.plain(texts.say("room.invite")));
    if (!chosen.isEmpty()) {
      blocks.add(Block.Paragraph.plain(texts.say("room.invite.chosen", String.join(", ", chosen))));
    }
    blocks.add(
        new Block.Buttons(
            candidates.stream()
                .map(
                    each ->
                        Button.of(
                            texts.say(
                                invited.contains(each.id())
                                    ? "room.invite.without"
                                    : "room.invite.with",
                                each.name()),
                            command(
                                new Sowing.Invite(
                                    seed.ref(), each.id(), !invited.contains(each.id())))))
                .toList()));
  }

  private void host(Seed seed, List<Person> candidates, Texts texts, List<Block> blocks) {
    var host = seed.draft().host();
    if (host != null && seed.consent() != Seed.Consent.DECLINED) {
      blocks.add(
          new Block.Paragraph(
              texts.rich(
                  seed.consent() == Seed.Consent.AGREED ? "seed.host.agreed" : "seed.host.asked",
                  new Span.Mention(host))));
      return;
    }
    blocks.add(
        Block.Paragraph.plain(
            texts.say(candidates.isEmpty() ? "seed.host.nobody" : "seed.host.choose")));
    if (!candidates.isEmpty()) {
      blocks.add(
          new Block.Buttons(
              candidates.stream()
                  .filter(each -> !each.id().equals(host))
                  .map(
                      each ->
                          Button.of(
                              texts.say("room.invite.with", each.name()),
                              command(new Sowing.AskHost(seed.ref(), each.id()))))
                  .toList()));
    }
  }

  /**
   * Those that are planned, and what became of the others.
   *
   * @param rests the channels in which what is planned rests
   */
  Reply overview(List<Seed> all, Map<ChannelId, Rest> rests, Asker asker, Instant now) {
    var texts = Texts.in(asker.language());
    var planned = all.stream().filter(seed -> seed.stage() == Seed.Stage.PLANNED).toList();
    var begun = all.stream().filter(seed -> seed.posted() != null).limit(LISTED).toList();
    if (planned.isEmpty() && begun.isEmpty() && rests.isEmpty()) {
      return new Reply(
          texts.language(),
          List.of(
              Block.Paragraph.plain(texts.say("seed.overview.none")),
              new Block.Buttons(
                  List.of(
                      Button.primary(
                          texts.say("command.seed"), command(new Sowing.Propose(null)))))));
    }
    var blocks = new ArrayList<Block>();
    for (var seed : planned.reversed()) {
      var zone = moments.zone(seed.room(), now);
      blocks.add(
          listed(
              texts.say("seed.overview.planned"),
              seed,
              RichText.plain(
                  texts.say("seed.overview.due", texts.moment(seed.due(), zone), seed.weeks())),
              texts,
              now));
      var buttons = new ArrayList<Button>();
      buttons.add(Button.of(texts.say("seed.show"), command(new Sowing.Show(seed.ref()))));
      if (!rests.containsKey(seed.room())) {
        buttons.add(Pausing.button(seed.room(), name(seed), false, texts));
      }
      buttons.add(Button.of(texts.say("seed.cancel"), command(new Sowing.Leave(seed.ref()))));
      blocks.add(new Block.Buttons(buttons));
    }
    rests.forEach((room, rest) -> blocks.addAll(resting(room, rest, now, texts)));
    if (!begun.isEmpty()) {
      blocks.add(
          new Block.Listing(
              texts.say("seed.overview.begun"),
              begun.stream()
                  .map(
                      seed ->
                          item(seed, RichText.plain(result(seed, texts, asker.zone())), texts, now))
                  .toList()));
    }
    return new Reply(texts.language(), blocks);
  }

  /** That what is planned in a channel rests. */
  List<Block> resting(ChannelId room, Rest rest, Instant now, Texts texts) {
    var name = name(room);
    var until = rest.until();
    return List.of(
        Block.Paragraph.plain(
            until == null
                ? texts.say("seed.resting", name)
                : texts.say(
                    "seed.resting.until", name, texts.weekday(until, moments.zone(room, now)))),
        new Block.Buttons(List.of(Pausing.button(room, name, true, texts))));
  }

  private Block listed(String title, Seed seed, RichText small, Texts texts, Instant now) {
    return new Block.Listing(title, List.of(item(seed, small, texts, now)));
  }

  private Block.Item item(Seed seed, RichText small, Texts texts, Instant now) {
    return new Block.Item(
        List.of(
            RichText.of(
                new Span.Styled(
                    RichText.Style.BOLD, List.of(new Span.ChannelLink(seed.room(), name(seed)))),
                new Span.Plain(
                    " · "
                        + (seed.draft().isTakenBack()
                            ? texts.say("seed.taken-back")
                            : prompt(seed, now))))),
        small);
  }

  /** What its channel reads first, with what was asked, wherever it is spoken of. */
  String prompt(Seed seed, Instant now) {
    return cards.prompt(seed, Texts.in(cards.language(seed)), moments.zone(seed.room(), now));
  }

  /** What became of a seed, in a line. */
  String result(Seed seed, Texts texts, ZoneId zone) {
    var posted = seed.posted();
    if (posted == null) {
      return "";
    }
    var outcome = posted.outcome();
    var day = texts.day(posted.at(), zone);
    return outcome == null
        ? texts.say("seed.overview.posted", day)
        : day + " · " + counts(seed, outcome, texts);
  }

  private static String counts(Seed seed, Seed.Outcome outcome, Texts texts) {
    var answers =
        texts.say("seed.outcome.answers", outcome.answers(), outcome.people(), outcome.peers());
    return switch (seed.draft().shape()) {
      case POLL -> texts.say("seed.outcome.votes", outcome.chose()) + " · " + answers;
      case RALLY -> texts.say("seed.outcome.helped", outcome.chose()) + " · " + answers;
      case DISCUSSION, ASK_ME_ANYTHING -> answers;
    };
  }

  /** What became of a seed, to whoever posted it. */
  Optional<Reply> outcome(Seed seed, Asker asker, Instant now) {
    var texts = Texts.in(asker.language());
    return Optional.ofNullable(seed.posted())
        .map(Seed.Posted::outcome)
        .map(
            outcome -> {
              var blocks = new ArrayList<Block>();
              blocks.add(
                  new Block.Paragraph(
                      texts.rich("seed.outcome", new Span.ChannelLink(seed.room(), name(seed)))));
              blocks.add(
                  new Block.Listing(
                      "",
                      List.of(
                          item(seed, RichText.plain(counts(seed, outcome, texts)), texts, now))));
              blocks.add(
                  new Block.Note(
                      RichText.plain(
                          harvest
                              .others(seed, asker.audience())
                              .map(
                                  others ->
                                      texts.say(
                                          "seed.outcome.others",
                                          others.seeds(),
                                          others.answers(),
                                          others.people(),
                                          others.peers()))
                              .orElseGet(() -> texts.say("seed.outcome.first")))));
              return new Reply(texts.language(), blocks);
            });
  }

  String name(Seed seed) {
    return name(seed.room());
  }

  private String name(ChannelId room) {
    return directory.channel(room).map(Channel::name).orElse(room.value());
  }

  static Command command(Sowing wish) {
    return new Command.Seed(wish);
  }

  /** Who is asked whether they will answer what people ask them. */
  Reply hosting(Seed seed, PersonId by, Asker asker, Instant now) {
    var texts = Texts.in(asker.language());
    return new Reply(
        texts.language(),
        List.of(
            new Block.Paragraph(
                texts.rich(
                    "seed.host.ask",
                    new Span.Mention(by),
                    new Span.ChannelLink(seed.room(), name(seed)))),
            new Block.Paragraph(
                RichText.of(new Span.Quote(List.of(new Span.Plain(prompt(seed, now)))))),
            new Block.Buttons(
                List.of(
                    Button.primary(
                        texts.say("seed.host.yes"), command(new Sowing.Host(seed.ref(), true))),
                    Button.of(
                        texts.say("seed.host.no"), command(new Sowing.Host(seed.ref(), false))))),
            new Block.Note(RichText.plain(texts.say("seed.host.silent")))));
  }
}
