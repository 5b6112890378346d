package ponte.bench.company;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import ponte.bench.company.Chance.About;
import ponte.bench.company.Shown.Saying;
import ponte.consent.QuietHours;
import ponte.conversation.PersonId;
import ponte.nudge.WorkingTime;

/** What people do about what they are shown and did not ask for. */
final class Reactions {

  /** Until somebody who starts to write at once has written. */
  private static final Duration WRITING = Duration.ofMinutes(10);

  private final Company company;
  private final Map<PersonId, Integer> numbers;
  private final Assumptions people;
  private final Watch watch;
  private final Figures figures;
  private final Life life;

  Reactions(Company company, Assumptions people, Watch watch, Figures figures, Life life) {
    this.company = company;
    this.numbers = company.byAccount();
    this.people = people;
    this.watch = watch;
    this.figures = figures;
    this.life = life;
  }

  /** Somebody is shown something at a moment that they did not choose. */
  void to(Shown shown) {
    watch.shown(shown);
    if (Watch.isUnasked(shown.kind())) {
      unasked(shown);
    }
  }

  private void unasked(Shown shown) {
    var who = company.people().get(shown.to());
    var knows = knows(shown, who);
    figures.shown(shown, knows);
    var chance = company.chance().of(About.REACTION, shown.to(), occasion(shown));
    if (isAnnoyed(shown, who, knows)) {
      figures.annoyed(shown.to());
      if (chance.nextDouble() < people.stops()) {
        var leaves = chance.nextDouble() < people.leave();
        life.happens(Duration.ofMinutes(1), () -> stops(shown, who, leaves));
        return;
      }
    }
    var delay = Chance.time(chance, people.look(), 1.2);
    var time = new WorkingTime(QuietHours.DEFAULT, who.site().zone());
    life.happens(time.after(shown.at(), delay), () -> looksAt(shown, who, chance));
  }

  /** All that is one thing to somebody: the same question has the same reaction. */
  private static long occasion(Shown shown) {
    var about = shown.about();
    return about == null || shown.suggested().isPresent() ? shown.key().hashCode() : about.number();
  }

  /** Whether they know anything of what they are asked to help with; of the rest everybody does. */
  private static boolean knows(Shown shown, Colleague who) {
    var about = shown.about();
    var sought = shown.sought();
    return switch (shown.kind()) {
      case INVITATION -> about == null || who.level(about.subject()) > 0;
      case SOUGHT -> sought == null || who.level(sought.subject()) > 0;
      default -> true;
    };
  }

  private boolean isAnnoyed(Shown shown, Colleague who, boolean knows) {
    var share =
        people.annoyed()
            * (knows ? 1 : Assumptions.OFF_TOPIC)
            * (who.site().works(shown.at()) ? 1 : Assumptions.OUT_OF_HOURS)
            * (1 + watch.lately(shown.to(), shown.at()));
    return company
            .chance()
            .of(About.ANNOYANCE, shown.to(), shown.at().getEpochSecond())
            .nextDouble()
        < share;
  }

  private void stops(Shown shown, Colleague who, boolean leaves) {
    if (leaves) {
      figures.optedOut(shown.to());
      life.optsOut(who);
    } else if (Watch.isStoppable(shown)) {
      figures.stopped(shown.to());
      watch.stops(shown.to(), shown.kind());
      life.helper().told(shown, Saying.STOP);
    }
  }

  /** Who opted out meanwhile does not look any more. */
  private void looksAt(Shown shown, Colleague who, RandomGenerator chance) {
    if (watch.isOut(shown.to())) {
      return;
    }
    switch (shown.kind()) {
      case HELP -> {
        var suggested = shown.suggested();
        if (suggested.isPresent()) {
          looksAtSuggestion(shown, suggested.get(), chance);
        } else {
          looksAtOffer(shown, chance);
        }
      }
      case INVITATION -> looksAtInvitation(shown, who, chance);
      case SOUGHT -> looksAtLetter(shown, who, chance);
      case INTRODUCTION -> {
        if (chance.nextDouble() < Assumptions.MEETS) {
          life.helper().told(shown, Saying.MEETING);
        }
      }
      case HELPED -> life.helper().told(shown, isMet(shown, chance) ? Saying.MET : Saying.NOT_MET);
      case HOSTING, NEWS, DIGEST, PREVIEW, NOTICE -> {}
    }
  }

  private boolean isMet(Shown shown, RandomGenerator chance) {
    var sought = shown.sought();
    return sought == null
        ? chance.nextDouble() < Assumptions.MEETS
        : figures.seekers().isHelped(sought);
  }

  private void looksAtOffer(Shown shown, RandomGenerator chance) {
    var says = chance.nextDouble();
    var asked = Objects.requireNonNull(shown.about());
    if (figures.isAnswered(asked)) {
      refuses(shown, asked, Saying.SOLVED);
    } else if (says < people.agrees()) {
      figures.agreed();
      if (shown.offersColleagues()) {
        watch.consents().agreed(asked);
      }
      life.helper().told(shown, Saying.ASK_COLLEAGUES);
    } else if (says < people.agrees() + people.leaves()) {
      refuses(shown, asked, Saying.LEAVE);
    }
  }

  private void refuses(Shown shown, Asked asked, Saying saying) {
    watch.consents().refused(asked);
    life.helper().told(shown, saying);
  }

  /** They agree as often to a colleague who is suggested as to be helped at all. */
  private void looksAtSuggestion(Shown shown, PersonId colleague, RandomGenerator chance) {
    var says = chance.nextDouble();
    var asked = Objects.requireNonNull(shown.about());
    if (figures.isAnswered(asked)) {
      return;
    }
    if (says < people.agrees()) {
      figures.suggestions().agreed();
      watch.consents().agreed(asked, Objects.requireNonNull(numbers.get(colleague)));
      life.helper().told(shown, Saying.INVITE);
    } else if (says < people.agrees() + people.leaves()) {
      watch.consents().alone(asked);
      life.helper().told(shown, Saying.NOBODY);
    }
  }

  private void looksAtInvitation(Shown shown, Colleague who, RandomGenerator chance) {
    var asked = Objects.requireNonNull(shown.about());
    var level = who.level(asked.subject());
    var says = chance.nextDouble();
    var how = chance.nextInt(3);
    var answers = answers(level);
    if (figures.isAnswered(asked)) {
      life.helper().told(shown, Saying.PASS);
    } else if (says < answers) {
      if (how == 0) {
        life.helper().told(shown, Saying.ACCEPT);
      }
      life.happens(WRITING, () -> life.answers(asked, shown.to(), true));
    } else if (says < answers + people.declines()) {
      life.helper()
          .told(shown, level == 0 ? Saying.NOT_MY_TOPIC : how == 0 ? Saying.LATER : Saying.PASS);
    }
  }

  /** Whoever is written to for a colleague answers them as often as a question in a channel. */
  private void looksAtLetter(Shown shown, Colleague who, RandomGenerator chance) {
    var sought = Objects.requireNonNull(shown.sought());
    if (chance.nextDouble() < answers(who.level(sought.subject()))) {
      life.helper().told(shown, Saying.GIVE_ADDRESS);
      life.happens(WRITING, () -> figures.seekers().helped(sought));
    }
  }

  private double answers(double level) {
    return level > Colleague.MUCH
        ? people.answers()
        : level > 0 ? people.answers() * Assumptions.KNOWS_SOME : Assumptions.KNOWS_NOTHING;
  }
}
