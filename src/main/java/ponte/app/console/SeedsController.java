package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.Replica;
import ponte.bot.Bot;
import ponte.command.Command;
import ponte.command.Sowing;
import ponte.web.Pages;
import ponte.web.SeedsPage;

/** The discussions that were begun and are planned, as the bot tells of them. */
@RestController
class SeedsController {

  private static final Command OVERVIEW = new Command.Seed(new Sowing.Overview());

  private final Readers readers;
  private final Bot bot;
  private final Pages pages;

  SeedsController(Readers readers, Replica replica, Pages pages) {
    this.readers = readers;
    this.bot = replica.bot();
    this.pages = pages;
  }

  @GetMapping("/seeds")
  ResponseEntity<String> seeds(HttpServletRequest request) {
    var reader = readers.reader(request);
    var person = reader.person();
    if (person == null) {
      return Html.chooseFirst(request);
    }
    var asker = reader.asker();
    return Html.page(pages.seeds(new SeedsPage(reader, bot.reply(asker, OVERVIEW, "").reply())));
  }
}
