package ponte.command;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.nlp.Language;

/**
 * What a person wants of Ponte, however they said it: typed, in their own words, or by a button.
 */
public sealed interface Command {

  /** The most characters a topic has. */
  int LONGEST_TOPIC = 500;

  /** Whether it is answered with a form to fill in. */
  default boolean asksForForm() {
    return this instanceof FillIn || this instanceof Seed(Sowing.Edit _);
  }

  /**
   * Who knows about a topic?
   *
   * @param topic as the person put it, 1 to {@link #LONGEST_TOPIC} characters
   * @param more whether more people are to be named than usually
   * @param team who of this team, as the person called it; null: whoever
   */
  record WhoKnows(String topic, boolean more, @Nullable String team) implements Command {
    public WhoKnows {
      requireTopic(topic);
      if (team != null && (team.isBlank() || team.length() > LONGEST_TOPIC)) {
        throw new IllegalArgumentException("team has " + team.strip().length() + " characters");
      }
    }

    /** Whoever. */
    public WhoKnows(String topic, boolean more) {
      this(topic, more, null);
    }

    /** As many as usually. */
    public WhoKnows(String topic) {
      this(topic, false);
    }

    /** The same about another topic. */
    public WhoKnows about(String topic) {
      return new WhoKnows(topic, more, team);
    }

    /** The same of a team; of whoever where it has no name. */
    public WhoKnows of(String team) {
      return new WhoKnows(topic, more, team.isEmpty() ? null : team);
    }
  }

  /**
   * What were these channels about?
   *
   * @param whole whether everything worth a line is wanted, not the first lines alone
   */
  record Digest(Scope scope, Period period, boolean whole) implements Command {

    /** The first lines of one channel's. */
    public Digest(String channel, Period period) {
      this(new Scope.Named(List.of(channel)), period, false);
    }

    /** The same with everything worth a line. */
    public Digest inFull() {
      return new Digest(scope, period, true);
    }
  }

  /** Of which channels a digest is. */
  sealed interface Scope {

    /**
     * Those that are named.
     *
     * @param channels their names as typed, without {@code #}; at least one, each once
     */
    record Named(List<String> channels) implements Scope {
      public Named {
        channels = channels.stream().distinct().toList();
        if (channels.isEmpty() || channels.stream().anyMatch(String::isBlank)) {
          throw new IllegalArgumentException("no names of channels: " + channels);
        }
      }

      /** Whether it is this channel and no other. */
      public boolean isJust(String channel) {
        return channels.size() == 1 && channels.getFirst().equalsIgnoreCase(channel);
      }
    }

    /** All that the asker is in. */
    record Mine() implements Scope {}

    /** The one channel it is of, as typed; empty where it is of more. */
    default Optional<String> single() {
      return this instanceof Named(var channels) && channels.size() == 1
          ? Optional.of(channels.getFirst())
          : Optional.empty();
    }
  }

  /**
   * Say this conversation in a few sentences.
   *
   * @param conversation a message of it; null: they did not say which, and are in none
   */
  record Recap(@Nullable MessageId conversation) implements Command {}

  /**
   * The conversation of this message does not show what I know.
   *
   * @param message one of it
   */
  record Strike(MessageId message) implements Command {}

  /** All my conversations are to count again. */
  record StrikeNone() implements Command {}

  /** What can Ponte do? */
  record Help() implements Command {}

  /** Bring me together with this colleague, who seems to know about the topic. */
  record Introduce(PersonId person, String topic) implements Command {
    public Introduce {
      requireTopic(topic);
    }
  }

  /**
   * Bring me together with the colleague of this name.
   *
   * @param name as typed
   * @param topic about what; null: they did not say
   * @param person who of those that may be meant; null: they did not say
   */
  record IntroduceNamed(String name, @Nullable String topic, @Nullable PersonId person)
      implements Command {
    public IntroduceNamed(String name, @Nullable String topic) {
      this(name, topic, null);
    }

    public IntroduceNamed {
      if (name.isBlank()) {
        throw new IllegalArgumentException("name is blank");
      }
      requireTopicIfSaid(topic);
    }
  }

