package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.Replica;
import ponte.consent.Audit;
import ponte.consent.Audit.Deed;
import ponte.consent.Audit.Role;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.web.AuditPage;
import ponte.web.Pages;
import ponte.web.Reader;

/**
 * Shows an administrator who did what kind of thing. Where administrators are named it is there for
 * nobody else.
 */
@RestController
class AuditController {

  private static final int SHOWN = 100;

  private final Readers readers;
  private final Audit audit;
  private final Roles roles;
  private final Directory directory;
  private final Pages pages;

  AuditController(Readers readers, Replica replica, Directory directory, Pages pages) {
    this.readers = readers;
    this.audit = replica.ponte().audit();
    this.roles = replica.roles();
    this.directory = directory;
    this.pages = pages;
  }

  @GetMapping("/audit")
  ResponseEntity<String> show(
      @RequestParam(defaultValue = "") String after, HttpServletRequest request) {
    var reader = readers.reader(request);
    if (!mayRead(reader)) {
      throw new MissingException();
    }
    var page = audit.page(after, SHOWN);
    var person = reader.person();
    audit.note(Deed.ROLE_USED, Role.ADMINISTRATOR, person == null ? null : person.id(), "audit", 0);
    return Html.page(pages.audit(new AuditPage(reader, List.copyOf(page.lines()), page.next())));
  }

  private boolean mayRead(Reader reader) {
    var person = reader.person();
    return roles.administrators().isEmpty()
        || person != null && roles.isAdministrator(person.id(), directory);
  }
}
