package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.Replica;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Person;
import ponte.directory.Directory;
import ponte.directory.Role;
import ponte.directory.Roles;
import ponte.guide.Wording;
import ponte.reply.Texts;
import ponte.schedule.Pausable;
import ponte.schedule.PrivateSchedule;
import ponte.schedule.ScheduleBoard;
import ponte.web.Pages;
import ponte.web.Reader;
import ponte.web.SchedulesPage;

/** Digests that come again and again, for those who may pause and end them. */
@RestController
class SchedulesController {

  private static final List<String> DECISIONS = List.of("pause", "resume", "stop");

  private final Readers readers;
  private final ScheduleBoard board;
  private final Roles roles;
  private final Directory directory;
  private final Pages pages;
  private final Clock clock;

  SchedulesController(
      Readers readers, Replica replica, Directory directory, Pages pages, Clock clock) {
    this.readers = readers;
    this.board = replica.ponte().scheduleBoard();
    this.roles = replica.roles();
    this.directory = directory;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/schedules")
  ResponseEntity<String> show(
      @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
    var reader = readers.reader(request);
    var person = reader.person();
    if (person == null) {
      return Html.go("/?next=/schedules");
    }
    return Html.page(
        pages.schedules(
            new SchedulesPage(
                reader,
                board.of(person.id(), role(person)).stream()
                    .map(seen -> posted(seen, reader))
                    .toList(),
                board.privatelyOf(person.id()).stream()
                    .map(schedule -> privately(schedule, reader))
                    .toList(),
                done(done, reader))));
  }

  /** By name, also where whoever sits at the machine may do everything. */
  private Role role(Person person) {
    return roles.of(person.id(), directory);
  }

  private SchedulesPage.Posted posted(ScheduleBoard.Posted seen, Reader reader) {
    var texts = Texts.in(reader.language());
    var schedule = seen.schedule();
    return new SchedulesPage.Posted(
        seen, Wording.of(schedule.rhythm(), texts), state(schedule, reader));
  }

  private SchedulesPage.Privately privately(PrivateSchedule schedule, Reader reader) {
    var texts = Texts.in(reader.language());
    var audience = reader.audience();
    return new SchedulesPage.Privately(
        schedule,
        schedule.channels().stream()
            .filter(audience::maySee)
            .flatMap(channel -> directory.channel(channel).stream())
            .map(Channel::name)
            .map(name -> "#" + name)
            .toList(),
        Wording.of(schedule.rhythm(), texts),
        state(schedule, reader));
  }

  private SchedulesPage.State state(Pausable schedule, Reader reader) {
    var now = clock.instant();
    var next = Texts.in(reader.language()).moment(schedule.comesNext(now), schedule.zone());
    if (!schedule.isPausedAt(now)) {
      return new SchedulesPage.State(false, reader.say("schedules.next", next));
    }
    var since = reader.day(schedule.pausedSince(now));
    return new SchedulesPage.State(
        true,
        schedule.until() == null
            ? reader.say("schedules.paused", since)
            : reader.say("schedules.paused-until", since, next));
  }

  @PostMapping("/schedules/{what:pause|resume|stop}")
  ResponseEntity<String> decide(
      @PathVariable String what, @RequestParam String channel, HttpServletRequest request) {
    var person = readers.reader(request).person();
    if (person == null) {
      return Html.go("/");
    }
    var id = id(channel);
    var decided =
        switch (what) {
          case "pause" -> isDone(board.pause(id, person.id(), role(person), null));
          case "resume" -> isDone(board.resume(id, person.id(), role(person)));
          default -> board.stop(id, person.id(), role(person));
        };
    if (!decided) {
      throw new MissingException();
    }
    return Html.go("/schedules?done=" + what);
  }

  private static boolean isDone(ScheduleBoard.Decided decided) {
    return decided instanceof ScheduleBoard.Decided.Done;
  }

  private static ChannelId id(String channel) {
    try {
      return ChannelId.parse(channel);
    } catch (IllegalArgumentException e) {
      throw new MissingException(e);
    }
  }

  @PostMapping("/schedules/{what:pause|resume|stop}-private")
  ResponseEntity<String> decidePrivately(
      @PathVariable String what, @RequestParam String schedule, HttpServletRequest request) {
    var person = readers.reader(request).person();
    if (person == null) {
      return Html.go("/");
    }
    var decided =
        switch (what) {
          case "pause" -> board.pausePrivately(schedule, person.id());
          case "resume" -> board.resumePrivately(schedule, person.id());
          default -> board.stopPrivately(schedule, person.id());
        };
    if (!decided) {
      throw new MissingException();
    }
    return Html.go("/schedules?done=" + what);
  }

  /** What may be said to have been done. */
  private static String done(String what, Reader reader) {
    return DECISIONS.contains(what) ? reader.say("schedules.done." + what) : "";
  }
}
