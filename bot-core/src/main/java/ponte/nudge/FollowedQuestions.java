package ponte.nudge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** The questions that are followed, and which of them stand on the community managers' list. */
public final class FollowedQuestions {

  private static final Duration KEEP = Duration.ofDays(30);

  /** What was asked longer ago is not followed again, though its answer is taken back. */
  private static final Duration YOUNG = Duration.ofDays(7);

  /** What was decided and not done within that time is not done any more. */
  private static final Duration DECIDED = Duration.ofDays(7);

  private static final int MOST = 1_000;

  private final Records records;
  private final Clock clock;

  public FollowedQuestions(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** Leads from a list to a question. */
  private record Sign(PersonId asker) {}

  /** Whom to ask next, decided once, whoever does it; nobody any more once they are asked. */
  private record Group(List<PersonId> people) {
    private Group {
      people = List.copyOf(people);
    }
  }

  /** When the first one of a group was asked. */
  private record Told(Instant at) {}

  /** Follows a question, once. */
  void begin(Followed question) {
    records.write(
        Write.create(key(question), Codec.write(question)).expiring(clock.instant().plus(KEEP)));
  }

  /** A question that is followed for a person, or was lately. */
  public Optional<Followed> find(PersonId asker, MessageId conversation) {
    return records.find(key(asker, conversation)).map(FollowedQuestions::read);
  }

  /** Changes what is kept and gives it as it is then; empty where there is nothing. */
  Optional<Followed> change(Followed question, UnaryOperator<Followed> change) {
    return records.change(key(question), Followed.class, change);
  }

  /**
   * Who is in a group of colleagues, as it was decided first; nobody once {@link #asked} was said
   * of it. It is kept until then, and never for the asker to see.
   */
  List<PersonId> group(Followed question, int number, Supplier<List<PersonId>> choice) {
    var key = groups(question.asker()).key(number + " " + question.conversation());
    while (true) {
      var decided = records.find(key);
      if (decided.isPresent()) {
        return Codec.read(decided.get().content(), Group.class).people();
      }
      var group = new Group(choice.get());
      if (records.write(
          Write.create(key, Codec.write(group)).expiring(clock.instant().plus(DECIDED)))) {
        return group.people();
      }
    }
  }

  /**
   * Notes that a group was asked, and gives the question as it is then. Who was in it is forgotten;
   * that it was decided is not, so that whoever comes late decides on no other.
   */
  Followed asked(Followed question, int number, int people) {
    var after = change(question, each -> each.asked(number, people)).orElse(question);
    var key = groups(question.asker()).key(number + " " + question.conversation());
    while (true) {
      var decided = records.find(key);
      if (decided.isEmpty()
          || records.write(
              Write.replace(decided.get(), Codec.write(new Group(List.of())))
                  .expiring(clock.instant().plus(KEEP)))) {
        return after;
      }
    }
  }

  /** Notes that somebody of the group that was decided last was asked; the first one counts. */
  void told(Followed question, int groups) {
    for (var number = groups; number > 0; number--) {
      if (records
          .find(groups(question.asker()).key(number + " " + question.conversation()))
          .isPresent()) {
        records.write(
            Write.create(first(question, number), Codec.write(new Told(clock.instant())))
                .expiring(clock.instant().plus(KEEP)));
        return;
      }
    }
  }

  /** When the first one of a group was asked; empty: nobody was. */
  Optional<Instant> toldAt(Followed question, int number) {
    return records
        .find(first(question, number))
        .map(document -> Codec.read(document.content(), Told.class).at());
  }

  private static Key first(Followed question, int number) {
    return groups(question.asker()).key("told " + number + " " + question.conversation());
  }

  /** Puts a question on the list. */
  void list(Followed question) {
    records.write(
        Write.create(signs(question).key(question.conversation().toString()), sign(question))
            .at(clock.instant())
            .expiring(clock.instant().plus(KEEP)));
    change(question, each -> each.listed(clock.instant()));
  }

  private static String sign(Followed question) {
    return Codec.write(new Sign(question.asker()));
  }

  /**
   * Keeps that a question is answered, for as long as it is followed again where its answer is
   * taken back.
   */
  void answered(Followed question) {
    var until = question.at().plus(YOUNG);
    if (until.isAfter(clock.instant())) {
      records.write(Write.create(answeredKey(question), sign(question)).expiring(until));
    }
  }

  /** Those questions of a channel of which that is kept. */
  List<Followed> answeredIn(ChannelId channel) {
    return records.list(answered(channel), "", MOST).stream()
        .flatMap(sign -> signed(sign).stream())
        .toList();
  }

  /** A question is followed again, or is not any more: that it is answered is not kept. */
  void reopened(Followed question) {
    remove(answeredKey(question));
  }

  /** Follows a question no more. */
  void end(Followed question, Followed.Ending ending) {
    change(question, each -> each.ended(ending));
    removeSigns(question);
  }

  private void removeSigns(Followed question) {
    remove(signs(question).key(question.conversation().toString()));
    remove(answeredKey(question));
  }

  private void remove(Key sign) {
    records.find(sign).ifPresent(each -> records.remove(each.key(), each.version()));
  }

  private static Key answeredKey(Followed question) {
    return answered(question.conversation().channel()).key(question.conversation().toString());
  }

  private static Partition answered(ChannelId channel) {
    return new Partition("questions-answered", channel.toString());
  }

  /**
   * The questions of a workspace that stand on the list, in order of the message that opens them.
   */
  List<Followed> listed(WorkspaceId workspace) {
    return records.list(signs(workspace), "", MOST).stream()
        .flatMap(sign -> signed(sign).stream())
        .filter(question -> question.ending() == null)
        .toList();
  }

  /** A question that stands on the list. */
  Optional<Followed> listed(MessageId conversation) {
    return records
        .find(signs(conversation.channel().workspace()).key(conversation.toString()))
        .flatMap(this::signed);
  }

  private Optional<Followed> signed(Document sign) {
    return find(Codec.read(sign.content(), Sign.class).asker(), MessageId.parse(sign.key().id()));
  }

  /** All that is followed for a person, or was lately. */
  public List<Followed> of(PersonId asker) {
    return records.list(partition(asker), "", MOST).stream().map(FollowedQuestions::read).toList();
  }

  /** Forgets what was followed for a person. */
  public void forget(PersonId asker) {
    of(asker).forEach(this::removeSigns);
    records.drop(groups(asker));
    records.drop(partition(asker));
  }

  private static Followed read(Document document) {
    return Codec.read(document.content(), Followed.class);
  }

  private static Partition partition(PersonId asker) {
    return new Partition("questions", asker.toString());
  }

  private static Partition groups(PersonId asker) {
    return new Partition("question-groups", asker.toString());
  }

  private static Partition signs(Followed question) {
    return signs(question.conversation().channel().workspace());
  }

  private static Partition signs(WorkspaceId workspace) {
    return new Partition("questions-listed", workspace.toString());
  }

  private static Key key(Followed question) {
    return key(question.asker(), question.conversation());
  }

  private static Key key(PersonId asker, MessageId conversation) {
    return partition(asker).key(conversation.toString());
  }
}