  /** Let this colleague, whom I was brought together with for the topic, know my address. */
  record GiveAddress(PersonId person, String topic) implements Command {
    public GiveAddress {
      requireTopic(topic);
    }
  }

  /**
   * This colleague is not the one for the topic.
   *
   * @param why null: they did not say
   */
  record NotRight(PersonId person, String topic, @Nullable Unfit why) implements Command {
    public NotRight {
      requireTopic(topic);
    }

    /** Without saying why. */
    public NotRight(PersonId person, String topic) {
      this(person, topic, null);
    }
  }

  /** Why somebody is not the one for a topic. */
  enum Unfit {
    /** They do not know about it. */
    UNKNOWING,
    /** They work on something else now. */
    MOVED_ON,
    /** They have no time, or cannot be reached. */
    NO_TIME,
    /** Somebody else knows more about it. */
    OTHERS_BETTER
  }

  /** Propose this colleague for the topic again: I take back that they are not the one. */
  record RightAgain(PersonId person, String topic) implements Command {
    public RightAgain {
      requireTopic(topic);
    }
  }

  /**
   * My question is answered.
   *
   * @param helper who helped; null: they did not say
   * @param topic what it was about; null: they did not say
   */
  record Solved(@Nullable Whom helper, @Nullable String topic) implements Command {
    public Solved {
      requireTopicIfSaid(topic);
    }
  }

  /**
   * Why do you not name this person?
   *
   * @param topic what for; null: they did not say
   */
  record WhyNot(Whom whom, @Nullable String topic) implements Command {
    public WhyNot {
      requireTopicIfSaid(topic);
    }
  }

  /** Somebody, as people speak of each other. */
  sealed interface Whom {

    /** Whoever speaks. */
    record Me() implements Whom {}

    /**
     * A colleague by what they are called.
     *
     * @param name all of it or a part, or the handle, with or without {@code @}
     */
    record Called(String name) implements Whom {
      public Called {
        if (name.isBlank()) {
          throw new IllegalArgumentException("name is blank");
        }
      }
    }

    /** A colleague who was shown. */
    record Known(PersonId person) implements Whom {}
  }

  /**
   * Show me the question as Ponte would ask it in the channel where it belongs.
   *
   * @param invited colleagues who are to be asked whether they want to be invited to it
   */
  record AskRoom(String topic, List<PersonId> invited) implements Command {
    public AskRoom {
      requireTopic(topic);
      invited = listed(invited);
    }

    /** Inviting nobody. */
    public AskRoom(String topic) {
      this(topic, List.of());
    }
  }

  /**
   * Ask it there.
   *
   * @param invited colleagues who are asked privately whether they want to be invited to it
   */
  record Post(ChannelId channel, String topic, List<PersonId> invited) implements Command {
    public Post {
      requireTopic(topic);
      invited = listed(invited);
    }

    /** Inviting nobody. */
    public Post(ChannelId channel, String topic) {
      this(channel, topic, List.of());
    }
  }

  /**
   * Ask this colleague whether they want to be invited to a question that stands in a channel;
   * where it is not mine, ask its asker first whether they want that.
   *
   * @param question the message that asks
   */
  record Invite(MessageId question, PersonId colleague) implements Command {}

  /**
   * Invite nobody to my question whom others suggest.
   *
   * @param question the message that asks
   */
  record InviteNobody(MessageId question) implements Command {}

  /**
   * What I say to being invited to a colleague's question.
   *
   * @param matter names the question among what was done for the asker
   */
  record AnswerInvitation(PersonId asker, String matter, Rsvp rsvp) implements Command {}

  /** What can be said to an invitation. */
  enum Rsvp {
    /** Mention me there. */
    ACCEPT,
    /** Not this time. */
    PASS,
    /** I am not one to ask about that. */
    NOT_MY_TOPIC,
    /** Ask me again tomorrow. */
    LATER,
    /** Invite me to no question any more. */
    NEVER
  }

