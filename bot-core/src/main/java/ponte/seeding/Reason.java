package ponte.seeding;

import java.time.Instant;
import java.util.List;
import ponte.conversation.MessageId;

/** Why a discussion is worth beginning now. */
public sealed interface Reason {

  /** What shows it, most important first; whoever reads the seed may open each of them. */
  default List<MessageId> sources() {
    return List.of();
  }

  /** Those of its sources that ask what it is about; empty where it has a topic of its own. */
  default List<MessageId> questions() {
    return List.of();
  }

  /**
   * Whether it can still be said with what is left of what shows it.
   *
   * @param left how many of its sources may be read still
   * @param people how many wrote those
   */
  boolean holds(int left, int people);

  /** What it is about in a few words; empty where its sources say that themselves. */
  default String topic() {
    return "";
  }

  /**
   * A question that nobody is seen to have answered.
   *
   * @param at when it was asked
   */
  record Waiting(MessageId question, Instant at) implements Reason {
    @Override
    public List<MessageId> sources() {
      return List.of(question);
    }

    @Override
    public List<MessageId> questions() {
      return List.of(question);
    }

    @Override
    public boolean holds(int left, int people) {
      return left > 0;
    }
  }

  /**
   * Several people asked much the same.
   *
   * @param people how many asked
   */
  record Circling(List<MessageId> questions, int people) implements Reason {
    public Circling {
      questions = List.copyOf(questions);
    }

    @Override
    public List<MessageId> sources() {
      return questions;
    }

    @Override
    public boolean holds(int left, int people) {
      return people > 1;
    }
  }

  /** A question was answered so that its asker was content: others may meet it, too. */
  record Answered(MessageId question, MessageId answer) implements Reason {
    @Override
    public List<MessageId> sources() {
      return List.of(question, answer);
    }

    @Override
    public List<MessageId> questions() {
      return List.of(question);
    }

    @Override
    public boolean holds(int left, int people) {
      return left == 2;
    }
  }

  /**
   * Several spoke to a question how others do something, and others can do so, too.
   *
   * @param at when it was asked
   * @param people how many others said something to it
   */
  record Practice(MessageId question, Instant at, int people) implements Reason {
    @Override
    public List<MessageId> sources() {
      return List.of(question);
    }

    @Override
    public List<MessageId> questions() {
      return List.of(question);
    }

    @Override
    public boolean holds(int left, int people) {
      return left > 0;
    }
  }

  /**
   * Nobody speaks in the channel any more, and its people talk about what it was for elsewhere.
   *
   * @param there a conversation about it
   * @param since when it became quiet
   */
  record Quiet(String topic, MessageId there, Instant since) implements Reason {
    @Override
    public List<MessageId> sources() {
      return List.of(there);
    }

    @Override
    public boolean holds(int left, int people) {
      return left > 0;
    }
  }

  /** People none of whom took part in both speak of the same in two channels. */
  record Apart(String topic, MessageId here, MessageId there) implements Reason {
    @Override
    public List<MessageId> sources() {
      return List.of(here, there);
    }

    @Override
    public boolean holds(int left, int people) {
      return left == 2;
    }
  }

  /**
   * A topic is spoken of much more than before, and of it a question that several speak to.
   *
   * @param examples the question first, then what others said, in order
   * @param people how many spoke of it in the channel
   */
  record Rising(String topic, List<MessageId> examples, int people) implements Reason {
    public Rising {
      examples = List.copyOf(examples);
    }

    @Override
    public List<MessageId> sources() {
      return examples;
    }

    @Override
    public List<MessageId> questions() {
      return examples.stream().limit(1).toList();
    }

    @Override
    public boolean holds(int left, int people) {
      return people > 1;
    }
  }

  /** Somebody wants it. */
  record Idea() implements Reason {
    @Override
    public boolean holds(int left, int people) {
      return true;
    }
  }
}
