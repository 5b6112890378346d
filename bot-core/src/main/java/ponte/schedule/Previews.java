package ponte.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.Person;
import ponte.conversation.WorkspaceId;
import ponte.digest.DigestOutcome;
import ponte.directory.Directory;
import ponte.nudge.Gate;
import ponte.nudge.Gate.Answer;
import ponte.nudge.Kind;
import ponte.nudge.Nudge;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompted;
import ponte.reply.Texts;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Queue;

/**
 * Shows the owner of a schedule its post before its time, as long as nothing of it was posted
 * lately: once for each occurrence, when they may be written to.
 */
public final class Previews {

  /** The topic of previews. */
  public static final String TOPIC = "digest-previews";

  /** The moments that are looked at for one at which the owner may be written to. */
  private static final Duration STEP = Duration.ofMinutes(15);

  private final Schedules schedules;
  private final ScheduledPosts posts;
  private final ComingPosts coming;
  private final PreviewReplies replies;
  private final Directory directory;
  private final Preferences preferences;
  private final Gate gate;
  private final Queue queue;
  private final ScheduleRules rules;
  private final Clock clock;

  Previews(
      Schedules schedules,
      ScheduledPosts posts,
      ComingPosts coming,
      PreviewReplies replies,
      Directory directory,
      Preferences preferences,
      Gate gate,
      Queue queue,
      ScheduleRules rules,
      Clock clock) {
    this.schedules = schedules;
    this.posts = posts;
    this.coming = coming;
    this.replies = replies;
    this.directory = directory;
    this.preferences = preferences;
    this.gate = gate;
    this.queue = queue;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Plans that an occurrence is shown before its time, once; nothing where something was posted
   * lately, or where there is no moment left at which the owner may be written to.
   *
   * @return when it will be shown
   */
  Optional<Instant> plan(Schedule schedule, Instant occurrence) {
    if (schedule.isPausedAt(occurrence) || !posts.of(schedule).isEmpty()) {
      return Optional.empty();
    }
    var moment = moment(schedule, occurrence);
    moment.ifPresent(
        at ->
            queue.add(
                List.of(
                    new Entry(
                        TOPIC,
                        "",
                        ScheduledPosts.delivery(schedule, occurrence),
                        Codec.write(new Due(schedule.channel(), schedule.id(), occurrence)),
                        at))));
    return moment;
  }

  /** Plans what was not planned, or was lost, of the schedules of a workspace. */
  public void planAhead(WorkspaceId workspace, Instant now) {
    schedules.in(workspace).forEach(schedule -> plan(schedule, schedule.next(now)));
  }

  /** The last moment, some time before an occurrence, at which the owner may be written to. */
  private Optional<Instant> moment(Schedule schedule, Instant occurrence) {
    var owner = directory.person(schedule.owner()).orElse(null);
    if (owner == null || preferences.isOut(owner.id())) {
      return Optional.empty();
    }
    var calm = gate.calm(owner, Kind.PREVIEW);
    var earliest = clock.instant();
    for (var at = occurrence.minus(rules.preview()); at.isAfter(earliest); at = at.minus(STEP)) {
      if (!calm.contains(at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** Shows an occurrence to its owner, if there is still a point in it. */
  public Prompted make(Due due) {
    var schedule =
        schedules
            .of(due.channel())
            .filter(kept -> kept.id().equals(due.schedule()) && !kept.isPausedAt(due.at()));
    var channel = directory.channel(due.channel()).filter(kept -> !kept.archived());
    if (schedule.isEmpty() || channel.isEmpty()) {
      return new Prompted.Drop("the schedule has ended or is paused");
    }
    var owner =
        directory
            .person(schedule.get().owner())
            .filter(Person::isActive)
            .filter(known -> directory.audienceOf(known.id()).maySee(due.channel()));
    if (owner.isEmpty()) {
      return new Prompted.Drop("nobody to show it to");
    }
    return switch (gate.ask(nudge(owner.get(), schedule.get(), due))) {
      case Answer.Open _ -> shown(owner.get(), schedule.get(), channel.get(), due);
      case Answer.Wait(var until, var why) -> new Prompted.Wait(until, why.toString());
      case Answer.Never(var why) -> new Prompted.Drop(why.toString());
    };
  }

  /** It is worth showing before its time. */
  private static Nudge nudge(Person owner, Schedule schedule, Due due) {
    return new Nudge(
        owner.id(), delivery(schedule, due), Kind.PREVIEW, null, due.at().minusMillis(1));
  }

  private static String delivery(Schedule schedule, Due due) {
    return ScheduledPosts.delivery(schedule, due.at()) + "/preview";
  }

  private Prompted shown(Person owner, Schedule schedule, Channel channel, Due due) {
    var decided = coming.of(schedule, due.at());
    if (decided.state() != ComingPosts.State.OPEN) {
      return new Prompted.Drop("its owner has seen it");
    }
    var upcoming = posts.upcoming(schedule, channel, due.at());
    if (!(upcoming.outcome() instanceof DigestOutcome.Written(var digest))
        || digest.items().isEmpty()) {
      return new Prompted.Drop("too little was said so far");
    }
    var texts = Texts.in(preferences.languageOf(owner));
    return new Prompted.Say(
        new Outgoing(
            delivery(schedule, due),
            new Destination.Together(Set.of(owner.id())),
            replies.of(upcoming, decided, PreviewReplies.Shown.MAIN, texts)));
  }
}