  /**
   * That Ponte brought me together with others has not helped yet.
   *
   * @param matter names what it was for among what was done for me
   */
  record NotYet(String matter) implements Command {}

  /** Invite me to no colleague's question. */
  record StopInvitations() implements Command {}

  /** You may invite me again. */
  record AllowInvitations() implements Command {}

  /** Whether what you write to people unasked helps: for community managers. */
  record NudgesHelp() implements Command {}

  /**
   * Who talks with whom, drawn: for community managers.
   *
   * @param channel its name as typed, without {@code #}; null: in all public channels
   * @param topic only who talks about it; null: whatever it is about
   */
  record PeopleMap(@Nullable String channel, @Nullable String topic, Period period)
      implements Command {
    public PeopleMap {
      if (channel != null && channel.isBlank()) {
        throw new IllegalArgumentException("channel is blank");
      }
      requireTopicIfSaid(topic);
    }
  }

  /**
   * What is each channel for, and which of them suit me?
   *
   * @param topic where this lives; null: all channels
   */
  record ChannelMap(@Nullable String topic) implements Command {
    public ChannelMap {
      requireTopicIfSaid(topic);
    }
  }

  /** What I want to hear of what people talk about. */
  record Sound(Sounding wish) implements Command {}

  /**
   * How well do people help each other: for community managers.
   *
   * @param channel a channel's name; null: in all public channels
   */
  record Pulse(@Nullable String channel, Period period) implements Command {}

  /** What I want of being brought together with colleagues whom I do not know yet. */
  record Meet(Acquaintance wish) implements Command {}

  /** What I want of questions whose asker is not told. */
  record WithoutName(Nameless wish) implements Command {}

  /** What I want of discussions that are worth beginning, or say to one of them. */
  record Seed(Sowing wish) implements Command {}

  /**
   * What is to be done about a question of mine that nobody answered.
   *
   * @param conversation the message that opens it
   */
  record OnMyQuestion(MessageId conversation, Deed deed) implements Command {}

  /** What can be done about a question of one's own. */
  enum Deed {
    /** Ask colleagues privately whether they want to be invited to it. */
    ASK_COLLEAGUES,
    /** Show me how it would be asked in another channel, where it may find an answer. */
    ASK_ROOM,
    /** Show me what colleagues would read if they were asked without my name. */
    SHOW_UNNAMED,
    /** Ask them so. */
    ASK_UNNAMED,
    /** Nothing: it is solved. */
    SOLVED,
    /** Nothing, and do not come back to it. */
    LEAVE
  }

  /** Do not ask me about my questions that nobody answered. */
  record StopHelp() implements Command {}

  /** You may do so again. */
  record AllowHelp() implements Command {}

  /** Do not ask me later whether it helped, or whether we met. */
  record StopAftercare() implements Command {}

  /** You may ask that again. */
  record AllowAftercare() implements Command {}

  /** Which questions did nobody answer, for whoever takes care of the community? */
  record OpenQuestions() implements Command {}

  /**
   * Take this question off the list of those.
   *
   * @param conversation the message that opens it
   */
  record TakeOffList(MessageId conversation) implements Command {}

  /** Tell me when somebody asks about this. */
  record Follow(String topic, Pace pace) implements Command {
    public Follow {
      requireTopic(topic);
    }
  }

  /** How soon somebody is told what they follow. */
  enum Pace {
    /** As soon as they may be disturbed. */
    AT_ONCE,
    /** Once a day, all of the day. */
    DAILY,
    /** Once a week, all of the week. */
    WEEKLY
  }

  /** Tell me no more when somebody asks about this. */
  record Unfollow(String topic) implements Command {
    public Unfollow {
      requireTopic(topic);
    }
  }

  /** What do I follow? */
  record MyFollows() implements Command {}

  /** Leave it: what was shown for approval is not to be done. */
  record Dismiss() implements Command {}

