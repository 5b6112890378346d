package ponte.bench.company;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import ponte.bench.ReplayClock;
import ponte.bench.company.Chance.About;
import ponte.bench.company.Shown.Saying;
import ponte.consent.QuietHours;
import ponte.conversation.Away;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.nudge.Kind;
import ponte.nudge.WorkingTime;

/** What the people of a company do from its first day on, moment by moment. */
final class Life {

  /** After the last week questions of that week may still be answered. */
  private static final Duration AFTERWARDS = Duration.ofDays(7);

  private final Company company;
  private final Assumptions people;
  private final ReplayClock clock;
  private final Duration tick;
  private final Watch watch;
  private final Figures figures;
  private final PriorityQueue<Happening> coming =
      new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparing(Happening::number));
  private Aid helper = Aid.NOBODY;
  private long happenings;
  private int messages;

  private record Happening(Instant at, long number, Runnable deed) {}

  /**
   * @param tick so often the helper does what is due
   */
  Life(Company company, Assumptions people, ReplayClock clock, Duration tick) {
    this.company = company;
    this.people = people;
    this.clock = clock;
    this.tick = tick;
    this.watch = new Watch(company.people());
    this.figures = new Figures(company, watch);
  }

  /** Lives through so many weeks with somebody's help. */
  Figures live(int weeks, Aid with) {
    helper = with;
    clock.set(Company.start());
    company.people().forEach(each -> begin(each, weeks));
    company.asked().forEach(this::begin);
    var end =
        Company.FIRST.plusWeeks(weeks).atStartOfDay(ZoneOffset.UTC).toInstant().plus(AFTERWARDS);
    for (var now = Company.start(); now.isBefore(end); now = now.plus(tick)) {
      for (var next = coming.peek(); next != null && !next.at().isAfter(now); ) {
        coming.remove();
        clock.set(next.at());
        next.deed().run();
        next = coming.peek();
      }
      clock.set(now);
      helper.work();
    }
    return figures;
  }

  private void happens(Instant at, Runnable deed) {
    var now = clock.instant();
    coming.add(new Happening(at.isBefore(now) ? now : at, happenings++, deed));
  }

  private void begin(Colleague who, int weeks) {
    var chance = company.chance().of(About.WEEK, who.number());
    var out = chance.nextDouble() < Assumptions.OUT;
    if (out) {
      happens(Company.start(), () -> optsOut(who));
    }
    if (chance.nextDouble() < Assumptions.JOINS && !out) {
      happens(Company.start(), () -> helper.joins(who));
    }
    for (var week = 0; week < weeks; week++) {
      var day = Company.FIRST.plusWeeks(week).plusDays(chance.nextInt(5));
      var at = day.atTime(11, 7).atZone(who.site().zone()).toInstant();
      if (chance.nextDouble() < Assumptions.PAUSES) {
        var until = day.plusDays(7);
        happens(
            at,
            () -> {
              watch.pauses(who.number(), until);
              helper.pauses(who, until);
            });
      }
      if (chance.nextDouble() < Assumptions.AWAY) {
        var first = day.plusDays(1).atStartOfDay(who.site().zone()).toInstant();
        var away = new Away(first, first.plus(Duration.ofDays(7)));
        happens(
            at,
            () -> {
              watch.away(who.number(), away);
              helper.away(who, away);
            });
      }
    }
  }

  private void begin(Asked asked) {
    happens(
        asked.at(),
        () -> {
          figures.asked(asked);
          helper.said(asked, message(asked, asked.id(), asked.asker(), null, asked.text()));
        });
    var answer = asked.answer();
    if (answer != null) {
      happens(answer.at(), () -> answers(asked, answer.by(), false));
    }
  }

  /** Somebody answers, unless somebody else did. */
  private void answers(Asked asked, int who, boolean invited) {
    if (figures.isAnswered(asked)) {
      return;
    }
    figures.answered(asked, who, clock.instant(), invited);
    var id = new MessageId(asked.channel(), "a" + messages++);
    var text =
        Words.answer(asked.subject(), company.chance().of(About.THANKS, asked.number(), who));
    helper.said(asked, message(asked, id, who, asked.id(), text));
    if (company.chance().of(About.THANKS, asked.number()).nextDouble() < Assumptions.THANKS) {
      happens(clock.instant().plus(Duration.ofHours(1)), () -> helper.marked(asked));
    }
  }

  private Message message(
      Asked asked, MessageId id, int author, @Nullable MessageId thread, String text) {
    return message(id, account(author, asked), clock.instant(), thread, text);
  }

  private PersonId account(int who, Asked asked) {
    return company.account(who, asked.channel()).orElseThrow();
  }

  static Message message(
      MessageId id, PersonId author, Instant at, @Nullable MessageId thread, String text) {
    return new Message(
        id, author, Message.Kind.TALK, at, thread, RichText.plain(text), List.of(), List.of(), at);
  }

  /** Somebody is shown something that they did not ask for. */
  void shown(Shown shown) {
    watch.shown(shown);
    var who = company.people().get(shown.to());
    var about = shown.about();
    var knows = about == null || shown.kind() != Kind.INVITATION || who.level(about.subject()) > 0;
    figures.shown(shown, knows);
    var chance =
        company
            .chance()
            .of(
                About.REACTION,
                shown.to(),
                about == null ? shown.key().hashCode() : about.number());
    if (isAnnoyed(shown, who, knows)) {
      figures.annoyed(shown.to());
      if (chance.nextDouble() < people.stops()) {
        var leaves = chance.nextDouble() < people.leave();
        happens(clock.instant().plus(Duration.ofMinutes(1)), () -> stops(shown, who, leaves));
        return;
      }
    }
    var delay = Chance.time(chance, people.look(), 1.2);
    var at = new WorkingTime(QuietHours.DEFAULT, who.site().zone()).after(shown.at(), delay);
    happens(
        at,
        () -> {
          switch (shown.kind()) {
            case HELP -> looksAtOffer(shown, chance);
            case INVITATION -> looksAtInvitation(shown, who, chance);
            case INTRODUCTION -> {
              if (chance.nextDouble() < Assumptions.MEETS) {
                helper.told(shown, Saying.MEETING);
              }
            }
            case HELPED ->
                helper.told(
                    shown, chance.nextDouble() < Assumptions.MEETS ? Saying.MET : Saying.NOT_MET);
            case SOUGHT, HOSTING, NEWS, DIGEST, PREVIEW, NOTICE -> {}
          }
        });
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
      optsOut(who);
    } else {
      figures.stopped(shown.to());
      watch.stops(shown.to(), shown.kind());
      helper.told(shown, Saying.STOP);
    }
  }

  private void optsOut(Colleague who) {
    watch.out(who.number());
    helper.out(who);
  }

  private void looksAtOffer(Shown shown, RandomGenerator chance) {
    var says = chance.nextDouble();
    var asked = Objects.requireNonNull(shown.about());
    if (figures.isAnswered(asked)) {
      helper.told(shown, Saying.SOLVED);
    } else if (says < people.agrees()) {
      figures.agreed();
      helper.told(shown, Saying.ASK_COLLEAGUES);
    } else if (says < people.agrees() + people.leaves()) {
      helper.told(shown, Saying.LEAVE);
    }
  }

  private void looksAtInvitation(Shown shown, Colleague who, RandomGenerator chance) {
    var asked = Objects.requireNonNull(shown.about());
    var level = who.level(asked.subject());
    var answers =
        level > Colleague.MUCH
            ? people.answers()
            : level > 0 ? people.answers() * Assumptions.KNOWS_SOME : Assumptions.KNOWS_NOTHING;
    var says = chance.nextDouble();
    var how = chance.nextInt(3);
    if (figures.isAnswered(asked)) {
      helper.told(shown, Saying.PASS);
    } else if (says < answers) {
      if (how == 0) {
        helper.told(shown, Saying.ACCEPT);
      }
      happens(clock.instant().plus(Duration.ofMinutes(10)), () -> answers(asked, shown.to(), true));
    } else if (says < answers + people.declines()) {
      helper.told(shown, level == 0 ? Saying.NOT_MY_TOPIC : how == 0 ? Saying.LATER : Saying.PASS);
    }
  }

  /** Colleagues are brought together. */
  void introduced(String name, int who) {
    figures.introduced(name, who, clock.instant());
  }
}
