package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.Replica;
import ponte.bot.Asker;
import ponte.command.Command.Period;
import ponte.community.Community;
import ponte.consent.Audit;
import ponte.consent.Audit.Deed;
import ponte.consent.Audit.Role;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.web.Door;
import ponte.web.Pages;
import ponte.web.Reader;
import ponte.web.ScorecardPage;

/**
 * Shows community managers and administrators how well people help each other. Where any are named
 * it is there for nobody else.
 */
@RestController
class ScorecardController {

  private final Readers readers;
  private final Directory directory;
  private final Community community;
  private final Roles roles;
  private final Audit audit;
  private final Pages pages;

  ScorecardController(Readers readers, Directory directory, Replica replica, Pages pages) {
    this.readers = readers;
    this.directory = directory;
    this.community = replica.ponte().community();
    this.roles = replica.roles();
    this.audit = replica.ponte().audit();
    this.pages = pages;
  }

  @GetMapping("/scorecard")
  ResponseEntity<String> show(
      @RequestParam(defaultValue = "28") int days,
      @RequestParam(required = false) @Nullable String channel,
      HttpServletRequest request) {
    var reader = readers.reader(request);
    var person = reader.person();
    if (person == null) {
      return Html.go("/?next=/scorecard");
    }
    var asker = reader.asker();
    if (!mayRead(reader, asker) || !ScorecardPage.DAYS.contains(days)) {
      throw new MissingException();
    }
    var about = channel == null ? null : channel(channel, asker).orElseThrow(MissingException::new);
    var span = community.desk().span(new Period.LastDays(days), asker);
    var scorecards = community.scorecards();
    note(person.id());
    return Html.page(
        pages.scorecard(
            new ScorecardPage(
                reader,
                scorecards.of(about, span, asker.audience(), asker.zone()).orElse(null),
                scorecards.rooms(span, asker.audience()),
                about,
                days)));
  }

  /** On one's own machine, where nobody is named for anything, whoever sits there may. */
  private boolean mayRead(Reader reader, Asker asker) {
    return community.desk().isOpenTo(asker)
        || reader.may(Door.SCORECARD)
            && roles.given().managers().isEmpty()
            && roles.administrators().isEmpty();
  }

  private void note(PersonId person) {
    var role = Role.using(person, roles, directory);
    audit.note(Deed.ROLE_USED, role, person, "pulse", 0);
  }

  private Optional<Channel> channel(String written, Asker asker) {
    try {
      var id = ChannelId.parse(written);
      return asker.audience().maySee(id)
          ? directory.channel(id).filter(Channel::isPublic)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
