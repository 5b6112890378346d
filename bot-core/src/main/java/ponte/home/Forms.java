package ponte.home;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Pace;
import ponte.command.Command.Sheet;
import ponte.command.Nameless;
import ponte.command.Sowing;
import ponte.consent.Preferences;
import ponte.consent.QuietHours;
import ponte.conversation.Channel;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.reply.Form;
import ponte.reply.Form.Field;
import ponte.reply.Form.Kind;
import ponte.reply.Form.Option;
import ponte.reply.Texts;
import ponte.schedule.DigestSchedules;
import ponte.seeding.SeedForm;

/** The forms there are, what is wrong with them as filled in, and what they then wish for. */
public final class Forms {

  private static final String CHANNEL = "channel";
  private static final String DAYS = "days";
  private static final String TIME = "time";
  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private static final String WEEKENDS = "weekends";
  private static final String TOPIC = "topic";
  private static final String PACE = "pace";
  private static final String QUESTION = "question";
  private static final String ANSWER = "answer";
  private static final int LONGEST_LABEL = 70;

  private final DigestSchedules schedules;
  private final Directory directory;
  private final Preferences preferences;
  private final SeedForm seeds;
  private final Function<PersonId, List<Option>> questions;
  private final Clock clock;

  /**
   * @param questions those that were put to somebody and wait for an answer
   */
  public Forms(
      DigestSchedules schedules,
      Directory directory,
      Preferences preferences,
      SeedForm seeds,
      Function<PersonId, List<Option>> questions,
      Clock clock) {
    this.seeds = seeds;
    this.schedules = schedules;
    this.directory = directory;
    this.preferences = preferences;
    this.questions = questions;
    this.clock = clock;
  }

  /**
   * The form that a command asks for; empty where it asks for none, or the asker cannot fill it.
   */
  public Optional<Form> of(Command command, Asker asker) {
    return switch (command) {
      case Command.FillIn(var sheet, var about) -> of(sheet, about, asker);
      case Command.Seed(Sowing.Edit(var seed)) -> seeds.of(seed, asker);
      default -> Optional.empty();
    };
  }

  /**
   * A form, filled with what holds now; empty where the asker has nothing to choose from.
   *
   * @param about the value of one of its options; null, or of none: nothing in particular
   */
  private Optional<Form> of(Sheet sheet, @Nullable String about, Asker asker) {
    var person = asker.person();
    if (person == null) {
      return Optional.empty();
    }
    var texts = Texts.in(asker.language());
    return switch (sheet) {
      case SCHEDULE_DIGEST -> {
        var channels =
            schedules.open(person).stream()
                .limit(Form.MOST_OPTIONS)
                .map(channel -> new Option(channel.id().toString(), label("#" + channel.name())))
                .toList();
        yield channels.isEmpty()
            ? Optional.empty()
            : Optional.of(form(sheet, texts, schedule(channels, texts)));
      }
      case QUIET_HOURS -> {
        var quiet = preferences.of(person).quietHours();
        yield Optional.of(form(sheet, texts, quietHours(quiet, texts)));
      }
      case PAUSE ->
          Optional.of(
              form(
                  sheet,
                  texts,
                  List.of(
                      field(
                          UNTIL,
                          Kind.DATE,
                          List.of(today(asker).plusDays(7).toString()),
                          "form.pause.until",
                          texts))));
      case ADD_TOPIC ->
          Optional.of(
              form(
                  sheet,
                  texts,
                  List.of(field(TOPIC, Kind.TEXT, List.of(), "form.add-topic.topic", texts))));
      case FOLLOW -> Optional.of(form(sheet, texts, follow(texts)));
      case ANSWER -> {
        var waiting = questions.apply(person);
        yield waiting.isEmpty()
            ? Optional.empty()
            : Optional.of(form(sheet, texts, answer(waiting, about, texts)));
      }
    };
  }

  private static List<Field> answer(List<Option> waiting, @Nullable String about, Texts texts) {
    var first =
        waiting.stream()
            .map(Option::value)
            .filter(value -> value.equals(about))
            .findFirst()
            .or(
                () ->
                    waiting.size() == 1
                        ? Optional.of(waiting.getFirst().value())
                        : Optional.empty());
    return List.of(
        choice(
            QUESTION, Kind.CHOICE, first.stream().toList(), waiting, "form.answer.question", texts),
        field(ANSWER, Kind.LONG_TEXT, List.of(), "form.answer.answer", texts));
  }

  private static List<Field> follow(Texts texts) {
    var paces =
        Stream.of(Pace.values())
            .map(
                pace ->
                    new Option(
                        pace.name(),
                        texts.say("form.follow.pace." + pace.name().toLowerCase(Locale.ROOT))))
            .toList();
    return List.of(
        field(TOPIC, Kind.TEXT, List.of(), "form.follow.topic", texts),
        choice(PACE, Kind.CHOICE, List.of(Pace.DAILY.name()), paces, "form.follow.pace", texts));
  }

