package ponte.app.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ponte.app.doctor.Finding.Level;
import ponte.nlp.Language;
import ponte.reply.Texts;

/**
 * What the checks saw, in the language of whoever asked. What a check says stands in the texts
 * under its name and a situation; what to do about it under the same with {@code .do}.
 */
public final class Findings {

  private final Texts texts;
  private final List<Finding> all = new ArrayList<>();

  public Findings(Language language) {
    this.texts = Texts.of("ponte.app.doctor.texts", language);
  }

  public Language language() {
    return texts.language();
  }

  /** All is well. */
  public void ok(String check, String situation, Object... values) {
    all.add(new Finding(check, Level.OK, said(check, situation, values), null));
  }

  /** Ponte runs, but not all of it, or not for long. */
  public void warning(String check, String situation, Object... values) {
    add(Level.WARNING, check, situation, values);
  }

  /** Ponte does not start, or does nothing. */
  public void failure(String check, String situation, Object... values) {
    add(Level.FAILURE, check, situation, values);
  }

  /** Settings that the server does not start with, in its own words, which say what to do. */
  public void refused(String check, String words) {
    all.add(
        new Finding(check, Level.FAILURE, words, texts.say("doctor.settings.refused-whole.do")));
  }

  /** Ponte runs, but not all of it, in the words of whoever knows. */
  public void warned(String check, String saw, String todo) {
    all.add(new Finding(check, Level.WARNING, saw, todo));
  }

  private void add(Level level, String check, String situation, Object... values) {
    all.add(
        new Finding(
            check, level, said(check, situation, values), said(check, situation + ".do", values)));
  }

  private String said(String check, String situation, Object... values) {
    return texts.say("doctor." + check + "." + situation, values);
  }

  /** In the order in which they were seen. */
  public List<Finding> all() {
    return List.copyOf(all);
  }

  /** The worst level of all; that all is well where nothing was looked at. */
  public Level worst() {
    return all.stream().map(Finding::level).max(Comparator.naturalOrder()).orElse(Level.OK);
  }
}
