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
import ponte.command.Command.ScheduleDigest;
import ponte.command.Command.StopDigest;
import ponte.command.Command.WhoKnows;
import ponte.command.Understanding.NotUnderstood;
import ponte.command.Understanding.NothingSaid;
import ponte.command.Understanding.SmallTalk;
import ponte.command.Understanding.Understood;
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
   * @param today the person's day
   */
  public record Place(List<String> channels, @Nullable String here, LocalDate today) {
    public Place {
      channels = List.copyOf(channels);
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
    var today = place.today();
    var line = Written.of(text);
    if (!line.hasWords()) {
      return line.text().matches("\\?+") ? new Understood(new Help(), hint) : new NothingSaid(hint);
    }
    var sentences = line.hasSeveralSentences() ? tellingSentences(text, hint) : List.of(line);
    if (sentences.size() > 1) {
      return story(sentences, hint, place);
    }
    var sentence = sentences.isEmpty() ? line : sentences.getFirst();
    return phrases
        .read(sentence, hint, today)
        .map(
            reading ->
                inDoubt(reading, sentence)
                    .or(() -> halfRight(reading, sentence, hint, today))
                    .orElseGet(() -> settle(reading, place)))
        .or(() -> misspelt(sentence, hint, place))
        .orElseGet(() -> free(sentence, hint, place.channels()));
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
      case Phrases.Wish.Who(var topic) ->
          Topics.of(topic, language)
              .<Understanding>map(words -> new Understood(new WhoKnows(words), language))
              .orElseGet(
                  () ->
                      Topics.isArticle(topic, language)
                          ? new NothingSaid(language)
                          : new NotUnderstood(language, List.of()));
      case Phrases.Wish.Meet(var person, var topic) ->
          settle(person.bare(), Topics.of(topic, language).orElse(null), language);
      case Phrases.Wish.Channel(var channel, var periods, var sure) ->
          settleDigest(channel, periods, sure, channels, language);
      case Phrases.Wish.SomeChannel(var period) when place.here() != null ->
          new Understood(new Digest(place.here(), period), language);
      case Phrases.Wish.SomeChannel(var period) ->
          new NotUnderstood(
              language,
              channels.stream()
                  .limit(MOST_PROPOSED)
                  .<Command>map(channel -> new Digest(channel, period))
                  .toList());
      case Phrases.Wish.Again(var channel, var rhythm) ->
          settle(channel, name -> new ScheduleDigest(name, rhythm), channels, language);
      case Phrases.Wish.NoMore(var channel) -> settle(channel, StopDigest::new, channels, language);
      case Phrases.Wish.Preview(var channel) ->
          settle(channel, Command.PreviewDigest::new, channels, language);
      case Phrases.Wish.Own(var meant) ->
          meant.size() == 1
              ? new Understood(meant.getFirst(), language)
              : new NotUnderstood(language, meant);
      case Phrases.Wish.Perhaps(var command) -> new NotUnderstood(language, List.of(command));
      case Phrases.Wish.WhatCanYouDo _ -> new Understood(new Help(), language);
      case Phrases.Wish.Chat(var kind) -> new SmallTalk(language, kind);
    };
  }

  private static Understanding settle(Written person, @Nullable String topic, Language language) {
    return person.hasWords() && !Topics.isArticle(person, language)
        ? new Understood(new IntroduceNamed(person.text(), topic), language)
        : new NotUnderstood(language, List.of());
  }

  /** A command about a channel: the one of that name, or those that may be meant. */
  private Understanding settle(
      String channel, Function<String, Command> command, List<String> channels, Language language) {
    var names = spelling.nearest(channel, channels);
    return names.exact() || names.near().isEmpty()
        ? new Understood(command.apply(names.exact() ? names.near().getFirst() : channel), language)
        : new NotUnderstood(language, names.near().stream().map(command).toList());
  }

  private Understanding settleDigest(
      String channel,
      List<Period> periods,
      boolean sure,
      List<String> channels,
      Language language) {
    var names = spelling.nearest(channel, channels);
    if (sure && names.exact() || names.near().isEmpty()) {
      var name = names.exact() ? names.near().getFirst() : channel;
      return sure
          ? new Understood(new Digest(name, periods.getFirst()), language)
          : new NotUnderstood(language, digests(List.of(name), periods));
    }
    return new NotUnderstood(language, digests(names.near(), periods));
  }

  private static List<Command> digests(List<String> channels, List<Period> periods) {
    var digests = new ArrayList<Command>();
    for (var channel : channels) {
      for (var period : periods) {
        digests.add(new Digest(channel, period));
      }
    }
    return digests.subList(0, Math.min(MOST_PROPOSED, digests.size()));
  }

  private Optional<Understanding> misspelt(Written sentence, Language hint, Place place) {
    var nearest = new LinkedHashSet<Command>();
    var language = hint;
    for (var corrected : spelling.corrections(sentence)) {
      var reading = phrases.read(corrected, hint, place.today());
      if (reading.isPresent()) {
        var wish = settle(reading.get(), place);
        if (nearest.isEmpty()) {
          language = wish.language();
        }
        switch (wish) {
          case Understood(var command, _) -> nearest.add(command);
          case NotUnderstood(_, var commands) -> nearest.addAll(commands);
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
    if (!(reading.wish() instanceof Phrases.Wish.Who(var topic)) || topic.isEmpty()) {
      return Optional.empty();
    }
    var language = reading.language();
    return spelling.corrections(sentence).stream()
        .flatMap(corrected -> phrases.read(corrected, hint, today).stream())
        .flatMap(
            other ->
                other.wish() instanceof Phrases.Wish.Who(var shorter)
                        && !shorter.isEmpty()
                        && topic.text().endsWith(" " + shorter.text())
                    ? Topics.of(shorter, language).stream()
                    : Stream.empty())
        .findFirst()
        .map(
            shorter ->
                new NotUnderstood(
                    language, List.of(new WhoKnows(shorter), new WhoKnows(topic.text()))));
  }

  /** A sentence that is no command: a question for colleagues, or something to ask back about. */
  private Understanding free(Written sentence, Language hint, List<String> channels) {
    var language = languageOf(sentence.text(), hint);
    var words = Topics.of(sentence, language);
    if (words.isEmpty()) {
      return new NotUnderstood(language, List.of());
    }
    var asked = new WhoKnows(words.get());
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

  /** A word or two are names more often than they are of a language. */
  private Language languageOf(String text, Language hint) {
    return nlp.words(text, hint).size() < WORDS_THAT_TELL ? hint : nlp.language(text).orElse(hint);
  }

  private boolean asks(Written sentence) {
    return sentence.text().indexOf('?') >= 0
        || List.of(Language.values()).stream()
            .anyMatch(language -> nlp.question(sentence.text(), language) != QuestionSign.NONE);
  }

  /** Several sentences: a wish for a digest among them, or what a colleague is needed for. */
  private Understanding story(List<Written> sentences, Language hint, Place place) {
    var all = String.join(" ", sentences.stream().map(Written::text).toList());
    var language = languageOf(all, hint);
    var asks = false;
    var told = new ArrayList<String>();
    for (var sentence : sentences) {
      var reading = phrases.read(sentence, language, place.today());
      if (reading.isPresent() && reading.get().wish() instanceof Phrases.Wish.Channel) {
        return settle(reading.get(), place);
      }
      var topic =
          reading.isPresent() && reading.get().wish() instanceof Phrases.Wish.Who(var words)
              ? Topics.of(words, reading.get().language())
              : Optional.<String>empty();
      asks |= topic.isPresent() || asks(sentence);
      told.add(topic.orElse(sentence.text()));
    }
    var topic = Topics.shortened(told, sentence -> asks(Written.of(sentence)));
    return asks
        ? new Understood(new WhoKnows(topic), language)
        : new NotUnderstood(language, List.of(new WhoKnows(topic)));
  }
}
