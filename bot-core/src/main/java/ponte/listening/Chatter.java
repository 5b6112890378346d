package ponte.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.consent.Absent;
import ponte.consent.Confidentiality;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.nlp.LanguageSign;

/** Reads what people said in channels, as far as it counts; who opted out has said nothing. */
final class Chatter {

  private static final int CONTEXT = 5;

  private final Archive archive;
  private final Directory directory;
  private final Preferences preferences;
  private final Gists gists;
  private final Questions questions;
  private final ListeningRules.Reach rules;

  Chatter(
      Archive archive,
      Directory directory,
      Preferences preferences,
      Gists gists,
      Questions questions,
      ListeningRules.Reach rules) {
    this.archive = archive;
    this.directory = directory;
    this.preferences = preferences;
    this.gists = gists;
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
    var out = new HashMap<WorkspaceId, Absent>();
    var messages =
        new Messages<>(
            archive,
            span,
            (channel, since, filed) -> {
              var absent = out.computeIfAbsent(channel.workspace(), preferences::out);
              var said = filed.stream().filter(each -> counts(each.message(), absent)).toList();
              return new Heard(channel, since, counted(said, people));
            });
    return new Portions(rules).read(channels, messages);
  }

  /**
   * What people asked the room in these channels in a span, and who answered, channel by channel.
   */
  List<Inquiry> asked(Collection<ChannelId> channels, TimeSpan span) {
    var people = new Crowd(directory);
    return new Portions(rules)
        .read(channels, questions.in(span)).stream()
            .flatMap(List::stream)
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
            question.asked()),
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

  private List<Spoken> counted(List<Filed> said, Crowd people) {
    var read = said.stream().map(each -> gists.of(each.message())).toList();
    var usual = usual(read);
    var context = new ArrayList<LanguageSign>();
    var spoken = new ArrayList<Spoken>();
    for (int i = 0; i < said.size(); i++) {
      var message = said.get(i).message();
      var around = context.subList(Math.max(0, context.size() - CONTEXT), context.size());
      var language = read.get(i).sign().among(around, usual);
      context.add(read.get(i).sign());
      spoken.add(
          new Spoken(
              message.id(),
              said.get(i).conversation(),
              people.number(message.author()),
              message.at(),
              language,
              gists.terms(message, read.get(i), language)));
    }
    return spoken;
  }

  /** In which language most of it is. */
  static Language usual(List<Gists.Gist> read) {
    long italian = read.stream().filter(each -> each.sign().language() == Language.ITALIAN).count();
    long english = read.stream().filter(each -> each.sign().language() == Language.ENGLISH).count();
    return italian > english ? Language.ITALIAN : Language.ENGLISH;
  }
}