  /**
   * Give my answer to everybody in a channel, made anew from what all of them may see.
   *
   * @param answer what makes it the same answer: it is shared once
   */
  record Share(String answer, ChannelId channel, Command question) implements Command {}

  /**
   * Make a digest again and again: of one channel, to be posted there; of several or of all I am
   * in, for me alone.
   */
  record ScheduleDigest(Scope scope, Rhythm rhythm) implements Command {

    /** One channel's, posted there. */
    public ScheduleDigest(String channel, Rhythm rhythm) {
      this(new Scope.Named(List.of(channel)), rhythm);
    }
  }

  /** Do make it: I have seen how it looks. */
  record ConfirmDigest(Scope scope, Rhythm rhythm) implements Command {

    /** One channel's, posted there. */
    public ConfirmDigest(String channel, Rhythm rhythm) {
      this(new Scope.Named(List.of(channel)), rhythm);
    }
  }

  /** Which digests are posted where I am, and which come to me? */
  record Schedules() implements Command {}

  /** Make no more such digests: none of one channel there, none of several or of mine for me. */
  record StopDigest(Scope scope) implements Command {

    /** None of one channel, there. */
    public StopDigest(String channel) {
      this(new Scope.Named(List.of(channel)));
    }
  }

  /** Post no more digests of this channel there. */
  record StopSchedule(ChannelId channel) implements Command {}

  /**
   * Make no more of these digests for me alone.
   *
   * @param schedule what makes it the same among mine
   */
  record StopPrivateDigest(String schedule) implements Command {}

  /**
   * Let this rest for a while.
   *
   * @param until the first day on which it comes again; null: when I say so
   */
  record PauseSchedule(Recurring what, @Nullable LocalDate until) implements Command {}

  /** Let this go on. */
  record ResumeSchedule(Recurring what) implements Command {}

  /**
   * Show me the next digest of a channel that I scheduled, before it is posted.
   *
   * @param channel its name as typed, without {@code #}
   */
  record PreviewDigest(String channel) implements Command {
    public PreviewDigest {
      if (channel.isBlank()) {
        throw new IllegalArgumentException("channel is blank");
      }
    }
  }

  /**
   * A line of a digest.
   *
   * @param kind what kind of line it is
   * @param source the message it leads to
   */
  record Line(String kind, MessageId source) {}

  /**
   * Show those lines of the digest that comes at that moment, too, which come after the main ones.
   */
  record PreviewRest(ChannelId channel, Instant occurrence) implements Command {}

  /** Leave this line out of the digest that comes at that moment. */
  record DropLine(ChannelId channel, Instant occurrence, Line line) implements Command {}

  /** Do post the digest that comes at that moment, and with all its lines. */
  record RestorePost(ChannelId channel, Instant occurrence) implements Command {}

  /** Do not post the digest that comes at that moment. */
  record CancelPost(ChannelId channel, Instant occurrence) implements Command {}

  /** Do not wait: post the digest that comes at that moment now. */
  record PostNow(ChannelId channel, Instant occurrence) implements Command {}

  /** What do you think I know about? */
  record MyTopics() implements Command {}

  /** Never name me for this topic. */
  record HideTopic(String topic) implements Command {
    public HideTopic {
      requireTopic(topic);
    }
  }

  /** You may name me for this topic again. */
  record UnhideTopic(String topic) implements Command {
    public UnhideTopic {
      requireTopic(topic);
    }
  }

  /** I know about this topic. */
  record AddTopic(String topic) implements Command {
    public AddTopic {
      requireTopic(topic);
    }
  }

  /** I do not say any more that I know about this topic. */
  record RemoveTopic(String topic) implements Command {
    public RemoveTopic {
      requireTopic(topic);
    }
  }

  /**
   * Leave me in peace from one time of day to another, on my clock.
   *
   * @param weekends whether on Saturday and Sunday, too; null: as it is
   */
  record QuietHours(LocalTime from, LocalTime until, @Nullable Boolean weekends)
      implements Command {}

  /** Leave me in peace up to a day, which is the first on which you may write to me again. */
  record Pause(LocalDate until) implements Command {}

