package ponte.bench.company;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ponte.app.holidays.JollydayHolidays;
import ponte.bench.Machine;
import ponte.bench.WorkDirectory;
import ponte.bot.Ponte;
import ponte.nlp.Nlp;
import ponte.nudge.Kind;

/** What Ponte does to a company in half a year. */
@Command(
    name = "company",
    mixinStandardHelpOptions = true,
    description = {
      "Lets made-up people of a company over 8 time zones ask, answer, ignore and get annoyed for",
      "half a year: with Ponte as it is shipped, with bots that ask somebody at random or always the",
      "top expert, and without any. Fails where Ponte, or another bot behind its gate, breaks what",
      "people are promised, as an observer sees it who knows nothing of the gate."
    })
public final class CompanyBench implements Callable<Integer> {

  private static final int SHOWN = 5;
  private static final Duration TICK = Duration.ofMinutes(10);

  @Option(
      names = "--people",
      defaultValue = "5000",
      description = "How many work there (default: ${DEFAULT-VALUE}).")
  private int people;

  @Option(
      names = "--weeks",
      defaultValue = "26",
      description = "So long it is watched, and was there before (default: ${DEFAULT-VALUE}).")
  private int weeks;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Draws the company and what happens in it (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--like",
      split = ",",
      defaultValue = "usual,pessimistic,optimistic",
      description =
          "How people behave, one run for each: usual, pessimistic, optimistic, or eager, to find"
              + " what breaks (default: ${DEFAULT-VALUE}).")
  private List<String> like = List.of();

  @Option(
      names = "--policies",
      split = ",",
      defaultValue = "NO_BOT,RANDOM,TOP,TOP_AT_ONCE,PONTE",
      description = "What is compared (default: ${DEFAULT-VALUE}).")
  private List<Policy> policies = List.of();

  private record Lived(Policy policy, Figures figures) {}

  @Override
  public Integer call() throws IOException {
    System.out.println(Machine.line());
    var terms =
        new House.Terms(
            Nlp.shared(), Ponte.Rules.DEFAULT, new JollydayHolidays(), who -> who.site().zone());
    var kept = true;
    for (var name : like) {
      kept &= compare(Assumptions.named(name), terms);
    }
    return kept ? 0 : 1;
  }

  /** Whether everything promised was kept by all that go through the gate. */
  private boolean compare(Assumptions behaviour, House.Terms terms) throws IOException {
    var company = Company.of(people, weeks, behaviour, seed);
    System.out.printf(
        Locale.ROOT,
        "%n%s%ncompany: %,d people, %d channels, %d weeks from %s, seed %d; %,d questions before,"
            + " %,d in it%n",
        behaviour,
        people,
        company.channels().size(),
        weeks,
        Company.FIRST,
        seed,
        company.past().size(),
        company.asked().size());
    var all = new ArrayList<Lived>();
    for (var policy : policies) {
      var start = System.nanoTime();
      try (var work = WorkDirectory.create("ponte-company")) {
        var storage = House.Storage.in(work.path());
        all.add(new Lived(policy, policy.live(company, behaviour, weeks, terms, TICK, storage)));
      }
      System.out.printf(
          Locale.ROOT, "%s: %.0f seconds%n", policy.title(), (System.nanoTime() - start) / 1e9);
    }
    print(all);
    var kept = true;
    for (var lived : all) {
      var watch = lived.figures().watch();
      if (!watch.broken().isEmpty()) {
        System.out.printf(Locale.ROOT, "broken by %s: %s%n", lived.policy().title(), watch);
        if (lived.policy() != Policy.TOP_AT_ONCE) {
          kept = false;
          watch.broken().values().stream()
              .flatMap(each -> each.stream().limit(SHOWN))
              .forEach(each -> System.out.println("  " + each));
        }
      }
    }
    return kept;
  }

