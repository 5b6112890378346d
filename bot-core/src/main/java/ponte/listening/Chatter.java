package ponte.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
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
  private final ListeningRules.Reach rules;

  Chatter(
      Archive archive,
      Directory directory,
      Preferences preferences,
      Gists gists,
      ListeningRules.Reach rules) {
    this.archive = archive;
    this.directory = directory;
    this.preferences = preferences;
    this.gists = gists;
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

  /** What was said in these channels in a span, channel by channel, the oldest first in each. */
  List<Spoken> in(Collection<ChannelId> channels, TimeSpan span) {
    int most =
        Math.min(rules.ofChannel(), Math.max(1, rules.ofAll() / Math.max(1, channels.size())));
    var people = new HashMap<PersonId, Integer>();
    var out = new HashMap<WorkspaceId, Absent>();
    var spoken = new ArrayList<Spoken>();
    for (var channel : channels) {
      var absent = out.computeIfAbsent(channel.workspace(), preferences::out);
      spoken.addAll(counted(said(channel, span, most, absent), people));
    }
    return spoken;
  }

  /**
   * What people asked the room in these channels in a span, and who answered, channel by channel.
   */
  List<Inquiry> asked(Collection<ChannelId> channels, TimeSpan span) {
    int most = most(channels);
    var people = new HashMap<PersonId, Integer>();
    var out = new HashMap<WorkspaceId, Absent>();
    var inquiries = new ArrayList<Inquiry>();
    for (var channel : channels) {
      var absent = out.computeIfAbsent(channel.workspace(), preferences::out);
      var talks = new LinkedHashMap<MessageId, List<Message>>();
      for (var each : said(channel, span, most, absent)) {
        talks.computeIfAbsent(each.conversation(), _ -> new ArrayList<>()).add(each.message());
      }
      var usual = usual(talks.values().stream().map(talk -> gists.of(talk.getFirst())).toList());
      talks.forEach(
          (opening, talk) -> inquiry(opening, talk, usual, people).ifPresent(inquiries::add));
    }
    return inquiries;
  }

  private Optional<Inquiry> inquiry(
      MessageId opening, List<Message> talk, Language usual, Map<PersonId, Integer> people) {
    var message = talk.getFirst();
    if (!message.id().equals(opening) || !message.text().mentions().isEmpty()) {
      return Optional.empty();
    }
    var gist = gists.of(message);
    var language = gist.sign().among(List.of(), usual);
    var asked = gists.asked(message, gist, language);
    if (asked.length == 0) {
      return Optional.empty();
    }
    var asker = one(message.author());
    var answerers =
        talk.stream()
            .map(Message::author)
            .distinct()
            .filter(author -> !one(author).equals(asker))
            .filter(author -> directory.person(author).map(Person::isActive).orElse(true))
            .map(author -> number(author, people))
            .collect(Collectors.toSet());
    return Optional.of(
        new Inquiry(
            new Spoken(
                opening, opening, number(message.author(), people), message.at(), language, asked),
            gists.terms(message, gist, language),
            answerers));
  }

  private List<Filed> said(ChannelId channel, TimeSpan span, int most, Absent absent) {
    var audience = Audience.of(channel);
    var filed = archive.read(channel, span, most + 1, audience);
    var latest =
        filed.size() <= most ? filed : archive.before(channel, span.until(), most, audience);
    return latest.stream().filter(each -> counts(each.message(), absent)).toList();
  }

  static boolean counts(Message message, Absent absent) {
    return message.isTalk()
        && !absent.contains(message.author())
        && !Confidentiality.isMarked(message.text());
  }

  private List<Spoken> counted(List<Filed> said, Map<PersonId, Integer> people) {
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
              number(message.author(), people),
              message.at(),
              language,
              gists.terms(message, read.get(i), language)));
    }
    return spoken;
  }

  private int most(Collection<ChannelId> channels) {
    return Math.min(rules.ofChannel(), Math.max(1, rules.ofAll() / Math.max(1, channels.size())));
  }

  private int number(PersonId author, Map<PersonId, Integer> people) {
    return people.computeIfAbsent(one(author), _ -> people.size());
  }

  /** A colleague with several accounts has one voice. */
  private PersonId one(PersonId author) {
    return directory.accounts(author).stream().findFirst().orElse(author);
  }

  private static Language usual(List<Gists.Gist> read) {
    long italian = read.stream().filter(each -> each.sign().language() == Language.ITALIAN).count();
    long english = read.stream().filter(each -> each.sign().language() == Language.ENGLISH).count();
    return italian > english ? Language.ITALIAN : Language.ENGLISH;
  }

  /** When the first of it was said. */
  static Instant first(List<Spoken> spoken, Instant otherwise) {
    return spoken.stream().map(Spoken::at).min(Instant::compareTo).orElse(otherwise);
  }
}
