package ponte.prompt;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Pace;
import ponte.command.Sounding.Subject;
import ponte.command.Sowing;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.nlp.Language;
import ponte.nudge.Kind;
import ponte.nudge.Nudge;
import ponte.nudge.Nudge.Wish;

/**
 * Something that somebody may be told or asked at a later moment. It says what it is about, not how
 * it is put: that is made when the moment has come, of what is true then.
 */
public sealed interface Prompt {

  /** The occasion of what is asked of somebody before they wanted to be asked later. */
  String FIRST = "first";

  PersonId to();

  /** What makes it the same when it is planned twice. */
  String key();

  Kind kind();

  /** The channel in which lies what it is about; null: none. */
  default @Nullable ChannelId about() {
    return null;
  }

  /** The last moment at which it is worth saying. */
  Instant until();

  /** By whose wish it is said, who is named in it though they opted out; null: by nobody's. */
  default @Nullable PersonId wished() {
    return null;
  }

  /** What the gate has to know of it. */
  default Nudge nudge() {
    return new Nudge(to(), key(), kind(), about(), until());
  }

  /**
   * Whether it helped to be brought together with others.
   *
   * @param matter names what it was for among what was done for them
   * @param occasion why it is asked now: of several occasions the first one counts
   */
  record Helped(PersonId to, String matter, Occasion occasion, Instant until) implements Prompt {
    @Override
    public String key() {
      return keys(matter) + occasion.name().toLowerCase(Locale.ROOT);
    }

    /** What the keys of all for a matter begin with. */
    public static String keys(String matter) {
      return matter + "/helped-";
    }

    @Override
    public Kind kind() {
      return Kind.HELPED;
    }
  }

  /** Why somebody is asked whether it helped. */
  enum Occasion {
    /** Somebody answered. */
    ANSWERED,
    /** Time has passed. */
    LATER
  }

  /**
   * Whether they want to be invited to a colleague's question.
   *
   * @param matter names the question among what was done for the asker
   * @param about the channel of the question; null: it was not kept
   * @param occasion what makes it another one: those who said later are asked again
   * @param chosen whether somebody chose them by name, and was told that they are asked
   */
  record Invite(
      PersonId to,
      PersonId asker,
      String matter,
      @Nullable ChannelId about,
      String occasion,
      Instant until,
      boolean chosen)
      implements Prompt {
    @Override
    public String key() {
      return keys(matter, to) + occasion;
    }

    @Override
    public PersonId wished() {
      return asker;
    }

    @Override
    public Nudge nudge() {
      var wish = chosen || !occasion.equals(FIRST) ? Wish.SOMEBODYS : Wish.NOBODYS;
      return new Nudge(to, key(), kind(), about, until, wish);
    }

    /** What the keys of all that are one person's for a matter begin with. */
    public static String keys(String matter, PersonId to) {
      return matter + "/invite/" + to + "/";
    }

    @Override
    public Kind kind() {
      return Kind.INVITATION;
    }
  }

  /**
   * That a colleague wants to be brought together with them; to the colleague themselves: that it
   * was done, where the two are written to apart.
   *
   * @param matter names what it is for among what was done for the asker
   * @param language in which they asked
   */
  record Sought(PersonId to, PersonId asker, String matter, As as, Language language, Instant until)
      implements Prompt {
    @Override
    public String key() {
      return isTold() ? matter + "/introduced" : keys(matter);
    }

    /** What the key of the one for a matter begins with, that goes to who is sought. */
    public static String keys(String matter) {
      return matter + "/introduction";
    }

    /** Whether it tells the asker that it was done. */
    public boolean isTold() {
      return to.equals(asker);
    }

    @Override
    public Kind kind() {
      return isTold() ? Kind.NOTICE : Kind.SOUGHT;
    }

    @Override
    public PersonId wished() {
      return asker;
    }

    @Override
    public Nudge nudge() {
      return new Nudge(to, key(), kind(), null, until, isTold() ? Wish.THEIRS : Wish.NOBODYS);
    }
  }

