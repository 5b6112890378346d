package ponte.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest.Quote;
import ponte.listening.ListeningRules;
import ponte.listening.NewWord;
import ponte.listening.RecurringQuestion;
import ponte.listening.Risk;
import ponte.listening.Trend;

/** Do rising and fading topics make sense to those who were there? */
@Command(
    name = "trends",
    mixinStandardHelpOptions = true,
    description = {
      "Finds what rises and fades in each of the last months of each export, held against the four",
      "weeks before, and prints it with what was said of it, for somebody to judge, and the time it",
      "takes: at first, and once more when the messages have been read."
    })
final class TrendsBench implements Callable<Integer> {

  private static final Duration MONTH = Duration.ofDays(28);

  @Mixin private Exports exports = new Exports();

  @Option(
      names = "--months",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many months of four weeks (default: ${DEFAULT-VALUE}).")
  private int months;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "The day after the last month (default: the last thing said).")
  private @Nullable String until;

  @Override
  public Integer call() throws IOException {
    System.out.println(Machine.line());
    for (var export : exports.paths()) {
      try (var trial = ListeningTrial.open(export)) {
        print(export, trial);
      }
    }
    return 0;
  }

  private void print(Path export, ListeningTrial trial) {
    var end = until == null ? trial.end() : Instant.parse(until + "T00:00:00Z");
    System.out.printf(Locale.ROOT, "data: %s, up to %s%n", export.getFileName(), end);
    for (int month = months; month-- > 0; ) {
      var span = TimeSpan.before(end.minus(MONTH.multipliedBy(month)), MONTH);
      long start = System.nanoTime();
      var trends = trial.trends(span);
      double cold = (System.nanoTime() - start) / 1e9;
      start = System.nanoTime();
      trial.trends(span);
      System.out.printf(
          Locale.ROOT,
          "  %s to %s: %d topics, %.2f s, then %.2f s%n",
          span.from().atZone(ZoneOffset.UTC).toLocalDate(),
          span.until().atZone(ZoneOffset.UTC).toLocalDate(),
          trends.size(),
          cold,
          (System.nanoTime() - start) / 1e9);
      trends.forEach(trend -> print(trend, trial));
      trial.newWords(span).forEach(word -> print(word, trial));
    }
    var half = TimeSpan.before(end, ListeningRules.DEFAULT.asking().span());
    long start = System.nanoTime();
    var recurring = trial.recurring(half);
    System.out.printf(
        Locale.ROOT,
        "  questions that keep coming back: %d, %.2f s%n",
        recurring.size(),
        (System.nanoTime() - start) / 1e9);
    recurring.forEach(question -> print(question, trial));
    System.out.println("  knowledge at risk:");
    trial.risks(half).forEach(risk -> print(risk, trial));
  }

  private static void print(Trend trend, ListeningTrial trial) {
    System.out.printf(
        Locale.ROOT,
        "    %s %s  [%.1f a week, before %.1f; %d people, %d conversations; %s; G² %.1f] %s%n",
        switch (trend.direction()) {
          case RISING -> "+";
          case FADING -> "-";
          case STAYING -> "=";
        },
        trend.label(),
        trend.now(),
        trend.before(),
        trend.people(),
        trend.conversations(),
        trend.channels().stream().map(trial::name).limit(3).collect(Collectors.joining(", ")),
        trend.surprise(),
        trend.course());
    trend.evidence().forEach(quote -> print(quote, trial));
  }

  private static void print(Quote quote, ListeningTrial trial) {
    System.out.printf(
        Locale.ROOT,
        "        %s %s: %s%n",
        quote.at().atZone(ZoneOffset.UTC).toLocalDate(),
        trial.name(quote.message().channel()),
        trial.words(quote.text()));
  }

  private static void print(NewWord word, ListeningTrial trial) {
    System.out.printf(Locale.ROOT, "    new: %s  [%d people]%n", word.word(), word.people());
    word.evidence().forEach(quote -> System.out.println("        " + trial.words(quote.text())));
  }

  private static void print(RecurringQuestion question, ListeningTrial trial) {
    System.out.printf(
        Locale.ROOT,
        "    ? %s  [%d times, %d people, %d unanswered]%n",
        trial.words(question.question().text()),
        question.times(),
        question.people(),
        question.unanswered());
    question.asked().forEach(quote -> System.out.println("        ? " + trial.words(quote.text())));
    for (var answer : question.answers()) {
      var outcome = answer.outcome();
      if (outcome != null) {
        System.out.println("        ! " + trial.words(outcome.text()));
      }
    }
  }

  private static void print(Risk risk, ListeningTrial trial) {
    System.out.printf(
        Locale.ROOT,
        "    %s  [%s; %d questions of %d people, %d unanswered]%n",
        risk.topic(),
        risk.answered(),
        risk.questions(),
        risk.askers(),
        risk.unanswered());
    risk.asked().forEach(quote -> System.out.println("        " + trial.words(quote.text())));
  }
}
