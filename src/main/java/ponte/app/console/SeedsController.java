package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.Replica;
import ponte.bot.Asker;
import ponte.bot.Bot;
import ponte.command.Command;
import ponte.command.Sowing;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.web.Pages;
import ponte.web.Reader;
import ponte.web.SeedsPage;

/** The discussions that were begun and are planned, as the bot tells of them. */
@RestController
class SeedsController {

  private static final Command OVERVIEW = new Command.Seed(new Sowing.Overview());
  private static final Command PROPOSE = new Command.Seed(new Sowing.Propose(null));

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
    var asker = new Asker(person.id(), reader.audience(), reader.language(), reader.zone());
    var overview = bot.reply(asker, OVERVIEW, "seeds").reply();
    return Html.page(pages.seeds(new SeedsPage(reader, withProposals(overview, reader))));
  }

  private static Reply withProposals(Reply overview, Reader reader) {
    var blocks = new ArrayList<>(overview.blocks());
    blocks.add(new Block.Buttons(List.of(Button.primary(reader.say("seeds.propose"), PROPOSE))));
    return new Reply(overview.language(), blocks);
  }
}
