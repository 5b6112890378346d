package ponte.digest;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/**
 * Finds how far flat talk surely speaks of its headline. No platform says what belongs together
 * there: it is taken up to where something else may have begun, which is not to say that it has.
 */
final class Extents {

  /** Who goes on so soon says it in the same breath. */
  private static final Duration BREATH = Duration.ofMinutes(10);

  /** Whoever asks something after so long a silence may begin anew. */
  private static final Duration SILENCE = Duration.ofMinutes(30);

  /** After so long a silence others need a word of the matter, or a name, to go on with it. */
  private static final Duration LONG_SILENCE = Duration.ofHours(1);

  /** On another day a word is not enough. */
  private static final Duration NIGHT = Duration.ofHours(8);

  /** What was asked so long ago may be forgotten. */
  private static final Duration SOME_DAYS = Duration.ofDays(3);

  /** So large a share of those who speak of it do so in its words. */
  private static final double LEAST_SHARE = 0.2;

  /** One word in common may be chance where somebody else asks the room. */
  private static final int SOME_WORDS = 2;

  /** Who was asked back is heard again within so many messages. */
  private static final int ANSWERED_WITHIN = 4;

  /** So many may go on among themselves, and in other words, before it may be about anything. */
  private static final int MOST_UNTIED = 6;

  private final Reading reading;
  private final Topics topics;

  Extents(Reading reading, Topics topics) {
    this.reading = reading;
    this.topics = topics;
  }

  /**
   * What surely is about the opening of a talk; all of a thread, unless it was opened days before
   * the span and is about something else by then.
   *
   * @param within the part of the talk that counts
   * @param told what is shown with the opening and so belongs to it
   */
  Extent of(Talk talk, Talk within, Line opening, List<Line> told) {
    var shown = told.stream().map(Line::message).toList();
    if (talk.isThread() && isOfOldMatter(talk, within)) {
      return of(within, opening, shown, Talk.authors(shown));
    }
    if (talk.isWholeThread()) {
      return new Extent(within.messages(), Talk.authors(within.messages()));
    }
    var said = talk.messages();
    var given = Stream.concat(shown.stream(), said.stream().filter(Talk::isThreaded)).toList();
    int at = said.indexOf(opening.message());
    int from = breathBefore(said, at);
    int begun = breathAfter(said, at);
    var matter = new Matter(said.subList(from, begun), talk, topics);
    var sure =
        Stream.concat(given.stream(), sureOf(said, from, begun, opening.author(), matter)).toList();
    var people = new HashSet<>(Talk.authors(given));
    people.add(opening.author());
    people.addAll(company(said.subList(from, said.size()), ids(sure), matter));
    return of(within, opening, sure, people);
  }

  /**
   * What of these messages lies in the part that counts, with those of these people who wrote it,
   * the one who began first; with all who wrote it where it is none of them.
   */
  private static Extent of(
      Talk within, Line opening, List<Message> sure, Collection<PersonId> people) {
    var ids = ids(sure);
    var counted = within.messages().stream().filter(message -> ids.contains(message.id())).toList();
    var wrote = Talk.authors(counted);
    var named =
        wrote.stream()
            .filter(people::contains)
            .sorted(Comparator.comparing(person -> !person.equals(opening.author())))
            .toList();
    return new Extent(counted, named.isEmpty() ? wrote : named);
  }

  private static Set<MessageId> ids(List<Message> messages) {
    return messages.stream().map(Message::id).collect(Collectors.toSet());
  }

  /** From its opening on until something else may begin, and what answers that later. */
  private Stream<Message> sureOf(
      List<Message> said, int from, int begun, PersonId opener, Matter matter) {
    int until = end(said, from, begun, matter);
    var answers =
        said.subList(until, said.size()).stream()
            .filter(message -> isToOpener(message, opener) && matter.isNamedIn(message));
    return Stream.concat(said.subList(from, until).stream(), answers);
  }

  /**
   * Who goes on with what was begun: the next to speak, who speaks to the one who began or is
   * spoken to by them, and who speaks of it in two of its words. Whoever speaks besides may speak
   * of something else.
   */
  private static Set<PersonId> company(List<Message> said, Set<MessageId> sure, Matter matter) {
    var opener = said.getFirst().author();
    Set<PersonId> company = new HashSet<>();
    said.stream()
        .filter(message -> sure.contains(message.id()))
        .map(Message::author)
        .filter(author -> !author.equals(opener))
        .findFirst()
        .ifPresent(company::add);
    for (var message : said) {
      if (sure.contains(message.id())) {
        if (message.author().equals(opener)) {
          company.addAll(message.text().mentions());
        } else if (Talk.concerns(message, opener) || matter.words(message) >= SOME_WORDS) {
          company.add(message.author());
        }
      }
    }
    return company;
  }

