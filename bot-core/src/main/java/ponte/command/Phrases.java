package ponte.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Period;
import ponte.command.Command.Scope;
import ponte.command.Understanding.NoDay;
import ponte.nlp.Language;

/** The phrases of all languages, and what a line that is one of them wishes for. */
final class Phrases {

  /** What matters in a line stands before this many characters. */
  private static final int LONGEST = 1000;

  /** What a phrase wishes for. */
  sealed interface Wish {

    /**
     * Somebody who knows about this.
     *
     * @param topic empty where it was not said
     * @param team who of this team; empty: whoever
     */
    record Who(Written topic, Written team) implements Wish {

      /** Whoever. */
      Who(Written topic) {
        this(topic, topic.cut(0, 0));
      }
    }

    /**
     * To be brought together with somebody.
     *
     * @param topic empty where it was not said
     */
    record Meet(Written person, Written topic) implements Wish {}

    /**
     * What channels were about.
     *
     * @param signed whether what is named is certainly meant to be a channel
     */
    record Look(Scope scope, boolean signed, Time time) implements Wish {}

    /** What some channel was about, which was not said. */
    record SomeChannel(Time time) implements Wish {}

    /** Digests of some channel, which was not said, again and again. */
    record SomeChannelAgain(Command.Rhythm rhythm) implements Wish {}

    /**
     * A summary of the thread in which they are.
     *
     * @param said whether they said that it is a thread; else a channel may be meant
     */
    record ThisThread(boolean said) implements Wish {}

    /** A digest, again and again. */
    record Again(Scope scope, Command.Rhythm rhythm) implements Wish {}

    /** No more such digests. */
    record NoMore(Scope scope) implements Wish {}

    /**
     * Something about digests that come again and again.
     *
     * @param meant at least one; several where it can be read in several ways
     */
    record OnDigests(Scope scope, List<Function<Scope, Command>> meant) implements Wish {
      public OnDigests {
        meant = List.copyOf(meant);
      }
    }

    /** The next digest of a channel, before it is posted. */
    record Preview(Scope scope) implements Wish {}

    /**
     * Something for oneself, or about one colleague.
     *
     * @param meant at least one; several where it can be read in several ways
     */
    record Own(List<Command> meant) implements Wish {}

    /** Perhaps this, perhaps a question: to be asked. */
    record Perhaps(Command command) implements Wish {}

    record WhatCanYouDo() implements Wish {}

    record Chat(Understanding.SmallTalk.Kind kind) implements Wish {}
  }

  /**
   * When a digest is to be of.
   *
   * @param periods at least one
   * @param sure whether the one period is what was meant
   * @param noDay why it cannot be what was said; null: there is no such day in it
   */
  record Time(List<Period> periods, boolean sure, @Nullable NoDay noDay) {
    Time {
      periods = List.copyOf(periods);
    }

    /** The usual time. */
    static Time usual() {
      return new Time(List.of(new Period.Usual()), true, null);
    }

    /** The usual time, where another was said that cannot be read. */
    static Time unread(Optional<NoDay> noDay) {
      return new Time(List.of(new Period.Usual()), false, noDay.orElse(null));
    }

    boolean isUnread() {
      return !sure && periods.equals(List.of(new Period.Usual()));
    }
  }

  record Reading(Wish wish, Language language) {}

  private final Map<Language, Looks> looks = new EnumMap<>(Language.class);
  private final Map<Language, OwnWishes> own = new EnumMap<>(Language.class);
  private final Map<Language, Acquaintances> acquaintances = new EnumMap<>(Language.class);
  private final Map<Language, MapWishes> maps = new EnumMap<>(Language.class);
  private final Map<Language, Pauses> pauses = new EnumMap<>(Language.class);
  private final Map<Language, Sowings> sowings = new EnumMap<>(Language.class);
  private final Map<Language, Soundings> soundings = new EnumMap<>(Language.class);
  private final Map<Language, OnColleagues> colleagues = new EnumMap<>(Language.class);
  private final Map<Language, Pulses> pulses = new EnumMap<>(Language.class);
  private final Map<Language, FreeAsking> asking = new EnumMap<>(Language.class);
  private final Map<Language, Within> within = new EnumMap<>(Language.class);
  private final Map<Language, Pattern> asksItself = new EnumMap<>(Language.class);
  private final Pattern opener;

