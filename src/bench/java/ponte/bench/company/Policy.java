package ponte.bench.company;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import ponte.bench.ReplayClock;
import ponte.bench.WorkDirectory;

/** What is compared. */
enum Policy {
  NO_BOT("no bot") {
    @Override
    Helper helper(Path path, Company company, House.Terms terms, ReplayClock clock, Life life) {
      return Helper.NOBODY;
    }
  },
  RANDOM("random three") {
    @Override
    Helper helper(Path path, Company company, House.Terms terms, ReplayClock clock, Life life) {
      return new SimpleBot(
          path,
          company,
          terms,
          clock,
          life,
          Routing.random(company, terms.rules().introductions().invited()),
          SimpleBot.Manners.GOOD);
    }
  },
  TOP("top expert") {
    @Override
    Helper helper(Path path, Company company, House.Terms terms, ReplayClock clock, Life life) {
      return new SimpleBot(
          path, company, terms, clock, life, Routing.top(company), SimpleBot.Manners.GOOD);
    }
  },
  TOP_AT_ONCE("top, no gate") {
    @Override
    Helper helper(Path path, Company company, House.Terms terms, ReplayClock clock, Life life) {
      return new SimpleBot(
          path, company, terms, clock, life, Routing.top(company), SimpleBot.Manners.NONE);
    }
  },
  PONTE("Ponte") {
    @Override
    Helper helper(Path path, Company company, House.Terms terms, ReplayClock clock, Life life) {
      return new PonteAtWork(path, company, terms, clock, life);
    }
  };

  private final String title;

  Policy(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  abstract Helper helper(
      Path path, Company company, House.Terms terms, ReplayClock clock, Life life);

  /**
   * What becomes of a company in so many weeks.
   *
   * @param tick so often it does what is due
   */
  Figures live(Company company, Assumptions people, int weeks, House.Terms terms, Duration tick)
      throws IOException {
    var clock = new ReplayClock();
    var life = new Life(company, people, clock, tick);
    try (var work = WorkDirectory.create("ponte-company");
        var helper = helper(work.path(), company, terms, clock, life)) {
      return life.live(weeks, helper);
    }
  }
}
