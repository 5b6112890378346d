package ponte.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ponte.consent.Absent;
import ponte.consent.Confidentiality;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;

/** Reads what people said in channels, as far as it counts; who opted out has said nothing. */
final class Chatter {

  private final Directory directory;
  private final Readings<Utterance> utterances;
  private final Readings<Question> questions;
  private final ListeningRules.Reach rules;

  Chatter(
      Directory directory,
      Readings<Utterance> utterances,
      Readings<Question> questions,
      ListeningRules.Reach rules) {
    this.directory = directory;
    this.utterances = utterances;
    this.questions = questions;
    this.rules = rules;
  }

  /** Against how long a time before a span is held. */
  Duration history() {
    return rules.history();
  }

  /** The channels of an audience among these; of none, all that are not archived. */
  List<ChannelId> open(Audience audience, Collection<ChannelId> channels) {
    return directory.channels(audience).stream()
        .filter(
            channel -> channels.isEmpty() ? !channel.archived() : channels.contains(channel.id()))
        .map(Channel::id)
        .toList();
  }

  /**
   * What was said.
   *
   * @param since from when on the channel was read: the start of the span, unless there was more
   *     than is read
   */
  record Heard(ChannelId channel, Instant since, List<Spoken> spoken) {}

  /** What was said in these channels in a span, channel by channel, the oldest first in each. */
  List<Heard> in(Collection<ChannelId> channels, TimeSpan span) {
    var people = new Crowd(directory);
    var each = List.copyOf(channels).stream().distinct().toList();
    var said = new Portions(rules).read(each, utterances.in(span));
    var heard = new ArrayList<Heard>();
    for (int i = 0; i < each.size(); i++) {
      heard.add(heard(each.get(i), said.get(i), people));
    }
    return heard;
  }

  /** Who said anything in these channels in a span, as far as it is read. */
  Set<PersonId> wrote(Collection<ChannelId> channels, TimeSpan span) {
    return new Portions(rules)
        .read(List.copyOf(channels), utterances.in(span)).stream()
            .flatMap(part -> part.made().stream())
            .map(Utterance::by)
            .collect(Collectors.toSet());
  }

  private static Heard heard(ChannelId channel, Reading.Part<Utterance> said, Crowd people) {
    return new Heard(
        channel,
        said.since(),
        said.made().stream()
            .map(
                each ->
                    new Spoken(
                        each.id(),
                        each.conversation(),
                        people.number(each.by()),
                        each.at(),
                        each.language(),
                        each.terms(),
                        each.coded()))
            .toList());
  }

  /**
   * What people asked the room in these channels in a span, and who answered, channel by channel.
   */
  List<Inquiry> asked(Collection<ChannelId> channels, TimeSpan span) {
    var people = new Crowd(directory);
    return new Portions(rules)
        .read(channels, questions.in(span)).stream()
            .flatMap(part -> part.made().stream())
            .map(each -> inquiry(each, people))
            .toList();
  }

  private static Inquiry inquiry(Question question, Crowd people) {
    int asker = people.number(question.by());
    return new Inquiry(
        new Spoken(
            question.id(),
            question.id(),
            asker,
            question.at(),
            question.language(),
            question.asked(),
            new int[0]),
        question.told(),
        question.others().stream().anyMatch(each -> people.number(each) != asker),
        question.answerers().stream()
            .filter(each -> people.number(each) != asker && people.isActive(each))
            .map(people::number)
            .collect(Collectors.toSet()));
  }

  static boolean counts(Message message, Absent absent) {
    return message.isTalk()
        && !absent.contains(message.author())
        && !Confidentiality.isMarked(message.text());
  }
}