  Phrases() {
    var openers = new ArrayList<String>();
    for (var language : Language.values()) {
      looks.put(language, new Looks(language));
      own.put(language, new OwnWishes(language));
      acquaintances.put(language, new Acquaintances(language));
      maps.put(language, new MapWishes(language));
      pauses.put(language, new Pauses(language));
      sowings.put(language, new Sowings(language));
      soundings.put(language, new Soundings(language));
      colleagues.put(language, new OnColleagues(language));
      pulses.put(language, new Pulses(language));
      asking.put(language, new FreeAsking(language));
      within.put(language, new Within(language));
      asksItself.put(language, asksItself(Phrasebook.of(language)));
      openers.add(Phrasebook.of(language).anyOf("opener"));
    }
    opener = Pattern.compile("(?:" + String.join("|", openers) + ")(?:[ ,;:.!-]+)(?=.)");
  }

  private static Pattern asksItself(Phrasebook book) {
    return Pattern.compile(
        "(?:%s )?(?=%s )".formatted(book.anyOf("whether"), book.anyOf("whoever")));
  }

  /**
   * Reads a line in the first language first; empty where it is no phrase of any. What people say
   * before they come to the point is passed over.
   */
  Optional<Reading> read(Written line, Language first, LocalDate today) {
    var rest = limited(line);
    var asked = line.isAsked();
    var inDoubt = Optional.<Reading>empty();
    var freely = Optional.<Reading>empty();
    while (!rest.isEmpty()) {
      for (var language : languages(first)) {
        var reading = wish(rest, asked, language, today).map(wish -> new Reading(wish, language));
        if (reading.isPresent() && !(reading.get().wish() instanceof Wish.Who)) {
          return reading;
        }
        var within = within(rest, language);
        if (within.isPresent()) {
          return within;
        }
        if (reading.isPresent()) {
          return reading;
        }
        if (inDoubt.isEmpty()) {
          inDoubt = perhaps(rest, asked, language);
        }
      }
      var free = freely(rest, first);
      if (free.isPresent()) {
        freely = free;
      }
      rest = withoutOpener(rest);
    }
    var bare = line.bare();
    var found = inDoubt.isPresent() ? inDoubt : freely;
    return languages(first).stream()
        .flatMap(
            language ->
                looks(language)
                    .inDaysThatCannotBeRead(Topics.withoutCloser(bare, language), today)
                    .stream()
                    .map(wish -> new Reading(wish, language)))
        .findFirst()
        .or(() -> found);
  }

  /** A question for who knows that is put in other words than most are. */
  private Optional<Reading> freely(Written line, Language first) {
    return languages(first).stream()
        .flatMap(
            language ->
                freeTopic(line, language).stream()
                    .map(topic -> new Reading(new Wish.Who(topic), language)))
        .findFirst();
  }

  private Optional<Written> freeTopic(Written line, Language language) {
    return Objects.requireNonNull(asking.get(language)).of(line);
  }

  /** A question for who of a part of the organisation knows. */
  private Optional<Reading> within(Written line, Language language) {
    return Objects.requireNonNull(within.get(language)).of(line).stream()
        .flatMap(
            narrowed ->
                topic(narrowed.question(), language)
                    .filter(narrowed::isNotOf)
                    .filter(topic -> Topics.askedFor(topic, language).isPresent())
                    .map(topic -> new Wish.Who(topic, narrowed.team()))
                    .stream())
        .findFirst()
        .map(wish -> new Reading(wish, language));
  }

  /** The topic of a question for who knows, however it is put. */
  private Optional<Written> topic(Written line, Language language) {
    return plainTopic(line, language).or(() -> freeTopic(line, language));
  }

  private static Optional<Written> plainTopic(Written line, Language language) {
    return first("who-knows", line, language)
        .map(who -> line.cut(who.start("topic"), who.end("topic")));
  }

  /** Reads a line as a wish for a digest of some channel that it does not name. */
  Optional<Reading> readSomewhere(Written line, Language first, LocalDate today) {
    for (var rest = limited(line); !rest.isEmpty(); rest = withoutOpener(rest)) {
      for (var language : languages(first)) {
        var bare = Topics.withoutCloser(rest, language);
        var looks = looks(language);
        var wish = looks.somewhere(bare, today).or(() -> looks.somewhereOnNoDay(bare, today));
        if (wish.isPresent()) {
          return wish.map(each -> new Reading(each, language));
        }
      }
    }
    return Optional.empty();
  }

