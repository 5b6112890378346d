package ponte.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import ponte.command.Command.FillIn;
import ponte.command.Command.Sheet;
import ponte.nlp.Language;

/** What people of one language want for themselves: how they are treated, what is kept of them. */
final class OwnWishes {

  private static final Map<String, Command> PLAIN = plain();
  private static final Map<String, BiFunction<String, Language, Optional<Command>>> TOPICS =
      topics();

  private final Language language;
  private final Phrasebook book;
  private final ComingDays days;
  private final Doubt doubt;
  private final FollowWishes follows;

  OwnWishes(Language language) {
    this.language = language;
    this.book = Phrasebook.of(language);
    this.days = new ComingDays(language);
    this.doubt = Doubt.in(language);
    this.follows = new FollowWishes(language);
  }

  private static Map<String, Command> plain() {
    var plain = new LinkedHashMap<String, Command>();
    plain.put("schedule-form", new FillIn(Sheet.SCHEDULE_DIGEST));
    plain.put("schedules", new Command.Schedules());
    plain.put("home", new Command.Home());
    plain.put("my-topics", new Command.MyTopics());
    plain.put("add-topic-form", new FillIn(Sheet.ADD_TOPIC));
    plain.put("quiet-hours-form", new FillIn(Sheet.QUIET_HOURS));
    plain.put("pause-form", new FillIn(Sheet.PAUSE));
    plain.put("resume", new Command.Resume());
    plain.put("speak-english", new Command.Speak(Language.ENGLISH));
    plain.put("speak-italian", new Command.Speak(Language.ITALIAN));
    plain.put("opt-out", new Command.OptOut());
    plain.put("opt-in", new Command.OptIn());
    plain.put("forget-me", new Command.ForgetMe());
    plain.put("export", new Command.ExportMyData());
    plain.put("my-data", new Command.MyData());
    plain.put("my-follows", new Command.MyFollows());
    plain.put("follow-form", new FillIn(Sheet.FOLLOW));
    plain.put("answer-form", new FillIn(Sheet.ANSWER));
    plain.put("how-unnamed", new Command.WithoutName(new Nameless.How()));
    plain.put("stop-invitations", new Command.StopInvitations());
    plain.put("allow-invitations", new Command.AllowInvitations());
    plain.put("nudges-help", new Command.NudgesHelp());
    plain.put("stop-help", new Command.StopHelp());
    plain.put("allow-help", new Command.AllowHelp());
    plain.put("stop-aftercare", new Command.StopAftercare());
    plain.put("allow-aftercare", new Command.AllowAftercare());
    plain.put("open-questions", new Command.OpenQuestions());
    return plain;
  }

  private static Map<String, BiFunction<String, Language, Optional<Command>>> topics() {
    var topics = new LinkedHashMap<String, BiFunction<String, Language, Optional<Command>>>();
    topics.put("hide-topic", topic(Command.HideTopic::new));
    topics.put("unhide-topic", topic(Command.UnhideTopic::new));
    topics.put("add-topic", topic(Command.AddTopic::new));
    topics.put("remove-topic", topic(Command.RemoveTopic::new));
    topics.put("unfollow", topic(Command.Unfollow::new));
    return topics;
  }

  private static BiFunction<String, Language, Optional<Command>> topic(
      java.util.function.Function<String, Command> command) {
    return (words, language) -> Topics.of(Written.of(words), language).map(command);
  }

  /**
   * What a line can mean; several commands where it can be read in several ways, else none.
   *
   * @param asked whether it ended as a question does
   */
  List<Command> of(Written line, boolean asked, LocalDate today) {
    for (var each : PLAIN.entrySet()) {
      if (matches(each.getKey(), line).findFirst().isPresent()) {
        return List.of(each.getValue());
      }
    }
    var onTopic = onTopic(line, asked, Doubt.Degree.NONE);
    if (onTopic.isPresent()) {
      return List.of(onTopic.get());
    }
    var followed = follows.of(line, asked);
    if (!followed.isEmpty()) {
      return followed;
    }
    var quiet = matches("quiet-hours", line).flatMap(OwnWishes::quietHours).toList();
    return quiet.isEmpty() ? pause(line, today) : quiet;
  }

  /** What a line may mean that can as well be a question. */
  Optional<Command> perhaps(Written line, boolean asked) {
    return onTopic(line, asked, Doubt.Degree.SOME)
        .or(() -> follows.perhaps(line, asked))
        .or(() -> perhapsHidden(line));
  }

  private Optional<Command> perhapsHidden(Written line) {
    return matches("perhaps-hide-topic", line)
        .map(match -> line.cut(match.start("topic"), match.end("topic")))
        .filter(topic -> !doubt.isNone(topic))
        .flatMap(topic -> Topics.of(topic, language).stream())
        .findFirst()
        .map(Command.HideTopic::new);
  }

  private Optional<Command> onTopic(Written line, boolean asked, Doubt.Degree wanted) {
    for (var each : TOPICS.entrySet()) {
      var found =
          matches(each.getKey(), line)
              .map(match -> line.cut(match.start("topic"), match.end("topic")))
              .filter(topic -> doubt.of(topic, asked) == wanted)
              .flatMap(topic -> each.getValue().apply(topic.text(), language).stream())
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Stream<Command> quietHours(Matcher match) {
    return TimeOfDay.of(match.group("time"))
        .flatMap(
            from ->
                TimeOfDay.of(match.group("untiltime"))
                    .<Command>map(until -> new Command.QuietHours(from, until, null)))
        .stream();
  }

  private List<Command> pause(Written line, LocalDate today) {
    var pauses = new ArrayList<Command>();
    matches("pause-days", line)
        .flatMap(match -> Numbers.of(match.group("number"), book).stream().boxed())
        .findFirst()
        .ifPresent(number -> pauses.add(new Command.Pause(today.plusDays(number))));
    matches("pause-weeks", line)
        .flatMap(match -> Numbers.of(match.group("number"), book).stream().boxed())
        .findFirst()
        .ifPresent(number -> pauses.add(new Command.Pause(today.plusWeeks(number))));
    matches("pause", line)
        .flatMap(match -> days.named(match.group("until"), today))
        .map(Command.Pause::new)
        .filter(pause -> !pauses.contains(pause))
        .forEach(pauses::add);
    return pauses;
  }

  private Stream<Matcher> matches(String section, Written line) {
    return book.phrases(section).stream()
        .map(phrase -> phrase.matcher(line.folded()))
        .filter(Matcher::matches);
  }
}
