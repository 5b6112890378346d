package ponte.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.TimeSpan;

/**
 * What channels talked about in a span of time, in the words of those who talked.
 *
 * <p>Only those who may open all of the channels may see it.
 *
 * @param channels what it was made of; at least one
 * @param messages how many people wrote; programs do not count
 * @param people how many wrote them
 * @param remarks what a reader must know about the span
 * @param items its lines in the order in which they are read: those of one kind together, in their
 *     own order
 * @param more what would be worth a line too, in the same order
 */
public record Digest(
    List<Channel> channels,
    TimeSpan span,
    int messages,
    int people,
    List<Remark> remarks,
    List<Item> items,
    List<Item> more) {

  /** A line of a digest. Each kind has its section. */
  public sealed interface Item {

    /** The message it leads to: where that goes, the line goes. */
    MessageId source();
  }

  /** Something about the span of a digest. */
  public sealed interface Remark {

    /** The channel has been quiet since: the span ends there and not now. */
    record Quiet(Instant since) implements Remark {}

    /** More was wanted than a digest covers: it covers the last days of it. */
    record Shortened(int days) implements Remark {}

    /** More was said than a digest reads: it covers the last messages of it. */
    record Crowded(int messages) implements Remark {}

    /** So many messages came from people who do not take part, and are not told of. */
    record NotTold(int messages) implements Remark {}
  }

  /** What somebody said, with the message that proves it; cut where it is long. */
  public record Quote(MessageId message, PersonId author, Instant at, RichText text) {

    static Quote of(Message message, RichText text) {
      return new Quote(message.id(), message.author(), message.at(), text);
    }
  }

  /** What a conversation was about. */
  public sealed interface Headline {

    /** The sentence it opens with. */
    Quote opening();

    /** Somebody asked this. */
    record Asked(Quote opening) implements Headline {}

    /** Nothing was asked: somebody said this. */
    record About(Quote opening) implements Headline {}
  }

  /**
   * A conversation.
   *
   * @param conversation the message that opens it
   * @param outcome what somebody else had to say to it; null where no sentence can stand alone
   * @param solved whether the one who opened it said that it is settled
   * @param people those who took part, who wrote most first; at least one
   * @param messages how many they wrote, and are surely about it
   * @param isThread whether its people put all of it together; where Ponte did, more may belong to
   *     it
   */
  public record Discussion(
      MessageId conversation,
      Headline headline,
      @Nullable Quote outcome,
      boolean solved,
      List<PersonId> people,
      int messages,
      boolean isThread)
      implements Item {
    public Discussion {
      people = List.copyOf(people);
      if (people.isEmpty()) {
        throw new IllegalArgumentException("nobody took part in " + conversation);
      }
    }

    @Override
    public MessageId source() {
      return headline.opening().message();
    }
  }

  /**
   * Something settled.
   *
   * @param about the conversation it was settled in; it has no outcome besides
   */
  public record Decision(Quote decided, Discussion about) implements Item {
    @Override
    public MessageId source() {
      return decided.message();
    }
  }

  /**
   * A question that was settled.
   *
   * @param about opens with the question, and its outcome is the answer
   */
  public record Answered(Discussion about) implements Item {
    public Answered {
      if (about.outcome() == null || !(about.headline() instanceof Headline.Asked)) {
        throw new IllegalArgumentException("no question and answer: " + about.conversation());
      }
    }

    public Quote question() {
      return about.headline().opening();
    }

    public Quote answer() {
      return Objects.requireNonNull(about.outcome());
    }

    @Override
    public MessageId source() {
      return question().message();
    }
  }

  /**
   * A question that nobody is seen to have answered.
   *
   * @param proposed who may know, by what everybody may see who may open the channel; null: nobody
   *     is known
   */
  public record Unanswered(Quote question, @Nullable Proposed proposed) implements Item {
    @Override
    public MessageId source() {
      return question.message();
    }
  }

  /** A colleague whom a reader may have invited to a question. */
  public record Proposed(PersonId person, String name) {}

  /**
   * Something that somebody, the author, said they would do.
   *
   * @param about what they answered by it; null where the promise tells all
   * @param due the last day for it, on the author's clock; null: they named none
   */
  public record Commitment(Quote promise, @Nullable Quote about, @Nullable LocalDate due)
      implements Item {
    @Override
    public MessageId source() {
      return promise.message();
    }
  }

  /**
   * A page or a file that somebody gave to the channel.
   *
   * @param asked the question that it was given in answer to; null where there was none
   */
  public record Shared(
      MessageId message, PersonId author, Instant at, Thing thing, @Nullable Quote asked)
      implements Item {

    /** What can be shared. */
    public sealed interface Thing {

      /**
       * A page.
       *
       * @param label the words that introduce it, with its title where only the address gave it;
       *     otherwise its title
       */
      record Page(String url, String label) implements Thing {}

      /** A file by its name. */
      record File(String name) implements Thing {}
    }

    @Override
    public MessageId source() {
      return message;
    }
  }

  /**
   * Somebody who wrote in the channel for the first time.
   *
   * @param first what they wrote then
   */
  public record Newcomer(PersonId person, MessageId first, Instant at) implements Item {
    @Override
    public MessageId source() {
      return first;
    }
  }

  /**
   * Somebody whom several thanked.
   *
   * @param by those who did, at least two, in the order in which they did
   * @param thanks the first that was said so
   * @param messages with which message each of them did, in the same order
   * @param about what one of them had asked, or says to thank for, or what somebody was thanked for
   *     with a reaction; null where that is told no more
   */
  public record Thanked(
      PersonId person,
      List<PersonId> by,
      MessageId thanks,
      Instant at,
      List<MessageId> messages,
      @Nullable Quote about)
      implements Item {
    public Thanked {
      by = List.copyOf(by);
      messages = List.copyOf(messages);
      if (messages.size() != by.size()) {
        throw new IllegalArgumentException(by.size() + " people, " + messages.size() + " thanks");
      }
      if (by.size() < 2) {
        throw new IllegalArgumentException(by.size() + " are not several to thank " + person);
      }
    }

    @Override
    public MessageId source() {
      return thanks;
    }
  }

  /**
   * Good news that others celebrated.
   *
   * @param people how many did
   */
  public record Celebrated(Quote news, int people) implements Item {
    @Override
    public MessageId source() {
      return news.message();
    }
  }

  /**
   * A topic that is much more spoken of than before.
   *
   * @param example one of the messages about it
   * @param people how many spoke of it
   */
  public record Rising(String topic, Quote example, int people) implements Item {
    @Override
    public MessageId source() {
      return example.message();
    }
  }

  /**
   * A topic that was much spoken of in the weeks before, and not at all in the span.
   *
   * @param last the last message about it
   */
  public record WentQuiet(String topic, MessageId last, Instant at) implements Item {
    @Override
    public MessageId source() {
      return last;
    }
  }

  public Digest {
    channels = List.copyOf(channels);
    remarks = List.copyOf(remarks);
    items = List.copyOf(items);
    more = List.copyOf(more);
    if (channels.isEmpty()) {
      throw new IllegalArgumentException("a digest is of a channel");
    }
  }

  /** The order in which the kinds of lines are read. */
  public static final Comparator<Item> BY_KIND = Comparator.comparingInt(Digest::place);

  private static int place(Item item) {
    return switch (item) {
      case Discussion _ -> 0;
      case Decision _ -> 1;
      case Answered _ -> 2;
      case Unanswered _ -> 3;
      case Commitment _ -> 4;
      case Rising _ -> 5;
      case WentQuiet _ -> 6;
      case Shared _ -> 7;
      case Celebrated _ -> 8;
      case Thanked _ -> 9;
      case Newcomer _ -> 10;
    };
  }

  /** The same with all that is worth a line among its lines. */
  public Digest whole() {
    return new Digest(
        channels,
        span,
        messages,
        people,
        remarks,
        Stream.concat(items.stream(), more.stream()).sorted(BY_KIND).toList(),
        List.of());
  }

  /** The same digest with its channels as they are called now. */
  public Digest of(List<Channel> called) {
    return new Digest(called, span, messages, people, remarks, items, more);
  }

  /** The same digest with other lines. */
  public Digest with(List<Item> shown, List<Item> rest) {
    return new Digest(channels, span, messages, people, remarks, shown, rest);
  }

  /** Its lines of one kind, in their order. */
  public <T extends Item> List<T> items(Class<T> kind) {
    return items.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
