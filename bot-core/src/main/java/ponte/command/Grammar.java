package ponte.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Digest;
import ponte.command.Command.Help;
import ponte.command.Command.IntroduceNamed;
import ponte.command.Command.Period;
import ponte.command.Command.Recap;
import ponte.command.Command.ScheduleDigest;
import ponte.command.Command.Scope;
import ponte.command.Command.StopDigest;
import ponte.command.Command.WhoKnows;
import ponte.command.Understanding.NoDay;
import ponte.command.Understanding.NotUnderstood;
import ponte.command.Understanding.NothingSaid;
import ponte.command.Understanding.SmallTalk;
import ponte.command.Understanding.Understood;
import ponte.conversation.MessageId;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nlp.QuestionSign;

/**
 * Understands what people want, in both languages at any time, whether they know the commands or
 * put it in their own words. A question that is no command is one that colleagues may answer.
 */
public final class Grammar {

  private static final int MOST_PROPOSED = 3;
  private static final int WORDS_THAT_TELL = 3;

  private final Nlp nlp;
  private final Phrases phrases = new Phrases();
  private final Spelling spelling = new Spelling();

  public Grammar(Nlp nlp) {
    this.nlp = nlp;
  }

  /**
   * Where and when something is typed.
   *
   * @param channels names of the channels that the person may see
   * @param here the name of the one in which they type; null: in none
   * @param thread the message under which they type; null: under none
   * @param today the person's day
   */
  public record Place(
      List<String> channels, @Nullable String here, @Nullable MessageId thread, LocalDate today) {
    public Place {
      channels = List.copyOf(channels);
    }

    /** Under no message. */
    public Place(List<String> channels, @Nullable String here, LocalDate today) {
      this(channels, here, null, today);
    }
  }

  /** Understands a line that is typed in no channel. */
  public Understanding understand(
      String text, Language hint, List<String> channels, LocalDate today) {
    return understand(text, hint, new Place(channels, null, today));
  }

  /**
   * Understands a line.
   *
   * @param text what was typed, of any length
   * @param hint what the person reads: the language of the answer where the text does not tell
   */
  public Understanding understand(String text, Language hint, Place place) {
    var line = Written.of(text);
    var understanding = understand(text, line, hint, place);
    return understanding instanceof NotUnderstood(var language, var nearest, var noDay)
            && noDay != null
        ? new NotUnderstood(language, nearest, asTyped(noDay, line))
        : understanding;
  }

  private static NoDay asTyped(NoDay noDay, Written line) {
    var at = line.folded().indexOf(noDay.said());
    return at < 0
        ? noDay
        : new NoDay(line.text().substring(at, at + noDay.said().length()), noDay.reason());
  }

  private Understanding understand(String text, Written line, Language hint, Place place) {
    var today = place.today();
    if (!line.hasWords()) {
      return line.text().matches("\\?+") ? new Understood(new Help(), hint) : new NothingSaid(hint);
    }
    var unnamed = phrases.withoutName(line, hint);
    if (unnamed.isPresent()) {
      return settle(unnamed.get(), place);
    }
    var idea = phrases.idea(line, hint);
    if (idea.isPresent()) {
      return idea.get();
    }
    var sentences = line.hasSeveralSentences() ? tellingSentences(text, hint) : List.of(line);
    if (sentences.size() > 1) {
      return story(sentences, hint, place);
    }
    var sentence = sentences.isEmpty() ? line : sentences.getFirst();
    return read(sentence, hint, place)
        .map(
            reading ->
                inDoubt(reading, sentence)
                    .or(() -> inMistypedDays(reading, sentence, hint, place))
                    .or(() -> halfRight(reading, sentence, hint, today))
                    .orElseGet(() -> settle(reading, place)))
        .or(() -> misspelt(sentence, hint, place))
        .orElseGet(() -> free(sentence, hint, place.channels()));
  }

  /**
   * Reads a sentence. Words where a channel is expected, none of which is the name of one, may say
   * when: {@code digest yesterday}.
   */
  private Optional<Phrases.Reading> read(Written sentence, Language hint, Place place) {
    var reading =
        phrases.read(sentence, hint, place.today()).filter(each -> isMeant(each, place.channels()));
    return reading.isPresent() && !namesNone(reading.get().wish(), sentence, place.channels())
        ? reading
        : phrases.readSomewhere(sentence, hint, place.today()).or(() -> reading);
  }