  private void print(List<Lived> all) {
    row("", all, each -> each.policy().title());
    number("first answer, hours, median", "%.2f", all, each -> each.clockHours(0.5));
    number("  90 %", "%.1f", all, each -> each.clockHours(0.9));
    number("  working hours, median", "%.2f", all, each -> each.workingHours(0.5));
    number("  90 %", "%.1f", all, each -> each.workingHours(0.9));
    number("unanswered, %", "%.1f", all, each -> 100 * each.unanswered());
    number("of those open after 4 working hours", "", all, _ -> 0.0);
    number("  first answer, working h, median", "%.1f", all, each -> each.workingHoursOfOpen(0.5));
    number("  unanswered, %", "%.1f", all, each -> 100 * each.unansweredOfOpen());
    number("answered by peers unasked, %", "%.1f", all, each -> 100 * each.byThemselves());
    number("help offered", "%.0f", all, each -> (double) each.shown(Kind.HELP));
    number("help agreed to", "%.0f", all, each -> (double) each.agreements());
    number("invitations", "%.0f", all, each -> (double) each.invited());
    number("  that brought the answer, %", "%.1f", all, each -> 100 * each.fruitful());
    number("  to who knows nothing of it, %", "%.1f", all, each -> 100 * each.unknowing());
    number("  to what was answered, %", "%.1f", all, each -> 100 * each.needless());
    number("  Gini over all people", "%.2f", all, Figures::giniOfInvitations);
    number("  of the top 1 %, %", "%.1f", all, each -> 100 * each.invitationsOfTheTop());
    number("answers, Gini over all people", "%.2f", all, Figures::giniOfAnswers);
    number("messages a person and week", "%.3f", all, each -> each.messagesAPerson() / weeks);
    number(
        "  p99 of a person, all weeks", "%.0f", all, each -> (double) each.messagesOfTheMost(.99));
    number("  most on a day", "%.0f", all, each -> (double) each.watch().mostADay());
    number("  most in 7 days", "%.0f", all, each -> (double) each.watch().mostAWeek());
    number("annoyed, times", "%.0f", all, each -> (double) each.annoyances());
    number("who stopped a kind", "%.0f", all, each -> (double) each.stopped());
    number("who opted out", "%.0f", all, each -> (double) each.optedOut());
    number("introductions", "%.0f", all, each -> (double) each.introductions());
    number("  people introduced", "%.0f", all, each -> (double) each.introducedPeople());
    number("  twos introduced twice", "%.0f", all, each -> (double) each.repeats());
    number("sought a colleague", "%.0f", all, each -> (double) each.seekers().count());
    number("  were promised one", "%.0f", all, each -> (double) each.seekers().promised());
    number("  colleagues written to", "%.0f", all, each -> (double) each.seekers().written());
    number("  who know nothing of it, %", "%.1f", all, each -> 100 * each.seekers().unknowing());
    number("  hours until then, median", "%.2f", all, each -> each.seekers().hours(0.5));
    number("  90 %", "%.1f", all, each -> each.seekers().hours(0.9));
    number("  were helped by them", "%.0f", all, each -> (double) each.seekers().helped());
    number("suggested by readers", "%.0f", all, each -> (double) each.suggestions().timesPressed());
    number("  put to the asker", "%.0f", all, each -> (double) each.suggestions().timesPut());
    number("  agreed to", "%.0f", all, each -> (double) each.suggestions().timesAgreed());
    number(
        "promises broken",
        "%.0f",
        all,
        each -> (double) each.watch().broken().values().stream().mapToInt(List::size).sum());
  }

  private static void number(
      String name, String form, List<Lived> all, Function<Figures, Double> figure) {
    row(
        name,
        all,
        each -> {
          var value = figure.apply(each.figures());
          return value.isNaN()
              ? "-"
              : value.isInfinite() ? "never" : String.format(Locale.ROOT, form, value);
        });
  }

  private static void row(String name, List<Lived> all, Function<Lived, String> cell) {
    var line = new StringBuilder(String.format("%-36s", name));
    all.forEach(each -> line.append(String.format("%14s", cell.apply(each))));
    System.out.println(line);
  }
}
