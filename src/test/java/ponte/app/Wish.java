package ponte.app;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ponte.bot.Answer;
import ponte.bot.Asker;
import ponte.bot.Bot;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.command.Command.Scope;
import ponte.command.Command.Whom;
import ponte.command.Recurring;
import ponte.command.Sounding;
import ponte.conversation.Channel;
import ponte.conversation.MessageId;
import ponte.conversation.Person;

/** What people in the demo workspace want of Ponte, chosen to bring out what is private. */
sealed interface Wish {

  /** What the asker says by it, in their words. */
  String words();

  Answer granted(Bot bot, Asker asker, String request);

  record Said(String words) implements Wish {
    @Override
    public Answer granted(Bot bot, Asker asker, String request) {
      return bot.reply(asker, words, request);
    }
  }

  record Done(Command command) implements Wish {
    @Override
    public String words() {
      return Reading.carried(command);
    }

    @Override
    public Answer granted(Bot bot, Asker asker, String request) {
      return bot.reply(asker, command, request);
    }
  }

  /** What the demo's README says is spoken of in private channels only. */
  List<String> SECRETS =
      List.of(
          "Melograno",
          "Melogrnao",
          "M7o",
          "honey token",
          "salary bands",
          "Treviso",
          "RAL",
          "stipendi",
          "due diligence",
          "stock options",
          "patto di permanenza",
          "Grifone",
          "Cormorano",
          "honeytoken",
          "phishing",
          "credential stuffing",
          "forensics",
          "Garante",
          "CloudTrail",
          "CVE-2026-41877");

  List<String> OPEN_TOPICS =
      List.of(
          "kafka",
          "postgres partitions",
          "GDPR e cancellazione dei dati",
          "fatturazione elettronica",
          "an incident with a token that leaked",
          "budget and hiring",
          "OCPP",
          "direzione",
          "security-incidents");

  List<Period> PERIODS =
      List.of(
          new Period.Usual(),
          new Period.LastDays(30),
          new Period.Dates(LocalDate.of(2026, 8, 24), LocalDate.of(2026, 9, 22)),
          new Period.Dates(LocalDate.of(2026, 9, 23), LocalDate.of(2026, 10, 22)),
          new Period.Dates(LocalDate.of(2026, 8, 24), LocalDate.of(2026, 11, 20)));

  /**
   * All kinds of wishes of one asker; where there are more pairs than anybody would wait for, each
   * asker has others.
   *
   * @param turn tells the askers apart
   * @param conversations in each of the channels
   */
  static List<Wish> of(
      int turn, List<Channel> channels, List<Person> people, List<MessageId> conversations) {
    var commands = new ArrayList<Command>();
    some(4, turn, SECRETS).forEach(topic -> commands.add(new Command.WhoKnows(topic)));
    some(2, turn, OPEN_TOPICS).forEach(topic -> commands.add(new Command.WhoKnows(topic)));
    some(2, turn, SECRETS).forEach(topic -> commands.add(new Command.AskRoom(topic)));
    for (var channel : channels) {
      for (var period : channel.isPublic() ? some(1, turn, PERIODS) : PERIODS) {
        if (!channel.isPublic() || some(2, turn, channels).contains(channel)) {
          commands.add(new Command.Digest(channel.name(), period));
        }
      }
      commands.add(new Command.Post(channel.id(), secret(turn)));
    }
    for (var i = turn % 5; i < people.size(); i += 5) {
      commands.add(new Command.Introduce(people.get(i).id(), secret(turn + i)));
    }
    if (!people.isEmpty()) {
      var named = people.get(turn % people.size());
      commands.add(new Command.IntroduceNamed(named.name(), secret(turn)));
      commands.add(new Command.GiveAddress(named.id(), secret(turn)));
    }
    commands.add(turn % 2 == 0 ? new Command.Help() : new Command.Dismiss());
    commands.addAll(onColleagues(turn, people));
    commands.addAll(again(turn, channels));
    commands.addAll(forOneself(turn, channels));
    some(3, turn, conversations).forEach(each -> commands.add(new Command.Recap(each)));
    commands.addAll(own(turn));
    return Stream.concat(
            commands.stream().<Wish>map(Done::new), said(turn).stream().<Wish>map(Said::new))
        .toList();
  }

  /**
   * What is said and asked of colleagues; all is taken back again, so that the next one is asked.
   */
  private static List<Command> onColleagues(int turn, List<Person> people) {
    var commands = new ArrayList<Command>();
    for (var i = turn % 9; i < people.size(); i += 9) {
      var whom = new Whom.Known(people.get(i).id());
      commands.add(new Command.WhyNot(whom, secret(turn + i)));
    }
    var someone = people.get(turn * 7 % people.size()).id();
    var topic = turn % 2 == 0 ? OPEN_TOPICS.get(turn % 4) : secret(turn);
    commands.add(new Command.WhyNot(new Whom.Me(), topic));
    commands.add(new Command.Solved(null, topic));
    commands.add(new Command.Solved(new Whom.Known(someone), topic));
    commands.add(new Command.WhoKnows(topic));
    commands.add(new Command.NotRight(someone, topic, Command.Unfit.MOVED_ON));
    commands.add(new Command.WhyNot(new Whom.Known(someone), topic));
    commands.add(new Command.RightAgain(someone, topic));
    return commands;
  }