  private static boolean namesNone(Phrases.Wish wish, Written sentence, List<String> channels) {
    return sentence.text().indexOf('#') < 0
        && switch (wish) {
          case Phrases.Wish.Look(Scope.Named(var names), _, _) -> areNone(names, channels);
          case Phrases.Wish.Again(Scope.Named(var names), _) -> areNone(names, channels);
          default -> false;
        };
  }

  private static boolean areNone(List<String> names, List<String> channels) {
    var known = channels.stream().map(name -> Written.of(name).folded()).toList();
    return names.stream().noneMatch(name -> known.contains(Written.of(name).folded()));
  }

  /** The sentences that say more than a greeting or thanks. */
  private List<Written> tellingSentences(String text, Language hint) {
    return nlp.sentences(text).stream()
        .map(Written::of)
        .filter(Written::hasWords)
        .filter(sentence -> !phrases.isSmallTalk(sentence, hint))
        .toList();
  }

  private Understanding settle(Phrases.Reading reading, Place place) {
    var channels = place.channels();
    var language = reading.language();
    return switch (reading.wish()) {
      case Phrases.Wish.Who(var topic, var team) ->
          Topics.askedFor(topic, language)
              .<Understanding>map(
                  words -> new Understood(of(team, about(words, language)), language))
              .orElseGet(
                  () ->
                      Topics.isArticle(topic, language)
                          ? new NothingSaid(language)
                          : new NotUnderstood(language, List.of()));
      case Phrases.Wish.Meet(var person, var topic) ->
          settle(person.bare(), Topics.of(topic, language).orElse(null), language);
      case Phrases.Wish.Look(var scope, _, var time) -> settle(scope, time, channels, language);
      case Phrases.Wish.ThisThread(var said) when said || place.thread() != null ->
          new Understood(new Recap(place.thread()), language);
      case Phrases.Wish.ThisThread _ -> someChannel(Phrases.Time.usual(), place, language);
      case Phrases.Wish.SomeChannel(var time) -> someChannel(time, place, language);
      case Phrases.Wish.SomeChannelAgain(var rhythm) -> someChannel(rhythm, place, language);
      case Phrases.Wish.Again(var scope, var rhythm) ->
          settle(scope, each -> new ScheduleDigest(each, rhythm), channels, language);
      case Phrases.Wish.NoMore(var scope) -> settle(scope, StopDigest::new, channels, language);
      case Phrases.Wish.OnDigests(var scope, var wishes) ->
          settle(scope, wishes, channels, language);
      case Phrases.Wish.Preview(var scope) ->
          settle(
              scope,
              each -> new Command.PreviewDigest(each.single().orElseThrow()),
              channels,
              language);
      case Phrases.Wish.Own(var meant) ->
          meant.size() == 1
              ? new Understood(meant.getFirst(), language)
              : new NotUnderstood(language, meant);
      case Phrases.Wish.Perhaps(var command) -> new NotUnderstood(language, List.of(command));
      case Phrases.Wish.WhatCanYouDo _ -> new Understood(new Help(), language);
      case Phrases.Wish.Chat(var kind) -> new SmallTalk(language, kind);
    };
  }

  /** A digest of the channel in which they are; elsewhere they are asked of which. */
  private Understanding someChannel(Phrases.Time time, Place place, Language language) {
    var here = place.here();
    return here != null
        ? settle(new Scope.Named(List.of(here)), time, List.of(here), language)
        : new NotUnderstood(
            language,
            ofEach(place, channel -> new Digest(channel, time.periods().getFirst())),
            time.noDay());
  }

  private static Understanding someChannel(Command.Rhythm rhythm, Place place, Language language) {
    var here = place.here();
    Function<String, Command> again =
        channel -> new ScheduleDigest(new Scope.Named(List.of(channel)), rhythm);
    return here != null
        ? new Understood(again.apply(here), language)
        : new NotUnderstood(language, ofEach(place, again));
  }

  private static List<Command> ofEach(Place place, Function<String, Command> command) {
    return place.channels().stream().limit(MOST_PROPOSED).map(command).toList();
  }

  private static Understanding settle(Written person, @Nullable String topic, Language language) {
    return person.hasWords() && !Topics.isArticle(person, language)
        ? new Understood(new IntroduceNamed(person.text(), topic), language)
        : new NotUnderstood(language, List.of());
  }

  /** A command about channels: those of these names, or those that may be meant. */
  private Understanding settle(
      Scope scope, Function<Scope, Command> command, List<String> channels, Language language) {
    return settle(scope, List.of(command), channels, language);
  }