  private static List<Field> schedule(List<Option> channels, Texts texts) {
    var days =
        Stream.of(DayOfWeek.values())
            .map(
                day ->
                    new Option(
                        day.name(), day.getDisplayName(TextStyle.FULL, texts.language().locale())))
            .toList();
    return List.of(
        choice(CHANNEL, Kind.CHOICES, List.of(), channels, "form.schedule-digest.channel", texts),
        choice(
            DAYS,
            Kind.CHOICES,
            List.of(DayOfWeek.MONDAY.name()),
            days,
            "form.schedule-digest.days",
            texts),
        field(TIME, Kind.TIME, List.of("09:00"), "form.schedule-digest.time", texts));
  }

  private static List<Field> quietHours(QuietHours quiet, Texts texts) {
    var weekends =
        List.of(
            new Option("yes", texts.say("form.quiet-hours.weekends.yes")),
            new Option("no", texts.say("form.quiet-hours.weekends.no")));
    return List.of(
        field(FROM, Kind.TIME, List.of(quiet.from().toString()), "form.quiet-hours.from", texts),
        field(UNTIL, Kind.TIME, List.of(quiet.until().toString()), "form.quiet-hours.until", texts),
        choice(
            WEEKENDS,
            Kind.CHOICE,
            List.of(quiet.weekends() ? "yes" : "no"),
            weekends,
            "form.quiet-hours.weekends",
            texts));
  }

  /**
   * The form of a kind, as {@link #of(Command, Asker)} gives it; empty, too, of a kind there is
   * not.
   */
  public Optional<Form> of(String kind, Asker asker) {
    return SeedForm.seed(kind)
        .flatMap(seed -> seeds.of(seed, asker))
        .or(
            () ->
                Stream.of(Sheet.values())
                    .filter(sheet -> kind(sheet).equals(kind))
                    .findFirst()
                    .flatMap(sheet -> of(sheet, null, asker)));
  }

  private static Form form(Sheet sheet, Texts texts, List<Field> fields) {
    var kind = kind(sheet);
    return new Form(
        kind, texts.say("form." + kind + ".title"), fields, texts.say("form." + kind + ".submit"));
  }

  private static String kind(Sheet sheet) {
    return switch (sheet) {
      case SCHEDULE_DIGEST -> "schedule-digest";
      case QUIET_HOURS -> "quiet-hours";
      case PAUSE -> "pause";
      case ADD_TOPIC -> "add-topic";
      case FOLLOW -> "follow";
      case ANSWER -> "answer";
    };
  }

  private static Field field(String name, Kind kind, List<String> values, String key, Texts texts) {
    return choice(name, kind, values, List.of(), key, texts);
  }

  private static Field choice(
      String name, Kind kind, List<String> values, List<Option> options, String key, Texts texts) {
    return new Field(name, texts.say(key), texts.say(key + ".hint"), kind, values, options, true);
  }