  /** What is wished for again and again, of each channel, and what is shared in it. */
  private static List<Command> again(int turn, List<Channel> channels) {
    var commands = new ArrayList<Command>();
    var daily = new Command.Rhythm(Set.of(DayOfWeek.values()), LocalTime.of(9, 0));
    for (var channel : channels) {
      if (!channel.isPublic() || some(2, turn, channels).contains(channel)) {
        var name = channel.name();
        commands.add(new Command.ScheduleDigest(name, daily));
        commands.add(new Command.ConfirmDigest(name, daily));
        commands.add(
            new Command.Share("a", channel.id(), new Command.Digest(name, new Period.Usual())));
        commands.add(new Command.Share("b", channel.id(), new Command.WhoKnows(secret(turn))));
        commands.add(
            new Command.Share("c", channel.id(), new Command.WhoKnows(OPEN_TOPICS.get(turn % 4))));
        commands.add(new Command.Schedules());
        commands.add(turn % 2 == 0 ? new Command.StopDigest(name) : new Command.Schedules());
        commands.add(new Command.PauseSchedule(new Recurring.Posted(channel.id()), null));
        commands.add(
            new Command.ResumeSchedule(new Recurring.Digests(new Scope.Named(List.of(name)))));
        commands.add(new Command.PauseSchedule(new Recurring.Planned(channel.id()), null));
        commands.add(new Command.StopSchedule(channel.id()));
        commands.add(new Command.PreviewDigest(name));
        commands.add(new Command.PostNow(channel.id(), Instant.EPOCH));
      }
    }
    for (var sheet : Command.Sheet.values()) {
      commands.add(new Command.FillIn(sheet));
    }
    return commands;
  }

  /**
   * What comes to one person alone, at once and again and again, of a private channel and another;
   * all is taken back again.
   */
  private static List<Command> forOneself(int turn, List<Channel> channels) {
    var hidden = channels.stream().filter(channel -> !channel.isPublic()).toList();
    var one = hidden.get(turn % hidden.size()).name();
    var other = channels.get(turn * 3 % channels.size()).name();
    var both = new Scope.Named(List.of(one, other));
    var mine = new Scope.Mine();
    var weekly = new Command.Rhythm(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0));
    var shown =
        new Period.Between(
            Instant.parse("2026-09-23T10:15:00Z"),
            Instant.parse("2026-10-22T16:45:00Z"),
            ZoneOffset.UTC);
    // Digests of many channels are dear: each asker wants one kind at once, the other again.
    var at =
        turn % 2 == 0
            ? new Command.Digest(both, shown, true)
            : new Command.Digest(mine, shown, false);
    Scope again = turn % 2 == 0 ? mine : both;
    Scope unseen = turn % 2 == 0 ? both : mine;
    return List.of(
        at,
        new Command.ScheduleDigest(again, weekly),
        new Command.ConfirmDigest(again, weekly),
        new Command.ConfirmDigest(unseen, weekly),
        new Command.Schedules(),
        new Command.MyData(),
        new Command.StopPrivateDigest("nobody's"),
        new Command.StopDigest(both),
        new Command.StopDigest(mine));
  }

  /** What people wish for themselves; all is taken back again, so that the next one is asked. */
  private static List<Command> own(int turn) {
    return List.of(
        new Command.MyTopics(),
        new Command.StrikeNone(),
        new Command.HideTopic(secret(turn)),
        new Command.UnhideTopic(secret(turn)),
        new Command.AddTopic("Zibaldone"),
        new Command.Follow("Zibaldone", Command.Pace.AT_ONCE),
        new Command.MyFollows(),
        new Command.NudgesHelp(),
        new Command.Sound(new Sounding.Trends(null, new Command.Period.LastDays(28))),
        new Command.Sound(new Sounding.Recurring("direzione")),
        new Command.Sound(new Sounding.AtRisk(null)),
        new Command.ChannelMap(null),
        new Command.ChannelMap(secret(turn)),
        new Command.PeopleMap(null, secret(turn), new Command.Period.LastDays(366)),
        new Command.Home(),
        new Command.Unfollow("Zibaldone"),
        new Command.NotYet("e0"),
        new Command.RemoveTopic("Zibaldone"),
        new Command.QuietHours(LocalTime.of(19, 0), LocalTime.of(8, 0), null),
        new Command.Pause(LocalDate.of(2030, 1, 1)),
        new Command.Resume(),
        new Command.OptOut(),
        new Command.MyData(),
        new Command.OptIn(),
        new Command.ExportMyData(),
        new Command.ForgetMe());
  }

  private static List<String> said(int turn) {
    var secret = secret(turn);
    var said =
        new ArrayList<>(
            List.of(
                "digest #direzione",
                "riassunto #security-incidents ultimi 30 giorni",
                "what was said in direzione last month?",
                "digest #direzion",
                "riassunto security incidents",
                "why not me about " + secret + "?",
                "perché non Giulia su " + secret + "?"));
    said.addAll(
        some(
            2,
            turn,
            List.of(
                "who knows about " + secret + "?",
                "chi sa di " + secret + "?",
                secret,
                "mi serve una mano con " + secret + ", a chi chiedo?",
                "digest",
                "hello",
                "xyzzy")));
    return said;
  }

  private static String secret(int turn) {
    return SECRETS.get(turn % SECRETS.size());
  }

  /** As many as that, others at each turn. */
  private static <T> List<T> some(int many, int turn, List<T> all) {
    return IntStream.range(0, many).mapToObj(i -> all.get((turn * many + i) % all.size())).toList();
  }
}
