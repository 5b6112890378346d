package ponte.app.rewriting;

import java.time.Clock;
import java.util.List;
import ponte.app.doctor.Check;
import ponte.app.doctor.Findings;

/** Whether the rewriter, where there is one, has other words for a sentence. It is asked once. */
public final class RewriterCheckup implements Check {

  /** Nobody's. */
  private static final String SENTENCE =
      "Hello everybody, just so you know, the backups now run every night at two.";

  private final RewriterProperties set;
  private final Clock clock;

  public RewriterCheckup(RewriterProperties set, Clock clock) {
    this.set = set;
    this.clock = clock;
  }

  @Override
  public void look(Findings findings) {
    var address = set.baseUrl();
    if (address == null) {
      return;
    }
    var rewriter = set.rewriter(clock);
    var words = rewriter.rewrite(List.of(SENTENCE));
    ChatCompletions.troubleOf(rewriter)
        .ifPresentOrElse(
            trouble -> findings.warning("rewriter", "no-answer", address, trouble.why()),
            () -> {
              if (words.isEmpty()) {
                findings.warning("rewriter", "no-words", address, set.model());
              } else {
                findings.ok("rewriter", "answers", address);
              }
            });
  }
}
