package ponte.digest;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ponte.consent.Redaction;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.digest.Digest.Quote;
import ponte.digest.Digest.Shared.Thing;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nlp.QuestionSign;

/** Reads again what lines say besides their quotes, of messages that were edited since. */
final class Rereading {

  private static final Pattern LETTERS = Pattern.compile("\\p{L}{3}");

  /** "[Solved] How…" */
  private static final Pattern MARKS = Pattern.compile("^[^\\p{L}]+");

  private final Nlp nlp;
  private final Function<PersonId, ZoneId> zones;
  private final Redaction redaction = new Redaction();

  /**
   * @param zones where people's clocks stand
   */
  Rereading(Nlp nlp, Function<PersonId, ZoneId> zones) {
    this.nlp = nlp;
    this.zones = zones;
  }

  /** Whether a sentence still says that somebody will do something. */
  boolean promises(Analysis.Sentence now, Message message) {
    var plain = now.quote().plain();
    var days = DueDays.in(now.language());
    return now.sign() == QuestionSign.NONE
        && !now.has(Cue.NO_PROMISE)
        && (now.starts(Cue.PROMISE)
            || now.starts(Cue.PROMISE_DATED)
                && (days.in(plain, said(message)).isPresent()
                    || days.isUnclear(plain, said(message))));
  }

  /** The day that a promise names as it reads now. */
  @Nullable LocalDate due(Analysis.Sentence now, Message message) {
    return DueDays.in(now.language()).in(now.quote().plain(), said(message)).orElse(null);
  }

  private LocalDate said(Message message) {
    return message.at().atZone(zones.apply(message.author())).toLocalDate();
  }

  /** Whether who asked something says in the same message that it is settled. */
  static boolean isSettled(List<Analysis.Sentence> message) {
    return message.stream()
        .anyMatch(
            sentence ->
                Cues.in(sentence.language())
                        .starts(
                            Cue.SETTLED, MARKS.matcher(sentence.quote().plain()).replaceFirst(""))
                    || sentence.sign() == QuestionSign.NONE
                        && (sentence.has(Cue.CLOSED)
                            || sentence.has(Cue.SOLVED) && !sentence.has(Cue.UNSOLVED)));
  }

  /** A page under the name it has now; empty where it has none, or the message leads elsewhere. */
  Optional<Thing> page(Thing.Page page, Message now) {
    var text = now.text().searchable();
    var name = page.label().replaceFirst("…$", "");
    var named = text.contains(name) || page.url().replaceAll("[-_]+", " ").contains(name);
    return now.text().links().stream()
        .filter(link -> link.url().strip().equals(page.url()))
        .map(link -> named ? page.label() : redaction.redact(link.label().strip()))
        .filter(label -> LETTERS.matcher(label).find() && !page.url().contains(label) || named)
        .filter(label -> !label.contains("://"))
        .<Thing>map(label -> new Thing.Page(page.url(), label))
        .findFirst();
  }

  /** Whether a message still speaks of a topic, in either language. */
  boolean isAbout(String topic, Message now) {
    for (var language : Language.values()) {
      var wanted = nlp.terms(topic, language);
      if (!wanted.isEmpty()
          && Set.copyOf(nlp.terms(now.text().searchable(), language)).containsAll(wanted)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The thanks that are left; empty where they are no longer of several.
   *
   * @param about what they are for, as it reads now; it goes with the thanks of who asked it
   */
  Optional<Digest.Thanked> thanked(
      Digest.Thanked thanked,
      Function<MessageId, Optional<Message>> find,
      Predicate<MessageId> untouched,
      Predicate<PersonId> mayBeNamed,
      @Nullable Quote about) {
    List<PersonId> by = new ArrayList<>();
    List<Message> thanks = new ArrayList<>();
    for (int i = 0; i < thanked.by().size(); i++) {
      var person = thanked.by().get(i);
      var message = find.apply(thanked.messages().get(i));
      if (message.isPresent()
          && mayBeNamed.test(person)
          && (untouched.test(message.get().id())
              || Gratitude.stillThanks(message.get(), person, thanked.person()))) {
        by.add(person);
        thanks.add(message.get());
      }
    }
    return by.size() < 2 || !mayBeNamed.test(thanked.person())
        ? Optional.empty()
        : Optional.of(
            new Digest.Thanked(
                thanked.person(),
                by,
                thanks.getFirst().id(),
                thanks.getFirst().at(),
                thanks.stream().map(Message::id).toList(),
                about != null
                        && (by.contains(about.author()) || about.author().equals(thanked.person()))
                    ? about
                    : null));
  }
}