  private static Written limited(Written line) {
    return line.text().length() > LONGEST ? line.cut(0, LONGEST) : line.bare();
  }

  /** What comes after what people say first; empty where they come to the point. */
  private Written withoutOpener(Written line) {
    var opening = opener.matcher(line.folded());
    return opening.lookingAt()
        ? line.cut(opening.end(), line.text().length()).bare()
        : line.cut(0, 0);
  }

  /**
   * A question that colleagues are to be asked without the name of who asks, however many sentences
   * it has; empty where a line is none.
   */
  Optional<Reading> withoutName(Written line, Language first) {
    var rest = line.text().length() > LONGEST ? line.cut(0, LONGEST) : line;
    while (!rest.isEmpty()) {
      for (var language : languages(first)) {
        var asked = first("ask-unnamed", rest, language);
        if (asked.isPresent()) {
          var words = rest.cut(asked.get().start("topic"), asked.get().end("topic"));
          if (words.hasWords()) {
            var ask = new Nameless.Ask(Topics.cut(words.text()));
            return Optional.of(
                new Reading(new Wish.Own(List.of(new Command.WithoutName(ask))), language));
          }
        }
      }
      var opening = opener.matcher(rest.folded());
      if (!opening.lookingAt()) {
        break;
      }
      rest = rest.cut(opening.end(), rest.text().length());
    }
    return Optional.empty();
  }

  boolean isSmallTalk(Written line, Language first) {
    var bare = line.bare();
    return languages(first).stream().anyMatch(language -> chat(bare, language).isPresent());
  }

  private static List<Language> languages(Language first) {
    var all = new ArrayList<>(List.of(Language.values()));
    all.remove(first);
    all.addFirst(first);
    return all;
  }

  private Optional<Wish> wish(Written line, boolean asked, Language language, LocalDate today) {
    return first("help", line, language)
        .<Wish>map(_ -> new Wish.WhatCanYouDo())
        .or(() -> chat(line, language).map(Wish.Chat::new))
        .or(() -> looks(language).again(line))
        .or(() -> looks(language).noMore(line))
        .or(() -> looks(language).preview(line))
        .or(() -> Objects.requireNonNull(pauses.get(language)).of(line, today))
        .or(() -> sown(line, language))
        .or(() -> sounding(line, language, today))
        .or(() -> acquaintance(line, asked, language, today))
        .or(() -> map(line, language, today))
        .or(() -> pulse(line, language, today))
        .or(() -> own(line, asked, language, today))
        .or(() -> thisThread(line, language))
        .or(() -> looks(language).look(line, today))
        .or(() -> meet(line, language))
        .or(
            () ->
                first("who-knows-what", line, language)
                    .filter(_ -> !Doubt.endsInAcronym(line))
                    .map(_ -> new Wish.Who(line.cut(0, 0))))
        .or(() -> plainTopic(line, language).map(topic -> whoKnows(topic, language)))
        .or(() -> meetSomebody(line, language))
        .or(() -> onColleagues(line, asked, language))
        .or(() -> looks(language).somewhere(line, today))
        .or(() -> politely(line, language, today));
  }

  /** What seems to be a topic may itself ask who knows: I want to know who knows Kafka. */
  private Wish whoKnows(Written topic, Language language) {
    var asks = Objects.requireNonNull(asksItself.get(language)).matcher(topic.folded());
    if (!asks.lookingAt()) {
      return new Wish.Who(topic);
    }
    var question = topic.cut(asks.end(), topic.text().length());
    return within(question, language)
        .map(Reading::wish)
        .or(() -> topic(question, language).map(Wish.Who::new))
        .orElseGet(() -> new Wish.Who(topic));
  }

  /** A wish for digests with a word of thanks behind it. */
  private Optional<Wish> politely(Written line, Language language, LocalDate today) {
    var rest = Topics.withoutCloser(line, language);
    var looks = looks(language);
    return rest.equals(line)
        ? Optional.empty()
        : looks
            .again(rest)
            .or(() -> looks.noMore(rest))
            .or(() -> looks.preview(rest))
            .or(() -> looks.look(rest, today))
            .or(() -> looks.somewhere(rest, today));
  }

  private static Optional<Understanding.SmallTalk.Kind> chat(Written line, Language language) {
    return first("greeting", line, language)
        .map(_ -> Understanding.SmallTalk.Kind.GREETING)
        .or(() -> first("thanks", line, language).map(_ -> Understanding.SmallTalk.Kind.THANKS));
  }

