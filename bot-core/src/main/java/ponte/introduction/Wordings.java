package ponte.introduction;

import java.util.Optional;
import java.util.function.Predicate;
import ponte.archive.Archive;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.platform.Postings;

/**
 * Keeps what is kept of questions in the words in which they stand in their channels: what was
 * edited is told as it reads now, and of what was taken back no word is left.
 */
public final class Wordings {

  private final Archive archive;
  private final Directory directory;
  private final Matters matters;
  private final Invitations invitations;
  private final Answerers answerers;

  public Wordings(
      Archive archive,
      Directory directory,
      Matters matters,
      Invitations invitations,
      Answerers answerers) {
    this.archive = archive;
    this.directory = directory;
    this.matters = matters;
    this.invitations = invitations;
    this.answerers = answerers;
  }

  /**
   * A message was taken back: nobody is asked about it any more, and nothing tells what it said.
   */
  public void takenBack(MessageId message, Postings postings) {
    answerers.takenBack(message, postings);
    drop(
        message.channel(),
        matter ->
            message.equals(matter.message())
                || Answerers.said(matter).filter(message::equals).isPresent());
  }

  /** A message says something else now. */
  public void edited(MessageId message) {
    for (var matter : matters.in(message.channel())) {
      if (Answerers.said(matter).filter(message::equals).isPresent()) {
        var topic = found(message).map(StandingQuestions::topic).orElse("");
        matters.reword(matter.asker(), matter.id(), topic);
        directory.people().forEach(person -> invitations.reword(person.id(), matter, topic));
      }
    }
  }

  /** Of what is in the archive no more no word is left. */
  public void settle(ChannelId channel) {
    drop(
        channel,
        matter -> Answerers.said(matter).filter(said -> found(said).isEmpty()).isPresent());
  }

  /** Nothing tells any more what a person said, whoever asked it of whom. */
  public void forget(PersonId person) {
    directory
        .channels()
        .forEach(
            channel ->
                drop(
                    channel.id(),
                    matter ->
                        Answerers.said(matter)
                            .filter(said -> found(said).filter(isNot(person)).isEmpty())
                            .isPresent()));
  }

  private static Predicate<Message> isNot(PersonId person) {
    return message -> !message.author().equals(person);
  }

  private Optional<Message> found(MessageId message) {
    return archive.find(message, Audience.of(message.channel())).map(filed -> filed.message());
  }

  /** That there was something stays for its time, so that nobody is asked about it again. */
  private void drop(ChannelId channel, Predicate<Matter> which) {
    matters.in(channel).stream()
        .filter(matter -> !matter.topic().isEmpty())
        .filter(which)
        .forEach(
            matter -> {
              directory.people().stream()
                  .map(Person::id)
                  .forEach(invited -> invitations.forget(invited, matter));
              matters.reword(matter.asker(), matter.id(), "");
            });
  }
}