  private Understanding settle(
      Scope scope,
      List<Function<Scope, Command>> wishes,
      List<String> channels,
      Language language) {
    var meant = meant(scope, channels);
    return meant.sure() && wishes.size() == 1
        ? new Understood(wishes.getFirst().apply(meant.scopes().getFirst()), language)
        : new NotUnderstood(
            language,
            meant.scopes().stream()
                .flatMap(each -> wishes.stream().map(wish -> wish.apply(each)))
                .limit(MOST_PROPOSED)
                .toList());
  }

  private Understanding settle(
      Scope scope, Phrases.Time time, List<String> channels, Language language) {
    var meant = meant(scope, channels);
    if (meant.sure() && time.sure()) {
      return new Understood(
          new Digest(meant.scopes().getFirst(), time.periods().getFirst(), false), language);
    }
    var digests =
        meant.scopes().stream()
            .flatMap(
                each ->
                    time.periods().stream().<Command>map(period -> new Digest(each, period, false)))
            .limit(MOST_PROPOSED)
            .toList();
    return new NotUnderstood(language, digests, time.noDay());
  }

  /**
   * Which channels may be meant.
   *
   * @param scopes at least one, the likeliest first
   */
  private record Meant(List<Scope> scopes, boolean sure) {}

  /** Of several channels the first one that there is not, but near ones, is asked back about. */
  private Meant meant(Scope scope, List<String> channels) {
    if (!(scope instanceof Scope.Named(var typed))) {
      return new Meant(List.of(scope), true);
    }
    var found = typed.stream().map(name -> spelling.nearest(name, channels)).toList();
    var names = new ArrayList<String>();
    var doubtful = -1;
    for (var i = 0; i < typed.size(); i++) {
      var near = found.get(i).near();
      names.add(near.isEmpty() ? typed.get(i) : near.getFirst());
      if (doubtful < 0 && !near.isEmpty() && !found.get(i).exact()) {
        doubtful = i;
      }
    }
    if (doubtful < 0) {
      return new Meant(List.of(new Scope.Named(names)), true);
    }
    var scopes = new ArrayList<Scope>();
    for (var near : found.get(doubtful).near()) {
      var others = new ArrayList<>(names);
      others.set(doubtful, near);
      scopes.add(new Scope.Named(others));
    }
    return new Meant(scopes, false);
  }

  /** Whether several words that stand where channels are expected name one at least. */
  private boolean isMeant(Phrases.Reading reading, List<String> channels) {
    return !(reading.wish() instanceof Phrases.Wish.Look(Scope.Named(var names), var signed, _))
        || signed
        || names.size() == 1
        || names.stream().anyMatch(name -> spelling.nearest(name, channels).exact());
  }

  /** Days with a slip in them: what they may be is offered before the usual ones. */
  private Optional<Understanding> inMistypedDays(
      Phrases.Reading reading, Written sentence, Language hint, Place place) {
    if (!(reading.wish() instanceof Phrases.Wish.Look(var scope, _, var time))
        || !time.isUnread()
        || time.noDay() != null) {
      return Optional.empty();
    }
    var meant = inOtherDays(sentence, hint, place.today(), scope);
    return meant.isEmpty()
        ? Optional.empty()
        : Optional.of(
            settle(
                scope, new Phrases.Time(meant, false, null), place.channels(), reading.language()));
  }

  private List<Period> inOtherDays(Written sentence, Language hint, LocalDate today, Scope scope) {
    return spelling.ofDays(sentence).stream()
        .flatMap(corrected -> phrases.read(corrected, hint, today).stream())
        .flatMap(
            other ->
                other.wish() instanceof Phrases.Wish.Look(var same, _, var time)
                        && same.equals(scope)
                        && !time.isUnread()
                    ? time.periods().stream()
                    : Stream.empty())
        .distinct()
        .toList();
  }

  private Optional<Understanding> misspelt(Written sentence, Language hint, Place place) {
    var nearest = new LinkedHashSet<Command>();
    var language = hint;
    for (var corrected : spelling.corrections(sentence)) {
      var reading = read(corrected, hint, place);
      if (reading.isPresent()) {
        var wish = settle(reading.get(), place);
        if (nearest.isEmpty()) {
          language = wish.language();
        }
        switch (wish) {
          case Understood(var command, _) -> nearest.add(command);
          case NotUnderstood(_, var commands, _) -> nearest.addAll(commands);
          case SmallTalk _, NothingSaid _ -> {}
        }
      }
    }
    return nearest.isEmpty()
        ? Optional.empty()
        : Optional.of(new NotUnderstood(language, nearest.stream().limit(MOST_PROPOSED).toList()));
  }

