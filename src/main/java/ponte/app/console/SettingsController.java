package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.Replica;
import ponte.consent.Audit;
import ponte.web.Door;
import ponte.web.Pages;
import ponte.web.SettingsPage;

/** Shows an administrator what is set. Nothing is changed here: settings hold from a start on. */
@RestController
class SettingsController {

  private final Readers readers;
  private final SettingsReport report;
  private final Audit audit;
  private final Pages pages;

  SettingsController(Readers readers, SettingsReport report, Replica replica, Pages pages) {
    this.readers = readers;
    this.report = report;
    this.audit = replica.ponte().audit();
    this.pages = pages;
  }

  @GetMapping("/settings")
  ResponseEntity<String> show(HttpServletRequest request) {
    var reader = readers.reader(request);
    if (!reader.may(Door.SETTINGS)) {
      throw new MissingException();
    }
    var person = reader.person();
    audit.note(
        Audit.Deed.ROLE_USED,
        Audit.Role.ADMINISTRATOR,
        person == null ? null : person.id(),
        "settings",
        0);
    return Html.page(pages.settings(new SettingsPage(reader, report.groups())));
  }
}