  /**
   * The address of a colleague whom they sought, and who gives it.
   *
   * @param request by which the colleague gave it
   */
  record Address(PersonId to, PersonId colleague, String topic, String request, Instant until)
      implements Prompt {
    @Override
    public String key() {
      return request + "/address";
    }

    @Override
    public Kind kind() {
      return Kind.NOTICE;
    }

    @Override
    public PersonId wished() {
      return to;
    }

    @Override
    public Nudge nudge() {
      return new Nudge(to, key(), kind(), null, until, Wish.THEIRS);
    }
  }

  /** As what a colleague is sought. */
  enum As {
    /** As one whom Ponte named for the topic: not where they hide it. */
    KNOWS_THE_TOPIC,
    /** As the one whom the asker knows: to be named for a topic is another thing. */
    THEMSELVES
  }

  /**
   * A question of a colleague who is not told.
   *
   * @param question its name, made by chance, from which nothing leads to its asker
   * @param occasion what makes it another one: those who said later are asked again
   */
  record Unnamed(PersonId to, String question, String occasion, Instant until) implements Prompt {
    @Override
    public String key() {
      return keys(question, to) + occasion;
    }

    @Override
    public Nudge nudge() {
      var wish = occasion.equals(FIRST) ? Wish.NOBODYS : Wish.SOMEBODYS;
      return new Nudge(to, key(), kind(), null, until, wish);
    }

    /** What the keys of all that are one person's for a question begin with. */
    public static String keys(String question, PersonId to) {
      return "unnamed/" + question + "/" + to + "/";
    }

    @Override
    public Kind kind() {
      return Kind.INVITATION;
    }
  }

  /**
   * Whether colleagues are to be asked about their own question, which nobody answered.
   *
   * @param conversation the message that opens it
   * @param again the answer or the mark that was taken back, for which it is planned again; null:
   *     planned first
   */
  record Help(PersonId to, MessageId conversation, Instant until, @Nullable MessageId again)
      implements Prompt {
    @Override
    public String key() {
      return again == null ? key(conversation) : key(conversation) + "/again/" + again;
    }

    /** What all for a question are said as: one of them is. */
    public static String key(MessageId conversation) {
      return "help/" + conversation;
    }

    @Override
    public Nudge nudge() {
      return new Nudge(to, key(conversation), kind(), about(), until);
    }

    @Override
    public Kind kind() {
      return Kind.HELP;
    }

    @Override
    public ChannelId about() {
      return conversation.channel();
    }
  }

  /**
   * Whether a colleague is to be invited to their own question, as somebody else suggests.
   *
   * @param question the message that asks
   */
  record Suggested(PersonId to, PersonId by, PersonId colleague, MessageId question, Instant until)
      implements Prompt {
    @Override
    public String key() {
      return key(question, colleague);
    }

    /** The key of the one for a question and a colleague, whoever suggests them. */
    public static String key(MessageId question, PersonId colleague) {
      return keys(question) + colleague;
    }

    /** What the keys of all for a question begin with. */
    public static String keys(MessageId question) {
      return "suggested/" + question + "/";
    }

    @Override
    public Kind kind() {
      return Kind.HELP;
    }

    @Override
    public ChannelId about() {
      return question.channel();
    }
  }

  /**
   * What was asked about the topics that they follow.
   *
   * @param occasion what makes it another one
   */
  record News(PersonId to, Pace pace, String occasion, Instant until) implements Prompt {
    @Override
    public String key() {
      return "news/" + to + "/" + occasion;
    }

    @Override
    public Kind kind() {
      return Kind.NEWS;
    }
  }