  /** Whether nobody who goes on with a thread days later speaks to its opener, or in its words. */
  private boolean isOfOldMatter(Talk talk, Talk within) {
    var opening = talk.messages().getFirst();
    if (within.messages().contains(opening)
        || !opening.at().isBefore(within.start().minus(SOME_DAYS))
        || within.messages().stream().anyMatch(each -> Talk.concerns(each, talk.opener()))) {
      return false;
    }
    var matter = new Matter(List.of(opening), talk, topics);
    long naming =
        within.messages().stream().filter(each -> matter.words(each) >= SOME_WORDS).count();
    return naming < LEAST_SHARE * within.messages().size();
  }

  private static int breathBefore(List<Message> said, int at) {
    int from = at;
    while (from > 0 && isSameBreath(said.get(from - 1), said.get(from))) {
      from--;
    }
    return from;
  }

  private static int breathAfter(List<Message> said, int at) {
    int to = at + 1;
    while (to < said.size() && isSameBreath(said.get(to - 1), said.get(to))) {
      to++;
    }
    return to;
  }

  private static boolean isSameBreath(Message before, Message message) {
    return before.author().equals(message.author())
        && silence(before, message).compareTo(BREATH) < 0;
  }

  private static Duration silence(Message before, Message message) {
    return Duration.between(before.at(), message.at());
  }

  /** Where something else may begin, or has begun unseen. */
  private int end(List<Message> said, int from, int begun, Matter matter) {
    var opener = said.get(from).author();
    int end = begun;
    int tied = begun;
    while (end < said.size() && !mayTurn(said, from, end, matter)) {
      if (Talk.concerns(said.get(end), opener) || matter.isNamedIn(said.get(end))) {
        tied = end + 1;
      }
      end++;
      if (end - tied > MOST_UNTIED && isLost(said, tied, opener)) {
        return tied;
      }
    }
    return end;
  }

  private boolean mayTurn(List<Message> said, int from, int index, Matter matter) {
    var message = said.get(index);
    var opener = said.get(from).author();
    var silence = silence(said.get(index - 1), message);
    if (silence.compareTo(NIGHT) >= 0) {
      return !Talk.concerns(message, opener) || asksAnew(message, false);
    }
    if (isToOpener(message, opener)) {
      return false;
    }
    var before = said.subList(from, index);
    boolean fresh = isFresh(message, before);
    boolean apart = !Talk.concerns(message, opener) && !namesOneOf(message, before);
    boolean called = apart && !message.text().mentions().isEmpty();
    if (fresh && matter.words(message) < SOME_WORDS && asksAnew(message, !called)) {
      return true;
    }
    if (matter.isNamedIn(message)) {
      return false;
    }
    boolean late = silence.compareTo(SILENCE) >= 0;
    return asksAnew(message, !late)
        || (late && !fresh && reading.asks(message))
        || (fresh && asksAnew(message, false) && !isAnswered(said, index, opener))
        || (apart && silence.compareTo(LONG_SILENCE) >= 0)
        || (called && isLost(said, index, opener));
  }

  /** Whether it is said to the one who began, and to nobody else. */
  private static boolean isToOpener(Message message, PersonId opener) {
    return message.text().mentions().equals(Set.of(opener));
  }

  /** Whether it asks something that goes back to nobody. */
  private boolean asksAnew(Message message, boolean toRoom) {
    return Departures.questions(message, reading)
        .anyMatch(line -> line.has(Cue.TO_ROOM) || (!toRoom && !line.putToOne()));
  }

  private static boolean isFresh(Message message, List<Message> before) {
    return before.stream().noneMatch(each -> each.author().equals(message.author()));
  }

  private static boolean isAnswered(List<Message> said, int index, PersonId opener) {
    return said.subList(index + 1, Math.min(said.size(), index + 1 + ANSWERED_WITHIN)).stream()
        .anyMatch(each -> Talk.concerns(each, opener));
  }

  /** Whether the one who began is not heard or named any more. */
  private static boolean isLost(List<Message> said, int index, PersonId opener) {
    return said.subList(index, said.size()).stream().noneMatch(each -> Talk.concerns(each, opener));
  }

  private static boolean namesOneOf(Message message, List<Message> before) {
    return before.stream().anyMatch(each -> message.text().mentions().contains(each.author()));
  }
}
