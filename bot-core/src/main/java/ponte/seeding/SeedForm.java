package ponte.seeding;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Sowing;
import ponte.command.Sowing.Shape;
import ponte.conversation.ChannelId;
import ponte.reply.Form;
import ponte.reply.Form.Field;
import ponte.reply.Form.Kind;
import ponte.reply.Form.Option;
import ponte.reply.Texts;

/** The form in which a seed is written another way, and what it wishes for when filled in. */
public final class SeedForm {

  private static final String BEGINNING = "seed/";
  private static final String PROMPT = "prompt";
  private static final String SHAPE = "shape";
  private static final String OPTIONS = "options";
  private static final String SECRET = "secret";
  private static final String DAY = "day";
  private static final String TIME = "time";
  private static final String WEEKS = "weeks";

  private final Seeds seeds;
  private final SeedWishes wishes;
  private final Moments moments;
  private final Clock clock;

  SeedForm(Seeds seeds, SeedWishes wishes, Moments moments, Clock clock) {
    this.seeds = seeds;
    this.wishes = wishes;
    this.moments = moments;
    this.clock = clock;
  }

  /** The seed that a form of this kind is for; empty of any other form. */
  public static Optional<Sowing.Of> seed(String kind) {
    int end = kind.lastIndexOf('/');
    return kind.startsWith(BEGINNING) && end > BEGINNING.length()
        ? Optional.of(
            new Sowing.Of(
                ChannelId.parse(kind.substring(BEGINNING.length(), end)), kind.substring(end + 1)))
        : Optional.empty();
  }

  /** The form, filled with what holds now; empty where the asker may not decide about it. */
  public Optional<Form> of(Sowing.Of ref, Asker asker) {
    var person = asker.person();
    return seeds
        .find(ref)
        .filter(
            seed ->
                person != null
                    && seed.isOpen()
                    && asker.audience().maySee(ref.room())
                    && wishes.mayDecide(seed, person))
        .map(seed -> form(seed, Texts.in(asker.language())));
  }

  private Form form(Seed seed, Texts texts) {
    var draft = seed.draft();
    var due = seed.due().atZone(moments.zone(seed.room(), clock.instant()));
    return new Form(
        BEGINNING + seed.room() + "/" + seed.id(),
        texts.say("form.seed.title"),
        List.of(
            field(PROMPT, Kind.LONG_TEXT, draft.prompt(), List.of(), true, texts),
            field(SHAPE, Kind.CHOICE, draft.shape().name(), shapes(draft, texts), true, texts),
            field(
                OPTIONS,
                Kind.LONG_TEXT,
                String.join("\n", draft.options()),
                List.of(),
                false,
                texts),
            field(
                SECRET,
                Kind.CHOICE,
                draft.secret() ? "yes" : "no",
                Stream.of("no", "yes")
                    .map(each -> new Option(each, texts.say("form.seed.secret." + each)))
                    .toList(),
                true,
                texts),
            field(DAY, Kind.DATE, due.toLocalDate().toString(), List.of(), true, texts),
            field(
                TIME,
                Kind.TIME,
                due.toLocalTime().truncatedTo(java.time.temporal.ChronoUnit.MINUTES).toString(),
                List.of(),
                true,
                texts),
            field(
                WEEKS,
                Kind.CHOICE,
                String.valueOf(seed.weeks()),
                Written.SERIES.stream()
                    .map(
                        weeks ->
                            new Option(
                                String.valueOf(weeks), texts.say("form.seed.weeks.every", weeks)))
                    .toList(),
                true,
                texts)),
        texts.say("form.seed.submit"));
  }

  /** A call for help stays one: others may not become one, since anybody may call. */
  private static List<Option> shapes(Draft draft, Texts texts) {
    return Stream.of(Shape.values())
        .filter(shape -> (shape == Shape.RALLY) == (draft.shape() == Shape.RALLY))
        .map(
            shape ->
                new Option(
                    shape.name(),
                    texts.say("form.seed.shape." + shape.name().toLowerCase(Locale.ROOT))))
        .toList();
  }

  private static Field field(
      String name, Kind kind, String value, List<Option> options, boolean required, Texts texts) {
    return new Field(
        name,
        texts.say("form.seed." + name),
        texts.say("form.seed." + name + ".hint"),
        kind,
        value.isEmpty() ? List.of() : List.of(value),
        options,
        required);
  }

  /** What became of a form that was filled in. */
  public sealed interface Read {

    record Wish(Command command) implements Read {}

    /** These fields cannot be taken, each with why. */
    record Wrong(Map<String, String> problems) implements Read {
      public Wrong {
        problems = Map.copyOf(problems);
      }
    }
  }

  /** Reads the form as it was filled in. */
  public Read read(Sowing.Of ref, Map<String, List<String>> values, Asker asker) {
    var texts = Texts.in(asker.language());
    var problems = new LinkedHashMap<String, String>();
    var shape =
        Stream.of(Shape.values())
            .filter(each -> each.name().equals(one(SHAPE, values)))
            .findFirst()
            .orElse(Shape.DISCUSSION);
    var today = LocalDate.ofInstant(clock.instant(), moments.zone(ref.room(), clock.instant()));
    var day = day(one(DAY, values));
    var time = time(one(TIME, values));
    int weeks =
        Written.SERIES.stream()
            .filter(each -> String.valueOf(each).equals(one(WEEKS, values)))
            .findFirst()
            .orElse(0);
    var write =
        new Sowing.Write(
            ref,
            shape,
            one(PROMPT, values),
            Ideas.options(one(OPTIONS, values)),
            one(SECRET, values).equals("yes"),
            day.orElse(today),
            time.orElse(LocalTime.NOON),
            weeks);
    var before = seeds.find(ref).map(seed -> seed.draft().shape()).orElse(shape);
    Written.problems(write, before, today)
        .forEach(problem -> problems.put(field(problem), Written.says(problem, texts)));
    if (day.isEmpty()) {
      problems.put(DAY, texts.say("form.date"));
    }
    if (time.isEmpty()) {
      problems.put(TIME, texts.say("form.time"));
    }
    return problems.isEmpty() ? new Read.Wish(new Command.Seed(write)) : new Read.Wrong(problems);
  }

  private static String field(Written.Problem problem) {
    return switch (problem) {
      case PROMPT -> PROMPT;
      case SHAPE -> SHAPE;
      case OPTIONS -> OPTIONS;
      case DAY -> DAY;
      case WEEKS -> WEEKS;
    };
  }

  private static Optional<LocalDate> day(String written) {
    try {
      return Optional.of(LocalDate.parse(written));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> time(String written) {
    try {
      return Optional.of(
          LocalTime.parse(written).truncatedTo(java.time.temporal.ChronoUnit.MINUTES));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String one(String field, Map<String, List<String>> values) {
    return values.getOrDefault(field, List.of()).stream().findFirst().orElse("").strip();
  }
}