  /** A wish that can as well be a question: both readings are offered, and nothing is done. */
  private static Optional<Understanding> inDoubt(Phrases.Reading reading, Written sentence) {
    if (!(reading.wish() instanceof Phrases.Wish.Perhaps(var command))) {
      return Optional.empty();
    }
    var language = reading.language();
    var nearest = new ArrayList<Command>(List.of(command));
    Topics.of(sentence, language)
        .map(WhoKnows::new)
        .ifPresent(asked -> nearest.add(sentence.isAsked() ? 0 : 1, asked));
    return Optional.of(new NotUnderstood(language, nearest));
  }

  /** A topic that begins with what looks like a mistyped "about": both readings are offered. */
  private Optional<Understanding> halfRight(
      Phrases.Reading reading, Written sentence, Language hint, LocalDate today) {
    if (!(reading.wish() instanceof Phrases.Wish.Who(var topic, var team)) || topic.isEmpty()) {
      return Optional.empty();
    }
    var language = reading.language();
    return spelling.corrections(sentence).stream()
        .flatMap(corrected -> phrases.read(corrected, hint, today).stream())
        .flatMap(
            other ->
                other.wish() instanceof Phrases.Wish.Who(var shorter, _)
                        && !shorter.isEmpty()
                        && topic.text().endsWith(" " + shorter.text())
                    ? Topics.askedFor(shorter, language).stream()
                    : Stream.empty())
        .findFirst()
        .map(
            shorter ->
                new NotUnderstood(
                    language,
                    List.of(
                        of(team, new WhoKnows(shorter)), of(team, new WhoKnows(topic.text())))));
  }

  /** A sentence that is no command: a question for colleagues, or something to ask back about. */
  private Understanding free(Written sentence, Language hint, List<String> channels) {
    var language = languageOf(sentence.text(), hint);
    var words = Topics.of(sentence, language);
    if (words.isEmpty()) {
      return new NotUnderstood(language, List.of());
    }
    var asked = about(words.get(), language);
    if (asks(sentence)) {
      return new Understood(asked, language);
    }
    var nearest = new ArrayList<Command>();
    var bare = sentence.bare().text();
    if (bare.startsWith("#") || spelling.nearest(bare, channels).exact()) {
      spelling.nearest(bare, channels).near().stream()
          .map(channel -> new Digest(channel, new Period.Usual()))
          .forEach(nearest::add);
    }
    nearest.add(asked);
    return new NotUnderstood(language, nearest.stream().limit(MOST_PROPOSED).toList());
  }

  private static WhoKnows of(Written team, WhoKnows asked) {
    return asked.of(Topics.cut(team.text()));
  }

  private WhoKnows about(String topic, Language language) {
    return new WhoKnows(nlp.asName(topic, language));
  }

  /** A word or two are names more often than they are of a language. */
  private Language languageOf(String text, Language hint) {
    return nlp.words(text, hint).size() < WORDS_THAT_TELL ? hint : nlp.language(text).orElse(hint);
  }

  private boolean asks(Written sentence) {
    return sentence.text().indexOf('?') >= 0
        || List.of(Language.values()).stream()
            .anyMatch(language -> nlp.question(sentence.text(), language) != QuestionSign.NONE);
  }

  /** Of a long story first what is asked, then what that is about, then who asks and why. */
  private int rank(String sentence, Language language) {
    if (asks(Written.of(sentence))) {
      return 0;
    }
    return nlp.tells(sentence, language) ? 1 : 2;
  }

  /** Several sentences: a wish for a digest among them, or what a colleague is needed for. */
  private Understanding story(List<Written> sentences, Language hint, Place place) {
    var all = String.join(" ", sentences.stream().map(Written::text).toList());
    var language = languageOf(all, hint);
    var asks = false;
    var told = new ArrayList<String>();
    for (var sentence : sentences) {
      var reading = phrases.read(sentence, language, place.today());
      if (reading.isPresent() && reading.get().wish() instanceof Phrases.Wish.Look) {
        return settle(read(sentence, language, place).orElse(reading.get()), place);
      }
      var topic =
          reading.isPresent()
                  && reading.get().wish() instanceof Phrases.Wish.Who(var words, var team)
                  && team.isEmpty()
              ? Topics.askedFor(words, reading.get().language())
              : Optional.<String>empty();
      asks |= topic.isPresent() || asks(sentence);
      told.add(topic.orElse(sentence.text()));
    }
    var topic = Topics.shortened(told, sentence -> rank(sentence, language));
    return asks
        ? new Understood(new WhoKnows(topic), language)
        : new NotUnderstood(language, List.of(new WhoKnows(topic)));
  }
}