  /**
   * What is new of a subject in a week.
   *
   * @param about in which channel; null: in all that they may open
   * @param week the moment with which it ends
   */
  record Trends(
      PersonId to, Subject subject, @Nullable ChannelId about, Instant week, Instant until)
      implements Prompt {

    /** One that was planned before there were other subjects is of trends. */
    public Trends(
        PersonId to,
        @Nullable Subject subject,
        @Nullable ChannelId about,
        Instant week,
        Instant until) {
      this.to = to;
      this.subject = Objects.requireNonNullElse(subject, Subject.TRENDS);
      this.about = about;
      this.week = week;
      this.until = until;
    }

    @Override
    public String key() {
      var subjects = subject.name().toLowerCase(Locale.ROOT);
      return subjects + "/" + to + "/" + (about == null ? "all" : about) + "/" + week;
    }

    @Override
    public Kind kind() {
      return Kind.NEWS;
    }
  }

  /**
   * What is to be said of an introduction to colleagues whom they did not know.
   *
   * @param introduction names it among all; where there was nobody, the round
   */
  record Introduced(PersonId to, String introduction, Step step, Instant until) implements Prompt {
    @Override
    public String key() {
      return "introduced/" + introduction + "/" + to + "/" + step.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Kind kind() {
      return step == Step.LATER ? Kind.HELPED : Kind.INTRODUCTION;
    }

    @Override
    public Nudge nudge() {
      return nudge(to);
    }

    /** The same for one of those who are introduced: it is one, in however many letters. */
    public Nudge nudge(PersonId each) {
      return new Nudge(each, shown(introduction, step), kind(), null, until);
    }

    /** What the gate knows a step by. */
    public static String shown(String introduction, Step step) {
      return "introduced/" + introduction + "/" + step.name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is to be asked or told of a discussion that is worth beginning, or was begun.
   *
   * @param occasion what makes it another one
   */
  record Sown(PersonId to, Sowing.Of seed, Word word, String occasion, Instant until)
      implements Prompt {
    @Override
    public String key() {
      return keys(seed, word, to) + occasion;
    }

    /** What the keys of all begin with by which somebody is asked or told the same of one. */
    public static String keys(Sowing.Of seed, Word word, PersonId to) {
      return "seed/" + seed.id() + "/" + word.name().toLowerCase(Locale.ROOT) + "/" + to + "/";
    }

    @Override
    public Kind kind() {
      return word == Word.HOST ? Kind.HOSTING : Kind.NOTICE;
    }

    @Override
    public ChannelId about() {
      return seed.room();
    }

    /** Whether it tells whoever planned or posted it, whether or not they take part. */
    public boolean isToItsOwner() {
      return switch (word) {
        case HOSTED, MISSED, ENDED, SETTLED, OUTCOME -> true;
        case HOST, REWRITTEN -> false;
      };
    }

    @Override
    public Nudge nudge() {
      var wish = isToItsOwner() ? Wish.THEIRS : Wish.NOBODYS;
      return new Nudge(to, key(), kind(), about(), until, wish);
    }
  }

  /** What is said of such a discussion. */
  enum Word {
    /** To a colleague: whether they will answer what people ask them. */
    HOST,
    /** To whoever asked for that: what the colleague says. */
    HOSTED,
    /** To whoever agreed to answer: that it was written another way, and nothing holds them. */
    REWRITTEN,
    /** To whoever planned it: that it was not posted. */
    MISSED,
    /** To whoever planned it: that it was not posted, and with it a series has ended. */
    ENDED,
    /** To whoever planned it: that its question may have an answer, and it was not posted. */
    SETTLED,
    /** To whoever posted it: what became of it. */
    OUTCOME
  }

  /** What is said of an introduction, one after the other. */
  enum Step {
    /** To all of them: who they are, and why they may like to meet. */
    OPENING,
    /** To all of them, where nobody said anything. */
    REMINDER,
    /** To each: whether they met. */
    LATER,
    /** To somebody: that there was nobody for them. */
    NOBODY
  }
}
