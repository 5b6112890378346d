package ponte.nudge;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.consent.Confidentiality;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.expert.Experts;
import ponte.expert.Quote;
import ponte.introduction.StandingQuestions;
import ponte.nudge.Followed.Ending;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * The questions that nobody answered, for those who take care of the community: each only where
 * they may open its channel, with what was tried in numbers, never in names.
 */
public final class OpenList {

  private static final int SHOWN = 10;
  private static final int QUOTED = 200;

  private final FollowedQuestions followed;
  private final Standing standing;
  private final Experts experts;
  private final Directory directory;
  private final Preferences preferences;
  private final Roles roles;
  private final Clock clock;

  OpenList(
      FollowedQuestions followed,
      Standing standing,
      Experts experts,
      Directory directory,
      Preferences preferences,
      Roles roles,
      Clock clock) {
    this.followed = followed;
    this.standing = standing;
    this.experts = experts;
    this.directory = directory;
    this.preferences = preferences;
    this.roles = roles;
    this.clock = clock;
  }

  /** A question on the list as it stands now. */
  private record Listed(Followed question, Message message, Channel room) {}

  /** Shows the list to a community manager, and to others who may see it. */
  public Reply show(Asker asker) {
    var texts = Texts.in(asker.language());
    var refusal = refusal(asker, texts);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var open = open(asker);
    if (open.isEmpty()) {
      return Reply.saying(texts, "open-list.none");
    }
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("open-list.title", open.size())));
    open.stream().limit(SHOWN).forEach(each -> show(each, asker, texts, blocks));
    if (open.size() > SHOWN) {
      blocks.add(new Block.Note(RichText.plain(texts.say("open-list.more", open.size() - SHOWN))));
    }
    return new Reply(texts.language(), blocks);
  }

  /** Takes a question off the list; handling it again changes nothing. */
  public Reply takeOff(Command.TakeOffList command, Asker asker) {
    var texts = Texts.in(asker.language());
    var refusal = refusal(asker, texts);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (!asker.audience().maySee(command.conversation())) {
      return Reply.saying(texts, "open-list.gone");
    }
    followed
        .listed(command.conversation())
        .ifPresent(question -> followed.end(question, Ending.TAKEN_OFF));
    return Reply.saying(texts, "open-list.taken-off");
  }

  /** Who may see it is told to who may not. */
  private Optional<Reply> refusal(Asker asker, Texts texts) {
    var person = asker.person();
    if (person == null) {
      return Optional.of(Reply.saying(texts, "open-list.who-are-you"));
    }
    if (roles.isManager(person, directory)) {
      return Optional.empty();
    }
    var managers =
        roles.managers(directory).stream().filter(each -> !preferences.isOut(each)).toList();
    return Optional.of(
        managers.isEmpty()
            ? Reply.saying(texts, "open-list.no-managers")
            : new Reply(
                texts.language(),
                List.of(
                    Block.Paragraph.plain(texts.say("open-list.managers")),
                    new Block.Listing(
                        "",
                        managers.stream()
                            .map(
                                each ->
                                    new Block.Item(
                                        List.of(RichText.of(new Span.Mention(each))),
                                        RichText.EMPTY))
                            .toList()))));
  }

  /**
   * Those that the asker may open, the oldest first. What was settled meanwhile goes; what may be
   * answered is not shown as long as the answer stands.
   */
  private List<Listed> open(Asker asker) {
    var open = new ArrayList<Listed>();
    var workspaces =
        directory.accounts(Objects.requireNonNull(asker.person())).stream()
            .map(PersonId::workspace)
            .distinct()
            .toList();
    for (var workspace : workspaces) {
      for (var question : followed.listed(workspace)) {
        if (asker.audience().maySee(question.conversation())) {
          switch (standing.of(question)) {
            case Standing.Now.Open(var message, var room) ->
                open.add(new Listed(question, message, room));
            case Standing.Now.Answered _ -> {}
            case Standing.Now.Over(var ending) -> followed.end(question, ending);
          }
        }
      }
    }
    open.sort(Comparator.comparing(each -> each.question().at()));
    return open;
  }

  private void show(Listed listed, Asker asker, Texts texts, List<Block> blocks) {
    var message = listed.message();
    var question = listed.question();
    var days = Duration.between(message.at(), clock.instant()).toDays();
    blocks.add(
        new Block.Listing(
            "",
            List.of(
                new Block.Item(
                    List.of(RichText.plain(Quote.of(message, QUOTED))),
                    texts.rich(
                        "open-list.source",
                        new Span.MessageLink(
                            question.question(), texts.say("open-list.link", listed.room().name())),
                        days,
                        question.invited())))));
    var buttons = new ArrayList<Button>();
    buttons.add(
        Button.of(
            texts.say("open-list.take-off"), new Command.TakeOffList(question.conversation())));
    elsewhere(listed, asker)
        .ifPresent(
            room ->
                buttons.add(
                    Button.of(
                        texts.say("help.ask-room", room.name()),
                        new Command.AskRoom(StandingQuestions.topic(message)))));
    blocks.add(new Block.Buttons(buttons));
  }

  /**
   * Another channel that fits better, where nobody reads it who could not open the question; none
   * for what is not to be passed on.
   */
  private Optional<Channel> elsewhere(Listed listed, Asker asker) {
    var topic = StandingQuestions.topic(listed.message());
    return topic.isBlank() || Confidentiality.isMarked(listed.message().text())
        ? Optional.empty()
        : Optional.ofNullable(experts.on(topic, asker).room())
            .filter(room -> !room.id().equals(listed.room().id()))
            .filter(room -> directory.audienceOf(room.id()).maySee(listed.room().id()));
  }
}
