package ponte.bench.company;

import java.time.Duration;
import ponte.bench.ReplayClock;

/** What is compared. */
enum Policy {
  NO_BOT("no bot") {
    @Override
    Aid helper(
        House.Storage storage, Company company, House.Terms terms, ReplayClock clock, Life life) {
      return Aid.NOBODY;
    }
  },
  RANDOM("random three") {
    @Override
    Aid helper(
        House.Storage storage, Company company, House.Terms terms, ReplayClock clock, Life life) {
      return new SimpleBot(
          storage,
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
    Aid helper(
        House.Storage storage, Company company, House.Terms terms, ReplayClock clock, Life life) {
      return new SimpleBot(
          storage, company, terms, clock, life, Routing.top(company), SimpleBot.Manners.GOOD);
    }
  },
  TOP_AT_ONCE("top, no gate") {
    @Override
    Aid helper(
        House.Storage storage, Company company, House.Terms terms, ReplayClock clock, Life life) {
      return new SimpleBot(
          storage, company, terms, clock, life, Routing.top(company), SimpleBot.Manners.NONE);
    }
  },
  PONTE("Ponte") {
    @Override
    Aid helper(
        House.Storage storage, Company company, House.Terms terms, ReplayClock clock, Life life) {
      return new PonteAtWork(storage, company, terms, clock, life);
    }
  };

  private final String title;

  Policy(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  abstract Aid helper(
      House.Storage storage, Company company, House.Terms terms, ReplayClock clock, Life life);

  /**
   * What becomes of a company in so many weeks.
   *
   * @param tick so often it does what is due
   * @param storage empty
   */
  Figures live(
      Company company,
      Assumptions people,
      int weeks,
      House.Terms terms,
      Duration tick,
      House.Storage storage) {
    var clock = new ReplayClock();
    var life = new Life(company, people, clock, tick);
    try (var helper = helper(storage, company, terms, clock, life)) {
      return life.live(weeks, helper);
    }
  }
}