  private static Optional<Wish> thisThread(Written line, Language language) {
    return first("recap", line, language)
        .<Wish>map(_ -> new Wish.ThisThread(true))
        .or(() -> first("recap-here", line, language).map(_ -> new Wish.ThisThread(false)));
  }

  private Looks looks(Language language) {
    return Objects.requireNonNull(looks.get(language));
  }

  private Optional<Wish> own(Written line, boolean asked, Language language, LocalDate today) {
    var meant = Objects.requireNonNull(own.get(language)).of(line, asked, today);
    return meant.isEmpty() ? Optional.empty() : Optional.of(new Wish.Own(meant));
  }

  private Optional<Wish> sown(Written line, Language language) {
    return Objects.requireNonNull(sowings.get(language))
        .of(line)
        .map(command -> new Wish.Own(List.of(command)));
  }

  /** What somebody wants to begin in a channel, in their own words, of however many sentences. */
  Optional<Understanding.Understood> idea(Written line, Language first) {
    return languages(first).stream()
        .flatMap(
            language ->
                Objects.requireNonNull(sowings.get(language)).idea(line).stream()
                    .map(command -> new Understanding.Understood(command, language)))
        .findFirst();
  }

  private Optional<Wish> acquaintance(
      Written line, boolean asked, Language language, LocalDate today) {
    return Objects.requireNonNull(acquaintances.get(language))
        .of(line, asked, today)
        .map(command -> new Wish.Own(List.of(command)));
  }

  private Optional<Wish> map(Written line, Language language, LocalDate today) {
    return Objects.requireNonNull(maps.get(language))
        .of(line, today)
        .map(command -> new Wish.Own(List.of(command)));
  }

  private Optional<Wish> sounding(Written line, Language language, LocalDate today) {
    return Objects.requireNonNull(soundings.get(language))
        .of(line, today)
        .map(command -> new Wish.Own(List.of(command)));
  }

  private Optional<Wish> pulse(Written line, Language language, LocalDate today) {
    return Objects.requireNonNull(pulses.get(language))
        .of(line, today)
        .map(command -> new Wish.Own(List.of(command)));
  }

  /** What is changed only once it is certain that it was meant. */
  private Optional<Reading> perhaps(Written line, boolean asked, Language language) {
    return Objects.requireNonNull(own.get(language))
        .perhaps(line, asked)
        .map(command -> new Reading(new Wish.Perhaps(command), language));
  }

  /** After questions and wishes to meet, which may speak of what a colleague did or did not. */
  private Optional<Wish> onColleagues(Written line, boolean asked, Language language) {
    var on = Objects.requireNonNull(colleagues.get(language));
    var notRight = on.notRight(line);
    return notRight.isEmpty()
        ? on.of(line, asked).map(command -> new Wish.Own(List.of(command)))
        : Optional.of(new Wish.Own(notRight));
  }

  /** To meet somebody who is called by name, for something. */
  private static Optional<Wish> meet(Written line, Language language) {
    return first("introduce", line, language)
        .or(() -> first("introduce-of", line, language).filter(words -> isNoSurname(line, words)))
        .filter(words -> Names.in(language).isOne(line, words))
        .map(
            words ->
                new Wish.Meet(
                    line.cut(words.start("name"), words.end("name")),
                    line.cut(words.start("topic"), words.end("topic"))))
        .filter(wish -> first("anybody", wish.person(), language).isEmpty())
        .map(Wish.class::cast);
  }

  /** Anna Di Stefano is one name: what leads to a topic is written small. */
  private static boolean isNoSurname(Written line, Matcher words) {
    var behind = line.cut(words.end("name"), words.start("topic")).text();
    return behind.equals(behind.toLowerCase(Locale.ROOT));
  }

  /** The same where nothing is said of what for. */
  private static Optional<Wish> meetSomebody(Written line, Language language) {
    return first("introduce-only", line, language)
        .filter(words -> Names.in(language).isOne(line, words))
        .map(words -> line.cut(words.start("name"), words.end("name")))
        .filter(person -> first("anybody", person, language).isEmpty())
        .map(person -> new Wish.Meet(person, line.cut(0, 0)));
  }

  private static Optional<Matcher> first(String section, Written line, Language language) {
    return Phrasebook.of(language).phrases(section).stream()
        .map(phrase -> phrase.matcher(line.folded()))
        .filter(Matcher::matches)
        .findFirst();
  }
}