  private static String label(String text) {
    return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL) + "…";
  }

  /** What became of a form that was filled in. */
  public sealed interface Read {

    /** It wishes for this. */
    record Wish(Command command) implements Read {}

    /**
     * These fields cannot be taken, each with why.
     *
     * @param opener asks for the form once more
     */
    record Wrong(Command opener, Map<String, String> problems) implements Read {
      public Wrong {
        problems = Map.copyOf(problems);
      }
    }

    /** There is no such form. */
    record Unknown() implements Read {}
  }

  /** Reads a form as it was filled in. */
  public Read read(String form, Map<String, List<String>> values, Asker asker) {
    var seed = SeedForm.seed(form);
    if (seed.isPresent()) {
      return switch (seeds.read(seed.get(), values, asker)) {
        case SeedForm.Read.Wish(var command) -> new Read.Wish(command);
        case SeedForm.Read.Wrong(var problems) ->
            new Read.Wrong(new Command.Seed(new Sowing.Edit(seed.get())), problems);
      };
    }
    for (var sheet : Sheet.values()) {
      if (kind(sheet).equals(form)) {
        return new Filled(sheet, values, asker).read();
      }
    }
    return new Read.Unknown();
  }

  private LocalDate today(Asker asker) {
    return clock.instant().atZone(asker.zone()).toLocalDate();
  }

  /** A form as somebody filled it in. */
  private final class Filled {

    private final Sheet sheet;
    private final Map<String, List<String>> values;
    private final Asker asker;
    private final Texts texts;
    private final Map<String, String> problems = new LinkedHashMap<>();

    Filled(Sheet sheet, Map<String, List<String>> values, Asker asker) {
      this.sheet = sheet;
      this.values = values;
      this.asker = asker;
      this.texts = Texts.in(asker.language());
    }

    Read read() {
      var wish =
          switch (sheet) {
            case SCHEDULE_DIGEST -> schedule();
            case QUIET_HOURS -> quietHours();
            case PAUSE -> pause();
            case ADD_TOPIC -> topic().map(Command.AddTopic::new);
            case FOLLOW -> topic().map(topic -> new Command.Follow(topic, pace()));
            case ANSWER -> answer();
          };
      return wish.isPresent() && problems.isEmpty()
          ? new Read.Wish(wish.get())
          : new Read.Wrong(new Command.FillIn(sheet), problems);
    }

    private Optional<Command> schedule() {
      var channels = channels();
      var days = days();
      var time = time(TIME);
      return !channels.isEmpty() && !days.isEmpty() && time.isPresent()
          ? Optional.of(
              new Command.ScheduleDigest(
                  new Command.Scope.Named(channels), new Command.Rhythm(days, time.get())))
          : Optional.empty();
    }

    /** The names of the channels that were chosen; none where one of them cannot be taken. */
    private List<String> channels() {
      var person = asker.person();
      var open = person == null ? List.<Channel>of() : schedules.open(person);
      var chosen = values.getOrDefault(CHANNEL, List.of()).stream().distinct().toList();
      var names =
          open.stream()
              .filter(channel -> chosen.contains(channel.id().toString()))
              .map(Channel::name)
              .toList();
      if (chosen.isEmpty() || names.size() < chosen.size()) {
        wrong(CHANNEL, notOpen(chosen, open));
        return List.of();
      }
      // A digest is of channels by name: of two of one name it would be of one, and be posted.
      if (Set.copyOf(names).size() < names.size()) {
        wrong(CHANNEL, texts.say("form.same-name"));
        return List.of();
      }
      return names;
    }

    private String notOpen(List<String> chosen, List<Channel> open) {
      return chosen.stream()
          .filter(id -> open.stream().noneMatch(channel -> channel.id().toString().equals(id)))
          .map(this::known)
          .filter(name -> !name.isEmpty())
          .findFirst()
          .map(name -> texts.say("schedule.not-in-channel", name))
          .orElseGet(() -> texts.say("form.choose"));
    }

    /** The name of a channel that the asker may open; empty of any other. */
    private String known(String chosen) {
      return directory.channels(asker.audience()).stream()
          .filter(channel -> channel.id().toString().equals(chosen))
          .map(Channel::name)
          .findFirst()
          .orElse("");
    }

    private EnumSet<DayOfWeek> days() {
      var days = EnumSet.noneOf(DayOfWeek.class);
      for (var value : values.getOrDefault(DAYS, List.of())) {
        Stream.of(DayOfWeek.values()).filter(day -> day.name().equals(value)).forEach(days::add);
      }
      if (days.isEmpty()) {
        wrong(DAYS, texts.say("form.choose-day"));
      }
      return days;
    }

    private Optional<Command> answer() {
      var person = asker.person();
      var question = one(QUESTION);
      var words = one(ANSWER);
      if (person == null
          || questions.apply(person).stream().noneMatch(each -> each.value().equals(question))) {
        wrong(QUESTION, texts.say("form.choose"));
      }
      if (words.isEmpty() || words.length() > Nameless.LONGEST_ANSWER) {
        wrong(ANSWER, texts.say("form.answer.words", Nameless.LONGEST_ANSWER));
      }
      return problems.isEmpty()
          ? Optional.of(new Command.WithoutName(new Nameless.Answer(question, words)))
          : Optional.empty();
    }

    private Optional<Command> quietHours() {
      var from = time(FROM);
      var until = time(UNTIL);
      return from.isPresent() && until.isPresent()
          ? Optional.of(
              new Command.QuietHours(from.get(), until.get(), !one(WEEKENDS).equals("no")))
          : Optional.empty();
    }

    private Optional<Command> pause() {
      try {
        var until = LocalDate.parse(one(UNTIL));
        if (!until.isAfter(today(asker))) {
          wrong(UNTIL, texts.say("form.pause.past"));
        }
        return Optional.of(new Command.Pause(until));
      } catch (DateTimeException e) {
        wrong(UNTIL, texts.say("form.date"));
        return Optional.empty();
      }
    }

    /** Whoever cannot choose, as in a chat, follows daily. */
    private Pace pace() {
      return Stream.of(Pace.values())
          .filter(pace -> pace.name().equals(one(PACE)))
          .findFirst()
          .orElse(Pace.DAILY);
    }

    private Optional<String> topic() {
      var topic = one(TOPIC);
      if (topic.isEmpty() || topic.length() > Command.LONGEST_TOPIC) {
        wrong(TOPIC, texts.say("form.topic", Command.LONGEST_TOPIC));
        return Optional.empty();
      }
      return Optional.of(topic);
    }

    private Optional<LocalTime> time(String field) {
      try {
        return Optional.of(
            LocalTime.parse(one(field)).truncatedTo(java.time.temporal.ChronoUnit.MINUTES));
      } catch (DateTimeException e) {
        wrong(field, texts.say("form.time"));
        return Optional.empty();
      }
    }

    private String one(String field) {
      return values.getOrDefault(field, List.of()).stream().findFirst().orElse("").strip();
    }

    private void wrong(String field, String why) {
      problems.put(field, why);
    }
  }
}
