package ponte.app;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ponte.command.Command;
import ponte.command.Recurring;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Form;
import ponte.reply.Reply;

/**
 * Everything that a reader of a reply gets to see or to press.
 *
 * @param words all that can be read, channel names and what buttons carry included
 * @param messages those that links lead to
 * @param channels those that links and buttons lead to
 */
record Reading(String words, List<MessageId> messages, List<ChannelId> channels) {

  static Reading of(Reply reply) {
    var spans = reply.blocks().stream().flatMap(Reading::texts).flatMap(Reading::spans).toList();
    var buttons = reply.blocks().stream().flatMap(Reading::buttons).toList();
    return new Reading(
        String.join(
            "\n",
            Stream.of(
                    reply.blocks().stream().flatMap(Reading::plain),
                    spans.stream().map(Reading::words),
                    buttons.stream().map(Button::label),
                    buttons.stream().map(button -> carried(button.command())))
                .flatMap(each -> each)
                .toList()),
        spans.stream()
            .flatMap(
                span ->
                    span instanceof Span.MessageLink link
                        ? Stream.of(link.message())
                        : Stream.empty())
            .toList(),
        Stream.concat(
                spans.stream()
                    .flatMap(
                        span ->
                            span instanceof Span.ChannelLink link
                                ? Stream.of(link.channel())
                                : Stream.empty()),
                buttons.stream()
                    .flatMap(
                        button ->
                            switch (button.command()) {
                              case Command.Post(var channel, _, _) -> Stream.of(channel);
                              case Command.Share(_, var channel, _) -> Stream.of(channel);
                              case Command.Recap(var opening) when opening != null ->
                                  Stream.of(opening.channel());
                              case Command.Invite(var question, _) -> Stream.of(question.channel());
                              case Command.StopSchedule(var channel) -> Stream.of(channel);
                              case Command.PreviewRest(var channel, _) -> Stream.of(channel);
                              case Command.DropLine(var channel, _, _) -> Stream.of(channel);
                              case Command.RestorePost(var channel, _) -> Stream.of(channel);
                              case Command.CancelPost(var channel, _) -> Stream.of(channel);
                              case Command.PostNow(var channel, _) -> Stream.of(channel);
                              default -> Stream.<ChannelId>empty();
                            }))
            .toList());
  }

  private static Stream<String> plain(Block block) {
    return switch (block) {
      case Block.Heading(var text) -> Stream.of(text);
      case Block.Listing(var title, _) -> Stream.of(title);
      case Block.PersonCard card -> Stream.of(card.person().name(), card.person().title());
      case Block.FillIn(var form, _) -> plain(form);
      case Block.File(_, var label, var content) ->
          Stream.of(
              label,
              content
                  .replaceAll("(?s)<style>.*?</style>|<[^>]*>", " ")
                  .replaceAll("\"\\w+\":(true|false)?", " "));
      case Block.Picture(_, var label, var alternative, _) -> Stream.of(label, alternative);
      case Block.Paragraph _, Block.Note _, Block.Buttons _ -> Stream.of();
    };
  }

  private static Stream<String> plain(Form form) {
    return Stream.concat(
        Stream.of(form.title(), form.submit()),
        form.fields().stream()
            .flatMap(
                field ->
                    Stream.of(
                            Stream.of(field.label(), field.hint()),
                            field.values().stream(),
                            field.options().stream().map(Form.Option::label))
                        .flatMap(each -> each)));
  }

  private static Stream<RichText> texts(Block block) {
    return switch (block) {
      case Block.Paragraph(var text) -> Stream.of(text);
      case Block.Note(var text) -> Stream.of(text);
      case Block.Listing(_, var items) -> items.stream().flatMap(Reading::texts);
      case Block.PersonCard card ->
          Stream.concat(card.reasons().stream(), card.evidence().stream().flatMap(Reading::texts));
      case Block.Heading _, Block.Buttons _, Block.FillIn _ -> Stream.of();
      case Block.File _, Block.Picture _ -> Stream.of();
    };
  }

  private static Stream<RichText> texts(Block.Item item) {
    return Stream.concat(item.lines().stream(), Stream.of(item.small()));
  }

  private static Stream<Button> buttons(Block block) {
    return switch (block) {
      case Block.Buttons(var buttons) -> buttons.stream();
      case Block.PersonCard card -> card.buttons().stream();
      case Block.FillIn(_, var opener) -> Stream.of(opener);
      case Block.Heading _, Block.Paragraph _, Block.Note _, Block.Listing _ -> Stream.of();
      case Block.File _, Block.Picture _ -> Stream.of();
    };
  }

  private static Stream<Span> spans(RichText text) {
    return text.spans().stream().flatMap(Reading::spans);
  }

