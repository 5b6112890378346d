package ponte.bench.company;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import ponte.bench.ReplayClock;
import ponte.bench.company.Shown.Saying;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.consent.Offer;
import ponte.consent.Preference.Choice;
import ponte.consent.QuietHours;
import ponte.conversation.Away;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.nudge.Countries;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;
import ponte.nudge.Gate;
import ponte.nudge.Gate.Answer;
import ponte.nudge.Kind;
import ponte.nudge.Nudge;
import ponte.nudge.NudgeRules;
import ponte.nudge.QuietChannels;
import ponte.nudge.Ration;
import ponte.nudge.WorkingTime;

/**
 * A bot that asks colleagues whom something simpler than Ponte chooses. It goes about it as Ponte
 * does, at the same moments, with the asker's consent and through the same gate; or as a bot
 * without manners, at once and without any gate.
 */
final class SimpleBot implements Aid {

  private static final Duration OFFERED = Duration.ofHours(48);

  private final Company company;
  private final Life life;
  private final House house;
  private final Routing routing;
  private final Manners manners;
  private final Gate gate;
  private final Map<Integer, Set<Integer>> invited = new HashMap<>();
  private final Set<Integer> over = new HashSet<>();
  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
  private final Map<PersonId, Integer> numbers;
  private long number;

  /** How it goes about it. */
  enum Manners {
    /** As Ponte. */
    GOOD,
    /** It asks at once, and whenever it likes. */
    NONE
  }

  private record Due(Instant at, long number, Runnable deed) {}

  SimpleBot(
      House.Storage storage,
      Company company,
      House.Terms terms,
      ReplayClock clock,
      Life life,
      Routing routing,
      Manners manners) {
    this.company = company;
    this.numbers = company.byAccount();
    this.life = life;
    this.routing = routing;
    this.manners = manners;
    this.house = new House(storage, company, terms, clock, _ -> {});
    var records = house.state.records();
    this.gate =
        new Gate(
            house.directory,
            house.ponte.preferences(),
            new Ration(records, 1, 3, clock),
            new Effects(records, new EffectRules(0), clock),
            Countries.BY_ZONE,
            house.holidays,
            QuietChannels.named(Set.of(), house.directory),
            clock);
  }

  @Override
  public void said(Asked asked, Message message) {
    if (!message.id().equals(asked.id())) {
      over.add(asked.number());
      routing.answered(asked, numbers.getOrDefault(message.author(), -1));
    } else if (manners == Manners.NONE) {
      invite(asked, 1);
    } else {
      var site = company.people().get(asked.asker()).site();
      var offered =
          new WorkingTime(QuietHours.DEFAULT, site.zone())
              .after(asked.at(), NudgeRules.DEFAULT.after());
      var until = site.weekdays().after(offered, OFFERED);
      plan(offered, () -> say(asked.asker(), Kind.HELP, asked, until));
    }
  }

  private void plan(Instant at, Runnable deed) {
    due.add(new Due(at, number++, deed));
  }

  private void invite(Asked asked, int group) {
    if (over.contains(asked.number())) {
      return;
    }
    var already = invited.computeIfAbsent(asked.number(), _ -> new HashSet<>());
    var weekdays = company.people().get(asked.asker()).site().weekdays();
    var now = house.clock.instant();
    for (var who : routing.next(asked, Set.copyOf(already))) {
      already.add(who);
      var until = weekdays.after(now, OFFERED);
      plan(now, () -> say(who, Kind.INVITATION, asked, until));
    }
    if (group < NudgeRules.DEFAULT.groups()) {
      plan(weekdays.after(now, NudgeRules.DEFAULT.next()), () -> invite(asked, group + 1));
    }
  }

  private void say(int who, Kind kind, Asked asked, Instant until) {
    if (over.contains(asked.number())) {
      return;
    }
    var colleague = company.people().get(who);
    var account =
        colleague
            .account(asked.channel().workspace())
            .orElseGet(() -> colleague.accounts().getFirst());
    var key = kind + " " + asked.number() + " " + who;
    if (manners == Manners.GOOD) {
      var nudge = new Nudge(account, key, kind, asked.channel(), until);
      switch (gate.pass(nudge)) {
        case Answer.Open _ -> {}
        case Answer.Wait(var later, _) -> {
          plan(later, () -> say(who, kind, asked, until));
          return;
        }
        case Answer.Never _ -> {
          return;
        }
      }
    }
    var buttons =
        kind == Kind.HELP
            ? List.<Command>of(new Command.OnMyQuestion(asked.id(), Deed.ASK_COLLEAGUES))
            : List.<Command>of();
    life.shown(new Shown(who, account, kind, key, asked, null, house.clock.instant(), buttons));
  }

  @Override
  public void marked(Asked asked) {}

  @Override
  public void told(Shown shown, Saying saying) {
    var asked = shown.about();
    if (asked == null) {
      return;
    }
    switch (saying) {
      case ASK_COLLEAGUES -> invite(asked, 1);
      case SOLVED, LEAVE -> over.add(asked.number());
      case STOP -> {
        var offer = shown.kind() == Kind.HELP ? Offer.HELP : Offer.INVITATIONS;
        house.ponte.preferences().change(shown.account(), old -> old.choosing(offer, Choice.NONE));
      }
      case ACCEPT,
          PASS,
          NOT_MY_TOPIC,
          LATER,
          MEETING,
          MET,
          NOT_MET,
          INVITE,
          NOBODY,
          GIVE_ADDRESS -> {}
    }
  }

  @Override
  public void out(Colleague who) {
    house.press(who.accounts().getFirst(), new Command.OptOut());
  }

  @Override
  public void pauses(Colleague who, LocalDate until) {
    house.press(who.accounts().getFirst(), new Command.Pause(until));
  }

  /** It introduces nobody. */
  @Override
  public void joins(Colleague who) {}

  /** Nothing else is heard, so that there is nothing else to take in. */
  @Override
  public void away(Colleague who, Away away) {
    house.away(who, away);
    house.work();
  }

  @Override
  public void work() {
    var now = house.clock.instant();
    for (var next = due.peek(); next != null && !next.at().isAfter(now); next = due.peek()) {
      due.remove();
      next.deed().run();
    }
  }

  @Override
  public void close() {
    house.close();
  }
}
