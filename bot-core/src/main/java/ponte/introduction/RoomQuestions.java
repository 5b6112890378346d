package ponte.introduction;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ponte.bot.Asker;
import ponte.bot.Lately;
import ponte.command.Command;
import ponte.consent.Confidentiality;
import ponte.consent.Redaction;
import ponte.conversation.Channel;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Asks a question in the channel where it belongs, in the asker's name and only once the asker has
 * seen it. Nobody who may know the answer is named there: they did not ask for that. Those whom the
 * asker chooses are asked privately whether they want to be.
 */
public final class RoomQuestions {

  /** The same question is not posted again in the same channel for that long. */
  private static final Duration MEMORY = Duration.ofDays(7);

  private static final Redaction REDACTION = new Redaction();

  private final Directory directory;
  private final Experts experts;
  private final ChannelLanguage languages;
  private final Ledger ledger;
  private final Inviting inviting;
  private final Aftercare aftercare;
  private final Lately lately;
  private final Matters matters;
  private final Clock clock;

  public RoomQuestions(
      Directory directory,
      Experts experts,
      ChannelLanguage languages,
      Ledger ledger,
      Inviting inviting,
      Aftercare aftercare,
      Lately lately,
      Matters matters,
      Clock clock) {
    this.directory = directory;
    this.experts = experts;
    this.languages = languages;
    this.ledger = ledger;
    this.inviting = inviting;
    this.aftercare = aftercare;
    this.lately = lately;
    this.matters = matters;
    this.clock = clock;
  }

  /** Shows the asker what would be posted and where. */
  public Reply preview(Command.AskRoom command, Asker asker) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    if (person == null) {
      return Reply.saying(texts, "room.who-are-you");
    }
    var room = experts.on(command.topic(), asker).room();
    if (room == null) {
      return Reply.saying(texts, "room.none");
    }
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("room.preview.title", room.name())));
    blocks.addAll(question(command.topic(), person, room, asker.language()).blocks());
    blocks.add(new Block.Note(RichText.plain(texts.say("room.preview.seen", room.name()))));
    if (!REDACTION.redact(command.topic()).equals(command.topic())) {
      blocks.add(new Block.Note(RichText.plain(texts.say("room.preview.secret"))));
    }
    var marked = Confidentiality.isMarked(command.topic());
    if (marked) {
      blocks.add(Block.Paragraph.plain(texts.say("room.preview.marked", room.name())));
    }
    var invited = marked ? List.<PersonId>of() : invitation(command, room, asker, blocks);
    var post = new Command.Post(room.id(), command.topic(), invited);
    blocks.add(
        new Block.Buttons(
            List.of(
                marked
                    ? Button.of(texts.say("room.post.anyway", room.name()), post)
                    : Button.primary(texts.say("room.post", room.name()), post),
                Button.of(texts.say("room.dismiss"), new Command.Dismiss()))));
    return new Reply(asker.language(), blocks);
  }

  /** Lets the asker choose whom to invite; gives those who are chosen. */
  private List<PersonId> invitation(
      Command.AskRoom command, Channel room, Asker asker, List<Block> blocks) {
    var texts = Texts.in(asker.language());
    var candidates = inviting.candidates(command.topic(), room, asker);
    if (candidates.isEmpty()) {
      return List.of();
    }
    var chosen = candidates.stream().filter(each -> command.invited().contains(each.id())).toList();
    var invited = chosen.stream().map(Person::id).toList();
    blocks.add(Block.Paragraph.plain(texts.say("room.invite")));
    if (!chosen.isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              RichText.plain(
                  texts.say(
                      "room.invite.chosen",
                      String.join(", ", chosen.stream().map(Person::name).toList())))));
    }
    blocks.add(
        new Block.Buttons(
            candidates.stream()
                .map(each -> choice(each, command.topic(), invited, texts))
                .toList()));
    return invited;
  }

  private static Button choice(Person person, String topic, List<PersonId> invited, Texts texts) {
    var others = new ArrayList<>(invited);
    var isChosen = others.remove(person.id());
    if (!isChosen) {
      others.add(person.id());
    }
    return Button.of(
        texts.say(isChosen ? "room.invite.without" : "room.invite.with", person.name()),
        new Command.AskRoom(topic, others));
  }

  /**
   * Posts the question. Whoever posts it again learns that it is there.
   *
   * @param request what makes it the same when it is handled twice
   */
  public Outcome post(Command.Post command, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    if (person == null) {
      return Outcome.only(Reply.saying(texts, "room.who-are-you"));
    }
    var channel = directory.channel(command.channel());
    if (channel.isEmpty() || !asker.audience().maySee(command.channel())) {
      return Outcome.only(Reply.saying(texts, "room.hidden"));
    }
    var room = channel.get();
    if (room.archived()) {
      return Outcome.only(Reply.saying(texts, "room.closed", room.name()));
    }
    var deed = "post " + room.id() + " " + command.topic();
    var first = ledger.note(person, deed, request, MEMORY);
    if (!first.request().equals(request) && couldNotBePosted(person, first)) {
      first = ledger.again(person, deed, first, request, MEMORY);
    }
    if (!first.request().equals(request)) {
      return Outcome.only(
          Reply.saying(
              texts, "room.posted-before", room.name(), texts.day(first.at(), asker.zone())));
    }
    var delivery = request + "/question";
    var matter =
        Matter.begun(
            request,
            person,
            command.topic(),
            new Matter.With.Room(room.id(), delivery),
            first.at());
    aftercare.begin(matter, asker.zone());
    inviting.plan(matter, room, command.invited(), asker);
    lately.asked(matter);
    return new Outcome(
        posted(room, command.topic(), texts),
        List.of(
            new Outgoing(
                delivery,
                new Destination.InChannel(room.id()),
                question(command.topic(), person, room, asker.language()))));
  }

  /** Whether it has no place in its channel though it had time enough to get there. */
  private boolean couldNotBePosted(PersonId person, Ledger.Entry first) {
    return clock.instant().isAfter(first.at().plus(Inviting.POSTED))
        && matters
            .find(person, first.request())
            .filter(matter -> matter.message() == null)
            .isPresent();
  }

  private static Reply posted(Channel room, String topic, Texts texts) {
    var blocks = new ArrayList<>(Reply.saying(texts, "room.posted", room.name()).blocks());
    blocks.add(new Block.Buttons(List.of(Introductions.solved(null, topic, texts))));
    return new Reply(texts.language(), blocks);
  }

  private Reply question(String topic, PersonId person, Channel room, Language otherwise) {
    var texts = Texts.in(languages.of(room.id(), otherwise));
    return new Reply(
        texts.language(),
        List.of(
            new Block.Paragraph(texts.rich("room.question", new Span.Mention(person))),
            new Block.Paragraph(RichText.of(new Span.Quote(List.of(new Span.Plain(topic))))),
            Block.Paragraph.plain(texts.say("room.invitation"))));
  }
}
