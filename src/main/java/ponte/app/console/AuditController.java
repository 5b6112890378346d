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
import ponte.web.AuditPage;
import ponte.web.Door;
import ponte.web.Pages;

/** Shows an administrator who did what kind of thing. */
@RestController
class AuditController {

  private static final int SHOWN = 100;

  private final Readers readers;
  private final Audit audit;
  private final Pages pages;

  AuditController(Readers readers, Replica replica, Pages pages) {
    this.readers = readers;
    this.audit = replica.ponte().audit();
    this.pages = pages;
  }

  @GetMapping("/audit")
  ResponseEntity<String> show(
      @RequestParam(defaultValue = "") String after, HttpServletRequest request) {
    var reader = readers.reader(request);
    if (!reader.may(Door.AUDIT)) {
      throw new MissingException();
    }
    var page = audit.page(after, SHOWN);
    var person = reader.person();
    audit.note(Deed.ROLE_USED, Role.ADMINISTRATOR, person == null ? null : person.id(), "audit", 0);
    return Html.page(pages.audit(new AuditPage(reader, List.copyOf(page.lines()), page.next())));
  }
}