  /** You may write to me again. */
  record Resume() implements Command {}

  /** Speak this language with me. */
  record Speak(Language language) implements Command {}

  /** Never name me, count me or write to me unasked. */
  record OptOut() implements Command {}

  /** You may do so again. */
  record OptIn() implements Command {}

  /** What do you keep about me? */
  record MyData() implements Command {}

  /** Give me all you keep about me. */
  record ExportMyData() implements Command {}

  /** I want to be forgotten. */
  record ForgetMe() implements Command {}

  /** Do forget me: I have read what goes. */
  record ConfirmForget() implements Command {}

  /** Show me the page with all that is mine. */
  record Home() implements Command {}

  /**
   * Give me this form to fill in.
   *
   * @param about what it is to be filled in for at first; null: nothing
   */
  record FillIn(Sheet sheet, @Nullable String about) implements Command {

    /** For nothing in particular. */
    public FillIn(Sheet sheet) {
      this(sheet, null);
    }
  }

  /** The forms there are. */
  enum Sheet {
    SCHEDULE_DIGEST,
    QUIET_HOURS,
    PAUSE,
    ADD_TOPIC,
    FOLLOW,
    ANSWER
  }

  /**
   * When something happens again and again.
   *
   * @param days at least one
   * @param time to the minute
   */
  record Rhythm(Set<DayOfWeek> days, LocalTime time) {
    public Rhythm {
      days = Set.copyOf(days);
      if (days.isEmpty() || !time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
        throw new IllegalArgumentException("no rhythm: " + days + " at " + time);
      }
    }
  }

  /** The time a digest looks back over. */
  sealed interface Period {

    /**
     * The span it means at a moment; it may end after it.
     *
     * @param zone the asker's clock
     * @param usual the length of the default
     */
    default TimeSpan span(Instant now, ZoneId zone, Duration usual) {
      return switch (this) {
        case Usual() -> TimeSpan.before(now, usual);
        case LastDays(var days) -> TimeSpan.before(now, Duration.ofDays(days));
        case Dates(var first, var last) ->
            new TimeSpan(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
        case Between(var from, var until, _) -> new TimeSpan(from, until);
      };
    }

    /** The default, as configured. */
    record Usual() implements Period {}

    /** The last days up to now. */
    record LastDays(int days) implements Period {
      public LastDays {
        if (days < 1) {
          throw new IllegalArgumentException("days is " + days + ", must be 1 or more");
        }
      }
    }

    /** From the start of one day to the end of another, on the asker's clock. */
    record Dates(LocalDate first, LocalDate last) implements Period {
      public Dates {
        if (last.isBefore(first)) {
          throw new IllegalArgumentException("last day " + last + " is before the first " + first);
        }
      }
    }

    /**
     * Just the time of a digest that was shown: what else there was in it is asked for by a button.
     *
     * @param zone the clock by which it is said
     */
    record Between(Instant from, Instant until, ZoneId zone) implements Period {
      public Between {
        if (until.isBefore(from)) {
          throw new IllegalArgumentException("it ends at " + until + ", before it starts: " + from);
        }
      }

      /** The days on which it begins and ends. */
      public Dates days() {
        var last = until.isAfter(from) ? until.minusNanos(1) : until;
        return new Dates(from.atZone(zone).toLocalDate(), last.atZone(zone).toLocalDate());
      }
    }
  }

  /** Buttons that were pressed carry nobody where they were drawn before there was anybody. */
  private static List<PersonId> listed(@Nullable List<PersonId> people) {
    return people == null ? List.of() : List.copyOf(people);
  }

  private static void requireTopicIfSaid(@Nullable String topic) {
    if (topic != null) {
      requireTopic(topic);
    }
  }

  private static void requireTopic(String topic) {
    if (topic.isBlank() || topic.length() > LONGEST_TOPIC) {
      throw new IllegalArgumentException(
          "topic has " + topic.strip().length() + " characters, must have 1 to " + LONGEST_TOPIC);
    }
  }
}
