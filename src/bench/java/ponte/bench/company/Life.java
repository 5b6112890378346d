package ponte.bench.company;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.bench.ReplayClock;
import ponte.bench.company.Chance.About;
import ponte.command.Command;
import ponte.consent.QuietHours;
import ponte.conversation.Away;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.nudge.WorkingTime;
import ponte.reply.Reply;

/** What the people of a company do from its first day on, moment by moment. */
final class Life {

  /** After the last week questions of that week may still be answered. */
  private static final Duration AFTERWARDS = Duration.ofDays(7);

  /** Until somebody has looked at the colleagues they were shown. */
  private static final Duration CHOOSING = Duration.ofMinutes(2);

  private static final LocalTime SCHEDULING = LocalTime.of(10, 7);

  private final Company company;
  private final Assumptions people;
  private final ReplayClock clock;
  private final Duration tick;
  private final Watch watch;
  private final Figures figures;
  private final Reactions reactions;
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
    this.reactions = new Reactions(company, people, watch, figures, this);
  }

  /** Lives through so many weeks with somebody's help. */
  Figures live(int weeks, Aid with) {
    helper = with;
    clock.set(Company.start());
    company.people().forEach(each -> begin(each, weeks));
    company.asked().forEach(this::begin);
    Seeking.in(company, weeks, people).forEach(this::begin);
    company.channels().forEach(this::begin);
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
    watch.ends(end);
    return figures;
  }

  /** By whom people are helped. */
  Aid helper() {
    return helper;
  }

  void happens(Duration later, Runnable deed) {
    happens(clock.instant().plus(later), deed);
  }

  void happens(Instant at, Runnable deed) {
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

  private void begin(Seeking seeking) {
    happens(
        seeking.at(),
        () -> {
          if (helper.seeks(seeking)) {
            watch.consents().seeks(seeking);
            figures.seekers().seeks(seeking);
          }
        });
  }

  /** In each channel somebody wants to have it summed up. */
  private void begin(ChannelId channel) {
    var members = company.members().get(company.channels().indexOf(channel));
    members.stream()
        .findFirst()
        .map(company.people()::get)
        .ifPresent(
            who ->
                happens(
                    Company.FIRST.atTime(SCHEDULING).atZone(who.site().zone()).toInstant(),
                    () -> helper.schedules(who, channel)));
  }

  /** Somebody answers, unless somebody else did. */
  void answers(Asked asked, int who, boolean invited) {
    if (figures.isAnswered(asked)) {
      return;
    }
    figures.answered(asked, who, clock.instant(), invited);
    var id = new MessageId(asked.channel(), "a" + messages++);
    var text =
        Words.answer(asked.subject(), company.chance().of(About.THANKS, asked.number(), who));
    helper.said(asked, message(asked, id, who, asked.id(), text));
    if (company.chance().of(About.THANKS, asked.number()).nextDouble() < Assumptions.THANKS) {
      happens(Duration.ofHours(1), () -> helper.marked(asked));
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
    reactions.to(shown);
  }

  /** Whoever seeks somebody is shown colleagues: they choose the first one. */
  void found(Seeking seeking, List<Command.Introduce> choices) {
    happens(
        CHOOSING,
        () -> {
          watch.consents().chooses(seeking, clock.instant());
          helper.chooses(seeking, choices.getFirst());
        });
  }

  /**
   * Whoever seeks somebody is answered.
   *
   * @param promised whether a colleague is to be written to
   */
  void replied(Seeking seeking, boolean promised) {
    watch.consents().replied(seeking, promised);
    figures.seekers().replied(seeking, promised);
  }

  /** Whoever seeks somebody hears that they were written to. */
  void heard(Seeking seeking) {
    watch.consents().heard(seeking);
  }

  /** A summary in a channel proposes a colleague for a question: readers may press that. */
  void proposed(Asked asked, int colleague, Command.Invite invite) {
    var chance = company.chance().of(About.SUGGESTION, asked.number(), colleague);
    if (chance.nextDouble() < Assumptions.SUGGESTS) {
      var members = List.copyOf(company.members().get(company.channels().indexOf(asked.channel())));
      var reader = company.people().get(members.get(chance.nextInt(members.size())));
      var delay = Chance.time(chance, people.look(), 1.2);
      var time = new WorkingTime(QuietHours.DEFAULT, reader.site().zone());
      happens(
          time.after(clock.instant(), delay),
          () -> suggests(reader.number(), asked, colleague, invite));
    }
  }

  private void suggests(int reader, Asked asked, int colleague, Command.Invite invite) {
    figures.suggestions().pressed();
    if (reader == asked.asker()) {
      watch.consents().agreed(asked, colleague);
    }
    helper.suggests(account(reader, asked), invite);
  }

  /** Something can be read, by these people or, where there are none, by all of a channel. */
  void read(String key, Reply reply, Set<Integer> readers, Set<Integer> wished) {
    watch.read(key, reply, readers, wished);
  }

  void optsOut(Colleague who) {
    watch.out(who.number());
    helper.out(who);
  }

  /** Colleagues are brought together. */
  void introduced(String name, int who) {
    figures.introduced(name, who, clock.instant());
  }
}