  private static Stream<Span> spans(Span span) {
    return switch (span) {
      case Span.Quote(var quoted) -> quoted.stream().flatMap(Reading::spans);
      case Span.Styled(_, var styled) -> styled.stream().flatMap(Reading::spans);
      default -> Stream.of(span);
    };
  }

  private static String words(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> text;
      case Span.Broadcast(var name) -> name;
      case Span.ChannelLink(_, var name) -> name;
      case Span.Link(var url, var label) -> url + " " + label;
      case Span.MessageLink(_, var label) -> label;
      case Span.Code(var code) -> code;
      case Span.CodeBlock(var code) -> code;
      case Span.Emoji(var name) -> name;
      case Span.Mention _, Span.Quote _, Span.Styled _ -> "";
    };
  }

  private static String carried(Command.Scope scope) {
    return switch (scope) {
      case Command.Scope.Named(var channels) -> String.join(" ", channels);
      case Command.Scope.Mine() -> "";
    };
  }

  private static String carried(Recurring what) {
    return switch (what) {
      case Recurring.Digests(var scope) -> carried(scope);
      case Recurring.Discussions(var channel) -> channel;
      case Recurring.Posted _, Recurring.Mine _, Recurring.Planned _ -> "";
    };
  }

  /** What of the asker's and the workspace's words a button carries. */
  static String carried(Command command) {
    return switch (command) {
      case Command.WhoKnows(var topic, _, _) -> topic;
      case Command.Digest(var scope, _, _) -> carried(scope);
      case Command.Introduce(_, var topic) -> topic;
      case Command.IntroduceNamed(var name, var topic, _) ->
          topic == null ? name : name + " " + topic;
      case Command.GiveAddress(_, var topic) -> topic;
      case Command.NotRight(_, var topic, _) -> topic;
      case Command.RightAgain(_, var topic) -> topic;
      case Command.Solved(_, var topic) -> topic == null ? "" : topic;
      case Command.WhyNot(_, var topic) -> topic == null ? "" : topic;
      case Command.AskRoom(var topic, _) -> topic;
      case Command.Post(_, var topic, _) -> topic;
      case Command.Follow(var topic, _) -> topic;
      case Command.Unfollow(var topic) -> topic;
      case Command.Share(_, _, var question) -> carried(question);
      case Command.ScheduleDigest(var scope, _) -> carried(scope);
      case Command.ConfirmDigest(var scope, _) -> carried(scope);
      case Command.StopDigest(var scope) -> carried(scope);
      case Command.PauseSchedule(var what, _) -> carried(what);
      case Command.ResumeSchedule(var what) -> carried(what);
      case Command.PreviewDigest(var channel) -> channel;
      case Command.HideTopic(var topic) -> topic;
      case Command.UnhideTopic(var topic) -> topic;
      case Command.AddTopic(var topic) -> topic;
      case Command.RemoveTopic(var topic) -> topic;
      case Command.ChannelMap(var topic) -> topic == null ? "" : topic;
      case Command.Sound(var wish) -> Objects.requireNonNullElse(wish.channel(), "");
      case Command.Pulse(var channel, _) -> channel == null ? "" : channel;
      case Command.PeopleMap map ->
          String.join(" ", Stream.of(map.channel(), map.topic()).filter(Objects::nonNull).toList());
      case Command.Recap _,
          Command.Help _,
          Command.Dismiss _,
          Command.Schedules _,
          Command.StopSchedule _,
          Command.StopPrivateDigest _,
          Command.PreviewRest _,
          Command.DropLine _,
          Command.RestorePost _,
          Command.CancelPost _,
          Command.PostNow _,
          Command.MyTopics _,
          Command.Strike _,
          Command.StrikeNone _,
          Command.QuietHours _,
          Command.Pause _,
          Command.Resume _,
          Command.Speak _,
          Command.OptOut _,
          Command.OptIn _,
          Command.MyData _,
          Command.ExportMyData _,
          Command.ForgetMe _,
          Command.ConfirmForget _,
          Command.Home _,
          Command.Invite _,
          Command.InviteNobody _,
          Command.AnswerInvitation _,
          Command.NotYet _,
          Command.StopInvitations _,
          Command.AllowInvitations _,
          Command.OnMyQuestion _,
          Command.WithoutName _,
          Command.StopHelp _,
          Command.AllowHelp _,
          Command.StopAftercare _,
          Command.AllowAftercare _,
          Command.OpenQuestions _,
          Command.TakeOffList _,
          Command.Seed _,
          Command.MyFollows _,
          Command.NudgesHelp _,
          Command.Meet _,
          Command.FillIn _ ->
          "";
    };
  }
}
